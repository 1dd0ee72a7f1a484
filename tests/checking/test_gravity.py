"""How grave a finding is: the rule's severity, less where the clause confines itself, less where the law repeats itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from uncc_diff.checking import check
from uncc_diff.model.mapping import Mapping

from .conftest import all_rules, read

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "gravity.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_severity_follows_the_clause(name: str) -> None:
    case = CASES[name]
    reading = read(case["text"])
    found = check(reading, Mapping(), [all_rules().get(case["rule"])])
    assert {reading.law.by_id[f.provision].citation: f.severity for f in found if f.provision} == case["found"]


def test_the_first_of_several_names_the_others_and_they_name_it() -> None:
    case = CASES["what repeats is said gravely once"]
    first, second = check(read(case["text"]), Mapping(), [all_rules().get(case["rule"])])
    assert first.message.endswith("The same holds for 2.")
    assert second.message.endswith("See 1.")


def test_a_missing_element_is_named_by_what_it_says() -> None:
    from .conftest import map_articles

    reading = read(
        "1. Illegal access\nA person who accesses a computer system commits an offence and is liable to a fine."
    )
    (found,) = check(
        reading, map_articles(reading), [all_rules().get("criminalization/element-missing-illegal-access")]
    )
    assert "UNCC, article 7" in found.message
    assert "done on purpose" in found.message
