"""How a law's lines are set: wrapped sentences or whole paragraphs, and what blank space between lines means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .markers import plain_marker_at
from .rows import ITEM_END, Row, begins_small

LEVEL = 3.0
"""Points by which lines that begin at one place may differ."""

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Page:
    """How the law's lines are set: are sentences wrapped over lines, and how long is a full line, in characters."""

    wrapped: bool
    measure: int
    gaps: bool = True
    """Does blank space between lines mean a new paragraph? Some converters leave it in the middle of sentences."""
    plain_markers: bool = False
    """Does the law number its paragraphs without brackets or full stops?"""
    hanging: bool = False
    """Does the text of an item stay right of where its marker begins, so that a line left of that is no part of it?"""


def page_of(rows: Sequence[Row]) -> Page:
    """Return how the rows are set; a law whose lines often end in the middle of a sentence is wrapped."""
    lengths = sorted(len(row.text) for row in rows if not row.table) or [0]
    measure = lengths[int(len(lengths) * 0.85)]
    broken = sum(not ITEM_END.search(row.text) for row in rows if len(row.text) > 0.6 * measure)
    full = sum(len(row.text) > 0.6 * measure for row in rows) or 1
    spaced = [row for row in rows if row.gap]
    inside = sum(begins_small(row.text) and row.marker is None for row in spaced)
    gaps = inside <= 0.12 * len(spaced)
    wrapped = measure < 200 and broken > 0.25 * full
    return Page(wrapped, measure, gaps, _counts_plainly(rows), _hangs(rows))


def _hangs(rows: Sequence[Row]) -> bool:
    """Do the lines of items that go on in the midst of a sentence begin no further left than their markers?"""
    kept = lost = 0
    for row, below in pairwise(rows):
        if row.indent is None or below.indent is None or row.line.page != below.line.page:
            continue
        marker = row.marker
        if marker is None or marker.style != "()" or ITEM_END.search(row.text) or below.marker:
            continue
        hangs = below.indent >= row.indent - LEVEL
        kept, lost = kept + hangs, lost + (not hangs)
    return kept >= _ENOUGH and lost <= 0.1 * kept


def _counts_plainly(rows: Sequence[Row]) -> bool:
    """Do lists go on from letter to letter, or paragraphs from number to number, without any sign around them?"""
    signed = going_on = 0
    last = ""
    for row in rows:
        if row.marker:
            signed += 1
            continue
        marker = plain_marker_at(row.text)
        if marker is None or len(marker.number) > 2:
            continue
        if len(last) == 1 and len(marker.number) == 1 and ord(marker.number) == ord(last) + 1:
            going_on += 1
        last = marker.number
    return going_on >= 2 and going_on * 2 > signed
