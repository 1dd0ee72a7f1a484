"""SARIF, annotations, code quality, JUnit and CSV: what other programs read must be what they expect."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from lxml import etree
from sample_comparison import comparison, hostile, law, unpaged

from uncc_diff.model.comparison import Comparison
from uncc_diff.report import render

SARIF_SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
PATHS = {"1" * 64: "bills/network safety.md"}


def sarif(*given: Comparison, **options: Any) -> Any:
    return json.loads(render(*given, format="sarif", **options))


@pytest.mark.parametrize("make", [comparison, unpaged, hostile])
def test_sarif_obeys_the_official_schema(make: Any) -> None:
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator(schema).validate(sarif(make(), comparison()))


def test_sarif_points_at_the_line_of_a_text_file() -> None:
    results = {r["partialFingerprints"]["unccDiff/v1"]: r for r in sarif(unpaged(), paths=PATHS)["runs"][0]["results"]}
    physical = results["k2"]["locations"][0]["physicalLocation"]
    lines = law().text.split("\n")
    assert "grossly upsetting" in lines[physical["region"]["startLine"] - 1]
    assert physical["artifactLocation"]["uri"] == "bills/network%20safety.md"
    assert physical["region"]["snippet"] == {"text": "grossly upsetting"}


def test_sarif_claims_no_line_in_a_paged_file() -> None:
    result = sarif(comparison())["runs"][0]["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["properties"]["page"] == 2
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "part_II__sec_3"


def test_sarif_keeps_what_was_suppressed_or_known() -> None:
    results = {r["partialFingerprints"]["unccDiff/v1"]: r for r in sarif(comparison())["runs"][0]["results"]}
    assert results["k6"]["suppressions"][0]["justification"] == "the committee has decided to keep it"
    assert (results["k7"]["baselineState"], results["k1"]["baselineState"]) == ("unchanged", "new")


def test_sarif_rules_are_indexed_and_explained() -> None:
    run = sarif(comparison())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["help"]["text"] for rule in rules)


def test_github_annotation_stands_at_the_line() -> None:
    lines = str(render(unpaged(), format="github", paths=PATHS)).splitlines()
    number = law().text.split("\n").index("b grossly upsetting to any person in authority,") + 1
    assert any(
        line.startswith(f"::error file=bills/network safety.md,line={number},title=high legality/") for line in lines
    )


def test_github_output_is_one_command_per_line() -> None:
    lines = str(render(hostile(), format="github")).splitlines()
    assert len(lines) == 5
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_gitlab_issues_have_what_gitlab_asks_for() -> None:
    issues = json.loads(render(unpaged(), format="gitlab", paths=PATHS))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert issues[0]["location"]["path"] == "bills/network safety.md"
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5


@pytest.mark.parametrize("make", [comparison, hostile])
def test_junit_counts_what_it_holds(make: Any) -> None:
    root = etree.fromstring(str(render(make(), format="junit")).encode())
    (suite,) = root
    assert int(suite.get("tests")) == len(suite.findall("testcase"))
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))


def test_junit_case_fails_by_its_own_findings() -> None:
    root = etree.fromstring(str(render(comparison(), format="junit")).encode())
    failed = {
        case.get("name"): case.find("failure").get("type")
        for case in root.iter("testcase")
        if case.find("failure") is not None
    }
    assert failed["section 3 Listening in"] == "safeguards/interception-without-prior-authorization"
    assert "section 1 Entering a machine" not in failed


@pytest.mark.parametrize("make", [comparison, hostile])
def test_csv_is_a_table_without_formulas(make: Any) -> None:
    head, *rows = csv.reader(StringIO(str(render(make(), format="csv")), newline=""))
    assert len(rows) == 7
    for row in rows:
        assert len(row) == len(head)
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row)
