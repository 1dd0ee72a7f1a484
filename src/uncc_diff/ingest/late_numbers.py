"""Numbers that a converter of PDF set behind, or before, the first line of the text they number.

    For the purposes of this section, whoever keeps a lamp for        (2)
    (2)                                                 or            another without reward is its keeper.
    another without reward is its keeper.                             For the purposes of this section, whoever keeps a lamp for

The first line is set in where the number stands, so that programs take it for a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .label_lines import Label, begins_with, follows, label_of

_FULL = 0.55
"""Share of a usual full line that a first line fills: it was broken where it ran out of room."""

_ENDED = re.compile(r"[.;:!?—–][”\"’)\]]*$")
_REFERS = re.compile(
    r"(?i)\b(?:sub-?sections?|sections?|paragraphs?|articles?|clauses?|regulations?|rules?|nos?\.?|parts?)$"
)
_OPEN = re.compile(
    r"(?i)\b(?:a|an|the|of|and|or|to|for|in|by|with|on|under|from|at|as|if|this|that|any|such|is|are|may|shall|be|has|have|who|which|where|exceeding)$"
)
"""Words that no heading and no sentence ends with."""

_SURE = 3
"""Numbers out of place in one text, after which a doubtful one is believed to be so too."""

_MOST_AHEAD = 3
_LONGEST_REST = 12
"""Lines of the text that can stand before their own first line."""


def late_numbers(texts: Sequence[str], gaps: Sequence[bool]) -> list[tuple[int, int, int]]:
    """Return the places of (number, first line, line behind it) of every number out of place, in order.

    `gaps` says before which lines there is blank space. Numbers of sections and subsections alone are looked at, and
    only where they count on from the one before.
    """
    measure = _measure(texts)
    found: list[tuple[int, int, int]] = []
    doubtful: list[tuple[int, int, int]] = []
    taken: set[int] = set()
    unit, inner = 0, "0"
    for at, text in enumerate(texts):
        label = label_of(text)
        if label is None or not label.counts_units:
            begun = begins_with(text)
            if begun is not None and (_counts_on(begun, unit, inner) or begun.inner == "1"):
                unit, inner = _last(begun, unit, inner)
            continue
        counts_on = _counts_on(label, unit, inner)
        unit, inner = _last(label, unit, inner)
        if not counts_on or at + 1 >= len(texts) or label_of(texts[at + 1]):
            continue
        above, behind = _first_above(texts, gaps, at, measure), _first_behind(texts, gaps, at, measure)
        if above in taken:
            above = None
        likely = [n for n in (above, behind) if n is not None and _goes_on(texts[n], texts[at + 1], behind=n > at)]
        if likely:
            first = max(likely, key=lambda n: (bool(_OPEN.search(texts[n]) or _REFERS.search(texts[n])), len(texts[n])))
            found.append((at, first, at + 1))
            taken |= {first, at, at + 1}
        elif behind is not None and texts[behind].endswith(",") and _OPEN.search(texts[behind - 1]):
            doubtful.append((at, behind, at + 1))
    return sorted(found + doubtful if len(found) >= _SURE else found)


def _measure(texts: Sequence[str]) -> int:
    lengths = sorted(len(text) for text in texts)
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def _counts_on(label: Label, unit: int, inner: str) -> bool:
    if label.number is None:
        return label.inner != "1" and follows(label.inner, inner)  # what stands before (1) announces it
    if label.letters:
        return label.inner in ("", "1")
    return label.inner in ("", "1") and (label.number == 1 or unit < label.number <= unit + _MOST_AHEAD)


def _last(label: Label, unit: int, inner: str) -> tuple[int, str]:
    if label.number is None:
        return unit, label.inner or inner
    return unit if label.letters else label.number, label.inner or "0"


def _first_above(texts: Sequence[str], gaps: Sequence[bool], at: int, measure: int) -> int | None:
    return at - 1 if _is_first_line(texts, gaps, at - 1, measure) else None


def _first_behind(texts: Sequence[str], gaps: Sequence[bool], at: int, measure: int) -> int | None:
    """Return the line that may be the first, behind the block that begins below the number at `at`."""
    behind = None if gaps[at + 1] else _line_behind(texts, gaps, at + 1)
    if behind is None or not _is_first_line(texts, gaps, behind, measure) or _belongs_to_next(texts, behind):
        return None
    return behind


def _is_first_line(texts: Sequence[str], gaps: Sequence[bool], at: int, measure: int) -> bool:
    """Does the line begin a sentence, with room behind it for no more?"""
    if not 0 <= at < len(texts):
        return False
    text = texts[at]
    begins = text.lstrip("“\"‘'(")[:1].isupper() and not text.isupper() and label_of(text) is None
    apart = at == 0 or gaps[at] or bool(_ENDED.search(texts[at - 1])) or label_of(texts[at - 1]) is not None
    return begins and apart and len(text) >= _FULL * measure and not _ENDED.search(text)


def _goes_on(first: str, rest: str, *, behind: bool) -> bool:
    """Can `rest` be the next line of a sentence that begins with the line `first`, which stands `behind` it or above?"""
    if begins_with(rest) is not None:
        return False
    refers = bool(_REFERS.search(first))
    if rest[:1].isdigit():
        return refers or bool(_OPEN.search(first))
    if refers and not behind:
        return False  # the number between them is the one referred to
    return rest[:1].islower() or rest[:1] == "(" or bool(_OPEN.search(first))


def _line_behind(texts: Sequence[str], gaps: Sequence[bool], at: int) -> int | None:
    """Return the line of a block of its own that stands behind the block at `at`."""
    stop = next((n for n in range(at + 1, min(at + _LONGEST_REST, len(texts))) if gaps[n]), None)
    if stop is None or (stop + 1 < len(texts) and not gaps[stop + 1] and label_of(texts[stop + 1]) is None):
        return None
    return None if any(label_of(texts[n]) for n in range(at, stop)) else stop


def _belongs_to_next(texts: Sequence[str], at: int) -> bool:
    """Is the line rather the first of the number below it?"""
    below = label_of(texts[at + 1]) if at + 1 < len(texts) else None
    if below is None or not below.counts_units or at + 2 >= len(texts):
        return False
    return label_of(texts[at + 2]) is None and texts[at + 2][:1].islower()
