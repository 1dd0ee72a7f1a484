"""XLSX: coverage, findings and provisions as sheets with filters. Needs the extra `office`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from ..errors import UsageError
from ..model.comparison import Comparison
from .csv_report import COLUMNS, row
from .escape import xml
from .office import timeless
from .view import NO_ADVICE, View

_LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""


def render(comparison: Comparison) -> bytes:
    """Return the workbook of one law. Raises UsageError when openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageError("xlsx needs openpyxl", hint="install the extra: pip install 'uncc-diff[office]'") from None
    view = View(comparison)
    book = Workbook()
    book.properties.creator = "uncc-diff"
    book.properties.title = xml(view.title)
    first = book.active
    first.title = "Summary"
    _fill(
        first,
        ("Summary",),
        [(line,) for line in (view.title, view.identity, *view.verdict, *view.doubts, NO_ADVICE)],
        (120,),
    )
    _fill(book.create_sheet("Coverage"), *_coverage(view))
    widths = (24, 24, 18, 28, 7, 11, 11, 16, 34, 30, 60, 60, 26, 50, 50, 20)
    _fill(book.create_sheet("Findings"), COLUMNS, [row(view, placed) for placed in view.placed], widths)
    _fill(book.create_sheet("Provisions"), *_provisions(view))
    buffer = BytesIO()
    book.save(buffer)
    return timeless(buffer.getvalue())


def _coverage(view: View) -> tuple[Sequence[str], list[Sequence[str]], Sequence[int]]:
    rows: list[Sequence[str]] = [
        (
            coverage.treaty.short,
            entry.article.number,
            entry.article.title,
            entry.words,
            ", ".join(entry.citations),
            "; ".join(entry.missing),
            entry.note,
        )
        for coverage in view.coverage
        for entry in coverage.rows
    ]
    return (
        ("treaty", "article", "asks for", "in this text", "where", "lacks", "note"),
        rows,
        (12, 9, 40, 20, 20, 60, 50),
    )


def _provisions(view: View) -> tuple[Sequence[str], list[Sequence[str]], Sequence[int]]:
    """Every provision with its accepted articles, so that a column of one's own can be kept beside the law."""
    reading = view.comparison.reading
    shorts = {treaty.id: treaty.short for treaty in view.comparison.treaties}
    answers: dict[str, list[str]] = {}
    for match in view.comparison.mapping.matches:
        if match.accepted:
            answers.setdefault(match.provision, []).append(f"{shorts.get(match.treaty, match.treaty)} {match.article}")
    rows: list[Sequence[str]] = []
    for provision in reading.law.provisions:
        role = reading.roles.get(provision.id)
        page = provision.spans[0].page if provision.spans else None
        rows.append(
            (
                provision.citation,
                provision.level,
                provision.heading or "",
                provision.text,
                role.name if role else "",
                ", ".join(answers.get(provision.id, ())),
                "" if page is None else str(page),
                provision.id,
            )
        )
    return ("place", "level", "heading", "text", "role", "answers", "page", "id"), rows, (14, 13, 32, 90, 14, 24, 7, 36)


def _fill(sheet: Any, head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Write the table as text: a cell is never a formula, whatever it begins with."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    top, bold, shade = (
        Alignment(vertical="top", wrap_text=True),
        Font(bold=True),
        PatternFill("solid", fgColor="FFEAEEF2"),
    )
    styles: list[Any] = []
    for line, words in enumerate([head, *rows], start=1):
        for column, text in enumerate(words, start=1):
            cell = sheet.cell(line, column)
            cell.value = xml(text)[:_LONGEST]
            cell.data_type = "s"
            if line > 2 or column > 1:
                # One style for the head and one for the rest: to set each cell's anew takes longer than all else here.
                cell._style = styles[line > 1]
                continue
            cell.alignment = top
            if line == 1:
                cell.font, cell.fill = bold, shade
            styles.append(cell._style)
        sheet.row_dimensions[line].height = _height(words, widths)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _height(words: Sequence[str], widths: Sequence[int]) -> float:
    """Return a row's height in points: programs other than Excel do not fit rows to wrapped text by themselves."""
    lines = max(-(-len(text) // width) for text, width in zip(words, widths, strict=True))
    return min(15.0 * max(lines, 1), 400.0)
