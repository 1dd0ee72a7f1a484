"""Plain text: one line is one line, a form feed begins a page, indentation shows what is centred."""

from __future__ import annotations

from ..model.source import Source
from .amendment_notes import label_amendment_notes
from .encoding import decode
from .lines import Draft, assemble
from .repeated_lines import label_repeated

_WIDE_INDENT = 8
"""Columns; text set in by less is a paragraph's indentation."""


def read_text(data: bytes, name: str, language: str | None = None) -> Source:
    """Return the lines of a plain text in any common encoding. Raises InputError for bytes that are no text."""
    text, caveats = decode(data, name)
    sheets = text.rstrip("\f\n ").split("\f")
    paged = len(sheets) > 1
    drafts: list[Draft] = []
    number = 0
    for page, sheet in enumerate(sheets, 1):
        rows = [row.expandtabs() for row in sheet.split("\n")]
        measure = max((len(row.rstrip()) for row in rows), default=0)
        for offset, raw in enumerate(sheet.split("\n"), 1):
            number = offset if paged else number + 1
            row = rows[offset - 1].rstrip()
            drafts.append(Draft(raw, number, page if paged else None, centred=_centred(row, measure)))
    drafts = label_amendment_notes(label_repeated([draft for draft in drafts if draft.text.strip()]))
    return assemble(
        drafts, data=data, name=name, pages=len(sheets) if paged else None, language=language, caveats=caveats
    )


def _centred(row: str, measure: int) -> bool:
    """Is the row, within lines of `measure` columns, set in on both sides alike?"""
    left = len(row) - len(row.lstrip())
    right = measure - len(row)
    return left >= _WIDE_INDENT and abs(left - right) <= max(4, measure // 10)
