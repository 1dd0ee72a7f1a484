"""Ruled tables as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from uncc_diff.model.source import Box

from .grids import Grid
from .page import Placed, Run, Word, rows_of
from .strips import is_marker

NEAR = 3.0
"""Points by which text may stand out of its table."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's place and its rows as lines, cells separated by tabs."""

    box: Box
    rows: tuple[Placed, ...]


def may_hold_table(runs: Sequence[Run]) -> bool:
    """Do enough rows fall apart into pieces that no paragraph number explains? Only then are its rules looked up."""
    apart = 0
    for row in rows_of(list(runs)):
        for left, right in pairwise(row):
            if right.x0 - left.x1 > 0.8 * left.size and not is_marker(left.text) and not right.text.isdigit():
                apart += 1
                break
    return apart >= 2


def tables_of(grids: Sequence[Grid], runs: Sequence[Run]) -> tuple[list[Table], list[Run]]:
    """Return (tables from top to bottom, the runs outside them)."""
    tables: list[Table] = []
    rest = list(runs)
    for grid in grids:
        box = _around([cell for row in grid for cell in row if cell])
        inside = [run for run in rest if _is_inside(run, box)]
        rows = list(_rows(inside, grid))
        if len(rows) < 2 or sum("\t" in row.text.strip("\t") for row in rows) < 2:
            continue
        taken = {id(run) for run in inside}
        rest = [run for run in rest if id(run) not in taken]
        tables.append(Table(box, tuple(rows)))
    return tables, rest


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _is_inside(run: Run, box: Box) -> bool:
    return box.y0 <= run.middle <= box.y1 and box.x0 - NEAR <= (run.x0 + run.x1) / 2 <= box.x1 + NEAR


def _rows(inside: Sequence[Run], grid: Grid) -> Iterator[Placed]:
    """Yield the rows that hold anything, each as one line; words stand in the row in which their cell begins."""
    cells: list[list[list[Run]]] = [[[] for _ in row] for row in grid]
    for run in inside:
        pieces: dict[tuple[int, int], list[Word]] = {}
        for word in run.words:
            pieces.setdefault(_cell_at((word.x0 + word.x1) / 2, run.middle, grid), []).append(word)
        for (line, column), words in pieces.items():
            cells[line][column].append(run.of(words))
    for row in cells:
        runs = [run for cell in row for run in cell]
        if runs:
            largest = max(runs, key=lambda run: len(run.text))
            box = _around([Box(run.x0, run.y0, run.x1, run.y1) for run in runs])
            text = "\t".join(_cell_text(cell) for cell in row)
            yield Placed(text, box, largest.size, largest.bold, largest.italic, False, "table")


def _cell_at(x: float, y: float, grid: Grid) -> tuple[int, int]:
    """Return row and column of the cell that holds the place, or of the nearest."""
    cells = [(row, column, cell) for row, line in enumerate(grid) for column, cell in enumerate(line) if cell]
    return min(cells, key=lambda at: _outside(x, at[2].x0, at[2].x1) + _outside(y, at[2].y0, at[2].y1))[:2]


def _outside(place: float, low: float, high: float) -> float:
    return max(low - place, 0.0, place - high)


def _cell_text(runs: list[Run]) -> str:
    """The lines of a cell as running text; a word broken at a line's end is joined."""
    text = ""
    for row in rows_of(runs):
        line = " ".join(run.text for run in row)
        if text and text[-1] in "\ufffe\x02\u00ad":
            text = text[:-1] + ("" if line[:1].islower() else "-") + line
        else:
            text = f"{text} {line}" if text else line
    return text
