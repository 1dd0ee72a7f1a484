"""How the whole text answers each article: what is met, what is missing, and what cannot be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from ..model.mapping import Gap, GapStatus, Match
from ..model.party import Requirement
from ..model.reading import Reading
from ..model.treaty import Article, Treaty
from .signals import BARRED
from .tally import Known, count, punished, what_is_known
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
OWN_SANCTIONS = "the offences named carry their own sanctions"
UNCLEAR = "nothing in the text clearly answers this; the nearest provisions are named"
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
        order={p.id: n for n, p in enumerate(reading.law.provisions)},
        acts=_other_acts(reading),
        names=_name_rarity(treaty),
        doubtful=doubtful,
        place="these texts" if together else "this text",
        known=what_is_known(reading, treaty, matches, party_known=requirements is not NOTHING_EXCUSED),
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

    order: Mapping[str, int]
    """The place of each provision in the law, by its id."""
    acts: Mapping[str, frozenset[str]]
    names: Rarity
    doubtful: float
    place: str
    known: Known

    def gap(self, article: Article, matches: Sequence[Match]) -> Gap:
        """Return how the text answers the article; `matches` are all candidates for it."""
        if article.for_states:
            return self._gap(article, "not_required", note=FOR_STATES)
        other = _answering_act(self.acts, article, self.names)
        referred = f"the text refers to the {other}" if other else ""
        accepted = [m for m in matches if m.accepted]
        near = [m for m in matches if not m.accepted and self._near(m)]
        if accepted or punished(article, self.known):
            return self._answered(article, accepted, near, referred)
        required = tuple(e.id for e in article.elements if e.need == "required")
        absent = f"absent in {self.place}"
        if other:
            return self._gap(article, "elsewhere", missing=required, note=f"{absent}; {referred}")
        if near:
            return self._gap(article, "unclear", near, required, UNCLEAR)
        if article.duty in OPTIONAL:
            return self._gap(article, "not_required", note=f"{absent}; {OPTIONAL[article.duty]}")
        return self._gap(article, "absent", missing=required, note=absent)

    def _answered(self, article: Article, accepted: Sequence[Match], near: Sequence[Match], referred: str) -> Gap:
        tally = count(article, accepted, near, self.known)
        places = _in_order([*accepted, *tally.completed_by], self.order) or self.known.punishing
        if tally.acts_left_out and referred:
            note = f"its acts are those of another law; {referred}"
            return Gap(article.treaty, article.number, "elsewhere", places, tally.missing, note)
        own = [] if accepted else [OWN_SANCTIONS]
        notes = [*own, *tally.notes, *([referred] if tally.missing and referred else [])]
        status: GapStatus = "partial" if tally.missing else "met"
        return Gap(article.treaty, article.number, status, places, tally.missing, "; ".join(notes))

    def _near(self, match: Match) -> bool:
        """Is it worth a reader's look, though not accepted? Not where nothing of what defines the article is there."""
        signals = match.signals
        hopeless = signals.get(BARRED, 0.0) > 0 or signals.get("undefined", 0.0) >= 1
        return match.overruled is None and match.score >= self.doubtful and not hopeless

    def _gap(
        self,
        article: Article,
        status: GapStatus,
        matches: Sequence[Match] = (),
        missing: tuple[str, ...] = (),
        note: str = "",
    ) -> Gap:
        return Gap(article.treaty, article.number, status, _in_order(matches, self.order), missing, note)


def _in_order(matches: Sequence[Match], order: Mapping[str, int]) -> tuple[str, ...]:
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


@lru_cache(maxsize=32)
def _name_rarity(treaty: Treaty) -> Rarity:
    return rarity(stems(name) for a in treaty.articles for name in (a.title, *a.also_called))


def _answering_act(acts: Mapping[str, frozenset[str]], article: Article, names: Rarity) -> str | None:
    """Return the first other Act that, by its name, is about the subject of the article."""
    calls = [frozenset(stems(name)) for name in (article.title, *article.also_called)] if acts else []
    for act, words in acts.items():
        for wanted in calls:
            shared = wanted & words
            if shared and sum(map(names, shared)) >= SAME_SUBJECT * sum(map(names, wanted)):
                return act
    return None
