"""The tree under construction, and its last step: ids, citations, spans and running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model.law import BASIC, GROUPS, Level, Provision, Span
from ..model.source import Box, Line
from .joining import Cut, Vocabulary, join
from .rows import Row

_PREFIX: dict[str, str] = {
    "preamble": "preamble", "book": "book", "title": "title", "part": "part", "chapter": "chp", "division": "dvs",
    "section": "sec", "article": "art", "clause": "clause", "regulation": "reg", "rule": "rule", "subsection": "subsec",
    "paragraph": "para", "subparagraph": "subpara", "point": "point", "definition": "def", "schedule": "sch",
    "table": "table", "closing": "closing",
}  # fmt: skip
"""Akoma Ntoso's own abbreviations where it has them."""

_UNNUMBERED = frozenset({"preamble", "closing"})
_NOT_IN_ID = re.compile(r"[^\w-]+")
_TRAILING = re.compile(r"[\s.,:;–—―�_-]+$")
_LEADING = re.compile(r"^[\s.:;–—―�_\-\[“\"]+")


@dataclass(eq=False, slots=True)
class Node:
    """A provision being filled: cuts of the source for its heading and text, and its children."""

    level: Level
    number: str | None = None
    word: str = ""
    """How the law calls a group or schedule, for its citation."""
    start: int | None = None
    heading: list[Cut] = field(default_factory=list)
    text: list[Cut] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    lines: list[Line] = field(default_factory=list)
    schedule: bool = False
    quoted: bool = False
    term: str | None = None
    """What a definition defines."""

    def add(self, child: Node) -> Node:
        child.parent = self
        child.schedule = child.schedule or self.schedule
        child.quoted = child.quoted or self.quoted
        self.children.append(child)
        return child

    def touch(self, row: Row) -> None:
        if not row.text and self.start is not None:
            return
        if not self.lines or self.lines[-1] is not row.line:
            self.lines.append(row.line)
        if self.start is None or row.start < self.start:
            self.start = row.start

    def say(self, row: Row, begin: int = 0, end: int | None = None) -> None:
        """Add characters of the row to the text."""
        self.touch(row)
        cut = _trimmed(row, begin, end)
        if cut is not None:
            self.text.append(cut)

    def head(self, row: Row, begin: int = 0, end: int | None = None) -> None:
        """Add characters of the row to the heading."""
        self.touch(row)
        cut = _trimmed(row, begin, end)
        if cut is not None:
            self.heading.append(cut)

    def borrow(self, rows: Sequence[Row]) -> None:
        """Take a heading from elsewhere: its place does not become a place of this provision."""
        cuts = (_trimmed(row, 0, None) for row in rows)
        self.heading += [cut for cut in cuts if cut is not None]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


def _trimmed(row: Row, begin: int, end: int | None) -> Cut | None:
    text = row.text[begin:end]
    inset = len(text) - len(text.lstrip())
    text = text.strip()
    return Cut(text, row.start + begin + inset, row.table) if text else None


def finish(roots: Sequence[Node], vocabulary: Vocabulary) -> tuple[tuple[Provision, ...], dict[int, str]]:
    """Return the provisions in document order, and the id of each node by its `id()`."""
    namer = _Namer()
    provisions: list[Provision] = []
    ids: dict[int, str] = {}
    stack = [(node, None, "") for node in reversed(roots)]
    todo: list[tuple[Node, str | None, str]] = [(n, p, c) for n, p, c in stack]
    while todo:
        node, parent, above = todo.pop()
        name = namer.name(node, parent)
        ids[id(node)] = name
        citation = _citation(node, above)
        provisions.append(_provision(node, name, parent, citation, vocabulary))
        todo.extend((child, name, citation) for child in reversed(node.children))
    return tuple(provisions), ids


class _Namer:
    """Gives every provision an id of its own."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._unnumbered: Counter[tuple[str | None, str]] = Counter()

    def name(self, node: Node, parent: str | None) -> str:
        label = _PREFIX[node.level]
        if node.term is not None:
            label += "_" + (_slug(node.term)[:60].strip("_") or "term")
        elif node.number is not None:
            label += "_" + _slug(node.number)
        elif node.level not in _UNNUMBERED and node.level != "schedule":
            self._unnumbered[parent, label] += 1
            label += f"_{self._unnumbered[parent, label]}"
        name = f"{parent}__{label}" if parent else label
        count = 1
        unique = name
        while unique in self._seen:
            count = max(count + 1, self._seen[name] + 1)
            unique = f"{name}_{count}"
        self._seen[unique] = 1
        self._seen[name] = max(self._seen[name], count)
        return unique


def _slug(text: str) -> str:
    return _NOT_IN_ID.sub("-", text.strip()).strip("-")


def _citation(node: Node, above: str) -> str:
    """Return the bare citation, given the citation of the parent."""
    if node.level == "preamble":
        return "Preamble"
    if node.level in GROUPS:
        title = _TRAILING.sub("", " ".join(cut.text for cut in node.heading))
        kind = node.word or node.level.capitalize()
        here = f"{kind} {node.number}" if node.number else title or kind
        inside = above if node.parent is not None else ""
        return f"{inside}, {here}" if inside else here
    if node.level == "schedule":
        here = f"Sch{node.number}" if node.number else (node.word or "Sch")
        return f"{above}/{here}" if node.quoted and above else here
    if node.level in ("closing", "table"):
        return above or node.level.capitalize()
    if node.level == "definition":
        return f"{above}(“{node.term}”)" if node.term else above
    number = node.number or "–"
    if node.level in BASIC or _counts_through(node):
        outside = _outside(node)
        return f"{outside}/{number}" if outside else number
    base = node.parent.number if node.parent is not None else None
    if base and "." in number and number.startswith(f"{base}."):
        return above[: len(above) - len(base)] + number if above.endswith(base) else number
    if node.quoted and node.parent is not None and not node.parent.quoted:
        return f"{above}/({number})"
    return f"{above}({number})"


def _counts_through(node: Node) -> bool:
    """Is it a numbered paragraph of a schedule, which a schedule counts through as a law does its sections?"""
    parent = node.parent
    while parent is not None and parent.level in GROUPS:
        parent = parent.parent
    return parent is not None and parent.level == "schedule"


def _outside(node: Node) -> str:
    """Return what must be cited before a number that is not the law's own: the schedule, or the clause that quotes it."""
    parent = node.parent
    while parent is not None:
        if parent.level == "schedule":
            return _citation(parent, _outside(parent) if parent.quoted else "")
        if node.quoted and not parent.quoted:
            return _cite_chain(parent)
        parent = parent.parent
    return ""


def _cite_chain(node: Node) -> str:
    chain: list[Node] = []
    at: Node | None = node
    while at is not None:
        chain.append(at)
        at = at.parent
    citation = ""
    for step in reversed(chain):
        citation = _citation(step, citation)
    return citation


def _provision(node: Node, name: str, parent: str | None, citation: str, vocabulary: Vocabulary) -> Provision:
    text, pieces = join(_without_leading_dots(node.text), vocabulary)
    heading, heading_pieces = join(_bare_heading(node.heading), vocabulary)
    start = node.start if node.start is not None else 0
    ends = [piece.start + piece.length for piece in (*pieces, *heading_pieces)]
    return Provision(
        id=name,
        parent=parent,
        level=node.level,
        number=node.number,
        citation=citation,
        heading=heading or None,
        text=text,
        start=start,
        end=max([start, *ends]),
        pieces=pieces,
        heading_pieces=heading_pieces,
        spans=_spans(node.lines),
        schedule=node.schedule,
        quoted=node.quoted,
        file=node.lines[0].file if node.lines else 0,
    )


_STRAY = re.compile(r"^[\s.,:;–—�_\-\]]+(?=\S)")


def _without_leading_dots(cuts: list[Cut]) -> list[Cut]:
    """Punctuation that belonged to the number or heading is no text."""
    while cuts:
        first = cuts[0]
        found = _STRAY.match(first.text)
        if found is None and re.search(r"\w|[^\s.,:;–—�_\-]", first.text):
            return cuts
        at = found.end() if found else len(first.text)
        rest = first.text[at:]
        if rest:
            return [Cut(rest, first.start + at, first.row), *cuts[1:]]
        cuts = cuts[1:]
    return cuts


def _bare_heading(cuts: list[Cut]) -> list[Cut]:
    """Strip the punctuation around a heading."""
    cuts = [cut for cut in cuts if cut.text]
    if not cuts:
        return cuts
    first = cuts[0]
    lead = _LEADING.match(first.text)
    if lead:
        cuts = [Cut(first.text[lead.end() :], first.start + lead.end()), *cuts[1:]]
    last = cuts[-1]
    cuts = [*cuts[:-1], Cut(_TRAILING.sub("", last.text), last.start)]
    return [cut for cut in cuts if cut.text]


def _spans(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return one span per page touched: its first line and the box around all lines there."""
    pages: dict[tuple[int, int | None], list[Line]] = {}
    for line in lines:
        pages.setdefault((line.file, line.page), []).append(line)
    spans = []
    for (_, page), touched in pages.items():
        boxes = [line.box for line in touched if line.box]
        box = (
            Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))
            if boxes
            else None
        )
        spans.append(Span(page, min(line.number for line in touched), box))
    return tuple(spans)
