"""Inside a section: subsections, paragraphs, points, definitions, tables and closing words, from its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.law import Level
from ..model.source import Caveat
from .depth import Answer, nest
from .grammar import Grammar
from .inline import spread
from .paper import LEVEL, Page
from .questions import Token, ask, begins_list, find_tokens
from .rows import ITEM_END, SENTENCE_END, Row, begins_small
from .tree import Node

_CONJUNCTION_END = re.compile(r"(?i)\b(?:and|or|y|o|e|et|ou|và|hoặc)$")
_BROKEN_WORD = re.compile(r"[a-zà-ÿ][-‐]$")
_HEADING = re.compile(r"(?P<words>[A-ZÀ-ÖØ-Þ][^.;:—–]{2,90}\.)\s?(?:[—–―�]+|_{2,}|-{1,2}(?=[\s(�]))\s*(?=\S|$)")
_WORDS_OF_HEADING = 12


@dataclass(slots=True)
class Filled:
    """Doubts about markers (their provision is the unit), and the quotations met: a place holder in the tree, and rows."""

    caveats: list[Caveat]
    quotations: list[tuple[Node, list[Row]]]


def fill(unit: Node, rows: Sequence[Row], grammar: Grammar, page: Page) -> Filled:
    """Put the rows into `unit` and children of it. Quoted rows are not read but handed back, with a place holder for them."""
    rows = spread([row for row in rows if row.text], grammar)
    tokens = find_tokens(rows, grammar, page)
    answers = nest([ask(rows, token, grammar, anywhere=unit.quoted) for token in tokens])
    by_row: dict[int, list[tuple[Token, Answer]]] = {}
    for token, answer in zip(tokens, answers, strict=True):
        by_row.setdefault(token.position, []).append((token, answer))
    return _Builder(unit, grammar, page).build(rows, by_row)


class _Builder:
    """Walks the rows with the solver's answers and hangs text on the open provision."""

    def __init__(self, unit: Node, grammar: Grammar, page: Page) -> None:
        self.unit = unit
        self.open: list[Node] = []
        """Open list items, outermost first."""
        self.path: list[Node] = []
        """The same with items that closing words have ended, by the depth that the solver gave them."""
        self.closed: set[Node] = set()
        self.here = unit
        self.indents: dict[Node, float | None] = {}
        """Where the markers of the items stand."""
        self.grammar = grammar
        self.page = page
        self.caveats: list[Caveat] = []
        self.quotations: list[tuple[Node, list[Row]]] = []
        self.rows: Sequence[Row] = ()
        self.last: Row | None = None
        self.position = 0
        self.headed = 0
        """Where in the current row a heading of the open item ended."""
        self.next_depth: list[int | None] = []

    def build(self, rows: Sequence[Row], by_row: dict[int, list[tuple[Token, Answer]]]) -> Filled:
        self.rows = rows
        self.next_depth = _next_depths(len(rows), by_row)
        for position, row in enumerate(rows):
            self.position = position
            if row.block:
                self._quotation(row)
                self.last = row
                continue
            if row.table:
                self._table(row)
                continue
            at = 0
            begun = False
            for token, answer in by_row.get(position, ()):
                if answer.depth is None:
                    break
                self._item(token, answer)
                at, begun = max(token.end, self.headed), True
            if not begun:
                self._plain(row)
            elif row.text[at:].strip():
                self.here.say(row, at)
            self.last = row
        return Filled(self.caveats, self.quotations)

    def _quotation(self, row: Row) -> None:
        if self.last is None or self.last.block != row.block or not self.quotations:
            holder = Node("section", quoted=True)
            parent = self.here if self.here.level not in ("closing", "table") else self.here.parent
            (parent or self.unit).add(holder)
            self.quotations.append((holder, []))
        self.quotations[-1][1].append(row)

    def _item(self, token: Token, answer: Answer) -> None:
        depth = answer.depth or 0
        del self.path[depth:]
        self.open = [node for node in self.path if node not in self.closed]
        parent = self.open[-1] if self.open else self.unit
        if token.aside:
            item = Node("closing")
        elif token.marker is None:
            item = Node("definition", term=token.term)
        else:
            misread = answer.alphabet == "digit" and token.marker.number in ("l", "I")
            item = Node(_level(parent, answer.alphabet), number="1" if misread else token.marker.number)
            if answer.doubt == "repeated":
                self._doubt("duplicate_number", f"({token.marker.number}) stands twice", token.row)
            elif answer.doubt == "skipped" and not self._unused_before(token.marker.number):
                self._doubt("skipped_number", f"numbers are missing before ({token.marker.number})", token.row)
        parent.add(item)
        item.touch(token.row)
        item.start = token.row.start + token.at
        self.indents[item] = token.row.indent if token.at == 0 else None
        self.path.append(item)
        self.open.append(item)
        self.here = item
        if token.marker is not None:
            self._heading(item, token)

    def _unused_before(self, number: str) -> bool:
        """Is the letter before this one not in the alphabet of the law's language?"""
        return len(number) == 1 and chr(ord(number.lower()) - 1) in self.grammar.lists["unused_letters"]

    def _heading(self, item: Node, token: Token) -> None:
        """Take `Misuse of tools. – ` at the beginning of an item for its heading."""
        self.headed = 0
        found = _HEADING.match(token.row.text, token.end)
        if found and len(found["words"].split()) <= _WORDS_OF_HEADING:
            item.head(token.row, token.end, found.end("words"))
            self.headed = found.end()

    def _doubt(self, code: str, message: str, row: Row) -> None:
        self.caveats.append(Caveat(code, message, page=row.line.page))  # type: ignore[arg-type]

    def _table(self, row: Row) -> None:
        if self.here.level != "table":
            self.here = (self.open[-1] if self.open else self.unit).add(Node("table"))
        self.here.say(row)

    def _plain(self, row: Row) -> None:
        if self.here.level == "table":
            self.here = self._closing(self.open[-1] if self.open else self.unit, row)
        elif self.open and self._leaves_list(row):
            self._close_list(row)
        self.here.say(row)

    def _leaves_list(self, row: Row) -> bool:
        """Is the row, behind the last item of a list, no longer that item's text?"""
        if self.last is None or self.last.block or self.here.level == "closing" or self.here not in self.open:
            return False
        if self.next_depth[self.position] == len(self.open) - 1 and self.here.level != "definition":
            return False  # the list goes on behind it: a further paragraph or proviso of this item
        before = self.last.text
        if _BROKEN_WORD.search(before) and begins_small(row.text):
            return False
        gap = row.gap and self.page.gaps
        if not ITEM_END.search(before) or (_CONJUNCTION_END.search(before) and not gap):
            return False
        short = len(before) < 0.72 * self.page.measure or row.early
        new_paragraph = gap or short or not self.page.wrapped or self._is_outdented(row)
        if not new_paragraph:
            return False
        if self.here.level == "subsection":
            return False
        if begins_small(row.text):
            if not gap and self._is_set_in(row):
                return False
            return not (before.endswith(("—", ":")) and not self.here.children)
        if self.grammar.proviso.match(row.text):
            return True
        return (
            bool(SENTENCE_END.search(before))
            and before.rstrip("”\"’') ]")[-1:] in ".؛。"
            and bool(self.page.wrapped is False or row.gap or before.endswith("."))
        )

    def _is_set_in(self, row: Row) -> bool:
        """Was the row broken where a full line would have gone on? Then it is indented with the item, where no page tells."""
        following = self.rows[self.position + 1] if self.position + 1 < len(self.rows) else None
        if row.line.box or not self.page.wrapped or following is None or ITEM_END.search(row.text):
            return False
        if following.table or following.block or following.marker:
            return False
        return len(row.line.text) + len(following.text.split()[0]) < 0.9 * self.page.measure

    def _is_outdented(self, row: Row) -> bool:
        """Does the row begin left of the open item's marker, in a law whose items hang?"""
        marker = self.indents.get(self.here) if self.page.hanging else None
        return marker is not None and row.indent is not None and row.indent < marker - LEVEL

    def _close_list(self, row: Row) -> None:
        while self.open and self.open[-1].level == "definition":
            self.closed.add(self.open.pop())
        if self.open:
            self.closed.add(self.open.pop())
        parent = self.open[-1] if self.open else self.unit
        self.here = self._closing(parent, row)

    def _closing(self, parent: Node, row: Row) -> Node:
        if parent.children and parent.children[-1].level == "closing":
            return parent.children[-1]
        closing = Node("closing")
        parent.add(closing)
        closing.touch(row)
        return closing


def _next_depths(count: int, by_row: dict[int, list[tuple[Token, Answer]]]) -> list[int | None]:
    """Return, for every row, how deep the next marker behind it nests; None where that begins a list of its own."""
    depths: list[int | None] = [None] * count
    following: int | None = None
    for position in range(count - 1, -1, -1):
        depths[position] = following
        here = [(token, answer) for token, answer in by_row.get(position, ()) if answer.depth is not None]
        if here:
            token, answer = here[0]
            begins = token.aside or (token.marker is not None and begins_list(token.marker))
            following = None if begins or answer.doubt == "repeated" else answer.depth
    return depths


def _level(parent: Node, alphabet: str) -> Level:
    if parent.level in ("subsection", "definition", "schedule"):
        return "paragraph"
    if parent.level == "paragraph":
        return "subparagraph"
    if parent.level in ("subparagraph", "point"):
        return "point"
    return "subsection" if alphabet == "digit" or alphabet.startswith("decimal") else "paragraph"
