"""Structure that the format itself states (XML, Akoma Ntoso, numbered DOCX): the marks are trusted, nothing is guessed."""

from __future__ import annotations

import re
from typing import cast, get_args

from ..model.law import BASIC, GROUPS, Level
from ..model.source import Line, Mark, Source
from .grammar import Grammar
from .rows import Row
from .tree import Node
from .unquoted_terms import term_at

_LEVELS: frozenset[str] = frozenset(get_args(Level))
_ORDER = (
    "preamble", "book", "title", "part", "chapter", "division", "section", "article", "clause", "regulation", "rule",
    "schedule", "subsection", "definition", "paragraph", "subparagraph", "point",
)  # fmt: skip
_RANK = {level: rank for rank, level in enumerate(_ORDER)}
_BEHIND = r"[\s.):;,\]}–—°º\-]*"


def states_structure(source: Source) -> bool:
    """Does the format itself say where the sections are?"""
    return any(line.mark is not None and line.mark.level in BASIC for line in source.lines)


def marked_tree(source: Source, grammar: Grammar) -> list[Node]:
    """Return the top of the tree as the marks of the lines state it."""
    builder = _Builder(grammar)
    for line in source.lines:
        if line.kind in ("body", "table", "margin"):
            builder.line(line)
    return builder.roots


class _Builder:
    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.roots: list[Node] = []
        self.stack: list[tuple[float, Node]] = []
        self.here: Node | None = None

    def line(self, line: Line) -> None:
        row = Row(line.text, line.start, line)
        mark = line.mark
        if mark is not None and mark.level in _LEVELS and mark.level != "closing":
            self._open(row, mark)
        elif mark is not None and mark.level == "closing":
            self._close(row, mark)
        elif line.kind == "table":
            if mark is not None:
                self._resume(mark)
            self._table(row)
        else:
            if mark is not None:
                self._resume(mark)
            elif self.here is not None and self.here.level == "table":
                self.here = self._after_children(self.here.parent)
            self._say(row)

    def _open(self, row: Row, mark: Mark) -> None:
        depth = float(mark.depth) if mark.depth is not None else _RANK.get(mark.level, 17) / 100
        while self.stack and self.stack[-1][0] >= depth:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else None
        node = Node(cast(Level, mark.level), number=mark.number, quoted=mark.quoted)
        if mark.level == "schedule":
            node.schedule = True
            ordinal = self.grammar.ordinals.get((mark.number or "").lower())
            node.number = str(ordinal) if ordinal else mark.number
            if self.grammar.transitional.match(mark.heading or ""):
                node.word = (mark.heading or "").strip(" .:").capitalize()
        if parent is None:
            self.roots.append(node)
        else:
            parent.add(node)
        self.stack.append((depth, node))
        self.here = node
        node.touch(row)
        number_end, heading_end = _head(row.text, mark)
        if node.level in GROUPS and number_end:
            word = re.match(r"[^\W\d_]+", row.text)
            node.word = word.group().capitalize() if word and word.group() != mark.number else ""
        if mark.heading:
            node.head(row, number_end, heading_end)
        node.say(row, heading_end)
        if node.level == "definition":
            node.term = _term(row.text, self.grammar)

    def _resume(self, mark: Mark) -> None:
        """Go on in the unit at the mark's depth; words behind its children are closing words."""
        if mark.depth is not None:
            while self.stack and self.stack[-1][0] > mark.depth:
                self.stack.pop()
        self.here = self._after_children(self.stack[-1][1] if self.stack else None)

    def _close(self, row: Row, mark: Mark) -> None:
        """Closing words that are an element of their own close the unit around it, or the whole law."""
        while self.stack and mark.depth is not None and self.stack[-1][0] >= mark.depth:
            self.stack.pop()
        self.here = Node("closing", quoted=mark.quoted)
        if self.stack:
            self.stack[-1][1].add(self.here)
        else:
            self.roots.append(self.here)
        if mark.depth is not None:
            self.stack.append((mark.depth, self.here))
        self._say(row)

    def _after_children(self, node: Node | None) -> Node | None:
        if node is None or not node.children:
            return node
        if node.children[-1].level != "closing":
            node.add(Node("closing"))
        return node.children[-1]

    def _say(self, row: Row) -> None:
        if self.here is None:
            self.here = Node("preamble")
            self.roots.append(self.here)
        self.here.say(row)

    def _table(self, row: Row) -> None:
        if self.here is None or self.here.level != "table":
            table = Node("table")
            holder = self.stack[-1][1] if self.stack else None
            if holder is None:
                self.roots.append(table)
            else:
                holder.add(table)
            self.here = table
        self.here.say(row)


def _head(text: str, mark: Mark) -> tuple[int, int]:
    """Return where, in the first line of a unit, its printed number and its heading end."""
    number_end = 0
    if mark.number:
        spaced = r"\s*".join(re.escape(c) for c in mark.number)
        word_behind = r"(?:\s+[^\W\d_]+(?=\s*$))?" if mark.level == "schedule" or mark.level in GROUPS else ""
        found = re.match(rf"\W*(?:[^\W\d_]+\.?\s+){{0,2}}?\W*{spaced}(?!\w){word_behind}{_BEHIND}", text)
        number_end = found.end() if found else 0
    heading_end = number_end
    if mark.heading:
        at = text.find(mark.heading, number_end if number_end < len(text) else 0)
        if at >= 0:
            number_end, heading_end = at, at + len(mark.heading)
    elif (mark.level == "schedule" or mark.level in GROUPS) and not number_end:
        heading_end = len(text) if not mark.number else 0
    return number_end, heading_end


def _term(text: str, grammar: Grammar) -> str | None:
    quoted = grammar.definition.match(text)
    if quoted:
        return quoted["term"].strip("“”\"«»‘’'„ ")
    if plain := term_at(text, grammar):
        return plain
    verbs = "|".join(re.escape(v) for v in sorted(grammar.lists["definition_verbs"], key=len, reverse=True))
    found = re.match(rf"^(.{{1,90}}?),?\s+(?:{verbs})\b", text)
    return found[1] if found else None
