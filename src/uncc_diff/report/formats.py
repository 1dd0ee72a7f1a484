"""Every format there is: its name, how its files end, and where its renderer lives. Renderers are imported when used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a comparison."""

    name: str
    module: str
    suffix: str
    gist: str
    joins: bool = True
    """Can one file of this format hold several laws?"""
    points: bool = False
    """Does it point into files of a repository, so that it wants `paths`?"""

    @property
    def render(self) -> Callable[..., str | bytes]:
        """The renderer: `render(*comparisons, **options) -> str | bytes`; a format that does not join takes one."""
        found: Any = import_module(f"uncc_diff.report.{self.module}")
        renderer: Callable[..., str | bytes] = found.render
        return renderer


_ALL = (
    Format("terminal", "terminal", ".txt", "for reading in a terminal: verdict, worst findings, gaps"),
    Format("markdown", "markdown", ".md", "gap report, or what --template makes of it"),
    Format("json", "json_report", ".json", "everything, by the contract uncc-diff/1"),
    Format("sarif", "sarif", ".sarif", "findings for code scanning (SARIF 2.1.0)", points=True),
    Format("github", "github", ".github.txt", "findings as GitHub annotations", points=True),
    Format("gitlab", "gitlab", ".gitlab.json", "findings as GitLab code quality", points=True),
    Format("junit", "junit", ".xml", "each numbered provision as a test case"),
    Format("csv", "csv_report", ".csv", "one row per finding"),
    Format("html", "html", ".html", "one self-contained page with charts, text, findings and filters", joins=False),
    Format("docx", "word", ".docx", "the gap report in Word", joins=False),
    Format("xlsx", "excel", ".xlsx", "coverage, findings and provisions as sheets (extra: office)", joins=False),
)

FORMATS: dict[str, Format] = {entry.name: entry for entry in _ALL}
