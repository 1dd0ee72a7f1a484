"""What became of the parts below paired sections: level by level first, then whatever is left over at any depth.

A bill that gives a section a subsection (1), or takes the letters (a) and (b) away, changes no words: the left-over texts
are therefore compared as they stand, whatever their level, and those that moved to another section are found last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model.law import BASIC, Law
from ..model.versions import Pair
from .counterparts import KIN, LEAST, Text, Wording, best_first, holder, one_to_one, pair_up, rate
from .terms import Rarity, rarity

KIN_ANYWHERE = 0.4
"""Cosine of rare words from which two left-over texts of one section are one, whatever their numbers."""
TAKEN_IN = 0.9
"""Share of a left-over text's words, by rarity, that another must hold to have taken it in: it is short, so nearly all."""
MOVED = 0.8
"""Likeness of letters from which a text that vanished from one section counts as moved to another."""
SHORTEST_MOVED = 60
"""Letters below which a text says too little to be told to have moved: many sections hold `any other person; or`."""
SHORTEST_HELD = 40
"""Letters below which nothing follows from a text being held in another."""


@dataclass(slots=True)
class _Clause:
    """Sections that belong together, and what is known of their parts so far."""

    whole: list[Pair]
    parts: list[Pair] = field(default_factory=list)

    @property
    def olds(self) -> list[str]:
        return list(dict.fromkeys(p.old for p in self.whole if p.old is not None))

    @property
    def news(self) -> list[str]:
        return list(dict.fromkeys(p.new for p in self.whole if p.new is not None))

    @property
    def both(self) -> bool:
        return bool(self.olds and self.news)


def with_parts(old: Wording, new: Wording, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs of sections, each group of them followed by the pairs of its parts."""
    clauses = _clauses(pairs)
    for clause in clauses:
        if clause.both:
            if len(clause.whole) == 1:
                clause.parts = list(_nested(old, new, clause.whole[0]))
            clause.parts += _rejoined(old, new, clause)
    _move(old, new, clauses)
    for clause in clauses:
        yield from clause.whole
        yield from _told(old.law, new.law, clause) if clause.both else clause.parts


def _clauses(pairs: Sequence[Pair]) -> list[_Clause]:
    """Return the pairs of sections grouped: those that share a section of either text stand together."""
    found: list[_Clause] = []
    place: dict[tuple[str, str], _Clause] = {}
    for pair in pairs:
        sides = [(side, i) for side, i in (("old", pair.old), ("new", pair.new)) if i is not None]
        clause = next((place[s] for s in sides if s in place), None)
        if clause is None:
            clause = _Clause([])
            found.append(clause)
        clause.whole.append(pair)
        place |= dict.fromkeys(sides, clause)
    return found


def _nested(old: Wording, new: Wording, pair: Pair) -> Iterator[Pair]:
    """Yield the pairs of the parts of two provisions that are paired one to one, and of their parts."""
    if pair.old is None or pair.new is None or pair.relation in ("split", "merged"):
        return
    sides = [
        w.texts(p for p in w.law.children(i) if p.level not in BASIC) for w, i in ((old, pair.old), (new, pair.new))
    ]
    for part in pair_up(*sides, in_place=False):
        if part.old is not None and part.new is not None:
            yield part
            yield from _nested(old, new, part)


def _units(wording: Wording, ids: Iterable[str], taken: set[str]) -> list[Text]:
    """Return the provisions below these, and these, whose own words nothing answers yet."""
    law = wording.law
    below = (p for i in ids for p in law.walk(i) if p.id == i or p.level not in BASIC)
    return wording.texts((p for p in below if p.text and p.id not in taken), whole=False)


def _answered(old: Law, new: Law, pairs: Iterable[Pair]) -> tuple[set[str], set[str]]:
    """Return the provisions of either text whose own words have a counterpart."""
    worded = [(p.old, p.new) for p in pairs if p.old and p.new and old.by_id[p.old].text and new.by_id[p.new].text]
    return {o for o, _ in worded}, {n for _, n in worded}


def _rejoined(old: Wording, new: Wording, clause: _Clause) -> list[Pair]:
    """Return the pairs of left-over texts of one clause at any depth, then what others took in of those still left over."""
    one = clause.whole if len(clause.whole) == 1 else []
    taken_old, taken_new = _answered(old.law, new.law, (*one, *clause.parts))
    olds, news = _units(old, clause.olds, taken_old), _units(new, clause.news, taken_new)
    found = []
    if olds and news:
        weigh = rarity(t.terms for t in (*olds, *news))
        for r in best_first(rate(olds, news, weigh)):
            o, n = olds[r.old].provision.id, news[r.new].provision.id
            free = o not in taken_old and n not in taken_new
            if free and (r.rank >= LEAST or _akin(olds[r.old], news[r.new], r.kin, weigh)):
                found.append(one_to_one(olds[r.old], news[r.new], r.alike, headed=False))
                taken_old.add(o)
                taken_new.add(n)
    found += _taken_in(old, new, clause, (taken_old, taken_new))
    whole = {(p.old, p.new) for p in clause.whole}
    return [p for p in found if (p.old, p.new) not in whole]


def _akin(old: Text, new: Text, kin: float, weigh: Rarity) -> bool:
    """Are two left-over texts of one section one, though their letters differ much: by rare words, or one within the other?"""
    if kin >= (KIN if old.provision.number == new.provision.number else KIN_ANYWHERE):
        return True
    short, long = sorted((old, new), key=lambda t: len(t.words))
    return len(short.words) >= SHORTEST_HELD and holder(short, [(0, long)], weigh) is not None


def _taken_in(old: Wording, new: Wording, clause: _Clause, taken: tuple[set[str], set[str]]) -> list[Pair]:
    """Return the left-over texts that a text with a counterpart of its own holds too: merged into it, or split from it."""
    every_old, every_new = _units(old, clause.olds, set()), _units(new, clause.news, set())
    weigh = rarity(t.terms for t in (*every_old, *every_new))
    hosts_old = [(n, t) for n, t in enumerate(every_old) if t.provision.id in taken[0]]
    hosts_new = [(n, t) for n, t in enumerate(every_new) if t.provision.id in taken[1]]
    found = []
    for text in every_old:
        if text.provision.id not in taken[0] and len(text.words) >= SHORTEST_HELD:
            host = holder(text, hosts_new, weigh, TAKEN_IN)
            if host is not None:
                found.append(Pair(text.provision.id, every_new[host].provision.id, "merged"))
    for text in every_new:
        if text.provision.id not in taken[1] and len(text.words) >= SHORTEST_HELD:
            host = holder(text, hosts_old, weigh, TAKEN_IN)
            if host is not None:
                found.append(Pair(every_old[host].provision.id, text.provision.id, "split"))
    return found


def _move(old: Wording, new: Wording, clauses: Sequence[_Clause]) -> None:
    """Give each clause the pairs of texts that left another section for it."""
    every = [p for clause in clauses for p in (*clause.whole, *clause.parts)]
    taken = _answered(old.law, new.law, every)
    olds = [t for t in _units(old, _sections(clauses, "olds"), taken[0]) if len(t.words) >= SHORTEST_MOVED]
    news = [t for t in _units(new, _sections(clauses, "news"), taken[1]) if len(t.words) >= SHORTEST_MOVED]
    if not olds or not news:
        return
    home = {i: clause for clause in clauses for top in clause.news for i in (p.id for p in new.law.walk(top))}
    for r in best_first(rate(olds, news, rarity(t.terms for t in (*olds, *news)))):
        o, n = olds[r.old], news[r.new]
        if r.alike >= MOVED and o.provision.id not in taken[0] and n.provision.id not in taken[1]:
            taken[0].add(o.provision.id)
            taken[1].add(n.provision.id)
            pair = replace(one_to_one(o, n, r.alike, headed=False), moved=True)
            same = pair.relation in ("same", "renumbered")
            home[n.provision.id].parts.append(replace(pair, relation="moved") if same else pair)


def _sections(clauses: Sequence[_Clause], side: str) -> list[str]:
    return [i for clause in clauses for i in getattr(clause, side)]


def _told(old: Law, new: Law, clause: _Clause) -> Iterator[Pair]:
    """Yield the pairs of the parts in the order of the new text; what was removed stands behind what stood before it."""
    order_new = {p.id: n for n, p in enumerate(p for i in clause.news for p in new.walk(i))}
    order_old = {p.id: n for n, p in enumerate(p for i in clause.olds for p in old.walk(i))}
    every = (*clause.whole, *clause.parts)
    removed = [Pair(i, None, "removed") for i in _alone(old, clause.olds, {p.old for p in every})]
    added = [Pair(None, i, "added") for i in _alone(new, clause.news, {p.new for p in every})]
    behind: dict[int, int] = {-1: -1}
    for pair in every:
        if pair.old in order_old and pair.new in order_new:
            behind[order_old[pair.old]] = order_new[pair.new]

    def place(pair: Pair) -> tuple[int, int, int]:
        at = order_old.get(pair.old or "", -1)
        if pair.new is not None:
            return order_new[pair.new], 0, at
        return behind[max(n for n in behind if n < at)], 1, at

    yield from sorted((*clause.parts, *added, *removed), key=place)


def _alone(law: Law, ids: Iterable[str], held: set[str | None]) -> Iterator[str]:
    """Yield the highest parts below these provisions that have no counterpart, nor has anything in them."""
    for i in ids:
        for child in law.children(i):
            if child.level in BASIC:
                continue
            if child.id not in held and not any(p.id in held for p in law.walk(child.id)):
                yield child.id
                continue
            if child.id not in held and child.text:
                yield child.id
            yield from _alone(law, [child.id], held)
