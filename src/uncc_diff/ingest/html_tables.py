"""Tables of web pages: those that hold data become rows, those that only lay out the page are read cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.source import Caveat
from .language_columns import language_columns

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .html_lines import PageLine

_LONGEST_CELL = 600
"""Characters; a cell with more is a column of the page."""

OTHER_LANGUAGE = "data-other-language"
"""Attribute of cells that repeat the law in a language that is not read."""

_MARKER = re.compile(r"^[(\[]?\s*(?:\d{1,3}[a-z]{0,2}|[a-z]{1,5}|[-–—•·])\s*[.)\]]*$", re.I)
_RULED = re.compile(r"border[\w-]*\s*:[^;]*\b(?:solid|double|dashed|dotted|groove|ridge)\b", re.I)
_INNER_BLOCKS = frozenset({"p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dir"})


def is_data_table(table: HtmlElement) -> bool:
    """Does the table hold data: two columns or more of short cells, headed, ruled or of three rows at least?

    A first column of list markers is a list, not data.
    """
    nests = any(inner is not table for inner in table.iter("table", "ul", "ol"))
    if nests or (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = [[_text(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row if cell]
    if max(map(len, cells)) > _LONGEST_CELL or len(cells) < len(rows) * 1.5:
        return False
    if sum(1 for row in rows if _MARKER.match(next(cell for cell in row if cell))) > len(rows) / 2 and len(
        cells
    ) <= 2 * len(rows):
        return False
    ruled = table.get("border", "0") not in ("0", "") or bool(_RULED.search(table.get("style") or ""))
    return ruled or len(rows) >= 3 or next(table.iter("th"), None) is not None


def set_languages_aside(root: HtmlElement, language: str | None) -> list[Caveat]:
    """Mark the cells of columns in another language than the one to read, and return what to tell about it."""
    caveats: dict[str, Caveat] = {}
    for table in root.iter("table"):
        if next(table.iterdescendants("table"), None) is not None:
            continue
        rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
        width = max((len(row) for row in rows), default=0)
        if width < 2:
            continue
        texts = [" ".join(_text(row[at]) for row in rows if len(row) == width) for at in range(width)]
        columns = language_columns(texts, language)
        if columns is None:
            continue
        caveats[columns.caveat.message] = columns.caveat
        for row in rows:
            for at in columns.left_out if len(row) == width else ():
                row[at].set(OTHER_LANGUAGE, "1")
        table.set("role", "presentation")
    return list(caveats.values())


def table_rows(table: HtmlElement) -> Iterator[str]:
    """Yield each row that holds anything, its cells separated by tabs."""
    caption = next(table.iter("caption"), None)
    if caption is not None and _text(caption):
        yield _text(caption)
    for row in table.iter("tr"):
        cells = [_text(cell) for cell in row.iter("td", "th")]
        if any(cells):
            yield "\t".join(cells)


def _text(element: HtmlElement) -> str:
    """Return the element's words; blocks and line breaks in it part words."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if inner.tag == "br" or inner.tag in _INNER_BLOCKS:
            parts.append(" ")
        if event == "end":
            parts.append(inner.tail or "" if inner is not element else "")
        elif inner.tag in ("script", "style"):
            walk.skip_subtree()
        else:
            parts.append(inner.text or "")
    return " ".join("".join(parts).split())


def join_marker_cells(lines: Iterable[PageLine]) -> list[PageLine]:
    """Return the lines with a list marker that has a table cell of its own put before the words in the next cell."""
    joined: list[PageLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _MARKER.match(last.draft.text) and _follows(_cell(last), _cell(line)):
            draft = replace(line.draft, text=f"{last.draft.text} {line.draft.text}")
            joined[-1] = replace(line, draft=draft, element=last.element, linked=last.linked + line.linked)
        else:
            joined.append(line)
    return joined


def _cell(line: PageLine) -> HtmlElement | None:
    if line.element.tag in ("td", "th"):
        return line.element
    return next(line.element.iterancestors("td", "th"), None)


def _follows(first: HtmlElement | None, second: HtmlElement | None) -> bool:
    """Is the second cell the next of the same row that holds anything?"""
    if first is None or second is None or first is second or first.getparent() is not second.getparent():
        return False
    between = second.getprevious()
    while between is not None and between is not first:
        if _text(between):
            return False
        between = between.getprevious()
    return between is first
