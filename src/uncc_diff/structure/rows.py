"""The lines of a law as the parser walks over them: body text only, each row knowing its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from ..model.source import Line, Source

_WORDS = re.compile(r"\w")
NOTE_CALL = re.compile(r"^\d{1,2}(?=\[[(\d“\"A-Z])")
"""A small digit that calls a note, glued before the bracket of an amendment: `1[(4) ...`."""

SENTENCE_END = re.compile(r"[.;:!?。؛][\s\]”\"»’')*]*$")
ITEM_END = re.compile(r"[.;:,—–!?؛،][\s\]”\"»’')*]*$|(?:[;,]|\.)\s*(?:and|or|y|o|e|et|ou|và|hoặc|and/or)$|[-_]{1,3}$")
OPENER = re.compile(r"(?:[:—–]|_{2,}|[,;]?\s?-{1,2})[\s”\"»]*$")
_BEFORE_WORDS = " \t“”\"«‘’'([*"


def begins_small(text: str) -> bool:
    """Does the text, opening quotes and brackets aside, begin with a small letter? Never in scripts without case."""
    return text.lstrip(_BEFORE_WORDS)[:1].islower()


def is_shouted(text: str) -> bool:
    """Are nearly all letters capitals? `No.` and the like may stand between them."""
    letters = [c for c in text if c.isalpha() and (c.isupper() or c.islower())]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


@dataclass(slots=True)
class Row:
    """A line of the law or a cut of one. `text` is the source from `start` on, to the letter."""

    text: str
    start: int
    line: Line
    gap: bool = False
    """Does blank space stand before it?"""
    indent: float | None = None
    """Distance from the left edge of the page's text, in points, where the page tells."""
    block: int = 0
    """Number of the quotation it is part of; 0 outside quotations."""
    sure_block: bool = True
    """Is it sure where that quotation ends?"""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def table(self) -> bool:
        return self.line.kind == "table"

    def cut(self, at: int) -> tuple[Row, Row]:
        """Return the row up to character `at` and from there on."""
        rest = self.text[at:]
        inset = len(rest) - len(rest.lstrip())
        head = Row(self.text[:at].rstrip(), self.start, self.line, self.gap, self.indent)
        return head, Row(rest.strip(), self.start + at + inset, self.line)


def body_rows(source: Source) -> list[Row]:
    """Return the rows of body text and tables in reading order; lines without a letter or digit are left out."""
    rows: list[Row] = []
    usual = _usual_pitch(source)
    edges = _left_edges(source)
    before: Line | None = None
    for line in source.lines:
        if line.kind not in ("body", "table"):
            continue
        if not _WORDS.search(line.text):
            before = None
            continue
        text = line.text.strip()
        start = line.start + line.text.index(text)
        call = NOTE_CALL.match(text)
        if call:
            text, start = text[call.end() :], start + call.end()
        indent = line.box.x0 - edges.get((line.file, line.page), 0.0) if line.box else None
        rows.append(Row(text, start, line, before is None or _gap(before, line, usual), indent))
        before = line
    return rows


def _left_edges(source: Source) -> dict[tuple[int, int | None], float]:
    """Return where the text begins on each page; gazettes set left and right pages apart."""
    edges: dict[tuple[int, int | None], float] = {}
    for line in source.lines:
        if line.box and line.kind == "body":
            place = (line.file, line.page)
            edges[place] = min(edges.get(place, line.box.x0), line.box.x0)
    return edges


def _usual_pitch(source: Source) -> float:
    steps = [
        b.box.y0 - a.box.y0
        for a, b in zip(source.lines, source.lines[1:], strict=False)
        if a.box and b.box and a.page == b.page and 2 < b.box.y0 - a.box.y0 < 60 and a.kind == b.kind == "body"
    ]
    return median(steps) if steps else 0.0


def _gap(before: Line, line: Line, usual: float) -> bool:
    if before.page != line.page or before.file != line.file:
        return False
    if before.box and line.box and usual:
        return line.box.y0 - before.box.y0 > 1.35 * usual or line.box.y0 < before.box.y0
    return line.number - before.number > 1
