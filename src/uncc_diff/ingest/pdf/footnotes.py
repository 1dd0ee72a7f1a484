"""Footnotes: smaller type at the foot of the text, opened by a number or sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .page import Run, row_text

SMALLER = 0.9
"""Share of the body's font size under which type counts as smaller."""

_OPENING = re.compile(r"^(?:[*†‡§¶]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\(?\d{1,3}[).\]]?(?=\s|[A-Z“\"\[]))")


def footnote_rows(rows: Sequence[Sequence[Run]], size: float) -> int:
    """Return the index of the first row that is a footnote; `len(rows)` when there is none. `size`: font size of the body."""
    first = len(rows)
    while first > 0 and max(run.size for run in rows[first - 1]) < SMALLER * size:
        first -= 1
    if first == 0:
        return len(rows)  # The whole page is in small type: a schedule, not notes.
    for index in range(first, len(rows)):
        if _OPENING.match(row_text(rows[index])):
            return index
    return len(rows)
