"""Inside a section: subsections, paragraphs, points, definitions, tables and closing words, from its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.law import Level
from ..model.source import Caveat
from .depth import TOP, Answer, Question, nest
from .grammar import Grammar
from .inline import spread
from .markers import PLAIN, Marker, Sense, marker_at, plain_marker_at
from .rows import ITEM_END, OPENER, SENTENCE_END, Row, begins_small
from .tree import Node

_SOLE = (Sense("digit", (1,)),)
_DEFINITION = (Sense("definition", (1,)),)
_TAIL = re.compile(
    r"^[,;]|^(?:and|or|to|y|o|e|et|ou)\s+[(\[\d]|^(?:of|above|below|hereof|thereof)\s+(?:this|that|the|section|article)\b"
)
_CONJUNCTION_END = re.compile(r"(?i)\b(?:and|or|y|o|e|et|ou|và|hoặc)$")
_HEADING = re.compile(r"(?P<words>[A-ZÀ-ÖØ-Þ][^.;:—–]{2,90}\.)\s?(?:[—–―�]+|_{2,}|-{1,2}(?=[\s(�]))\s*(?=\S|$)")
_WORDS_OF_HEADING = 12
_MOST_GLUED = 4
_SHORT = 14


@dataclass(frozen=True, slots=True)
class Page:
    """How the law's lines are set: are sentences wrapped over lines, and how long is a full line, in characters."""

    wrapped: bool
    measure: int
    gaps: bool = True
    """Does blank space between lines mean a new paragraph? Some converters leave it in the middle of sentences."""
    plain_markers: bool = False
    """Does the law number its paragraphs without brackets or full stops?"""


@dataclass(slots=True)
class _Token:
    position: int
    row: Row
    at: int
    end: int
    marker: Marker | None
    term: str | None = None


def page_of(rows: Sequence[Row]) -> Page:
    """Return how the rows are set; a law whose lines often end in the middle of a sentence is wrapped."""
    lengths = sorted(len(row.text) for row in rows if not row.table) or [0]
    measure = lengths[int(len(lengths) * 0.85)]
    broken = sum(not ITEM_END.search(row.text) for row in rows if len(row.text) > 0.6 * measure)
    full = sum(len(row.text) > 0.6 * measure for row in rows) or 1
    spaced = [row for row in rows if row.gap]
    inside = sum(begins_small(row.text) and marker_at(row.text) is None for row in spaced)
    gaps = inside <= 0.12 * len(spaced)
    wrapped = measure < 200 and broken > 0.25 * full
    return Page(wrapped, measure, gaps, _counts_plainly(rows))


def _counts_plainly(rows: Sequence[Row]) -> bool:
    """Do lists go on from letter to letter, or paragraphs from number to number, without any sign around them?"""
    signed = going_on = 0
    last = ""
    for row in rows:
        if marker_at(row.text):
            signed += 1
            continue
        marker = plain_marker_at(row.text)
        if marker is None or len(marker.number) > 2:
            continue
        if len(last) == 1 and len(marker.number) == 1 and ord(marker.number) == ord(last) + 1:
            going_on += 1
        last = marker.number
    return going_on >= 2 and going_on * 2 > signed


@dataclass(slots=True)
class Filled:
    """Doubts about markers (their provision is the unit), and the quotations met: a place holder in the tree, and rows."""

    caveats: list[Caveat]
    quotations: list[tuple[Node, list[Row]]]


def fill(unit: Node, rows: Sequence[Row], grammar: Grammar, page: Page) -> Filled:
    """Put the rows into `unit` and children of it. Quoted rows are not read but handed back, with a place holder for them."""
    rows = spread([row for row in rows if row.text], grammar)
    tokens = _tokens(rows, grammar, page)
    answers = nest([_asked(rows, token, grammar, anywhere=unit.quoted) for token in tokens])
    by_row: dict[int, list[tuple[_Token, Answer]]] = {}
    for token, answer in zip(tokens, answers, strict=True):
        by_row.setdefault(token.position, []).append((token, answer))
    return _Builder(unit, grammar, page).build(rows, by_row)


def _tokens(rows: Sequence[Row], grammar: Grammar, page: Page) -> list[_Token]:
    tokens: list[_Token] = []
    for position, row in enumerate(rows):
        if row.table or row.block:
            continue
        sole = grammar.sole_paragraph.match(row.text)
        if sole:
            only = Marker(0, sole.end(), sole.group().split()[-1].strip(" .:-–—") or "1", TOP, _SOLE)
            tokens.append(_Token(position, row, 0, sole.end(), only))
            continue
        at = 0
        for glued in range(_MOST_GLUED):
            marker = marker_at(row.text, at)
            if marker is None:
                break
            if glued and not (marker.style == "()" and _begins_list(marker)):
                break
            if glued and _TAIL.match(row.text[marker.end :]):
                break
            tokens.append(_Token(position, row, marker.at, marker.end, marker))
            at = marker.end
        if at == 0 and page.plain_markers and (plain := plain_marker_at(row.text)):
            tokens.append(_Token(position, row, 0, plain.end, plain))
            at = plain.end
        if at == 0:
            following = rows[position + 1].text[:60] if position + 1 < len(rows) else ""
            defined = grammar.definition.match(f"{row.text} {following}")
            if defined:
                tokens.append(_Token(position, row, 0, 0, None, _term(defined["term"])))
    return tokens


def _term(quoted: str) -> str:
    return quoted.strip().strip("“”\"«»‘’'„ ").strip()


def _begins_list(marker: Marker) -> bool:
    return any(sense.ordinal[0] == 1 for sense in marker.senses)


def _asked(rows: Sequence[Row], token: _Token, grammar: Grammar, *, anywhere: bool) -> Question:
    before = _text_before(rows, token.position)
    indent = token.row.line.box.x0 if token.row.line.box and token.at == 0 else None
    if token.marker is None:
        sentence = not before or ITEM_END.search(before) or token.row.gap
        return Question(_DEFINITION, "", True, 3.0 if sentence else 0.3, None)
    if token.at > 0:
        return Question(token.marker.senses, token.marker.style, True, 2.4, None)
    opener = not before or bool(OPENER.search(before))
    cost = 4.2
    rest = token.row.text[token.end :]
    if before and not token.row.gap and not token.row.line.bold:
        if grammar.reference_end.search(before) and not (SENTENCE_END.search(before) or _conjunction(before)):
            cost = 0.25
        elif not ITEM_END.search(before):
            cost = 2.0 if token.marker.style == "()" else 0.9
    if _TAIL.match(rest):
        cost = min(cost, 0.4)
    if token.marker.style == PLAIN:
        cost = min(cost, 0.9)
    if token.marker.style in (".", "-", "°", "[]") and begins_small(rest):
        cost = min(cost, 1.2)
    return Question(token.marker.senses, token.marker.style, opener, cost, indent, anywhere)


def _text_before(rows: Sequence[Row], position: int) -> str:
    """Return the line before, with the one before that where it is but a word or two."""
    if not position:
        return ""
    before = rows[position - 1].text
    if len(before) < _SHORT and position > 1 and not rows[position - 2].table:
        return f"{rows[position - 2].text} {before}"
    return before


def _conjunction(text: str) -> bool:
    return bool(re.search(r"(?i)[;,]\s*(?:and|or|y|o|e|et|ou|và|hoặc)$", text))


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
        self.grammar = grammar
        self.page = page
        self.caveats: list[Caveat] = []
        self.quotations: list[tuple[Node, list[Row]]] = []
        self.last: Row | None = None
        self.position = 0
        self.headed = 0
        """Where in the current row a heading of the open item ended."""
        self.next_depth: list[int | None] = []

    def build(self, rows: Sequence[Row], by_row: dict[int, list[tuple[_Token, Answer]]]) -> Filled:
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

    def _item(self, token: _Token, answer: Answer) -> None:
        depth = answer.depth or 0
        del self.path[depth:]
        self.open = [node for node in self.path if node not in self.closed]
        parent = self.open[-1] if self.open else self.unit
        if token.marker is None:
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
        self.path.append(item)
        self.open.append(item)
        self.here = item
        if token.marker is not None:
            self._heading(item, token)

    def _unused_before(self, number: str) -> bool:
        """Is the letter before this one not in the alphabet of the law's language?"""
        return len(number) == 1 and chr(ord(number.lower()) - 1) in self.grammar.lists["unused_letters"]

    def _heading(self, item: Node, token: _Token) -> None:
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
        gap = row.gap and self.page.gaps
        if not ITEM_END.search(before) or (_CONJUNCTION_END.search(before) and not gap):
            return False
        new_paragraph = gap or not self.page.wrapped or len(before) < 0.72 * self.page.measure
        if not new_paragraph:
            return False
        if self.here.level == "subsection":
            return False
        if begins_small(row.text):
            return not (before.endswith(("—", ":")) and not self.here.children)
        if self.grammar.proviso.match(row.text):
            return True
        return (
            bool(SENTENCE_END.search(before))
            and before.rstrip("”\"’') ]")[-1:] in ".؛。"
            and bool(self.page.wrapped is False or row.gap or before.endswith("."))
        )

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


def _next_depths(count: int, by_row: dict[int, list[tuple[_Token, Answer]]]) -> list[int | None]:
    """Return, for every row, how deep the next marker behind it nests; None where that begins a list of its own."""
    depths: list[int | None] = [None] * count
    following: int | None = None
    for position in range(count - 1, -1, -1):
        depths[position] = following
        here = [(token, answer) for token, answer in by_row.get(position, ()) if answer.depth is not None]
        if here:
            token, answer = here[0]
            begins = token.marker is not None and _begins_list(token.marker)
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
