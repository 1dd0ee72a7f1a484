"""Marginal notes that lost their margin: small text in a cell beside the body, or in the midst of a body paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .docx_values import Block, Cell, Paragraph, Row, Run, Table
from .lines import Draft

_SMALLER = 0.9
"""Of the body's size; smaller text beside the body is a note."""

_LONGEST_NOTE = 200
_NARROW = 0.35
"""Share of its row's width up to which a cell can be a margin."""

_OFTEN = 2
"""Rows with a note beside the body from which a document counts as one with margins."""

_UNIT_START = re.compile(r"^\W{0,3}(?:[^\W\d]{2,12}\.?\s+)?\d{1,4}[A-Za-z]{0,3}\s?[.)–—-]", re.I)
_LIST_MARKER = re.compile(
    r"""^(?:[(\[]\s*(?:\d{1,4}[A-Za-z]{0,2}|[A-Za-z]{1,5})\s*[)\]][.]?  # (12A) [iv]
        |(?:\d{1,4}[A-Za-z]{0,2}|[A-Za-z]{1,5})\s*[.)]               # 12. iv)
        |\d{1,4}[A-Za-z]?|[ivxIVX]{1,4}|[A-Za-z]|[•–—-])$""",
    re.VERBOSE,
)


def starts_unit(text: str) -> bool:
    """Does the text begin with a number as sections bear it: `12.`, `Section 12.`, `12A.—`?"""
    return _UNIT_START.match(text) is not None


def is_list_marker(text: str) -> bool:
    """Is the text nothing but a number or letter of a list?"""
    return _LIST_MARKER.match(text) is not None


class Margins:
    """Tells the notes of one document from its text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.body_size = _body_size(blocks)
        rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
        self.by_size = sum(1 for row in rows if self._has_small_cell(row)) >= _OFTEN
        self.by_width = sum(1 for row in rows if self._narrow(row) is not None) >= _OFTEN

    def is_note_cell(self, cell: Cell, row: Row) -> bool:
        """Is the cell a margin beside the row's text?"""
        text = cell.text
        if not text or len(text) > _LONGEST_NOTE or is_list_marker(text):
            return False
        if self.by_size and all(self.is_small(run) for p in cell.paragraphs for run in p.runs if run.text.strip()):
            return any(self._is_body(other) for other in row.cells if other is not cell)
        return self.by_width and self._narrow(row) is cell

    def is_small(self, run: Run) -> bool:
        """Is the run in smaller type than the body, and neither raised nor small capitals?"""
        return self.is_small_type(run) and not run.text.isupper()

    def is_small_type(self, run: Run) -> bool:
        """Is the run in smaller type than the body, small capitals included?"""
        return run.size is not None and run.size < _SMALLER * self.body_size and not run.raised

    def _has_small_cell(self, row: Row) -> bool:
        filled = [cell for cell in row.cells if cell.text]
        small = [
            cell
            for cell in filled
            if len(cell.text) <= _LONGEST_NOTE
            and all(self.is_small(run) for p in cell.paragraphs for run in p.runs if run.text.strip())
        ]
        return bool(small) and any(self._is_body(cell) for cell in filled)

    def _is_body(self, cell: Cell) -> bool:
        sizes = [run.size for p in cell.paragraphs for run in p.runs if run.text.strip()]
        return bool(sizes) and any(size is not None and size >= _SMALLER * self.body_size for size in sizes)

    def _narrow(self, row: Row) -> Cell | None:
        """Return the narrow cell of a row of two whose other cell begins a numbered unit."""
        if len(row.cells) != 2:
            return None
        for note, text in (row.cells, row.cells[::-1]):
            whole = note.width + text.width
            short = len(note.text) <= _LONGEST_NOTE and len(text.text) >= 2 * len(note.text)
            if note.text and whole and note.width <= _NARROW * whole and short and not is_list_marker(note.text):
                return note if starts_unit(text.text) else None
        return None


def _body_size(blocks: Sequence[Block]) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in all_paragraphs(blocks):
        for run in paragraph.runs:
            if run.size is not None:
                sizes[run.size] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def all_paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    """Return the paragraphs of the blocks, those in tables included, in document order."""
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs.append(block)
        else:
            paragraphs.extend(p for row in block.rows for cell in row.cells for p in cell.paragraphs)
    return paragraphs


def joined(line: Draft, more: Draft) -> Draft:
    """Return the line with the words of another one that continues it. A hyphen at its end may be the word's own."""
    space = "" if line.text.endswith("-") else " "
    return replace(line, text=f"{line.text}{space}{more.text}")


def place_note(drafts: list[Draft], note: Draft, *, fresh: bool) -> None:
    """Put the note where its section begins, among the lines so far.

    A fresh note stands beside what follows. Another one continues the last note, unless a section without a note has
    begun since: then it is that section's.
    """
    place = len(drafts)
    if not fresh:
        last = next((at for at in range(len(drafts) - 1, -1, -1) if drafts[at].kind == "margin"), None)
        since = range((last if last is not None else -1) + 1, len(drafts))
        starts = [at for at in since if drafts[at].kind == "body" and starts_unit(drafts[at].text)]
        if last is not None and len(starts) <= 1:
            drafts[last] = joined(drafts[last], note)
            return
        if starts:
            place = starts[-1]
    number = drafts[place].number if place < len(drafts) else note.number
    drafts.insert(place, replace(note, number=number))
