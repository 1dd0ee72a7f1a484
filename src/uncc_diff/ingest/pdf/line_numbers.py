"""Numbers that bills print beside every fifth (or every) line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .page import Page, Run

STEPS = (5, 10)


def split_line_numbers(page: Page, runs: Sequence[Run], *, expected: bool = False) -> tuple[list[Run], list[Run]]:
    """Return (line numbers, other runs) of a page.

    Line numbers stand in one column left or right of the text, count down the page in equal steps and have no point after them.
    One single number is believed only where `expected`, that is where other pages of the document have whole series.
    """
    wide = [run for run in runs if run.width > 0.3 * page.width]
    if not wide:
        return [], list(runs)
    left, right = min(run.x0 for run in wide), max(run.x1 for run in wide)
    candidates: list[tuple[Run, bool]] = []
    for run in runs:
        if not run.text[0].isdigit():
            continue
        if _is_number(run.text):
            if run.x1 <= left + 1 or run.x0 >= right - 1:
                candidates.append((run, True))
        elif " " in run.text:
            first, second = run.words[:2]
            if _is_number(first.text) and second.x0 - first.x1 > 0.45 * run.size:
                candidates.append((run, False))
    if not candidates:
        return [], list(runs)
    for edge in (_right_edge, _left_edge):
        for anchor in sorted({edge(run) for run, _ in candidates}):
            column = sorted((item for item in candidates if abs(edge(item[0]) - anchor) <= 5), key=_height)
            if not any(alone for _, alone in column) or not _counts(column, expected):
                continue
            taken = {run for run, _ in column}
            numbers = [run if alone else run.of(run.words[:1]) for run, alone in column]
            rest = [run for run in runs if run not in taken]
            rest.extend(run.of(run.words[1:]) for run, alone in column if not alone)
            return numbers, rest
    return [], list(runs)


def _is_number(text: str) -> bool:
    return len(text) <= 3 and text.isascii() and text.isdigit()


def _right_edge(run: Run) -> float:
    return round(run.edges[1], 1)


def _left_edge(run: Run) -> float:
    return round(run.edges[0], 1)


def _height(item: tuple[Run, bool]) -> float:
    return item[0].base


def _counts(column: Sequence[tuple[Run, bool]], expected: bool) -> bool:
    values = [int(run.text.split(" ", 1)[0]) for run, _ in column]
    if len(values) == 1:
        return expected and values[0] % 5 == 0
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1:
        # One number lost between the lines leaves a double step; still a series when all are multiples of five.
        return len(values) >= 3 and min(steps) > 0 and all(value % 5 == 0 for value in values) and max(steps) <= 10
    step = steps.pop()
    if step in STEPS:
        return values[0] % 5 == 0
    return step == 1 and len(values) >= 10
