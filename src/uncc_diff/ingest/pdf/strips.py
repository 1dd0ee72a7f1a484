"""Upright strips of a page that white gutters part: body, margin notes, columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .page import Run

NARROWEST_GUTTER = 3
"""Points. Marginal notes stand as near as six points to the text; scans take some of that."""

_MARKER = re.compile(
    r"""^[(\[“"‘]{0,2}(?:\d{1,3}[A-Za-z]{0,2}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|[A-Za-z]{1,2})[)\].:°]{0,2}(?:\s*\([0-9a-z]{1,4}\))*$
      | ^[•●▪■◦–—\-*·]$""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Strip:
    """A strip of the page from x0 to x1 and the runs in it."""

    x0: float
    x1: float
    runs: list[Run] = field(default_factory=list)

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def letters(self) -> int:
        return sum(len(run.text) for run in self.runs)


def is_marker(text: str) -> bool:
    """Is it a bare number, letter or bullet such as opens a paragraph?"""
    return len(text) <= 16 and _MARKER.match(text) is not None


def strips_of(runs: Sequence[Run], *, crossing: float = 0.04) -> list[Strip]:
    """Return the strips from left to right. A gutter has three points or more; few rows (a share, `crossing`) cross it."""
    if not runs:
        return []
    low = min(run.x0 for run in runs)
    size = int(max(run.x1 for run in runs) - low) + 3
    change = [0] * (size + 1)
    bases = set()
    for run in runs:
        change[max(0, int(run.x0 - low + 0.5))] += 1
        change[min(size, int(run.x1 - low + 0.5) + 1)] -= 1
        bases.add(round(run.base / 6))
    allowed = int(crossing * len(bases))
    cover = 0
    edges: list[list[int]] = []
    for x in range(size):
        cover += change[x]
        if cover > allowed:
            if edges and x - edges[-1][1] <= NARROWEST_GUTTER:
                edges[-1][1] = x
            else:
                edges.append([x, x])
    if not edges:
        return [Strip(low, max(run.x1 for run in runs), list(runs))]
    strips = [Strip(low + first - 0.5, low + final + 0.5) for first, final in edges]
    if len(strips) == 1:
        strips[0].runs = list(runs)
        return strips
    for run in runs:
        for strip in strips:
            if run.x0 >= strip.x0 - 1 and run.x1 <= strip.x1 + 1:
                strip.runs.append(run)
                break
        else:
            _home(run, strips).runs.append(run)
    return _without_marker_strips([strip for strip in strips if strip.runs])


def _home(run: Run, strips: Iterable[Strip]) -> Strip:
    """The strip that holds most of the run."""
    return max(strips, key=lambda strip: min(run.x1, strip.x1) - max(run.x0, strip.x0))


def _without_marker_strips(strips: list[Strip]) -> list[Strip]:
    """Join a strip of paragraph numbers, or of the dots and page numbers of a contents list, with the strip it belongs to."""
    joined: list[Strip] = []
    pending: Strip | None = None
    for strip in strips:
        if pending is not None:
            strip = Strip(pending.x0, strip.x1, pending.runs + strip.runs)
            pending = None
        if sum(is_marker(run.text) for run in strip.runs) >= 0.6 * len(strip.runs):
            if joined and all(run.text.isdigit() for run in strip.runs):
                joined[-1] = Strip(joined[-1].x0, strip.x1, joined[-1].runs + strip.runs)
            else:
                pending = strip
            continue
        joined.append(strip)
    if pending is not None:
        if joined:
            joined[-1] = Strip(joined[-1].x0, pending.x1, joined[-1].runs + pending.runs)
        else:
            joined.append(pending)
    return joined
