"""Which text of one list became which of another: best first, then what stands in the same place, split or merged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model.law import BASIC, Provision
from ..model.reading import Reading, Reference
from ..model.versions import Change, Pair
from .terms import Postings, Rarity, counts, rarity

COMPARED = 5
"""Provisions of the other text, nearest by words, that are compared letter by letter."""
LEAST = 0.45
"""Rank below which two provisions are not taken for the same by their words alone. The letters of two unrelated English
sentences agree to 0.45, so words that are rare in both laws weigh beside them."""
KIN = 0.2
"""Cosine of rare words from which two provisions between the same neighbours are one; unrelated ones have 0.03."""
UNCHANGED = 0.995
"""Similarity of letters from which two texts count as the same words (a comma may have gone)."""
HELD = 0.8
"""Share of a provision's words, by rarity, that another must hold to have taken it in."""


@dataclass(frozen=True, slots=True)
class Text:
    """A provision and the words that stand for it."""

    provision: Provision
    words: str
    terms: dict[str, float]


@dataclass(frozen=True, slots=True)
class Rated:
    """How near one text of the old list is to one of the new."""

    rank: float
    alike: float
    """Of their letters, 0..1."""
    kin: float
    """Cosine of their words by rarity, 0..1."""
    old: int
    new: int


class Wording:
    """A law's words for comparing, references within the law blanked: they change whenever anything is renumbered."""

    def __init__(self, reading: Reading) -> None:
        self.law = reading.law
        self._references: dict[str, list[Reference]] = {}
        for reference in reading.references:
            if reference.external is None and not reference.quote.heading:
                self._references.setdefault(reference.quote.provision, []).append(reference)

    def texts(self, provisions: Iterable[Provision], *, whole: bool = True) -> list[Text]:
        """Return each provision with its words: `whole`, with those of its parts, else its own alone."""
        found = []
        for provision in provisions:
            below = [p for p in self.law.walk(provision.id) if p.id == provision.id or p.level not in BASIC]
            below = below if whole else [provision]
            masked = (_masked(p, self._references.get(p.id, ())) for p in below)
            words = " ".join(" ".join(masked).lower().split())
            found.append(Text(provision, words, counts(words)))
        return found


def _masked(provision: Provision, references: Sequence[Reference]) -> str:
    text = provision.text
    for reference in sorted(references, key=lambda r: -r.quote.start):
        text = f"{text[: reference.quote.start]}§{text[reference.quote.end :]}"
    return text


def pair_up(olds: Sequence[Text], news: Sequence[Text], *, in_place: bool = True) -> list[Pair]:
    """Pair best first, then look for what was split or merged, then tell what moved and what is left over.

    With `in_place`, what is left over between the same neighbours is paired too where it is akin.
    """
    weigh = rarity(t.terms for t in (*olds, *news))
    rated = rate(olds, news, weigh)
    of_old: dict[int, int] = {}
    of_new: dict[int, int] = {}
    near: dict[tuple[int, int], Rated] = {}
    for r in best_first(r for r in rated if r.rank >= LEAST):
        if r.old not in of_old and r.new not in of_new:
            of_old[r.old], of_new[r.new], near[r.old, r.new] = r.new, r.old, r
    pairs = {(o, n): one_to_one(olds[o], news[n], r.alike) for (o, n), r in near.items()}
    for n, text in enumerate(news):
        if n not in of_new:
            taken = holder(text, [(o, olds[o]) for o in of_old], weigh)
            if taken is not None:
                pairs[taken, n] = Pair(olds[taken].provision.id, text.provision.id, "split")
                whole = pairs[taken, of_old[taken]]
                pairs[taken, of_old[taken]] = replace(whole, relation="split")
    for o, text in enumerate(olds):
        if o not in of_old:
            taken = holder(text, [(n, news[n]) for n in of_new], weigh)
            if taken is not None:
                pairs[o, taken] = Pair(text.provision.id, news[taken].provision.id, "merged")
                pairs[of_new[taken], taken] = replace(pairs[of_new[taken], taken], relation="merged")
    settled = ({o for o, _ in pairs}, {n for _, n in pairs})
    for r in _in_place(rated, of_old, settled) if in_place else ():
        of_old[r.old] = r.new
        pairs[r.old, r.new] = one_to_one(olds[r.old], news[r.new], r.alike)
    return _in_order(olds, news, _with_moves(pairs, of_old))


def best_first(rated: Iterable[Rated]) -> list[Rated]:
    return sorted(rated, key=lambda r: (-r.rank, r.old, r.new))


def rate(olds: Sequence[Text], news: Sequence[Text], weigh: Rarity) -> list[Rated]:
    """Return how near the nearest pairs are; heading and number help the rank alone."""
    from rapidfuzz import fuzz

    index = Postings(weigh.weigh(t.terms) for t in news)
    by_number = {t.provision.citation: n for n, t in enumerate(news)}
    rated = []
    for o, text in enumerate(olds):
        cosines = index.cosines(weigh.weigh(text.terms))
        near = set(sorted(range(len(news)), key=lambda n: (-cosines[n], n))[:COMPARED])
        near |= {by_number[text.provision.citation]} if text.provision.citation in by_number else set()
        for n in sorted(near):
            alike = fuzz.ratio(text.words, news[n].words) / 100
            headings = [(t.provision.heading or "").lower() for t in (text, news[n])]
            heading = fuzz.ratio(*headings) / 100 if all(headings) else alike
            same_number = text.provision.number == news[n].provision.number
            rank = 0.45 * alike + 0.3 * cosines[n] + 0.15 * heading + 0.1 * same_number
            rated.append(Rated(rank, alike, cosines[n], o, n))
    return rated


def _in_place(rated: Sequence[Rated], of_old: dict[int, int], settled: tuple[set[int], set[int]]) -> list[Rated]:
    """Return the pairs of what is left over between the same neighbours in both texts and shares some rare words."""
    olds = sorted(of_old)
    stay = [olds[n] for n in _longest_rise([of_old[o] for o in olds])]
    edges = (sorted(stay), sorted(of_old[o] for o in stay))
    taken_old, taken_new = set(settled[0]), set(settled[1])
    found = []
    for r in best_first(rated):
        free = r.old not in taken_old and r.new not in taken_new
        if free and r.kin >= KIN and bisect_left(edges[0], r.old) == bisect_left(edges[1], r.new):
            taken_old.add(r.old)
            taken_new.add(r.new)
            found.append(r)
    return found


def one_to_one(old: Text, new: Text, alike: float, *, headed: bool = True) -> Pair:
    """Return the pair of two texts whose letters are so alike; unless `headed`, their headings do not count."""
    renumbered = old.provision.number != new.provision.number
    headings = not headed or _bare(old.provision.heading) == _bare(new.provision.heading)
    relation: Change = "same" if alike >= UNCHANGED and headings else "reworded"
    if relation == "same" and renumbered:
        relation = "renumbered"
    return Pair(old.provision.id, new.provision.id, relation, round(alike, 4), renumbered=renumbered)


def _bare(heading: str | None) -> str:
    """Return a heading as letters and digits alone: spaces and points between them are no other words."""
    return "".join(c for c in (heading or "").lower() if c.isalnum())


def holder(text: Text, others: Sequence[tuple[int, Text]], weight: Rarity, least: float = HELD) -> int | None:
    """Return which of the others holds most of the text's words, if it holds at least this share of them."""
    total = sum(weight(t) for t in text.terms)
    best, most = None, least
    for number, other in others:
        held = sum(weight(t) for t in text.terms if t in other.terms) / total if total else 0.0
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


def _in_order(olds: Sequence[Text], news: Sequence[Text], pairs: dict[tuple[int, int], Pair]) -> list[Pair]:
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
