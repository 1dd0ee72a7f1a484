"""Amending laws: provisions quoted for insertion into another law, which are no sections of this one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .grammar import Grammar
from .groups import Group
from .rows import SENTENCE_END, Row
from .units import Start

_UNIT_BEHIND_QUOTE = (
    r"\s*(?:\[?\(?\d{1,3}[A-Z]{0,3}\)?(?:[.\s(—–-]|$)|\([a-z]{1,3}\)\s"
    r"|(?:[^\W\d_]{4,12}\s+(?:\d|[IVXLC]+\b))|(?:[A-ZÀ-Ö]{4,}\b\s*$))"
)
_OPENING = re.compile(rf"^[\[(]?(?P<quote>[“\"«‘'])(?={_UNIT_BEHIND_QUOTE})")
_HEADING = re.compile(r"^[\[(]?(?P<quote>[“\"«‘])\s?(?=[A-ZÀ-Ö])[^”\"»’]{3,110}$")
"""The heading of a quoted section, where it stands before the number."""

_UNIT = re.compile(r"^(?:\[?\d{1,3}[A-Z]{0,3}(?:\.|\s*[—–-]|$)|[^\W\d_]{4,12}\s+\d)")
_ROWS_OF_HEADING = 3
_INSIDE = re.compile(rf"[:—–-]\s*(?P<quote>[“\"«])(?={_UNIT_BEHIND_QUOTE})")
_CLOSING = re.compile(r"[”\"»’'][\s)\]]*[.;,]?[\s)\]]*(?:and|or|y|et|e)?\s*[.;]?$")
_PAIRS = {"“": "”", "«": "»", "‘": "’"}
_LONGEST = 600
_LOOK_BACK = 8


def mark_quoted(rows: list[Row], grammar: Grammar) -> None:
    """Number the blocks of quoted provisions in `rows` (`Row.block`); a row that a quotation begins within is cut in two."""
    block = 0
    at = 0
    while at < len(rows):
        begin = _begins(rows, at, grammar)
        if begin is None:
            at += 1
            continue
        if begin > 0:
            rows[at : at + 1] = rows[at].cut(begin)
            at += 1
        stop, closed = _ends(rows, at)
        block += 1
        for row in rows[at:stop]:
            row.block = block
            row.sure_block = closed
        at = stop


def mark_unquoted(
    rows: Sequence[Row], starts: Sequence[Start], chain: Sequence[Start], groups: Mapping[int, Group], grammar: Grammar
) -> None:
    """Mark provisions inserted into another law without quotation marks, in a law whose articles say the word Article.

    They are articles outside the chain behind words that announce an insertion; they last until the chain goes on.
    """
    if not chain or chain[0].family in ("bare", "paren", "sign"):
        return
    block = max((row.block for row in rows), default=0)
    own = {start.row for start in chain}
    for number, start in enumerate(chain):
        stop = chain[number + 1].row if number + 1 < len(chain) else len(rows)
        inside = [s.row for s in starts if start.row < s.row < stop and s.family == start.family and s.row not in own]
        if not inside or rows[inside[0]].block:
            continue
        first = min([inside[0], *(at for at in groups if start.row < at < inside[0])])
        before = " ".join(row.text for row in rows[start.row : first])
        if not (re.search(r"[:：]\s*[“\"«]?$", before.rstrip()) and grammar.amends.search(before)):
            continue
        block += 1
        for row in rows[first:stop]:
            row.block, row.sure_block = block, False


def _begins(rows: Sequence[Row], at: int, grammar: Grammar) -> int | None:
    """Return where in the row a quoted provision begins, or None."""
    text = rows[at].text
    if _OPENING.match(text) or _heads_unit(rows, at):
        return 0 if _announced(rows, at, "", grammar) else None
    for inside in _INSIDE.finditer(text):
        if grammar.amends.search(text, 0, inside.start()) and _announced(rows, at, text[: inside.start()], grammar):
            return inside.start("quote")
    return None


def _heads_unit(rows: Sequence[Row], at: int) -> bool:
    """Is the row an opening quotation mark with a heading, and a section number below it?"""
    if not _HEADING.match(rows[at].text):
        return False
    for below in rows[at + 1 : at + 1 + _ROWS_OF_HEADING]:
        if _UNIT.match(below.text):
            return True
        if SENTENCE_END.search(below.text) or _CLOSING.search(below.text):
            return False
    return False


def _announced(rows: Sequence[Row], at: int, before: str, grammar: Grammar) -> bool:
    """Do the words before the quotation say that something is inserted, replaced or added?"""
    if not before:
        above = rows[at - 1].text if at else ""
        if not re.search(r"[:—–-]\s*$|[:—–-]{1,2}\s*$", above) and not grammar.amends.search(above):
            return False
        before = " ".join(row.text for row in rows[max(0, at - _LOOK_BACK) : at])[-400:]
    return bool(grammar.amends.search(before[-300:]))


def _ends(rows: Sequence[Row], at: int) -> tuple[int, bool]:
    """Return the row behind the quotation, and whether its end is sure; where it is not, the next section ends it.

    Straight quotes look alike at both ends, so only curly and angled ones make an end sure.
    """
    opening = re.search(r"[“\"«‘']", rows[at].text)
    mark = opening.group() if opening else '"'
    closer = _PAIRS.get(mark)
    balance = 0
    stop = min(len(rows), at + _LONGEST)
    for row in range(at, stop):
        text = rows[row].text
        if closer in ("”", "»"):
            balance += text.count(mark) - text.count(closer)
            if balance <= 0 and _CLOSING.search(text):
                return row + 1, True
        elif (
            _CLOSING.search(text) and text.count(mark) % 2 == 1 and (row > at or text.count(mark) > 1 or len(text) > 2)
        ):
            if row > at or text.count(mark) >= 2:
                return row + 1, False
        elif row == at and text.count(mark) % 2 == 0 and _CLOSING.search(text):
            return row + 1, False
    return stop, False
