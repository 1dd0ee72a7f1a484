"""A report for a Party says which treaties bind it, and asks nothing under those that do not."""

import json
from dataclasses import replace

import pytest
from sample_comparison import comparison

from uncc_diff.model.comparison import Comparison
from uncc_diff.model.party import Party, Statement
from uncc_diff.report import render
from uncc_diff.report.view import View

SINCE = "2019-03-01"
RESERVED = Statement("budapest", "6", "reservation", "no_liability", ("possession",))


def held(*statements: Statement, signed: frozenset[str] = frozenset(), **bonds: str | None) -> Comparison:
    party = Party("Arvena", "2026-06-30", {"budapest": SINCE, **bonds}, statements, "imagined", signed)
    return replace(comparison(), party=party)


@pytest.mark.parametrize(
    ("compared", "line"),
    [
        (held(uncc=None), "UNCC does not bind Arvena, so on 2026-06-30 nothing is asked under it; 1 article is met"),
        (held(uncc=None, signed=frozenset({"uncc"})), "UNCC does not bind Arvena, which has signed it, so on 2026-06-30"),
        (held(uncc="2027-01-01"), "UNCC binds Arvena only from 2027-01-01, so on 2026-06-30 nothing is asked under it"),
        (held(), "UNCC: the profile of Arvena does not say whether it binds; "),
        (held(), f"Budapest binds Arvena since {SINCE}; "),
        (held(RESERVED), f"Budapest binds Arvena since {SINCE}, with statements to Article 6; "),
        (comparison(), "articles ask something of a law"),
    ],
)  # fmt: skip
def test_the_verdict_speaks_of_this_party(compared: Comparison, line: str) -> None:
    assert any(line in said for said in View(compared).verdict), View(compared).verdict


def test_a_standard_that_does_not_bind_says_so() -> None:
    assert "UNCC Article 24 (Conditions and safeguards) (not binding on Arvena)" in str(
        render(held(uncc=None), format="markdown")
    )
    assert "not binding" not in str(render(held(uncc=SINCE), format="markdown"))


def test_json_says_which_treaties_bind() -> None:
    report = json.loads(str(render(held(uncc=None), format="json")))
    assert report["party"] == "Arvena"
    assert {t["id"]: t["bound"] for t in report["treaties"]} == {"uncc": False, "budapest": True}


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_a_report_says_for_whom_and_when(format_: str) -> None:
    assert "Arvena, as things stood on 2026" in str(render(held(), format=format_)).replace("\\", "")
