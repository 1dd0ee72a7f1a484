"""The JSON contract: valid by the shipped schema, complete, true to the source."""

import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from sample_comparison import comparison, hostile, law

from uncc_diff.model.finding import SEVERITIES, Confidence, Support
from uncc_diff.model.law import Level
from uncc_diff.model.mapping import ElementState, GapStatus, MatchRelation
from uncc_diff.model.reading import FactKind, RoleName
from uncc_diff.model.source import CaveatCode
from uncc_diff.report import render
from uncc_diff.report.schema import schema_text

SCHEMA: dict[str, Any] = json.loads(schema_text())


def parsed(*given: Any) -> Any:
    return json.loads(render(*given, format="json"))


@pytest.mark.parametrize("make", [comparison, hostile], ids=["plain", "hostile"])
def test_report_obeys_the_schema(make: Any) -> None:
    Draft202012Validator(SCHEMA).validate(parsed(make()))


def test_several_laws_are_an_array_of_reports() -> None:
    reports = parsed(comparison(), comparison())
    Draft202012Validator(SCHEMA).validate(reports)
    assert [r["schema"] for r in reports] == ["uncc-diff/1", "uncc-diff/1"]


def test_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def described(value: Any, schema: dict[str, Any], path: str = "$") -> None:
    """Assert that every key of `value` is described by the schema: what is written is published."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, list):
        for entry in value:
            described(entry, schema.get("items", {}), f"{path}[]")
    elif isinstance(value, dict) and "properties" in schema:
        for key, entry in value.items():
            assert key in schema["properties"], f"{path}.{key}"
            described(entry, schema["properties"][key], f"{path}.{key}")


def test_every_key_is_in_the_schema() -> None:
    described(parsed(comparison()), SCHEMA["$defs"]["report"])


@pytest.mark.parametrize(
    ("place", "values"),
    [
        (("provision", "level"), get_args(Level)),
        (("provision", "role"), (*get_args(RoleName), None)),
        (("warning", "code"), get_args(CaveatCode)),
        (("gap", "status"), get_args(GapStatus)),
        (("match", "relation"), get_args(MatchRelation)),
        (("element", "status"), get_args(ElementState)),
        (("fact", "kind"), get_args(FactKind)),
        (("finding", "severity"), SEVERITIES),
        (("finding", "confidence"), get_args(Confidence)),
        (("basis", "support"), get_args(Support)),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) and len(value) == 2 else "",
)
def test_closed_lists_are_those_of_the_model(place: tuple[str, str], values: tuple[str, ...]) -> None:
    assert tuple(SCHEMA["$defs"][place[0]]["properties"][place[1]]["enum"]) == tuple(values)


def test_offsets_lead_to_the_words_in_the_source() -> None:
    source, report = law().text, parsed(comparison())
    quoted = [f for f in report["findings"] if f["quote"]]
    quoted += [e for m in report["matches"] for e in m["elements"] if e["quote"]]
    assert len(quoted) > 3
    for entry in quoted:
        assert source[entry["start"] : entry["end"]] == entry["quote"]


def test_text_is_the_provisions_own() -> None:
    texts = {p["id"]: p["text"] for p in parsed(comparison())["provisions"]}
    assert texts["part_I__sec_2"] == "Whoever posts words that are"
    assert texts["part_I"] == ""


def test_suppressed_and_known_stay_visible_and_are_not_counted() -> None:
    report = parsed(comparison())
    assert {f["id"]: f["suppressed"] for f in report["findings"]}["k6"] == {
        "reason": "the committee has decided to keep it"
    }
    assert report["summary"]["findings"] == {"critical": 1, "high": 2, "medium": 1, "low": 0, "note": 1}
    assert (report["summary"]["suppressed"], report["summary"]["known"]) == (1, 1)


@pytest.mark.parametrize(
    ("date", "not_yet", "told"), [("2004-07-01", False, True), (None, True, False), (None, False, None)]
)
def test_a_treaty_is_in_force_or_known_not_to_be_or_not_known(
    date: str | None, not_yet: bool, told: bool | None
) -> None:
    given = comparison()
    treaty = replace(given.treaties[0], in_force=date, not_in_force=not_yet)
    report = parsed(replace(given, treaties=(treaty, *given.treaties[1:])))
    Draft202012Validator(SCHEMA).validate(report)
    assert report["treaties"][0]["in_force"] is told
