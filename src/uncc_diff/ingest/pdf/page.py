"""What a page holds before it is understood: runs of words with their place and look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from uncc_diff.model.source import Box, LineKind


class Word(NamedTuple):
    """A word and its horizontal extent in points."""

    text: str
    x0: float
    x1: float


class Run(NamedTuple):
    """Words side by side on one baseline, with no wide gap between them. Points, origin at the top left of the page as read."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    """Height of the baseline."""
    size: float
    """Font size as it appears, the scale of the text matrix included."""
    bold: bool
    italic: bool
    words: tuple[Word, ...]
    askew: bool = False
    """Runs in another direction than the page is read: a watermark, or text along the edge."""

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page, turned so that its text reads from left to right."""

    number: int
    """1-based."""
    width: float
    height: float
    runs: tuple[Run, ...]
    turn: int = 0
    """Quarter turns, clockwise, from the page as displayed to the page as read."""
    turned: bool = False
    """True when its own axes are not those of the display, by its rotation entry or by its text."""
    cut: bool = False
    """True when the page holds more characters than are read."""
    ocr: bool = False
    """True when the text is a layer that a scanning program laid under the picture."""


class Placed(NamedTuple):
    """A line in reading order, not yet part of a source text. `box` is in points of the page as read."""

    text: str
    box: Box
    size: float
    bold: bool
    italic: bool
    centred: bool
    kind: LineKind


def rows_of(runs: list[Run]) -> list[list[Run]]:
    """The runs grouped by baseline, from the top of the page to its foot, each row from left to right."""
    rows: list[list[Run]] = []
    base = -1e9
    for run in sorted(runs, key=_by_baseline):
        if run.base - base > 0.4 * run.size:
            rows.append([run])
            base = run.base
        else:
            rows[-1].append(run)
    for row in rows:
        if len(row) > 1:
            row.sort(key=_by_left)
    return rows


def _by_baseline(run: Run) -> float:
    return run.base


def _by_left(run: Run) -> float:
    return run.x0
