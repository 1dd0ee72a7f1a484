"""Plain text: one line is one line, a form feed begins a page, indentation shows what is centred."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.source import Source
from .converted import set_right
from .encoding import decode
from .lines import Draft, assemble
from .side_notes import Noted, side_notes
from .torn_words import mend_torn_words

_WIDE_INDENT = 8
"""Columns; text set in by less is a paragraph's indentation."""


def read_text(data: bytes, name: str, language: str | None = None) -> Source:
    """Return the lines of a plain text in any common encoding. Raises InputError for bytes that are no text."""
    text, caveats = decode(data, name)
    sheets = text.rstrip("\f\n ").split("\f")
    paged = len(sheets) > 1
    drafts: list[Draft] = []
    note_end = 0
    for page, sheet in enumerate(sheets, 1):
        rows = [row.expandtabs().rstrip() for row in sheet.split("\n")]
        lines = side_notes(rows) or [Noted(at, row) for at, row in enumerate(rows)]
        measure = max((len(line.text.rstrip()) for line in lines), default=0)
        here = page if paged else None
        for line in lines:
            number = line.row + 1
            if line.note:
                # a note stands whole before the line it begins beside, also when it runs on to the next page
                at = len(drafts) if line.begins and not _goes_on(line, lines, note_end) else note_end
                drafts.insert(at, Draft(line.note, number, here, kind="margin"))
                note_end = at + 1
            drafts.append(Draft(line.text, number, here, centred=_centred(line.text, measure)))
    drafts = set_right(mend_torn_words([draft for draft in drafts if draft.text.strip()]))
    return assemble(
        drafts, data=data, name=name, pages=len(sheets) if paged else None, language=language, caveats=caveats
    )


def _goes_on(line: Noted, lines: Sequence[Noted], note_end: int) -> bool:
    """Does a note at the top of a page, beside no first line of a section, go on from the page before?"""
    first = next(other for other in lines if other.note)
    return bool(note_end) and line is first and not line.at_section


def _centred(row: str, measure: int) -> bool:
    """Is the row, within lines of `measure` columns, set in on both sides alike?"""
    left = len(row) - len(row.lstrip())
    right = measure - len(row)
    return left >= _WIDE_INDENT and abs(left - right) <= max(4, measure // 10)
