"""Every rule finds something in each of its failing examples and nothing in its passing ones."""

from __future__ import annotations

import pytest

from uncc_diff import pipeline
from uncc_diff.checking import Rule, run_examples

from .conftest import all_rules, map_articles


@pytest.mark.parametrize("rule", list(all_rules()), ids=lambda rule: rule.id)
def test_the_examples_of(rule: Rule) -> None:
    wrong = [r for r in run_examples([rule], pipeline.annotate, map_articles) if not r.ok]
    assert wrong == []
