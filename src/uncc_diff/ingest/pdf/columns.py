"""Columns of equal standing: two-column gazettes, and laws printed in several languages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .page import Run
from .strips import Strip, strips_of
from .tongues import tongue_of, tongue_scores

LEAST_LINES = 3
"""Lines that a strip must hold to be a column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a page from left to right, and the runs that go across them."""

    strips: tuple[Strip, ...]
    across: tuple[Run, ...]

    def samples(self) -> list[str]:
        """The beginning of each column, long enough to tell its language by."""
        return [" ".join(run.text for run in strip.runs[:16]) for strip in self.strips]


def columns_of(runs: Sequence[Run], strips: Sequence[Strip]) -> Columns | None:
    """Return the columns of a page, or None where it has one body only; `strips` are those of all its runs."""
    if _equal(strips):
        return Columns(tuple(strips), ())
    if len(runs) < 3 * LEAST_LINES:
        return None
    # Headings across the page hide the gutter: look again without what is wider than a column can be.
    low, high = min(run.x0 for run in runs), max(run.x1 for run in runs)
    narrow = [run for run in runs if run.width <= 0.52 * (high - low)]
    if len(narrow) < 0.6 * len(runs) or len(narrow) < 2 * LEAST_LINES:
        return None
    inner = strips_of(narrow, crossing=0.12)
    if not _equal(inner):
        return None
    across: list[Run] = [run for run in runs if run.width > 0.52 * (high - low)]
    for strip in inner:
        others = [other for other in inner if other is not strip]
        across.extend(
            run for run in strip.runs if any(min(run.x1, other.x1) - max(run.x0, other.x0) > 4 for other in others)
        )
    crossing = {id(run) for run in across}
    for strip in inner:
        strip.runs = [run for run in strip.runs if id(run) not in crossing]
    return Columns(tuple(inner), tuple(across)) if _equal(inner) else None


def _equal(strips: Sequence[Strip]) -> bool:
    """Are these strips columns: two to four, alike in width, each with lines that fill it?"""
    if not 2 <= len(strips) <= 4:
        return False
    widths = [strip.width for strip in strips]
    if min(widths) < 0.55 * max(widths):
        return False
    return all(len(strip.runs) >= LEAST_LINES and _fills(strip) for strip in strips)


def _fills(strip: Strip) -> bool:
    """Prose fills its column but for the last lines of paragraphs; cells of a table mostly do not."""
    lines = Counter[int]()
    for run in strip.runs:
        lines[round(run.base / 4)] += int(run.width)
    return median(lines.values()) >= 0.5 * strip.width


def choose_column(columns: Columns, wanted: str | None, place: int | None) -> int | None:
    """The index of the column in the wanted language; by its words, else at its usual place; None when neither tells."""
    if wanted is None:
        return None
    scores = [tongue_scores(sample)[wanted] for sample in columns.samples()]
    best = max(range(len(scores)), key=lambda index: scores[index])
    second = max((score for index, score in enumerate(scores) if index != best), default=0)
    if scores[best] >= 3 and scores[best] >= 1.3 * second:
        return best
    return place if place is not None and place < len(scores) else None


def tongues_of(columns: Columns) -> tuple[str | None, ...]:
    """The language of each column, None where its words do not tell."""
    return tuple(tongue_of(sample) for sample in columns.samples())
