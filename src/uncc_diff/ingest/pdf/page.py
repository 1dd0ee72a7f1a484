"""What a page holds before it is understood: runs of words with their place and look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from uncc_diff.model.source import Box, LineKind

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
    edges: tuple[float, ...]
    """Left and right edge of each word of `text`, one after the other; bare numbers, as there are hundreds of thousands."""
    askew: bool = False
    """Runs in another direction than the page is read: a watermark, or text along the edge."""

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def words(self) -> list[Word]:
        """The words from left to right."""
        return [Word(text, *edges) for text, edges in zip(self.text.split(" "), batched_pairs(self.edges), strict=True)]

    def of(self, words: Sequence[Word]) -> Run:
        """The part of this run that these words of it are."""
        edges = tuple(edge for word in words for edge in (word.x0, word.x1))
        return self._replace(text=" ".join(word.text for word in words), x0=words[0].x0, x1=words[-1].x1, edges=edges)

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


def batched_pairs(numbers: Sequence[float]) -> Iterator[tuple[float, float]]:
    """The numbers two by two."""
    return zip(numbers[::2], numbers[1::2], strict=True)


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


def row_text(row: Sequence[Run]) -> str:
    """The words of a row; a small raised number that touches the word before it is written in superscript digits."""
    if len(row) == 1:
        return row[0].text
    text = row[0].text
    for before, run in pairwise(row):
        if _is_raised(run, before) and run.x0 - before.x1 < 0.3 * before.size:
            text += run.text.translate(RAISED)
        elif text == before.text and _is_raised(before, run):
            text = before.text.translate(RAISED) + run.text
        else:
            text += " " + run.text
    return text


def _is_raised(run: Run, beside: Run) -> bool:
    return run.text.isdigit() and run.size < 0.8 * beside.size and run.base < beside.base - 0.15 * beside.size


def _by_baseline(run: Run) -> float:
    return run.base


def _by_left(run: Run) -> float:
    return run.x0
