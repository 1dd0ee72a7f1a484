"""A treaty examined like a law: rules over elements, and what a faulty rule is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from arvena_convention import CONVENTION, article, element

from uncc_diff import pipeline
from uncc_diff.checking.faults import FAULTS
from uncc_diff.errors import DataError
from uncc_diff.model.treaty import Article
from uncc_diff.treaties import load_treaty
from uncc_diff.treaties.element_rule import load_element_rules
from uncc_diff.treaties.examine import examine

RULE = """\
title: No judge
why: Nobody looks.
severity: high
confidence: high
faults: [no_judicial_oversight]
role: [power]
duty: [shall]
has:
  - {kind: [conduct], need: [required], concepts: [search]}
lacks:
  - {kind: [authorization], firm: true}
message: "{article}: {elements}"
basis: [{supports: iccpr/17}, {recommends: un-model-mla}]
"""
CONCEPTS = frozenset({"search", "judicial_review"})
SEARCH = element("search", "conduct", "search", gist="looking in")
JUDGE = element("judge", "authorization", "judicial_review", need="safeguard")


def found(one: Article, folder: Path, rule: str = RULE) -> list[str]:
    (folder / "no-judge.yaml").write_text(rule, encoding="utf-8")
    rules = load_element_rules(CONCEPTS, FAULTS, folder)
    return [f.message for f in examine(replace(CONVENTION, articles=(one,)), rules)]


def power(*elements: object, **facts: object) -> Article:
    return article("4", "Search", "power", *elements, **facts)  # type: ignore[arg-type]


def test_a_power_without_a_judge_is_found(tmp_path: Path) -> None:
    assert found(power(SEARCH), tmp_path) == ["Arvena 4: looking in"]
    assert found(power(SEARCH, replace(JUDGE, qualified=("may",))), tmp_path) == ["Arvena 4: looking in"]


@pytest.mark.parametrize(
    "clean",
    [
        power(SEARCH, JUDGE),
        power(SEARCH, duty="may"),
        power(replace(SEARCH, need="option")),
        power(element("copy", "conduct", "data_copying")),
        article("4", "Search", "offence", SEARCH),
    ],
    ids=["a judge", "another duty", "another need", "another concept", "another role"],
)
def test_what_the_rule_does_not_mean_is_left_alone(clean: Article, tmp_path: Path) -> None:
    assert found(clean, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("severity: high", "severity: grave", 3, "allowed: note, low"),
        ("faults: [no_judicial_oversight]", "faults: [no_judge]", 5, "faults: unknown fault 'no_judge'"),
        ("role: [power]", "role: [powers]", 6, "did you mean 'power'?"),
        ("concepts: [search]", "concepts: [serach]", 9, "unknown concept 'serach'; did you mean 'search'?"),
        ("kind: [conduct]", "sort: [conduct]", 9, "unknown key 'sort' (allowed: kind"),
        ("  - {kind: [authorization], firm: true}", "  - {}", 11, "would match every element"),
        ("iccpr/17", "nobody", 13, "unknown authority 'nobody'"),
        ("role: [power]", 'article: ["4"]', 6, "unknown key 'article'"),
    ],
)
def test_a_faulty_rule_is_told_where(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(DataError) as caught:
        found(power(SEARCH), tmp_path, RULE.replace(old, new))
    where = [p.where for p in caught.value.problems if said in p.message]
    assert where == [f"{tmp_path.name}/no-judge.yaml:{line}"]


def reported(treaty: str) -> set[tuple[str, str]]:
    return {(f.article.number, fault) for f in pipeline.examine_treaty(load_treaty(treaty)) for fault in f.faults}


def test_the_convention_shows_what_its_elements_lack() -> None:
    pairs = reported("uncc")
    assert pairs >= {
        ("7", "no_intent_to_harm"), ("9", "no_harm_threshold"), ("24", "no_judicial_oversight"),
        ("24", "domestic_law_deference"), ("28", "compelled_assistance"), ("40", "missing_dual_criminality"),
    }  # fmt: skip
    assert not {number for number, _ in pairs} & {"12", "13", "6", "34"}


def test_the_older_convention_shares_most_and_defers_less() -> None:
    pairs = reported("budapest")
    assert {("2", "no_intent_to_harm"), ("15", "no_judicial_oversight"), ("19", "compelled_assistance")} <= pairs
    assert ("15", "domestic_law_deference") not in pairs
    assert not any(fault == "extraterritorial_reach" for _, fault in pairs)
