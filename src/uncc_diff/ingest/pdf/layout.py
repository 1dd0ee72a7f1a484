"""The lines of a page in reading order, each labelled with what it is on the page."""

from __future__ import annotations

from collections.abc import Sequence

from uncc_diff.model.source import Box, LineKind

from .columns import Columns
from .footnotes import footnote_rows
from .margins import group_notes
from .page import Placed, Run, row_text, rows_of
from .tables import Table


def place_row(row: Sequence[Run], kind: LineKind, region: tuple[float, float] | None = None) -> Placed:
    """One line made of the runs of a row; `region` (x0, x1) is what it may be centred in."""
    if len(row) == 1:
        run = row[0]
        box = Box(run.x0, run.y0, run.x1, run.y1)
        return Placed(run.text, box, run.size, run.bold, run.italic, _centred(box, run.size, region), kind)
    longest = max(row, key=lambda run: len(run.text))
    letters = sum(len(run.text) for run in row)
    box = Box(
        min(run.x0 for run in row), min(run.y0 for run in row), max(run.x1 for run in row), max(run.y1 for run in row)
    )
    return Placed(
        row_text(row),
        box,
        longest.size,
        sum(len(run.text) for run in row if run.bold) * 2 > letters,
        sum(len(run.text) for run in row if run.italic) * 2 > letters,
        _centred(box, longest.size, region),
        kind,
    )


def _centred(box: Box, size: float, region: tuple[float, float] | None) -> bool:
    if region is None:
        return False
    left, right = box.x0 - region[0], region[1] - box.x1
    return min(left, right) > 1.5 * size and abs(left - right) <= max(0.8 * size, 0.04 * (region[1] - region[0]))


def _is_flush(row: Sequence[Run], rows: Sequence[Sequence[Run]]) -> bool:
    """Does another line of other length begin at the same place? Then both are indented, not centred."""
    return any(
        abs(row[0].x0 - other[0].x0) <= 2.5 and abs(row[-1].x1 - other[-1].x1) > 8 for other in rows if other is not row
    )


def text_lines(
    runs: Sequence[Run],
    size: float,
    region: tuple[float, float],
    *,
    middles: Sequence[float] = (),
    notes: Sequence[Run] = (),
    numbers: Sequence[Run] = (),
    tables: Sequence[Table] = (),
) -> list[Placed]:
    """The lines of one body or column from top to bottom, with notes, numbers and tables before the line they stand beside.

    `region` (x0, x1) is what lines may be centred in; `middles` are those of the usual body and of the paper, for pages whose
    text shows no edges.
    """
    rows = rows_of(list(runs))
    first_note = footnote_rows(rows, size)
    before: dict[int, list[Placed]] = {}
    lines = [(row[0].base, row_text(row)) for row in rows]
    for index, note in group_notes(notes, lines):
        before.setdefault(index, []).extend(place_row(row, "margin") for row in note)
    bases = [base for base, _ in lines]
    for number in numbers:
        nearest = min(range(len(bases)), key=lambda index: abs(bases[index] - number.base), default=0)
        before.setdefault(nearest, []).append(place_row([number], "line_number"))
    for table in tables:
        following = sum(base < table.box.y0 for base in bases)
        before.setdefault(following, []).extend(table.rows)
    placed: list[Placed] = []
    for index, row in enumerate(rows):
        placed.extend(before.pop(index, ()))
        line = place_row(row, "body" if index < first_note else "footnote", region)
        if not line.centred and middles:
            indented = line.box.x0 - region[0] > 1.5 * line.size
            level = any(abs(line.box.x0 + line.box.x1 - 2 * middle) <= 8 for middle in middles)
            line = line._replace(centred=indented and level)
        if line.centred and _is_flush(row, rows):
            line = line._replace(centred=False)
        placed.append(line)
    for rest in before.values():
        placed.extend(rest)
    return placed


def column_lines(columns: Columns, size: float, only: int | None) -> list[Placed]:
    """The lines of a page in columns: what stands above or between them first, then column after column.

    `only` is the index of the one column to read where the columns are languages; the others are left out.
    """
    chosen = range(len(columns.strips)) if only is None else (only,)
    across = rows_of(list(columns.across))
    low, high = columns.strips[0].x0, columns.strips[-1].x1
    placed: list[Placed] = []
    top = float("-inf")
    for row in [*across, []]:
        bottom = row[0].base if row else float("inf")
        for index in chosen:
            strip = columns.strips[index]
            inside = [run for run in strip.runs if top <= run.base < bottom]
            if inside:
                placed.extend(text_lines(inside, size, (strip.x0, strip.x1)))
        if row:
            placed.append(place_row(row, "body", (low, high)))
        top = bottom
    return placed


def edge_lines(runs: Sequence[Run]) -> list[Placed]:
    """Running heads or feet, from top to bottom."""
    return [place_row(row, "running") for row in rows_of(list(runs))]
