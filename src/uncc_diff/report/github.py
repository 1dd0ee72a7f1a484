"""GitHub workflow commands: each finding as an annotation at its line."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.comparison import Comparison
from ..model.finding import Severity
from . import files
from .escape import github_message, github_property
from .placed import Placed
from .view import View

_COMMANDS: dict[Severity, str] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "notice",
    "note": "notice",
}


def render(*comparisons: Comparison, paths: Mapping[str, str] | None = None) -> str:
    """Return one workflow command per finding that counts, worst first; a law that was not examined is a warning."""
    lines = []
    for comparison in comparisons:
        view = View(comparison)
        lines += [_command(comparison, placed, paths or {}) for placed in view.active]
        if view.unread:
            lines.append(f"::warning title=not examined::{github_message(f'{view.title}: {view.verdict[0]}')}")
    return "".join(f"{line}\n" for line in lines)


def _command(comparison: Comparison, placed: Placed, paths: Mapping[str, str]) -> str:
    finding = placed.finding
    where = {"file": files.path(comparison, placed, paths)}
    line = files.line(placed)
    if line is not None:
        where["line"] = str(line)
    where["title"] = f"{finding.severity} {finding.rule}"
    properties = ",".join(f"{key}={github_property(value)}" for key, value in where.items())
    remedy = f" {finding.remedy}" if finding.remedy else ""
    return f"::{_COMMANDS[finding.severity]} {properties}::{github_message(files.message(placed) + remedy)}"
