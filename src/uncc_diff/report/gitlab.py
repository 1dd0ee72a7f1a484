"""GitLab Code Quality: findings for merge requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.comparison import Comparison
from ..model.finding import Severity
from . import files
from .json_writing import dump
from .placed import Placed
from .view import View

_SEVERITIES: dict[Severity, str] = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "note": "info",
}


def render(*comparisons: Comparison, paths: Mapping[str, str] | None = None) -> str:
    """Return an array of the findings that count, worst first."""
    issues = []
    for comparison in comparisons:
        view = View(comparison)
        issues += [_issue(comparison, placed, paths or {}) for placed in view.active]
        if view.unread:
            issues.append(_not_examined(view, paths or {}))
    return dump(issues)


def _issue(comparison: Comparison, placed: Placed, paths: Mapping[str, str]) -> dict[str, Any]:
    """The format wants a line of every issue; findings in a paged file are put at line 1 and name their page."""
    finding = placed.finding
    return {
        "description": files.message(placed),
        "check_name": finding.rule,
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": files.path(comparison, placed, paths), "lines": {"begin": files.line(placed) or 1}},
    }


def _not_examined(view: View, paths: Mapping[str, str]) -> dict[str, Any]:
    """Return the issue that tells of a law in a language that cannot be read: no issue would look like a clean law."""
    file = view.comparison.law.files[0]
    return {
        "description": view.verdict[0],
        "check_name": "not-examined",
        "fingerprint": f"not-examined:{file.sha256}",
        "severity": "info",
        "location": {"path": paths.get(file.sha256, file.name), "lines": {"begin": 1}},
    }
