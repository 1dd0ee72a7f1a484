"""Numbers that bills print beside every fifth (or every) line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .page import Page, Run, Word

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
        first = run.words[0].text
        if _is_number(run.text) and (run.x1 <= left + 1 or run.x0 >= right - 1):
            candidates.append((run, True))
        elif len(run.words) > 1 and _is_number(first) and run.words[1].x0 - run.words[0].x1 > 0.45 * run.size:
            candidates.append((run, False))
    if not candidates:
        return [], list(runs)
    for edge in (_right_edge, _left_edge):
        for anchor in sorted({edge(run) for run, _ in candidates}):
            column = sorted((item for item in candidates if abs(edge(item[0]) - anchor) <= 5), key=_height)
            if not any(alone for _, alone in column) or not _counts(column, expected):
                continue
            taken = {run for run, _ in column}
            numbers = [run if alone else _first_word(run) for run, alone in column]
            rest = [run for run in runs if run not in taken]
            rest.extend(_without_first_word(run) for run, alone in column if not alone)
            return numbers, rest
    return [], list(runs)


def _is_number(text: str) -> bool:
    return len(text) <= 3 and text.isascii() and text.isdigit()


def _right_edge(run: Run) -> float:
    return round(run.words[0].x1, 1)


def _left_edge(run: Run) -> float:
    return round(run.words[0].x0, 1)


def _height(item: tuple[Run, bool]) -> float:
    return item[0].base


def _counts(column: Sequence[tuple[Run, bool]], expected: bool) -> bool:
    values = [int(run.words[0].text) for run, _ in column]
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


def _first_word(run: Run) -> Run:
    word = run.words[0]
    return run._replace(text=word.text, x0=word.x0, x1=word.x1, words=(word,))


def _without_first_word(run: Run) -> Run:
    words: tuple[Word, ...] = run.words[1:]
    return run._replace(text=" ".join(word.text for word in words), x0=words[0].x0, words=words)
