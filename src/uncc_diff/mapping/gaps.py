"""How the whole text answers each article: what is met, what is missing, and what cannot be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..model.law import Law
from ..model.mapping import Gap, GapStatus, Match
from ..model.party import Requirement
from ..model.reading import Reading
from ..model.treaty import Article, Element, Treaty
from .signals import BARRED
from .terms import Rarity, rarity, stems

OPTIONAL = {
    "shall_consider": "Parties are asked to consider this, not to do it",
    "may": "a Party may do this and need not",
    "none": "this article asks nothing of a law by itself",
}
Requirements = Mapping[str, Requirement]
NOTHING_EXCUSED: Requirements = MappingProxyType({})
"""Without a party profile every article is judged as its treaty asks it."""
FOR_STATES = "States carry this out among themselves or as policy; a law need not answer it"
FREE = frozenset({"may", "consider", "as_appropriate", "domestic_law"})
"""What loosens an element so far that a law without it lacks nothing the article insists on."""
TURNS_ON = 3
"""Offences and powers that must turn on a term before a law that does not define it is called incomplete."""
SHORT_TITLE = "short_title"
"""The concept of the words by which a law names itself."""
SAME_SUBJECT = 0.75
"""Least share of an article's name, by rarity, that the name of another Act must hold to be taken as being about it."""


def find_gaps(
    reading: Reading,
    treaty: Treaty,
    matches: Sequence[Match],
    doubtful: float,
    together: bool,
    requirements: Requirements = NOTHING_EXCUSED,
) -> tuple[Gap, ...]:
    """Return one gap per article that a law can answer, in treaty order (`met` included; final clauses left out).

    `matches` are those of this treaty. `doubtful` is the score from which a candidate that was not accepted makes the
    answer unclear. `together`: several Acts are judged as one law. `requirements`: what a Party need not do in full, by
    article id; elements it waives are never missing, and an article it need not answer is not required unless met.
    """
    judge = _Judge(
        law=reading.law,
        acts=_other_acts(reading),
        names=_name_rarity(treaty),
        core_terms=_core_terms(treaty),
        doubtful=doubtful,
        place="these texts" if together else "this text",
        excuse_reservable=requirements is NOTHING_EXCUSED,
    )
    by_article: dict[str, list[Match]] = {}
    for match in matches:
        by_article.setdefault(match.article, []).append(match)
    gaps = []
    for article in treaty.articles:
        if article.role != "final":
            asked = requirements.get(article.id, Requirement())
            found = by_article.get(article.number, [])
            gaps.append(_excused(judge.gap(_without(article, asked.waived), found), asked))
    return tuple(gaps)


def _without(article: Article, waived: frozenset[str]) -> Article:
    return replace(article, elements=tuple(e for e in article.elements if e.id not in waived)) if waived else article


def _excused(gap: Gap, asked: Requirement) -> Gap:
    """Return the gap as it is for this Party, with the reason; what is met stays met, whoever asked for it."""
    note = "; ".join(filter(None, (gap.note, asked.note)))
    if asked.required or gap.status == "met":
        return replace(gap, note=note)
    return replace(gap, status="not_required", missing=(), note=note)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is the same for all articles of one treaty."""

    law: Law
    acts: Mapping[str, frozenset[str]]
    names: Rarity
    core_terms: frozenset[str]
    doubtful: float
    place: str
    excuse_reservable: bool
    """Without a party profile nobody knows what was reserved, so what may be is not called missing."""

    def gap(self, article: Article, matches: Sequence[Match]) -> Gap:
        other = _answering_act(self.acts, article, self.names)
        referred = f"the text refers to the {other}" if other else ""
        accepted = [m for m in matches if m.accepted]
        where = _in_order(accepted, self.law)
        if article.for_states:
            return Gap(article.treaty, article.number, "not_required", where, (), FOR_STATES)
        if accepted:
            tally = _tally(article, accepted, self)
            open_ = tally.missing or all(m.relation == "related" for m in accepted)
            notes = [*tally.notes, *([referred] if tally.missing and referred else [])]
            status: GapStatus = "partial" if open_ else "met"
            return Gap(article.treaty, article.number, status, where, tally.missing, "; ".join(notes))
        required = tuple(e.id for e in article.elements if e.need == "required")
        if other:
            note = f"absent in {self.place}; {referred}"
            return Gap(article.treaty, article.number, "elsewhere", (), required, note)
        near = [m for m in matches if m.overruled is None and m.score >= self.doubtful and not m.signals.get(BARRED)]
        if near:
            note = "nothing in the text clearly answers this; the nearest provisions are named"
            return Gap(article.treaty, article.number, "unclear", _in_order(near, self.law), required, note)
        if article.duty in OPTIONAL:
            note = f"absent in {self.place}; {OPTIONAL[article.duty]}"
            return Gap(article.treaty, article.number, "not_required", (), (), note)
        return Gap(article.treaty, article.number, "absent", (), required, f"absent in {self.place}")


@dataclass(frozen=True, slots=True)
class _Tally:
    """Which required elements the accepted provisions leave open, and what else a reader must know of them."""

    missing: tuple[str, ...]
    notes: tuple[str, ...]


def _tally(article: Article, accepted: Sequence[Match], judge: _Judge) -> _Tally:
    """Return what is missing once all accepted provisions are taken together.

    An element that is narrowed everywhere is missing, unless by an option that the article gives. Not missing: what only
    narrows the article, what a Party is free to leave out or may reserve, and terms on which little turns.
    """
    if any(m.overruled is not None and m.relation == "full" for m in accepted):
        return _Tally((), ())
    answering = [m for m in accepted if m.relation != "related"] or accepted
    shown = {e.id for m in answering for e in m.elements if e.status in ("present", "wider")}
    shown |= _narrowed_by_option(article, answering)
    narrowed = {e.id for m in answering for e in m.elements if e.status == "narrower"}
    open_ = [e for e in article.elements if e.need == "required" and e.id not in shown]
    further = [e for e in open_ if e.id in article.thresholds and e.id not in narrowed]
    reserved = [e for e in open_ if judge.excuse_reservable and e.id in article.reservable and e not in further]
    terms = [e for e in open_ if e.kind == "definition" and judge.core_terms.isdisjoint(e.any)]
    free = [e for e in open_ if FREE.intersection(e.qualified)]
    missing = [e for e in open_ if e not in (*further, *reserved, *terms, *free)]
    notes = []
    if further:
        notes.append(f"reaches further than asked, as it does not call for: {_gists(further)}")
    if reserved:
        notes.append(f"not shown, but open to reservation: {_gists(reserved)}")
    if terms:
        others = "1 other term" if len(terms) == 1 else f"{len(terms)} other terms"
        notes.append(f"{others} of the article not found defined; a treaty fixes its terms for its own purposes")
    if only := [e for e in missing if e.id in narrowed]:
        notes.append(f"asks for more than the article, so covers less: {_gists(only)}")
    return _Tally(tuple(e.id for e in missing), tuple(notes))


def _narrowed_by_option(article: Article, answering: Sequence[Match]) -> set[str]:
    """Return the elements that a provision narrows in the way an option of the article allows: dishonest intent, for one."""
    options = {e.kind: e.id for e in article.elements if e.need == "option"}
    kind_of = {e.id: e.kind for e in article.elements}
    found = set()
    for match in answering:
        taken = {e.id for e in match.elements if e.status == "added"}
        found |= {
            e.id
            for e in match.elements
            if e.status == "narrower" and any(kind_of[o] == kind_of[e.id] for o in taken & set(options.values()))
        }
    return found


def _gists(elements: Sequence[Element]) -> str:
    return ", ".join(e.gist or e.id.replace("_", " ") for e in elements)


def _core_terms(treaty: Treaty) -> frozenset[str]:
    """Return the concepts on which several of the treaty's offences and powers turn: the terms that a law must settle."""
    tally: Counter[str] = Counter()
    for article in treaty.articles:
        if article.role in ("offence", "power"):
            turn = [e for e in article.elements if e.need == "required" and e.kind in ("object", "subject")]
            tally.update({concept for e in turn for concept in e.any})
    return frozenset(concept for concept, n in tally.items() if n >= TURNS_ON)


def _in_order(matches: Sequence[Match], law: Law) -> tuple[str, ...]:
    order = {p.id: n for n, p in enumerate(law.provisions)}
    return tuple(sorted({m.provision for m in matches}, key=lambda id_: order[id_]))


def _other_acts(reading: Reading) -> dict[str, frozenset[str]]:
    """Return the names of the other Acts that the law refers to, in document order, each with its stems.

    The name that a law gives itself in its short title, or bears in its title, is no other Act, however often it stands.
    """
    naming = {m.quote.provision for m in reading.mentions if m.concept == SHORT_TITLE}
    names = [(r.external, r.quote.provision in naming) for r in reading.references if r.external]
    own = [frozenset(stems(name)) for name, itself in names if itself]
    own.append(frozenset(stems(reading.law.title)))
    acts = {name: frozenset(stems(name)) for name, _ in names}
    return {name: words for name, words in acts.items() if not any(words <= o for o in own)}


def _name_rarity(treaty: Treaty) -> Rarity:
    return rarity(stems(name) for a in treaty.articles for name in (a.title, *a.also_called))


def _answering_act(acts: Mapping[str, frozenset[str]], article: Article, names: Rarity) -> str | None:
    """Return the first other Act that, by its name, is about the subject of the article."""
    calls = [frozenset(stems(name)) for name in (article.title, *article.also_called)]
    for act, words in acts.items():
        for wanted in calls:
            shared = wanted & words
            if shared and sum(map(names, shared)) >= SAME_SUBJECT * sum(map(names, wanted)):
                return act
    return None
