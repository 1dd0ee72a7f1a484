"""Ruled tables as rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from uncc_diff.model.source import Box

from .page import Placed, Run, Word, rows_of
from .rules import Rule
from .strips import is_marker

NEAR = 3.0
"""Points within which rules meet, and within which two of them are one."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's place and its rows as lines, cells separated by tabs."""

    box: Box
    rows: tuple[Placed, ...]


def may_hold_table(runs: Sequence[Run]) -> bool:
    """Do enough rows fall apart into pieces that no paragraph number explains? Only then are the page's rules looked up."""
    apart = 0
    for row in rows_of(list(runs)):
        for left, right in pairwise(row):
            if right.x0 - left.x1 > 0.8 * left.size and not is_marker(left.text) and not right.text.isdigit():
                apart += 1
                break
    return apart >= 2


def tables_of(rules: Sequence[Rule], runs: Sequence[Run]) -> tuple[list[Table], list[Run]]:
    """Return (tables from top to bottom, the runs outside them)."""
    tables: list[Table] = []
    rest = list(runs)
    for upright in _frames([rule for rule in rules if rule.upright]):
        x_lines = _levels([rule.x0 for rule in upright])
        top, bottom = min(rule.y0 for rule in upright), max(rule.y1 for rule in upright)
        if len(x_lines) < 3:
            continue
        wide = x_lines[-1] - x_lines[0]
        across = [
            rule
            for rule in rules
            if not rule.upright
            and top - NEAR <= rule.y0 <= bottom + NEAR
            and rule.x1 > x_lines[0]
            and rule.x0 < x_lines[-1]
        ]
        y_lines = [
            level
            for level in _levels([rule.y0 for rule in across] + [top, bottom])
            if level in (top, bottom)
            or sum(rule.x1 - rule.x0 for rule in across if abs(rule.y0 - level) <= NEAR) >= 0.6 * wide
        ]
        inside = [run for run in rest if _is_inside(run, x_lines, top, bottom)]
        rows = [
            row
            for above, below in pairwise(y_lines)
            for row in _row([run for run in inside if above <= run.middle < below], x_lines)
        ]
        if len(rows) < 2 or sum("\t" in row.text.strip("\t") for row in rows) < 2:
            continue
        taken = {id(run) for run in inside}
        rest = [run for run in rest if id(run) not in taken]
        tables.append(Table(Box(x_lines[0], top, x_lines[-1], bottom), tuple(rows)))
    return tables, rest


def _frames(upright: Sequence[Rule]) -> list[list[Rule]]:
    """Vertical rules that share a stretch of the page, group by group from top to bottom."""
    groups: list[list[Rule]] = []
    low = float("-inf")
    for rule in sorted(upright, key=lambda rule: (rule.y0, rule.x0)):
        if rule.y0 > low + NEAR:
            groups.append([])
        groups[-1].append(rule)
        low = max(low, rule.y1)
    return groups


def _levels(places: Sequence[float]) -> list[float]:
    """The distinct places, those nearer than three points taken as one."""
    levels: list[float] = []
    for place in sorted(places):
        if not levels or place - levels[-1] > NEAR:
            levels.append(place)
    return levels


def _is_inside(run: Run, x_lines: Sequence[float], top: float, bottom: float) -> bool:
    middle = (run.x0 + run.x1) / 2
    return top <= run.middle <= bottom and x_lines[0] - NEAR <= middle <= x_lines[-1] + NEAR


def _row(runs: Sequence[Run], x_lines: Sequence[float]) -> list[Placed]:
    """The row as one line, or nothing when it is empty."""
    if not runs:
        return []
    cells: list[list[Run]] = [[] for _ in x_lines[1:]]
    for run in runs:
        pieces: dict[int, list[Word]] = {}
        for word in run.words:
            middle = (word.x0 + word.x1) / 2
            pieces.setdefault(sum(middle >= line for line in x_lines[1:-1]), []).append(word)
        for cell, words in pieces.items():
            cells[cell].append(run.of(words))
    text = "\t".join(_cell_text(cell) for cell in cells)
    largest = max(runs, key=lambda run: len(run.text))
    box = Box(
        min(run.x0 for run in runs),
        min(run.y0 for run in runs),
        max(run.x1 for run in runs),
        max(run.y1 for run in runs),
    )
    return [Placed(text, box, largest.size, largest.bold, largest.italic, False, "table")]


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
