"""The lines of a law as the parser walks over them: body text only, each row knowing its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.source import Line, Source
from .columns import column_edges, ends_early, stands_apart, usual_pitch
from .markers import Marker, marker_at

_WORDS = re.compile(r"\w")
NOTE_CALL = re.compile(
    r"^(?:\d{1,2}(?=\[[(\d“\"A-Z])|[⁰¹²³⁴-⁹]{1,3}\s?(?=\S)|\[[A-Za-z]{1,6}\d{1,6}(?:[a-z.]{1,3}\d{1,4}[A-Z]?)?\]\s?(?=\d{1,3}[A-Z]?\.?\s))"
)
"""What stands before a number and is no part of the law: a digit that calls a note, raised or glued before the bracket of
an amendment (`1[(4) ...`), or the anchor of a database (`[Ch0806s1]1. Short title`)."""

_NOT_LETTERS = re.compile(r"[\W_]+")
SENTENCE_END = re.compile(r"[.;:!?。؛][\s\]”\"»’')*]*$")
ITEM_END = re.compile(
    r"[.;:,—–!?؛،][\s\]”\"»’')*]*(?:\d{1,2}\[\*?\])?$|[;.]\s(?:and|or)\]$"
    r"|(?:[;,]|\.)\s*(?:and|or|y|o|e|et|ou|và|hoặc|and/or)$|[-_]{1,3}$"
)
"""A line that ends a list item. What an amendment left out or added behind it, such as `1[*]`, does not count."""
OPENER = re.compile(r"(?:[:—–]|_{2,}|[,;]?\s?-{1,2})[\s”\"»]*$")
_BEFORE_WORDS = " \t“”\"«‘’'([*"


def begins_small(text: str) -> bool:
    """Does the text, opening quotes and brackets aside, begin with a small letter? Never in scripts without case."""
    return text.lstrip(_BEFORE_WORDS)[:1].islower()


def letters_of(text: str) -> str:
    """Return the letters and digits of `text` in lower case: what is left when spaces and hyphens cannot be trusted."""
    return _NOT_LETTERS.sub("", text.lower())


def is_shouted(text: str) -> bool:
    """Are nearly all letters capitals? `No.` and the like may stand between them."""
    capitals = sum(map(str.isupper, text))
    return capitals > 0 and capitals + (small := sum(map(str.islower, text))) > 1 and capitals >= 4 * small


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
    early: bool = False
    """Did the line before end so early that the first word of this one would have stood on it?"""
    block: int = 0
    """Number of the quotation it is part of; 0 outside quotations."""
    sure_block: bool = True
    """Is it sure where that quotation ends?"""
    _looked: bool = False
    _marker: Marker | None = None

    @property
    def marker(self) -> Marker | None:
        """The marker that the row begins with; looked for once, as many ask."""
        if not self._looked:
            self._marker, self._looked = marker_at(self.text), True
        return self._marker

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
        head = Row(self.text[:at].rstrip(), self.start, self.line, self.gap, self.indent, self.early)
        return head, Row(rest.strip(), self.start + at + inset, self.line)


def body_rows(source: Source) -> list[Row]:
    """Return the rows of body text and tables in reading order; lines without a letter or digit are left out."""
    rows: list[Row] = []
    pitch = usual_pitch(source)
    edges = column_edges(source)
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
        edge = edges.get(line.start)
        indent = line.box.x0 - edge.left if line.box and edge else None
        gap = before is None or stands_apart(before, line, pitch)
        rows.append(Row(text, start, line, gap, indent, before is not None and ends_early(before, line, edges)))
        before = line
    return rows
