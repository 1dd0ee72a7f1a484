"""Every concept finds its own examples, and none of its near misses."""

from __future__ import annotations

from functools import cache

import pytest

from uncc_diff.language import Lexicon, annotate_text, load_lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _cases(kind: str) -> list[tuple[str, str]]:
    return [(c.id, text) for c in load_lexicon().entries.values() for text in (c.hits if kind == "hit" else c.misses)]


def _affirmed(concept: str, text: str) -> list[str]:
    reading = annotate_text(text, _lexicon())
    return [reading.words(m.quote) for m in reading.mentions if m.concept == concept and m.polarity != "negated"]


@pytest.mark.parametrize(("concept", "text"), _cases("hit"))
def test_an_example_mentions_its_concept(concept: str, text: str) -> None:
    assert _affirmed(concept, text), f"{concept} is not found in {text!r}"


@pytest.mark.parametrize(("concept", "text"), _cases("miss"))
def test_a_near_miss_does_not(concept: str, text: str) -> None:
    assert _affirmed(concept, text) == [], f"{concept} is found in {text!r}"
