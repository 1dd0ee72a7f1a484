"""Readings of the examples, and the rules, loaded once."""

from __future__ import annotations

from functools import cache

from uncc_diff import pipeline
from uncc_diff.checking import RuleSet, load_rules
from uncc_diff.checking.example_law import law_of_example
from uncc_diff.model.mapping import Mapping
from uncc_diff.model.reading import Reading


@cache
def all_rules() -> RuleSet:
    return load_rules(concepts=pipeline.lexicon("en").concepts, examples=True)


def read(text: str) -> Reading:
    return pipeline.annotate(law_of_example(text))


def map_articles(reading: Reading) -> Mapping:
    from uncc_diff.treaties import load_treaties

    return pipeline.map_articles(reading, load_treaties(pipeline.DEFAULT_TREATIES))
