"""Marginal notes set beside the text on a page: the heading of the section that starts beside them, or a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model.source import Line
from .rows import Row

_SAME_BLOCK = 1.75
"""Line heights between the tops of two lines of one note."""

_BESIDE = 16.0
"""Points between the top of a note and the first line of the section it heads."""

_NEAR = 34.0
"""The same, for a section that would otherwise have no note: a long note may have been pushed up or down."""

_REFERENCE = re.compile(r"(?i)^\(?(?:act|acts|cap|chapter|law|ord|ordinance|s\.?\s?i\.?|no)\b\.?.{0,12}\d")
"""A note that names another law by number begins afresh, however close it stands to a heading."""


@dataclass(slots=True)
class Margins:
    """Marginal notes sorted out: `headings` by the row that the section starts on; the rest, with the line beside them."""

    headings: dict[int, list[Line]] = field(default_factory=dict)
    others: list[tuple[list[Line], Row | None]] = field(default_factory=list)


def sort_margins(lines: Sequence[Line], rows: Sequence[Row], starts: Sequence[int]) -> Margins:
    """Return which marginal notes head the sections that start on the rows `starts`."""
    blocks = _blocks(lines)
    sorted_out = Margins()
    if not blocks:
        return sorted_out
    by_page: dict[tuple[int, int | None], list[int]] = {}
    for at in starts:
        line = rows[at].line
        by_page.setdefault((line.file, line.page), []).append(at)
    pairs: list[tuple[float, int, int]] = []
    for number, block in enumerate(blocks):
        for at in by_page.get((block[0].file, block[0].page), ()):
            distance = _distance(block[0] if block[0].box else block[-1], rows[at].line)
            if distance <= _NEAR:
                pairs.append((distance, number, at))
    taken: set[int] = set()
    for distance, number, at in sorted(pairs):
        if number in taken or at in sorted_out.headings:
            continue
        if distance > _BESIDE and _is_reference(blocks[number]):
            continue
        sorted_out.headings[at] = blocks[number]
        taken.add(number)
    places = _Places(rows)
    sorted_out.others = [(block, places.beside(block[0])) for n, block in enumerate(blocks) if n not in taken]
    return sorted_out


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each note together."""
    blocks: list[list[Line]] = []
    last_at = -2
    for at, line in enumerate(lines):
        if line.kind != "margin":
            continue
        afresh = _REFERENCE.match(line.text) or (
            blocks and _is_complete_reference(blocks[-1]) and line.text[:1].isupper()
        )
        if blocks and not afresh and _continues(blocks[-1][-1], line, adjacent=at == last_at + 1):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        last_at = at
    return blocks


def _continues(above: Line, line: Line, *, adjacent: bool) -> bool:
    if above.box is None or line.box is None:
        return adjacent
    if above.page != line.page or above.file != line.file:
        return False
    height = max(above.box.y1 - above.box.y0, 6.0)
    step = line.box.y0 - above.box.y0
    return 0 < step <= _SAME_BLOCK * height and abs(line.box.x0 - above.box.x0) < 4 * height


def _distance(note: Line, start: Line) -> float:
    if note.box is None or start.box is None:
        return (start.start - note.end) / 4 if note.start < start.start else abs(note.start - start.end) / 2
    return abs(note.box.y0 - start.box.y0)


def _is_complete_reference(block: Sequence[Line]) -> bool:
    """Does the note name another law and end with its number or year?"""
    return bool(_REFERENCE.match(" ".join(line.text for line in block))) and block[-1].text[-1:].isdigit()


def _is_reference(block: Sequence[Line]) -> bool:
    """Notes with a number (`Act No. 4 of 2021`, `Cap. 1`) name other laws more often than sections."""
    return any(c.isdigit() for line in block for c in line.text)


class _Places:
    """Finds the body row that stands beside a note."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._pages: dict[tuple[int, int | None], list[Row]] = {}
        for row in rows:
            self._pages.setdefault((row.line.file, row.line.page), []).append(row)

    def beside(self, note: Line) -> Row | None:
        rows = self._pages.get((note.file, note.page), ())
        return min(rows, key=lambda row: _distance(note, row.line), default=None)
