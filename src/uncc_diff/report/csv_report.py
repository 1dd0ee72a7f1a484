"""CSV: one row per finding, suppressed and known ones too, for spreadsheets and scripts."""

from __future__ import annotations

import csv
from io import StringIO

from ..model.comparison import Comparison
from .escape import cell
from .placed import Placed
from .view import View

COLUMNS = (
    "file", "law", "place", "heading", "page", "severity", "confidence", "status", "rule", "title", "message", "quote",
    "faults", "basis", "remedy", "id",
)  # fmt: skip


def render(*comparisons: Comparison) -> str:
    """Return the table with a head row; every cell is text that no spreadsheet runs as a formula."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for comparison in comparisons:
        view = View(comparison)
        for placed in view.placed:
            writer.writerow([cell(value) for value in row(view, placed)])
    return buffer.getvalue()


def row(view: View, placed: Placed) -> list[str]:
    """Return the cells of one finding, in the order of `COLUMNS`, unescaped."""
    finding, law = placed.finding, view.comparison.law
    status = "new" if finding.baseline == "new" else "known"
    if finding.suppressed is not None:
        status = f"suppressed: {finding.suppressed}"
    return [
        law.files[placed.file].name, view.title, placed.place, placed.heading,
        "" if placed.page is None else str(placed.page), finding.severity, finding.confidence, status,
        finding.rule, finding.title, placed.message, placed.quote, "; ".join(finding.faults), "; ".join(placed.standard),
        finding.remedy, finding.id,
    ]  # fmt: skip
