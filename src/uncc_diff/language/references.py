"""References to provisions of the law itself, resolved from where they stand, and to other laws, recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.law import BASIC, Law, Provision
from ..model.reading import Quote, Reference
from ..roman import roman
from .reference_grammar import ReferenceGrammar

_STEPS = re.compile(r"\d+[A-Z]{0,2}(?:[.-]\d+)+|[A-Za-z0-9]+(?:[-/][A-Za-z0-9]{1,2}(?!\w))?")
_LOWER_UNITS = ("subsection", "paragraph")


@dataclass(frozen=True, slots=True)
class _Link:
    """One step of a chain such as `paragraph (a) of subsection (2) of section 5`."""

    unit: str
    numbers: tuple[tuple[str, int, int], ...]
    """Number as written with its place in the text; empty for `this section`."""


def find_references(law: Law, grammar: ReferenceGrammar) -> tuple[Reference, ...]:
    """Return the references of all provisions in document order. What cannot be resolved has neither target."""
    places = _Places(law)
    found: list[Reference] = []
    for p in law.provisions:
        if p.text:
            found.extend(_in_text(p, law, grammar, places))
    return tuple(found)


def _in_text(p: Provision, law: Law, grammar: ReferenceGrammar, places: _Places) -> Iterator[Reference]:
    taken: list[tuple[int, int]] = []
    found: list[Reference] = []
    at = 0
    lower = p.text.lower()
    refers = any(unit in lower for unit in grammar.units)
    while refers and (match := grammar.one.search(p.text, at)):
        chain, end = _chain(match, p.text, grammar)
        at = max(end, match.end())
        outside = grammar.of_law.match(p.text, end)
        if outside and not grammar.of_own.match(p.text, end):
            found.append(
                Reference(Quote(p.id, match.start(), outside.end()), external=p.text[match.start() : outside.end()])
            )
            taken.append((match.start(), outside.end()))
            at = outside.end()
            continue
        another = grammar.of_the_act.match(p.text, end)
        if another and (p.quoted or grammar.subsidiary.search(law.title)):
            found.append(
                Reference(Quote(p.id, match.start(), another.end()), external=p.text[match.start() : another.end()])
            )
            at = another.end()
            continue
        chapter = grammar.law_chapter.match(p.text, end)
        if chapter:
            words = p.text[match.start() : chapter.end()]
            found.append(Reference(Quote(p.id, match.start(), chapter.end()), external=words))
            continue
        if p.quoted:
            found.append(Reference(Quote(p.id, match.start(), end)))
            continue
        if grammar.amended_by.search(p.text, max(0, match.start() - 40), match.start()):
            continue  # a note on the Act that amended this provision, not a reference of its own
        before = ""
        for number, start, stop in chain[0].numbers or (("", match.start(), match.end()),):
            first = not chain[0].numbers or start == chain[0].numbers[0][1]
            quote = Quote(p.id, match.start() if first else start, stop)
            full = _completed(number, before)
            target = places.resolve(p, full, chain)
            found.append(Reference(quote, target=target, several=target is None and places.several(chain[0], full)))
            before = full
    if any(word in lower for word in grammar.besides) and not p.quoted:
        for match in grammar.beside.finditer(p.text):
            unit = grammar.unit_of[match["unit"].lower()] if match["unit"] else None
            target = places.beside(p, unit, 1 if match["after"] else -1)
            if target is not None:
                found.append(Reference(Quote(p.id, match.start(), match.end()), target=target))
    for pattern, needed in ((grammar.law_name, grammar.kinds), (grammar.numbered_law, grammar.numbered_kinds)):
        if not any(kind in p.text for kind in needed):
            continue
        for name in pattern.finditer(p.text):
            start, end = _cleaned(name, p.text, grammar)
            words = p.text[start:end]
            if start == end or any(s < end and start < e for s, e in taken) or _is_own_name(words, law):
                continue
            taken.append((start, end))
            found = [r for r in found if r.target or r.external or not (start <= r.quote.start < end)]  # "(Chapter 19)"
            found.append(Reference(Quote(p.id, start, end), external=words))
    yield from sorted(found, key=lambda r: (r.quote.start, r.quote.end))


def _chain(match: re.Match[str], text: str, grammar: ReferenceGrammar) -> tuple[list[_Link], int]:
    """Return the links from the smallest unit up, and where the last one ends."""
    chain = [_link(match, grammar)]
    end = match.end()
    while joiner := grammar.joiner.match(text, end):
        following = grammar.one.match(text, joiner.end())
        if following is None:
            break
        chain.append(_link(following, grammar))
        end = following.end()
    return chain, end


def _link(match: re.Match[str], grammar: ReferenceGrammar) -> _Link:
    if match["this"]:
        return _Link(grammar.unit_of[match["this"].lower()], ())
    if match["ordinal"]:
        return _Link("schedule", ((grammar.ordinals[match["ordinal"]], match.start(), match.end()),))
    if match["the"]:
        return _Link("schedule", (("", match.start(), match.end()),))
    start = match.start("list")
    numbers = tuple((n[0], start + n.start(), start + n.end()) for n in grammar.number.finditer(match["list"]))
    return _Link(grammar.unit_of[(match["unit"] or match["short"]).lower()], numbers)


def _completed(number: str, before: str) -> str:
    """Return `(b)` after `(2)(a)` as `(2)(b)`: what follows in a list shares the steps it does not repeat."""
    steps, earlier = _STEPS.findall(number), _STEPS.findall(before)
    if not number.startswith("(") or len(earlier) <= len(steps) or not steps:
        return number
    if steps[0].isdigit() != earlier[-len(steps)].isdigit():
        return number
    return " ".join([*earlier[: -len(steps)], *steps])


def _cleaned(name: re.Match[str], text: str, grammar: ReferenceGrammar) -> tuple[int, int]:
    """Return where the name of a law stands without what only leads up to it; nowhere if it names none."""
    start, end = name.span()
    if lead := grammar.before_name.match(name[0]):
        start += lead.end()
    while (first := re.match(r"(\S+)\s+", text[start:end])) and first[1] in grammar.no_names:
        if first[1] in grammar.weak_kinds or first[1] in grammar.kinds:
            return start, start
        start += first.end()
    words = text[start:end]
    while words.count(")") > words.count("(") and words.endswith(")"):
        words = words[:-1].rstrip()
    if (last := words.split()[-2:-1]) and last[0] in grammar.no_names and last[0] not in grammar.kinds:
        return start, start  # "President of the Senate This Act" runs from a signature into a sentence
    weak = words.endswith(grammar.weak_kinds) and not grammar.behind_article.search(text, max(0, start - 12), start)
    alone = " " not in words and start > name.start() and words not in grammar.known_laws
    if weak or alone or words.count("(") != words.count(")"):
        return start, start
    return start, start + len(words)


def _in_roman(number: str) -> str:
    """Return `v` for `5`: a law may head its chapters in Roman numbers and cite them in Arabic ones."""
    return roman(int(number)) if number.isdigit() and 0 < int(number) < 40 else number


def _is_own_name(name: str, law: Law) -> bool:
    return name.lower() in law.title.lower() or law.title.lower() in name.lower() if law.title else False


class _Places:
    """Finds provisions by number, from where a reference stands."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.basics: dict[str, list[Provision]] = {}
        self.groups: dict[tuple[str, str], list[Provision]] = {}
        for p in law.provisions:
            number = (p.number or "").lower()
            if p.level in BASIC and not p.quoted:
                self.basics.setdefault(number, []).append(p)
            elif p.level in ("part", "chapter", "schedule", "title", "book", "division"):
                self.groups.setdefault((p.level, number), []).append(p)

    def resolve(self, p: Provision, number: str, chain: list[_Link]) -> str | None:
        """Return the id of what the first link of the chain names with this number, or None."""
        base = p
        for link in reversed(chain[1:]):
            found = self._down(base, link, link.numbers[0][0] if len(link.numbers) == 1 else "")
            if found is None or len(link.numbers) > 1:
                return None
            base = found
        target = self._down(base, chain[0], number)
        return target.id if target else None

    def several(self, link: _Link, number: str) -> bool:
        """Does the law hold more than one unit of this name and number, so that only which is meant stays open?"""
        first = next(iter(_STEPS.findall(number)), "").lower()
        named = self.basics.get(first, []) if link.unit in BASIC else self.groups.get((link.unit, first), [])
        return len(named) > 1

    def beside(self, p: Provision, unit: str | None, step: int) -> str | None:
        """Return the id of the provision right before (-1) or behind (1) the one of this unit that `p` stands in.

        Without a unit it is the nearest of `p` and those above it, up to the section, that has one.
        """
        for place in (p, *self.law.ancestors(p.id)):
            if unit is None or place.level == unit or (unit in BASIC and place.level in BASIC):
                row = [c for c in self.law.children(place.parent) if c.level == place.level]
                if unit in BASIC:
                    row = [c for c in self.law.provisions if c.level == place.level and c.schedule == place.schedule]
                at = next(n for n, c in enumerate(row) if c.id == place.id) + step
                if 0 <= at < len(row):
                    return row[at].id
            if place.level in BASIC:
                return None
        return None

    def _down(self, base: Provision, link: _Link, number: str) -> Provision | None:
        steps = [s.lower() for s in _STEPS.findall(number)]
        if not steps:
            return self._this(base, link.unit)
        if link.unit in BASIC:
            first = self._basic(base, steps[0])
            return self._children(first, steps[1:]) if first else None
        if link.unit in _LOWER_UNITS:
            if len(steps) > 1 and number[0].isdigit():  # paragraph 19(1)(a): the section is the first step
                first = self._basic(base, steps[0])
                found = self._children(first, steps[1:]) if first else None
                return found or self._below(base, link.unit, steps)  # or a paragraph 5(i) of this section
            return self._below(base, link.unit, steps)
        numbers = (steps[0], _in_roman(steps[0]))
        return self._group(base, next((g for n in numbers if (g := self.groups.get((link.unit, n)))), []))

    def _group(self, base: Provision, candidates: list[Provision]) -> Provision | None:
        """Return the part or chapter that is meant: where numbers start again in each part, the one nearest to the base."""
        for place in (base, *self.law.ancestors(base.id), None):
            inside = [c for c in candidates if place is None or place.id in (a.id for a in self.law.ancestors(c.id))]
            if inside:
                return inside[0] if len(inside) == 1 else None
        return None

    def _this(self, base: Provision, unit: str) -> Provision | None:
        chain = [base, *self.law.ancestors(base.id)]
        if unit in BASIC:
            return next((c for c in chain if c.level in BASIC), None)
        if unit == "schedule":
            inside = next((c for c in chain if c.level == "schedule"), None)
            every = [p for (level, _), members in self.groups.items() if level == "schedule" for p in members]
            return inside or (every[0] if len(every) == 1 else None)
        return next((c for c in chain if c.level == unit), None)

    def _basic(self, base: Provision, number: str) -> Provision | None:
        candidates = self.basics.get(number, [])
        if base.schedule:
            home = self._this(base, "schedule")
            inside = [c for c in candidates if c.schedule and self._this(c, "schedule") == home]
            candidates = inside or [c for c in candidates if not c.schedule]
        else:
            candidates = [c for c in candidates if not c.schedule]
        return candidates[0] if len(candidates) == 1 else None

    def _below(self, base: Provision, unit: str, steps: list[str]) -> Provision | None:
        """Look in the provision and then in its ancestors up to the section for a descendant with these numbers."""
        for place in [base, *self.law.ancestors(base.id)]:
            found = self._children(place, steps)
            if found is not None and found is not place and (unit != "subsection" or found.level == "subsection"):
                return found
            if place.level in BASIC:
                within = [
                    c for c in self.law.walk(place.id) if (c.number or "").lower() == steps[0] and c.level != "closing"
                ]
                return self._children(within[0], steps[1:]) if len(within) == 1 else None
        return None

    def _children(self, place: Provision, steps: list[str]) -> Provision | None:
        for step in steps:
            below = [c for c in self.law.children(place.id) if (c.number or "").lower() == step]
            if len(below) != 1:
                return None
            place = below[0]
        return place
