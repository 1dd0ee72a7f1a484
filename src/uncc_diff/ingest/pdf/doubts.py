"""What is unsure about the order in which a page was read, said page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from uncc_diff.model.source import Caveat

from .columns import choose_column
from .page import Run, rows_of
from .strips import is_marker
from .survey import Sorted, Survey

OVERPRINTED = 0.05
"""Share of a page's letters in runs that lie upon other runs, from which its order is doubted."""

_MOST_OF = 0.5
_CELLS_APART = 2.0
"""Font sizes of white between the cells of a table without rules."""

_ROWS_OF_TABLE = 4


def doubts(found: Survey, wanted: str | None, ruled: Mapping[int, object]) -> list[Caveat]:
    """Return a caveat for each page whose reading order is unsure or whose table was read as lines, in order of pages.

    `wanted` is the language read where several stand side by side; `ruled` holds the pages whose tables were kept as rows.
    """
    told: list[Caveat] = []
    for item in found.pages:
        reason = _order(item, found, wanted)
        if reason:
            message = f"The reading order of page {item.page.number} is unsure: {reason}."
            told.append(Caveat("doubtful_reading_order", message, page=item.page.number))
        elif item.columns is None and item.page.number not in ruled and _has_unruled_table(item):
            message = f"Page {item.page.number} seems to hold a table without rules; it was read line by line."
            told.append(Caveat("table_flattened", message, page=item.page.number))
    return told


def _order(item: Sorted, found: Survey, wanted: str | None) -> str | None:
    if _overprinted(item.text):
        return "its words lie upon one another"
    if item.lonely:
        return "it seems to hold columns or a table, as no other page does, and was read across"
    if item.columns is None or wanted is None:
        return None
    if choose_column(item.columns, wanted, found.places.get(wanted)) is None:
        return "its columns are not those of the other pages, and all were read"
    return None


def _overprinted(runs: Sequence[Run]) -> bool:
    """Do many letters lie upon others? Shadows and double printing put the same words there, and do not count."""
    letters = sum(len(run.text) for run in runs)
    upon = 0
    for row in rows_of(list(runs)):
        for left, right in pairwise(row):
            shared = min(left.x1, right.x1) - right.x0
            if shared > _MOST_OF * min(left.width, right.width) and left.text != right.text:
                upon += min(len(left.text), len(right.text))
    return letters > 0 and upon > OVERPRINTED * letters


def _has_unruled_table(item: Sorted) -> bool:
    """Do several rows one after the other fall into pieces that stand one below the other?"""
    edges: list[float] = []
    count = 0
    for row in rows_of(list(item.text)):
        pieces = [right.x0 for left, right in pairwise(row) if _is_apart(left, right)]
        if pieces and (not edges or any(abs(one - other) <= 3 for one in pieces for other in edges)):
            count += 1
            edges = pieces
        else:
            count, edges = int(bool(pieces)), pieces
        if count >= _ROWS_OF_TABLE:
            return True
    return False


def _is_apart(left: Run, right: Run) -> bool:
    """Dots and page numbers of a contents list are no cells, nor is what follows a paragraph's number."""
    leader = not any(letter.isalpha() for letter in right.text)
    return right.x0 - left.x1 > _CELLS_APART * left.size and not is_marker(left.text) and not leader
