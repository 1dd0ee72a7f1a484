"""Which provision of an old text became which of a new one: same, moved, renumbered, reworded, split, merged ..."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model.law import BASIC, GROUPS, Law, Provision
from ..model.reading import Reading, Reference
from ..model.versions import Change, Pair
from .terms import Postings, counts, rarity

COMPARED = 5
"""Provisions of the other text, nearest by words, that are compared letter by letter."""
LEAST = 0.5
"""Similarity below which two provisions are not the same one any more."""
UNCHANGED = 0.995
"""Similarity of letters from which two texts count as the same words (a comma may have gone)."""
HELD = 0.8
"""Share of a provision's words, by rarity, that another must hold to have taken it in."""


@dataclass(frozen=True, slots=True)
class _Text:
    provision: Provision
    words: str
    terms: dict[str, float]


def align(old: Reading, new: Reading) -> tuple[Pair, ...]:
    """Return how the sections of two texts pair, and below paired sections their parts, in the order of the new text.

    What was removed stands before what followed it in the old text.
    """
    pairs = _pairs(_basics(old), _basics(new))
    return tuple(_nested(old, new, pairs))


def _nested(old: Reading, new: Reading, pairs: Sequence[Pair]) -> Iterable[Pair]:
    """Yield the pairs, each followed by those of the parts of two provisions that are paired one to one."""
    for pair in pairs:
        yield pair
        if pair.old is None or pair.new is None or pair.relation in ("split", "merged"):
            continue
        parts = [
            _texts(r, (p for p in r.law.children(i) if p.level not in BASIC))
            for r, i in ((old, pair.old), (new, pair.new))
        ]
        if any(parts):
            yield from _nested(old, new, _pairs(*parts))


def _basics(reading: Reading) -> list[_Text]:
    """Return the sections, and what stands outside any: preamble, schedules that hold no section, tables."""
    law = reading.law
    return _texts(reading, (p for p in law.provisions if p.level in BASIC or _outside(law, p)))


def _outside(law: Law, provision: Provision) -> bool:
    above = law.by_id[provision.parent] if provision.parent else None
    if provision.level in GROUPS or (above is not None and above.level not in GROUPS):
        return False
    below = list(law.walk(provision.id))
    return not any(p.level in BASIC for p in below) and any(p.text for p in below)


def _texts(reading: Reading, provisions: Iterable[Provision]) -> list[_Text]:
    references: dict[str, list[Reference]] = {}
    for reference in reading.references:
        if reference.external is None and not reference.quote.heading:
            references.setdefault(reference.quote.provision, []).append(reference)
    found = []
    for provision in provisions:
        below = (p for p in reading.law.walk(provision.id) if p.id == provision.id or p.level not in BASIC)
        words = " ".join(" ".join(_masked(p, references.get(p.id, ())) for p in below).lower().split())
        found.append(_Text(provision, words, counts(words)))
    return found


def _masked(provision: Provision, references: Sequence[Reference]) -> str:
    """Return its text with references within the law blanked, for they change whenever anything is renumbered."""
    text = provision.text
    for reference in sorted(references, key=lambda r: -r.quote.start):
        text = f"{text[: reference.quote.start]}§{text[reference.quote.end :]}"
    return text


def _pairs(olds: Sequence[_Text], news: Sequence[_Text]) -> list[Pair]:
    """Pair best first, then look for what was split or merged, then tell what moved and what is left over."""
    weigh = rarity(t.terms for t in (*olds, *news))
    rated = _rated(olds, news, Postings(weigh.weigh(t.terms) for t in news), [weigh.weigh(t.terms) for t in olds])
    of_old: dict[int, int] = {}
    of_new: dict[int, int] = {}
    likeness = {}
    for _, alike, o, n in sorted(rated, key=lambda r: (-r[0], r[2], r[3])):
        if o not in of_old and n not in of_new:
            of_old[o], of_new[n], likeness[o, n] = n, o, alike
    pairs = {(o, n): _one_to_one(olds[o], news[n], likeness[o, n]) for o, n in of_old.items()}
    for n, text in enumerate(news):
        if n not in of_new:
            taken = _holder(text, [(o, olds[o]) for o in of_old], weigh.of)
            if taken is not None:
                pairs[taken, n] = Pair(olds[taken].provision.id, text.provision.id, "split")
                whole = pairs[taken, of_old[taken]]
                pairs[taken, of_old[taken]] = replace(whole, relation="split")
    for o, text in enumerate(olds):
        if o not in of_old:
            taken = _holder(text, [(n, news[n]) for n in of_new], weigh.of)
            if taken is not None:
                pairs[o, taken] = Pair(text.provision.id, news[taken].provision.id, "merged")
                pairs[of_new[taken], taken] = replace(pairs[of_new[taken], taken], relation="merged")
    return _in_order(olds, news, _with_moves(pairs, of_old))


def _rated(
    olds: Sequence[_Text], news: Sequence[_Text], index: Postings, vectors: Sequence[dict[str, float]]
) -> list[tuple[float, float, int, int]]:
    """Return (rank, likeness of letters, old, new) for the nearest pairs; heading and number help the rank alone."""
    from rapidfuzz import fuzz

    by_number = {t.provision.citation: n for n, t in enumerate(news)}
    rated = []
    for o, (text, vector) in enumerate(zip(olds, vectors, strict=True)):
        cosines = index.cosines(vector)
        near = set(sorted(range(len(news)), key=lambda n: (-cosines[n], n))[:COMPARED])
        near |= {by_number[text.provision.citation]} if text.provision.citation in by_number else set()
        for n in sorted(near):
            alike = fuzz.ratio(text.words, news[n].words) / 100
            headings = [(t.provision.heading or "").lower() for t in (text, news[n])]
            heading = fuzz.ratio(*headings) / 100 if all(headings) else alike
            same_number = text.provision.number == news[n].provision.number
            rank = 0.75 * alike + 0.15 * heading + 0.1 * same_number
            if rank >= LEAST:
                rated.append((rank, alike, o, n))
    return rated


def _one_to_one(old: _Text, new: _Text, alike: float) -> Pair:
    renumbered = old.provision.number != new.provision.number
    headings = (old.provision.heading or "").lower() == (new.provision.heading or "").lower()
    relation: Change = "same" if alike >= UNCHANGED and headings else "reworded"
    if relation == "same" and renumbered:
        relation = "renumbered"
    return Pair(old.provision.id, new.provision.id, relation, round(alike, 4), renumbered=renumbered)


def _holder(text: _Text, others: Sequence[tuple[int, _Text]], weight: dict[str, float]) -> int | None:
    """Return which of the others holds most of the text's words, if it holds enough of them."""
    total = sum(weight[t] for t in text.terms)
    best, most = None, HELD
    for number, other in others:
        held = sum(weight[t] for t in text.terms if t in other.terms) / total if total else 0.0
        if held >= most:
            best, most = number, held
    return best


def _with_moves(pairs: dict[tuple[int, int], Pair], of_old: dict[int, int]) -> dict[tuple[int, int], Pair]:
    """Mark the pairs that keep out of the longest run of pairs whose order is the same in both texts."""
    olds = sorted(of_old)
    stay = {olds[n] for n in _longest_rise([of_old[o] for o in olds])}
    return {
        (o, n): replace(p, moved=True, relation="moved" if p.relation in ("same", "renumbered") else p.relation)
        if of_old.get(o) == n and o not in stay
        else p
        for (o, n), p in pairs.items()
    }


def _longest_rise(values: Sequence[int]) -> set[int]:
    """Return the places of a longest strictly rising subsequence (patience sorting)."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(ends, value)
        ends[at : at + 1] = [value]
        places[at : at + 1] = [place]
        before.append(places[at - 1] if at else -1)
    run: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        run.add(place)
        place = before[place]
    return run


def _in_order(olds: Sequence[_Text], news: Sequence[_Text], pairs: dict[tuple[int, int], Pair]) -> list[Pair]:
    """Return the pairs and what is left over: new order, removed ones before the next old one that stayed."""
    place_of_old: dict[int, int] = {}
    for o, n in pairs:
        place_of_old[o] = min(n, place_of_old.get(o, n))
    placed: list[tuple[int, int, int, Pair]] = [(n, 1, o, p) for (o, n), p in pairs.items()]
    seen_new = {n for _, n in pairs}
    placed += [(n, 1, 0, Pair(None, t.provision.id, "added")) for n, t in enumerate(news) if n not in seen_new]
    following = len(news)
    for o in range(len(olds) - 1, -1, -1):
        if o in place_of_old:
            following = place_of_old[o]
        else:
            placed.append((following, 0, o, Pair(olds[o].provision.id, None, "removed")))
    return [pair for *_, pair in sorted(placed, key=lambda entry: entry[:3])]
