"""A reviewer's corrections of the splitting, applied to the possible starts before a chain is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.correction import Correction
from ..model.source import Caveat
from .grammar import Grammar
from .numbers import parse_number
from .rows import Row
from .tree import Node
from .units import Start

_CERTAIN = 1000.0


def apply_corrections(
    starts: Sequence[Start],
    rows: Sequence[Row],
    corrections: Sequence[Correction],
    grammar: Grammar,
    doubts: list[tuple[Caveat, Node | None]],
) -> list[Start]:
    """Return the starts as corrected; every correction, used or not, is told as a caveat with its reason."""
    by_row = {start.row: start for start in starts}
    for correction in corrections:
        at = _row_of(correction, rows)
        if at is None:
            message = f"correction not applied, no line begins with {correction.words!r}: {correction.reason}"
        elif correction.starts is None:
            by_row.pop(at, None)
            message = f"no section starts at {correction.words!r}: {correction.reason}"
        else:
            _force(by_row, at, rows[at], correction.starts, grammar)
            message = f"section {correction.starts} starts at {correction.words!r}: {correction.reason}"
        page = rows[at].line.page if at is not None else correction.page
        doubts.append((Caveat("corrected_by_reviewer", message, page=page), None))
    return [by_row[at] for at in sorted(by_row)]


def _row_of(correction: Correction, rows: Sequence[Row]) -> int | None:
    wanted = "".join(correction.words.split()).casefold()
    for at, row in enumerate(rows):
        if correction.page in (None, row.line.page) and "".join(row.text.split()).casefold().startswith(wanted):
            return at
    return None


def _force(by_row: dict[int, Start], at: int, row: Row, printed: str, grammar: Grammar) -> None:
    number = parse_number(printed, grammar)
    if number is None:
        return
    known = by_row.get(at)
    if known is not None:
        known.number, known.weight = number, _CERTAIN
        return
    family = max((s.family for s in by_row.values()), key=[s.family for s in by_row.values()].count, default="bare")
    by_row[at] = Start(at, family, number, 0, 0, 0, _CERTAIN)
