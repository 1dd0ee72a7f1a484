"""Marginal notes in plain text that kept its layout: a narrow column beside the text, to its left or to its right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_GAP = 2
"""Blank columns at least between a note and the text."""

_NARROW, _WIDE = (8, 30), 40
"""Columns: how wide a side column can be, and the text beside it at least."""

_CROSSING = 0.08
"""Share of lines (running heads, titles over the full width) that may stand across the gap."""

_BESIDE = 0.5
"""Share of the notes' lines that have text beside them; in two columns of text or in a table it is otherwise."""

_NOTED = 0.6
"""Share of the lines that notes can take; a table's column takes more."""

_AT_SECTIONS = 0.5
"""Share of notes that begin beside the first line of a section: what tells notes from all else."""

_STRETCH = 40
"""Lines."""

_SECTION = re.compile(r"\W{0,2}\d{1,3}(?:-?[A-Z]{1,2})?\.(?:\s|$)")


class Column(NamedTuple):
    """Where a page's side column ends (`left`) or begins (not `left`), counted in characters."""

    at: int
    left: bool

    def split(self, row: str) -> tuple[str, str] | None:
        """Return note and text of a line, or None for a line that stands across the gap or is no such line."""
        if row[max(0, self.at - _GAP) : self.at].strip():
            return None
        note, text = (row[: self.at], row[self.at :]) if self.left else (row[self.at :], row[: self.at])
        if note.strip() and (note[0].isspace() or not re.search(r"[^\W\d_]", note)):
            return None
        return note, text


class Noted(NamedTuple):
    """A line of the page: `row` is its place there; `text` is what remains without the note's words."""

    row: int
    text: str
    note: str = ""
    begins: bool = False
    """Is it the first line of a note?"""

    @property
    def at_section(self) -> bool:
        """Does its text begin with a section's number?"""
        return bool(_SECTION.match(self.text.strip()))


def side_notes(rows: Sequence[str]) -> list[Noted] | None:
    """Return the lines of a page with their notes apart, None where the page has no such column.

    A text without pages is looked through stretch by stretch: its contents list and preamble have no notes.
    """
    if not any(" " * _GAP in row.strip() for row in rows):
        return None  # most texts: nothing stands beside anything
    whole = _best(rows)
    if whole or len(rows) <= _STRETCH:
        return _apart(rows, whole) if whole else None
    stretches = list(_stretches(rows))
    columns = [_best(rows[start:stop]) for start, stop in stretches]
    usual = Counter(column for column in columns if column).most_common(1)
    if not usual:
        return None
    return [
        line._replace(row=start + line.row)
        for (start, stop), column in zip(stretches, columns, strict=True)
        for line in _apart(rows[start:stop], column or usual[0][0])
    ]


def _best(rows: Sequence[str]) -> Column | None:
    """Return the column of notes that most lines begin right at or behind."""
    return max(_columns(rows), default=(0, None))[1]


def _stretches(rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the beginnings and ends of stretches of about a page, parted at blank lines."""
    start = 0
    for at, row in enumerate(rows):
        if at - start >= _STRETCH and not row.strip():
            yield start, at
            start = at
    yield start, len(rows)


def _columns(rows: Sequence[str]) -> Iterator[tuple[int, Column]]:
    """Yield every column that holds notes, with the number of lines that begin right at it."""
    filled = [row for row in rows if row.strip()]
    width = max((len(row.rstrip()) for row in filled), default=0)
    for left in (True, False):
        narrow = range(_NARROW[0], _NARROW[1] + 1)
        for at in narrow if left else (width - n for n in narrow if width - n >= _WIDE):
            column = Column(at, left)
            if _holds_notes(filled, column, width):
                yield sum(row[at : at + 1].strip() != "" for row in filled), column


def _holds_notes(rows: Sequence[str], column: Column, width: int) -> bool:
    if width - column.at < _WIDE if column.left else column.at < _WIDE:
        return False
    halves = [half for row in rows if (half := column.split(row))]
    if len(rows) - len(halves) > max(1, _CROSSING * len(rows)):
        return False
    notes = [(note, text) for note, text in halves if note.strip()]
    if not notes or len(notes) > _NOTED * len(halves):
        return False
    if sum(bool(text.strip()) for _, text in notes) < _BESIDE * len(notes):
        return False
    apart = _apart(rows, column)
    begun = [line for line in apart if line.begins]
    own = begun if begun[0].at_section else begun[1:]  # what stands first may go on from the page before
    return bool(own) and sum(line.at_section for line in own) >= _AT_SECTIONS * len(own)


def _apart(rows: Sequence[str], column: Column) -> list[Noted]:
    found: list[Noted] = []
    open_note = False
    for number, row in enumerate(rows):
        halves = column.split(row)
        if halves is None or not row.strip():
            found.append(Noted(number, row))
            open_note = open_note and halves is not None and bool(row.strip())
            continue
        note, text = halves
        if note.strip() and not text.strip() and not open_note:
            found.append(Noted(number, row))  # a short line of its own: a note begins beside text
            continue
        begins = bool(note.strip()) and (not open_note or bool(_SECTION.match(text.strip())))
        open_note = bool(note.strip())
        found.append(Noted(number, text, note.strip(), begins))
    return found
