"""Runs the examples that every rule carries: they document it, and they are its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..model.law import Law
from ..model.mapping import Mapping
from ..model.reading import Reading
from .engine import check
from .example_law import law_of_example
from .rule import Rule


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example and what became of it."""

    rule: str
    kind: Literal["fail", "pass"]
    number: int
    """Position in its list, from 1."""
    text: str
    found: bool
    """Did the rule find something?"""

    @property
    def ok(self) -> bool:
        return self.found == (self.kind == "fail")


def run_examples(
    rules: Iterable[Rule], annotate: Callable[[Law], Reading], map_articles: Callable[[Reading], Mapping] | None = None
) -> Iterator[ExampleResult]:
    """Yield the result of each example of each rule. Each is read as a small law and given to `annotate`.

    Rules of kind treaty need `map_articles`; without it they are passed over.
    """
    for rule in rules:
        if rule.kind == "treaty" and map_articles is None:
            continue
        cases: tuple[tuple[Literal["fail", "pass"], tuple[str, ...]], ...] = (
            ("fail", rule.examples.failing),
            ("pass", rule.examples.passing),
        )
        for kind, texts in cases:
            for number, text in enumerate(texts, start=1):
                reading = annotate(law_of_example(text))
                matches = map_articles(reading) if map_articles and rule.kind == "treaty" else Mapping()
                yield ExampleResult(rule.id, kind, number, text, bool(check(reading, matches, (rule,))))
