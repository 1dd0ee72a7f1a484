"""Lists written within a line: subsections and paragraphs that follow one another there are given rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .grammar import Grammar
from .rows import Row

_SUBSECTION_AT_START = re.compile(r"^[\[“\"]?(?:\d{1,3}[A-Z]?\.\s*(?:[-–—]\s*)?)?\((\d{1,3})[A-Z]?\)")
_SUBSECTION = re.compile(r"(?<=[.;:”\"\]a-zà-ÿ])\s+(?=\((?P<number>\d{1,3})\)\s+[A-ZÀ-ÖØ-Þ“\"])")
_FIRST = re.compile(r"(?:[:—–]|\s-|,-)\s*(?=\((?P<number>a|i|1|A)\)\s)")
_DEFINITION = re.compile(r"(?:(?<=\w)[;.:—–]|\]|\s[—–-])(?:\s*(?:and|or))?\s*(?=“|\"[^\s\"])")
_MARKER_BEFORE = 5
"""Characters at the start of a row that may be the marker of what the term stands in."""

_ITEM = re.compile(
    r"[;,.:]\s*(?:(?:and|or|y|o|e|et|ou)(?:/or)?,?\s+)?(?=\((?P<number>[a-z]|[ivxl]{1,6}|\d{1,2}|[A-Z])\)\s)"
)


def spread(rows: Sequence[Row], grammar: Grammar) -> list[Row]:
    """Return the rows with those cut in which a subsection, or the items of a list, begin behind the start of the line."""
    spread_out: list[Row] = []
    last = 0
    for row in rows:
        if row.table or row.block:
            spread_out.append(row)
            continue
        at_start = _SUBSECTION_AT_START.match(row.text)
        if at_start:
            last = int(at_start[1])
        rest = row
        for found in _SUBSECTION.finditer(row.text) if "(" in row.text else ():
            if int(found["number"]) == last + 1 and not grammar.reference_end.search(row.text[: found.start()]):
                head, rest = rest.cut(found.end() - (rest.start - row.start))
                spread_out += _parts(head, grammar)
                last += 1
        spread_out += _parts(rest, grammar)
    return spread_out


def _parts(row: Row, grammar: Grammar) -> Iterator[Row]:
    for definition in _definitions(row, grammar):
        yield from _items(definition)


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
        return str(int(number) + 1)
    if first == "i":
        at = _ROMANS.index(number) + 1
        return _ROMANS[at] if at < len(_ROMANS) else ""
    return chr(ord(number) + 1)


_ROMANS = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii",
    "xix", "xx", "xxi", "xxii", "xxiii", "xxiv", "xxv",
)  # fmt: skip
