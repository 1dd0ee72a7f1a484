"""Map a law to treaties: which provision answers which article, with evidence, and what is left open on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model.mapping import Gap, Mapping, Match
from ..model.reading import Reading
from ..model.review import MatchOverride
from ..model.treaty import Treaty
from .beyond import find_beyond
from .defining import NAMED, defining, is_means_of, shows_all_acts
from .elements import compare_elements, relation
from .gaps import NOTHING_EXCUSED, Requirements, find_gaps
from .level import settle
from .overrides import overrule
from .practice import practice_gaps
from .profiles import Profile, articles_of
from .safeguards import safeguards
from .score import Weights, logistic, scored, shipped_weights
from .signals import BARRED, Compared, Index, Signals
from .terms import stems
from .units import Unit, units

SHOWN = 3
"""Candidates kept per provision and treaty, accepted or not, so that a person sees what else was considered."""
WORTH = 0.05
"""Score below which a candidate is kept without its elements, unless a reviewer overrules: nobody will look at them."""
EVIDENCE = {"heading": 0.5, "heading_concepts": 0.5, "core": 0.3, "concepts": 0.1, "words": 0.3, "role": 0.3}
"""From where on a signal counts as evidence; a match needs two, so that nothing is accepted on one weak signal."""
BESIDE = 0.75
"""Part of the usual score that a second article needs where a clause plainly answers a first one."""
WHOLE = 0.5
"""Part of the usual score that an offence needs which shows all that the article asks for."""
SEVERAL = 3
"""As many required elements seldom stand together by chance."""
LIKELIER_THAN_NOT = 0.5
OTHERWISE = 0.3
"""How much less another article's name may fit than that of the article which a heading names."""
SPEAKS_OF = 0.75
"""Likeness of a heading and the name of an article from which the heading makes up for a part of what defines it."""
HALF = 0.5
UNIQUE = 0.85
"""A role signal this strong stands for two: one article alone has the role, and the clause surely does it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit against an article, before elements are compared."""

    unit: Unit
    profile: Profile
    score: float
    signals: Signals

    @property
    def possible(self) -> bool:
        """Is what defines the article there, and does the clause do what can answer it?

        Where the heading speaks of the article, half of what defines it is enough: words for the act are many.
        """
        least = HALF if self.signals["heading"] >= SPEAKS_OF else 0.0
        return self.signals["undefined"] <= least and not self.signals[BARRED]

    @property
    def named_among_others(self) -> bool:
        """Does its heading hold a whole name of the article, among other words?"""
        words = set(stems(self.unit.heading))
        return any(words.issuperset(name.split()) for name in self.profile.names)

    @property
    def whole(self) -> bool:
        """Does it show every required element of an offence, of which there are several?"""
        asked = len(self.profile.required) >= SEVERAL and self.profile.role == "offence"
        return asked and self.signals["covered"] == 1.0 and not self.signals["nested"]

    def accepted(self, weights: Weights) -> bool:
        """Is it possible, is the score high enough, and does it rest on two signals at least?

        Whatever its heading says, an offence that shows all elements needs less score.
        """
        least = weights.accept * (WHOLE if self.whole else 1.0)
        if self.score < least or not self.possible:
            return False
        strong = sum(self.signals[name] >= least for name, least in EVIDENCE.items())
        return strong + (self.signals["role"] >= UNIQUE) >= 2


def map_articles(
    reading: Reading,
    treaties: Sequence[Treaty],
    *,
    weights: Weights | None = None,
    overrides: Sequence[MatchOverride] = (),
    together: bool = False,
    requirements: Requirements = NOTHING_EXCUSED,
) -> Mapping:
    """Return the mapping of a law to treaties.

    Matches come in document order, then treaty order, best first: the three best candidates of every comparable
    provision and all accepted ones. Gaps come in article order. `together` says that the reading joins several Acts
    that are judged as one law. `requirements` says, by article id, what a Party need not do in full; only gaps change by it.
    Raises ConfigError for an override that names nothing.
    """
    weights = weights or shipped_weights()
    compared = units(reading, defining().abroad)
    law = Compared(reading, compared)
    matches: list[Match] = []
    gaps: list[Gap] = []
    known: list[Profile] = []
    for treaty in treaties:
        index = Index(law, articles_of(treaty))
        known += index.profiles
        found: list[Match] = []
        for unit in compared:
            found += _matches(reading, treaty, candidates(index, unit, weights), weights, 0.0 if overrides else WORTH)
        settled = overrule(settle(reading.law, found), reading.law, [treaty], overrides)
        matches += settled
        gaps += (
            practice_gaps(reading, treaty)
            if treaty.practice
            else find_gaps(reading, treaty, settled, weights.doubtful, together, requirements)
        )
    order = {p.id: n for n, p in enumerate(reading.law.provisions)}
    rank = {t.id: n for n, t in enumerate(treaties)}
    matches.sort(key=lambda m: (order[m.provision], rank[m.treaty], -m.score))
    # A model of practice asks for no offence and no power, so nothing can go beyond it.
    beyond = () if all(t.practice for t in treaties) else find_beyond(compared, known, matches)
    return Mapping(tuple(matches), tuple(gaps), beyond)


def candidates(index: Index, unit: Unit, weights: Weights) -> list[Candidate]:
    """Return the shortlisted articles of one treaty for a unit, best first."""
    compared = index.compare(unit)
    rated = scored(weights, [signals for _, signals in compared])
    found = [
        Candidate(unit, profile, score, signals) for (profile, _), (score, signals) in zip(compared, rated, strict=True)
    ]
    return sorted(found, key=lambda c: -c.score)


def accepted(found: Sequence[Candidate], weights: Weights) -> list[bool]:
    """Return of each candidate, best first, whether it is accepted.

    Beside one that is, another needs less score if all acts that its article names are there: a clause may answer two.
    But where its heading is the name of an article that laws must answer, it answers no article of quite another name;
    without a heading a second article must be likelier than not; and an offence that is only the means of the first is
    none of its own. A power that no other article speaks of is answered wherever it is stated.
    """
    plainly = [c.accepted(weights) for c in found]
    if not any(plainly):
        return plainly
    eased = replace(weights, accept=BESIDE * weights.accept)
    asked = [c for c in found if c.possible and not c.profile.article.for_states]
    name = max((c.signals["heading"] for c in asked), default=0.0)
    taken = [
        (yes or (c.accepted(eased) and shows_all_acts(c.unit, c.profile.article)))
        and (name < NAMED or c.signals["heading"] >= name - OTHERWISE or c.named_among_others)
        for c, yes in zip(found, plainly, strict=True)
    ]
    first = next((c for c, yes in zip(found, taken, strict=True) if yes), None)
    return [
        (yes and (first is None or c is first or _beside(c, first))) or _states_apart(c, weights)
        for c, yes in zip(found, taken, strict=True)
    ]


def _beside(second: Candidate, first: Candidate) -> bool:
    """Can a unit that answers `first` answer `second` too? Without a heading that must be likelier than not."""
    likely = not second.signals["bare"] or second.score >= LIKELIER_THAN_NOT
    return likely and not is_means_of(second.unit, second.profile.article, first.profile.article)


def _states_apart(candidate: Candidate, weights: Weights) -> bool:
    """Does a clause that answers an article already state another power in so many words?

    Its heading was chosen for the first, so the second is judged as if there were no heading and no first.
    """
    article = candidate.profile.article
    acts = {c for e in article.elements if e.need == "required" and e.kind == "conduct" for c in e.any}
    stated = article.role == "power" and not acts.isdisjoint(defining().apart & candidate.unit.in_text)
    if not stated or not candidate.possible or not candidate.signals["role"]:
        return False
    alone = {**candidate.signals, "heading": 0.0, "heading_concepts": 0.0, "bare": 1.0}
    return logistic(weights.sum(alone)) >= LIKELIER_THAN_NOT and shows_all_acts(candidate.unit, article)


def _matches(
    reading: Reading, treaty: Treaty, found: Sequence[Candidate], weights: Weights, worth: float
) -> list[Match]:
    return [
        match(reading, treaty, candidate, yes, elements=yes or candidate.score >= worth)
        for place, (candidate, yes) in enumerate(zip(found, accepted(found, weights), strict=True))
        if place < SHOWN or yes
    ]


def match(reading: Reading, treaty: Treaty, candidate: Candidate, accepted: bool, *, elements: bool = True) -> Match:
    """Return the candidate, compared element by element if wanted."""
    article = candidate.profile.article
    compared = (
        compare_elements(reading, candidate.unit, article, safeguards().get(article.role, ())) if elements else ()
    )
    return Match(
        provision=candidate.unit.provision.id,
        treaty=treaty.id,
        article=article.number,
        score=round(candidate.score, 4),
        accepted=accepted,
        relation=relation(article, compared, accepted),
        elements=compared,
        signals={name: round(value, 4) if value else 0.0 for name, value in candidate.signals.items()},
    )
