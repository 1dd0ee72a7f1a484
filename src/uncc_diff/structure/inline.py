"""Lists written within a line: subsections and paragraphs that follow one another there are given rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..roman import roman
from .grammar import Grammar
from .rows import Row

_SUBSECTION_AT_START = re.compile(r"^[\[“\"]?(?:\d{1,3}[A-Z]?\.\s*(?:[-–—]\s*)?)?\((\d{1,3})[A-Z]?\)")
_SUBSECTION = re.compile(r"(?<=[.;:”\"\]a-zà-ÿ])\s+(?=\((?P<number>\d{1,3})\)\s+[A-ZÀ-ÖØ-Þ“\"])")
_FIRST = re.compile(r"[:—–-]\s*(?=\((?P<number>a|i|1|A)\)\s)")
_DEFINITION = re.compile(r"(?:(?<=\w)[;.:—–]|\]|\s[—–-])(?:\s*(?:and|or))?\s*(?=“|\"[^\s\"])")
_MARKER_BEFORE = 5
"""Characters at the start of a row that may be the marker of what the term stands in."""

_ITEM = re.compile(
    r"[;,.:]\s*(?:(?:and|or|y|o|e|et|ou)(?:/or)?,?\s+)?(?=\((?P<number>[a-z]|[ivxl]{1,6}|\d{1,2}|[A-Z])\)\s)"
)

_NUMBER = re.compile(r"\((?P<number>[a-z]|[ivxl]{1,6}|\d{1,2}|[A-Z])\)\s")
_BEFORE_ITEM = re.compile(r"[;:.]\s*(?:(?:and|or|y|o|e|et|ou)(?:/or)?,?\s+)?$")
"""What stands before an item of a list that lines before began: no comma, which stands between references too."""

_BEFORE_FIRST = re.compile(r"[:—–-]\s*$")
_LONGEST_BEFORE = 12
_ROWS_AHEAD = 24
_MOST_BEGUN = 4
"""Lists that may begin in one row and go on in the next ones."""


def spread(rows: Sequence[Row], grammar: Grammar) -> list[Row]:
    """Return the rows with those cut in which a subsection, or the items of a list, begin behind the start of the line."""
    spread_out: list[Row] = []
    last = 0
    lists = _Lists()
    for at, row in enumerate(rows):
        if row.table or row.block:
            spread_out.append(row)
            continue
        ahead = rows[at + 1 : at + 1 + _ROWS_AHEAD]
        at_start = _SUBSECTION_AT_START.match(row.text)
        if at_start:
            last = int(at_start[1])
        rest = row
        for found in _SUBSECTION.finditer(row.text) if "(" in row.text else ():
            if int(found["number"]) == last + 1 and not grammar.reference_end.search(row.text[: found.start()]):
                head, rest = rest.cut(found.end() - (rest.start - row.start))
                spread_out += [part for inner in _parts(head, grammar) for part in lists.parts(inner, ())]
                last += 1
        spread_out += [part for inner in _parts(rest, grammar) for part in lists.parts(inner, ahead)]
    return spread_out


def _parts(row: Row, grammar: Grammar) -> Iterator[Row]:
    for definition in _definitions(row, grammar):
        yield from _items(definition)


class _Lists:
    """The lists open from line to line: what number each would go on with, wherever in a line that may stand."""

    def __init__(self) -> None:
        self._wanted: dict[str, str] = {}
        """The next number of the open lists by the first one, outermost first."""

    def parts(self, row: Row, ahead: Sequence[Row]) -> list[Row]:
        """Return the row cut where an item of an open list, or a list that the next rows go on with, begins in it."""
        marker = row.marker
        if marker is not None and marker.style == "()":
            self._meet(marker.number)
        if "(" not in row.text:
            return [row]
        cuts: list[int] = []
        begun = 0
        for found in _NUMBER.finditer(row.text, 1):
            number = found["number"]
            before = row.text[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
            if number in _FIRSTS and _BEFORE_FIRST.search(before):
                begun += 1
                if begun > _MOST_BEGUN or not _goes_on(number, row.text[found.end() :], ahead):
                    continue
                self._wanted[number] = _next(number, number)
            elif number in self._wanted.values() and _BEFORE_ITEM.search(before):
                self._meet(number)
            else:
                continue
            cuts.append(found.start())
        return _cut(row, cuts)

    def _meet(self, number: str) -> None:
        """Note an item: lists inside the one that it goes on with, or begins, are over."""
        known = list(self._wanted)
        going_on = next((first for first in reversed(known) if self._wanted[first] == number), None)
        first = going_on or (number if number in _FIRSTS else None)
        if first is None:
            self._wanted = {}
            return
        if first in known:
            for inner in known[known.index(first) :]:
                del self._wanted[inner]
        self._wanted[first] = _next(number, first)


def _goes_on(first: str, rest: str, ahead: Sequence[Row]) -> bool:
    """Does the second item of a list stand in what follows, before its first one stands there again?"""
    second = _next(first, first)
    if _has_item(rest, second):
        return True
    for row in ahead:
        marker = row.marker
        if marker is not None and marker.number == second:
            return True
        if marker is not None and marker.number == first:
            return False
        if _has_item(row.text, second):
            return True
    return False


def _has_item(text: str, number: str) -> bool:
    at = text.find(f"({number}) ")
    while at > 0:
        if _BEFORE_ITEM.search(text[max(0, at - _LONGEST_BEFORE) : at]):
            return True
        at = text.find(f"({number}) ", at + 1)
    return False


def _definitions(row: Row, grammar: Grammar) -> list[Row]:
    """Cut a row in which defined terms follow one another at each of them."""
    cuts: list[int] = []
    if "“" not in row.text and '"' not in row.text:
        return [row]
    for found in _DEFINITION.finditer(row.text, _MARKER_BEFORE):
        defined = grammar.definition.match(row.text, found.end())
        if defined and defined["verb"][0].isalpha():
            cuts.append(found.end())
    return _cut(row, cuts)


def _items(row: Row) -> list[Row]:
    """Cut a row at the items of a list that begins and goes on within it."""
    first = _FIRST.search(row.text)
    if first is None:
        return [row]
    cuts = [first.end()]
    wanted = _next(first["number"], first["number"])
    for found in _ITEM.finditer(row.text, first.end()):
        if found["number"] == wanted:
            cuts.append(found.end())
            wanted = _next(wanted, first["number"])
    return [inner for part in _cut(row, cuts) for inner in _items(part)] if len(cuts) > 1 else [row]


def _cut(row: Row, cuts: Sequence[int]) -> list[Row]:
    parts: list[Row] = []
    rest = row
    for cut in cuts:
        head, rest = rest.cut(cut - (rest.start - row.start))
        parts.append(head)
    return [*(part for part in parts if part.text), rest]


def _next(number: str, first: str) -> str:
    """Return the number that follows in a list that began with `first`."""
    if first == "1":
        return str(int(number) + 1) if number.isdigit() else ""
    if first == "i":
        at = _ROMANS.index(number) + 1 if number in _ROMANS else len(_ROMANS)
        return _ROMANS[at] if at < len(_ROMANS) else ""
    return chr(ord(number) + 1) if len(number) == 1 else ""


_FIRSTS = frozenset({"a", "i", "1", "A"})
_ROMANS = tuple(map(roman, range(1, 26)))
