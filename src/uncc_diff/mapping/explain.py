"""Why a provision is held to answer an article or not: the data behind `explain`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import UsageError
from ..model.mapping import ElementMatch, Match
from ..model.reading import Reading
from ..model.treaty import Article, Element, Treaty
from .articles import accepted, candidates, match
from .defining import defining
from .profiles import articles_of
from .score import RIVAL, Weights, shipped_weights
from .signals import NAMES, Compared, Index
from .units import units


@dataclass(frozen=True, slots=True)
class Contribution:
    """One signal: its value, its weight, and what it adds to the log odds (weight times value)."""

    signal: str
    value: float
    weight: float

    @property
    def adds(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Explanation:
    """A provision beside an article. `contributions` and `constant` sum to the log odds of `match.score`."""

    article: Article
    match: Match
    elements: tuple[tuple[Element | None, ElementMatch], ...]
    """The article's elements with how each stands; None for a safeguard that no element asks for."""
    contributions: tuple[Contribution, ...]
    constant: float


def explain(
    reading: Reading,
    treaties: Sequence[Treaty],
    provision: str,
    article: str | None = None,
    *,
    weights: Weights | None = None,
) -> tuple[Explanation, ...]:
    """Return explanations for a provision (its id), best first: of each treaty's shortlist, or of one `article` only.

    `article` is an address such as uncc/7. An article that is not on the shortlist of the provision gives an empty
    result: nothing in the provision speaks for it. Raises UsageError if the provision cannot be compared (it is no
    section and carries no duty of its own) or the article is unknown.
    """
    weights = weights or shipped_weights()
    if article is not None and article not in {a.id for t in treaties for a in t.articles}:
        raise UsageError(f"no article {article} in the treaties compared", hint="name it as treaty/number, e.g. uncc/7")
    compared = units(reading, defining().abroad)
    unit = next((u for u in compared if u.provision.id == provision), None)
    if unit is None:
        raise UsageError(
            f"{provision} cannot be compared with articles by itself",
            hint="choose the section it stands in, or a part that creates an offence or a power",
        )
    found = []
    law = Compared(reading, compared)
    for treaty in treaties:
        shortlist = candidates(Index(law, articles_of(treaty)), unit, weights)
        for candidate, yes in zip(shortlist, accepted(shortlist, weights), strict=True):
            if article not in (None, candidate.profile.article.id):
                continue
            result = match(reading, treaty, candidate, yes)
            by_id = {e.id: e for e in candidate.profile.article.elements}
            found.append(
                Explanation(
                    article=candidate.profile.article,
                    match=result,
                    elements=tuple((by_id.get(e.id), e) for e in result.elements),
                    contributions=(
                        *(Contribution(n, candidate.signals[n], weights.of[n]) for n in NAMES),
                        Contribution(RIVAL, candidate.signals[RIVAL], weights.rival),
                    ),
                    constant=weights.constant,
                )
            )
    return tuple(sorted(found, key=lambda e: -e.match.score))
