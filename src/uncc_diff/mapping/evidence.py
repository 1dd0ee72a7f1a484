"""The words of a provision by the concept they show, gathered once for all articles that it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.reading import Mention, Quote


@dataclass(frozen=True, slots=True)
class Words:
    """Words that show a concept. `place` counts through the mentions of the provision, opening words above it first."""

    place: int
    sentence: int
    quote: Quote
    negated: bool
    inherited: bool
    """Do they stand in the opening words above the provision?"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words by concept, in the order of their places."""

    text: dict[str, list[Words]]
    heading: dict[str, list[Words]]
    sentences: dict[str, set[int]]
    """The sentences of the text that show each concept."""


def evidence(inherited: Iterable[Mention], text: Iterable[Mention], heading: Iterable[Mention]) -> Evidence:
    """Return the words of a provision by concept; `inherited` are mentions in the opening words above it."""
    above = _by_concept(inherited, 0, inherited=True)
    below = _by_concept(text, sum(map(len, above.values())), inherited=False)
    for concept, words in below.items():
        above.setdefault(concept, []).extend(words)
    sentences = {concept: {w.sentence for w in words} for concept, words in above.items()}
    return Evidence(above, _by_concept(heading, 0, inherited=False), sentences)


def _by_concept(mentions: Iterable[Mention], first: int, *, inherited: bool) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for place, mention in enumerate(mentions, first):
        words = Words(place, mention.sentence, mention.quote, mention.polarity == "negated", inherited)
        found.setdefault(mention.concept, []).append(words)
    return found
