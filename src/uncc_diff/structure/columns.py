"""How lines stand in their column of the page: its edges, the space between lines, and lines that end before they must."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from ..model.source import Line, Source

_BACK_UP = 60.0
"""Points by which a line stands above the one before it where a column begins."""

_FULL = 0.9
"""Share of a column's lines that end no further right than its right edge; the rest are too wide or beside the text."""

_SLACK = 0.6
"""Font sizes that must be left over where a further word would have fitted; its width is an estimate."""


class Edges(NamedTuple):
    """Where a column's text begins and ends, in points from the left of the page."""

    left: float
    right: float


def column_edges(source: Source) -> dict[int, Edges]:
    """Return the edges of the column that each body line stands in, by the line's start."""
    edges: dict[int, Edges] = {}
    column: list[Line] = []
    for line in source.lines:
        if line.box is None or line.kind != "body":
            continue
        if column and _leaves_column(column[-1], line):
            _set(column, edges)
            column = []
        column.append(line)
    if column:
        _set(column, edges)
    return edges


def _leaves_column(before: Line, line: Line) -> bool:
    """Is the line on another page than the one before, or at the top of the next column?"""
    if (before.file, before.page) != (line.file, line.page) or before.box is None or line.box is None:
        return True
    return line.box.y0 < before.box.y0 - _BACK_UP and line.box.x0 > before.box.x0


def _set(column: Sequence[Line], edges: dict[int, Edges]) -> None:
    boxes = [line.box for line in column if line.box]
    rights = sorted(box.x1 for box in boxes)
    edge = Edges(min(box.x0 for box in boxes), rights[int(_FULL * (len(rights) - 1))])
    edges.update((line.start, edge) for line in column)


def usual_pitch(source: Source) -> float:
    """Return the usual distance from line to line in points; 0 where boxes are unknown."""
    steps = [
        b.box.y0 - a.box.y0
        for a, b in zip(source.lines, source.lines[1:], strict=False)
        if a.box and b.box and a.page == b.page and 2 < b.box.y0 - a.box.y0 < 60 and a.kind == b.kind == "body"
    ]
    return median(steps) if steps else 0.0


def stands_apart(before: Line, line: Line, pitch: float) -> bool:
    """Does blank space stand between two lines that follow one another?"""
    if before.page != line.page or before.file != line.file:
        return False
    if before.box and line.box and pitch:
        return line.box.y0 - before.box.y0 > 1.35 * pitch or line.box.y0 < before.box.y0
    return line.number - before.number > 1


def ends_early(before: Line, line: Line, edges: Mapping[int, Edges]) -> bool:
    """Would the first word of `line` have stood on the line before it? Then the printer meant the line to end."""
    edge = edges.get(before.start)
    if edge is None or before.box is None or line.box is None or before.kind != "body" or before.centred:
        return False
    letter = (line.box.x1 - line.box.x0) / len(line.text)
    word = len(line.text.split(maxsplit=1)[0]) + 1
    return before.box.x1 + word * letter < edge.right - _SLACK * (before.size or 10.0)
