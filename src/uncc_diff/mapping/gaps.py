"""How the whole text answers each article: what is met, what is missing, and what cannot be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..model.law import Law
from ..model.mapping import Gap, GapStatus, Match
from ..model.party import Requirement
from ..model.reading import Reading
from ..model.treaty import Article, Treaty
from .terms import Rarity, rarity, stems

OPTIONAL = {
    "shall_consider": "Parties are asked to consider this, not to do it",
    "may": "a Party may do this and need not",
    "none": "this article asks nothing of a law by itself",
}
Requirements = Mapping[str, Requirement]
NOTHING_EXCUSED: Requirements = MappingProxyType({})
"""Without a party profile every article is judged as its treaty asks it."""
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
    acts = _other_acts(reading)
    names = _name_rarity(treaty)
    by_article: dict[str, list[Match]] = {}
    for match in matches:
        by_article.setdefault(match.article, []).append(match)
    gaps = []
    for article in treaty.articles:
        if article.role != "final":
            asked = requirements.get(article.id, Requirement())
            found = by_article.get(article.number, [])
            gap = _gap(_without(article, asked.waived), found, acts, names, doubtful, together, reading.law)
            gaps.append(_excused(gap, asked))
    return tuple(gaps)


def _without(article: Article, waived: frozenset[str]) -> Article:
    return replace(article, elements=tuple(e for e in article.elements if e.id not in waived)) if waived else article


def _excused(gap: Gap, asked: Requirement) -> Gap:
    """Return the gap as it is for this Party, with the reason; what is met stays met, whoever asked for it."""
    note = "; ".join(filter(None, (gap.note, asked.note)))
    if asked.required or gap.status == "met":
        return replace(gap, note=note)
    return replace(gap, status="not_required", missing=(), note=note)


def _gap(
    article: Article,
    matches: Sequence[Match],
    acts: Mapping[str, frozenset[str]],
    names: Rarity,
    doubtful: float,
    together: bool,
    law: Law,
) -> Gap:
    accepted = [m for m in matches if m.accepted]
    other = _answering_act(acts, article, names)
    referred = f"the text refers to the {other}" if other else ""
    if accepted:
        missing = _missing(article, accepted)
        status: GapStatus = "partial" if missing or all(m.relation == "related" for m in accepted) else "met"
        return Gap(
            article.treaty, article.number, status, _in_order(accepted, law), missing, referred if missing else ""
        )
    required = tuple(e.id for e in article.elements if e.need == "required")
    place = "these texts" if together else "this text"
    if other:
        return Gap(article.treaty, article.number, "elsewhere", (), required, f"absent in {place}; {referred}")
    near = [m for m in matches if m.score >= doubtful and m.overruled is None]
    if near:
        note = "nothing in the text clearly answers this; the nearest provisions are named"
        return Gap(article.treaty, article.number, "unclear", _in_order(near, law), required, note)
    if article.duty in OPTIONAL:
        return Gap(
            article.treaty, article.number, "not_required", (), (), f"absent in {place}; {OPTIONAL[article.duty]}"
        )
    return Gap(article.treaty, article.number, "absent", (), required, f"absent in {place}")


def _missing(article: Article, accepted: Sequence[Match]) -> tuple[str, ...]:
    """Return the required elements that no accepted provision shows; one that is narrowed everywhere is missing too."""
    shown = {e.id for m in accepted for e in m.elements if e.status in ("present", "wider")}
    if any(m.overruled is not None and m.relation == "full" for m in accepted):
        return ()
    return tuple(e.id for e in article.elements if e.need == "required" and e.id not in shown)


def _in_order(matches: Sequence[Match], law: Law) -> tuple[str, ...]:
    order = {p.id: n for n, p in enumerate(law.provisions)}
    return tuple(sorted({m.provision for m in matches}, key=lambda id_: order[id_]))


def _other_acts(reading: Reading) -> dict[str, frozenset[str]]:
    """Return the names of the other Acts that the law refers to, in document order, each with its stems."""
    return {r.external: frozenset(stems(r.external)) for r in reading.references if r.external}


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
