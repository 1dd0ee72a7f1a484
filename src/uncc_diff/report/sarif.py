"""SARIF 2.1.0 (OASIS): findings for code scanning, with the rules' help, stable fingerprints and what was suppressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.comparison import Comparison
from ..model.finding import Finding, Severity
from . import files
from .escape import markdown, plain
from .json_writing import dump
from .placed import Placed
from .view import View

_LEVELS: dict[Severity, str] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "note": "note",
}


def render(*comparisons: Comparison, paths: Mapping[str, str] | None = None) -> str:
    """Return one SARIF log with one run per law."""
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(comparison, paths or {}) for comparison in comparisons],
    }
    return dump(log)


def _run(comparison: Comparison, paths: Mapping[str, str]) -> dict[str, Any]:
    view = View(comparison)
    rules: dict[str, Placed] = {}
    for placed in view.placed:
        rules.setdefault(placed.finding.rule, placed)
    index = {rule: number for number, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "uncc-diff",
                "version": comparison.tool_version,
                "rules": [_rule(rule, placed) for rule, placed in rules.items()],
            }
        },
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": [_doubt(line) for line in _doubts(view)]}
        ],
        "columnKind": "unicodeCodePoints",
        "results": [_result(comparison, placed, index, paths, bool(view.known)) for placed in view.placed],
        "properties": {
            "rulesVersion": comparison.rules_version,
            "profile": comparison.profile,
            "law": plain(comparison.law.title),
        },
    }


def _doubts(view: View) -> tuple[str, ...]:
    """Return what was doubtful in the reading, and first that nothing was examined when that is so."""
    return (*((view.verdict[0],) if view.unread else ()), *view.doubts)


def _doubt(line: str) -> dict[str, Any]:
    return {"level": "warning", "message": {"text": line}}


def _rule(rule: str, placed: Placed) -> dict[str, Any]:
    finding = placed.finding
    lines = [
        plain(finding.title) + ".",
        *(f"{ground[:1].upper()}{ground[1:]}." for ground in placed.grounds),
        plain(finding.remedy),
    ]
    return {
        "id": rule,
        "shortDescription": {"text": plain(finding.title)},
        "help": {
            "text": " ".join(filter(None, lines)),
            "markdown": "\n\n".join(markdown(line) for line in lines if line),
        },
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": list(finding.faults), "precision": finding.confidence},
    }


def _result(
    comparison: Comparison, placed: Placed, index: dict[str, int], paths: Mapping[str, str], baseline: bool
) -> dict[str, Any]:
    finding = placed.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": files.message(placed)},
        "locations": [_location(comparison, placed, paths)],
        "partialFingerprints": {"unccDiff/v1": finding.id},
        "properties": _properties(placed),
    }
    if finding.suppressed is not None:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": plain(finding.suppressed)}
        ]
    if baseline:
        result["baselineState"] = "unchanged" if finding.baseline == "known" else "new"
    return result


def _location(comparison: Comparison, placed: Placed, paths: Mapping[str, str]) -> dict[str, Any]:
    """A page has no line of the file, so a PDF gets no region; the page and the legal place say where to look."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": files.uri(comparison, placed, paths)}}
    line = files.line(placed)
    if line is not None:
        physical["region"] = {"startLine": line}
        if placed.excerpt:
            physical["region"]["snippet"] = {"text": placed.excerpt.words}
    location: dict[str, Any] = {"physicalLocation": physical}
    finding = placed.finding
    if finding.provision is not None:
        location["logicalLocations"] = [
            {"name": placed.citation, "fullyQualifiedName": plain(finding.provision), "decoratedName": placed.place}
        ]
    return location


def _properties(placed: Placed) -> dict[str, Any]:
    finding: Finding = placed.finding
    found: dict[str, Any] = {"severity": finding.severity, "confidence": finding.confidence}
    if placed.page is not None:
        found["page"] = placed.page
    return found
