"""GitLab Code Quality: findings for merge requests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..model.comparison import Comparison
from ..model.finding import Severity
from . import files
from .escape import json_text
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
    issues = [
        _issue(comparison, placed, paths or {}) for comparison in comparisons for placed in View(comparison).active
    ]
    return json_text(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


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
