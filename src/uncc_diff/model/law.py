"""A law as a tree of provisions. Flat tuple in document order; parents by id; nothing of the text is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from .source import Box, Caveat, Line, SourceFile

Level = Literal[
    "preamble", "book", "title", "part", "chapter", "division",
    "section", "article", "clause", "regulation", "rule",
    "subsection", "paragraph", "subparagraph", "point",
    "definition", "schedule", "table", "closing",
]  # fmt: skip

BASIC: frozenset[str] = frozenset({"section", "article", "clause", "regulation", "rule"})
"""The numbered units that a law counts through; one law uses one of them, as it calls them itself."""

GROUPS: frozenset[str] = frozenset({"book", "title", "part", "chapter", "division"})
"""Units that hold basic units and say nothing themselves."""

_GIVES_WORDS = re.compile(r":\s*[\"“„«]")
"""A colon and an opening quotation mark: words follow that the provision puts somewhere."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` characters of a provision's text from `at` on are `source.text[start:start + length]`, to the letter.

    Characters of the text that lie in no piece (a space where lines were joined) come from no place in the source.
    """

    at: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Span:
    """A place on paper: page (1-based, None for unpaged formats), first line there, and the box where known."""

    page: int | None
    line: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Text beside the law (footnote, amendment note), attached to the provision it stands at."""

    provision: str | None
    text: str
    start: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the law. `text` is its own text only: no children, no number, no heading."""

    id: str
    """Akoma Ntoso eId: part_II__sec_4__subsec_1__para_a."""
    parent: str | None
    level: Level
    number: str | None
    """As printed, without brackets and full stop: 4, 22A, a, ii, IV."""
    citation: str
    """Bare legal citation: 4, 4(1)(a), Sch1/4(1); for groups `Part II`; for the preamble `Preamble`."""
    heading: str | None
    text: str
    start: int
    """Offset into the source of the provision's first character (its number or heading included)."""
    end: int
    """Offset behind the last character of its own text."""
    pieces: tuple[Piece, ...] = ()
    heading_pieces: tuple[Piece, ...] = ()
    spans: tuple[Span, ...] = ()
    schedule: bool = False
    """Does it stand in a schedule or annex?"""
    quoted: bool = False
    """Is it text to be inserted into another law, not a provision of this one?"""
    file: int = 0

    def source_offset(self, at: int) -> int:
        """Return where character `at` of `text` stands in the source (the nearest place before it for joined spaces)."""
        where = self.start
        for piece in self.pieces:
            if at < piece.at:
                break
            where = piece.start + min(at - piece.at, piece.length)
        return where


@dataclass(frozen=True)
class Law:
    """A law: files, title, language and its provisions in document order. `text` is the source text, for offsets."""

    files: tuple[SourceFile, ...]
    title: str
    language: str
    """BCP 47 tag."""
    provisions: tuple[Provision, ...]
    text: str = field(repr=False)
    version_date: str | None = None
    """ISO date of the version that the text itself states (assent, publication), or None."""
    notes: tuple[Note, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    lines: tuple[Line, ...] = field(default=(), repr=False)
    """The lines of `text` with their places in the files; empty when the law was not read from a file."""

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return tuple(line.start for line in self.lines)

    def line_at(self, offset: int) -> Line | None:
        """Return the line that holds the character at `offset` of the source text, or None where no lines are known."""
        place = bisect_right(self._line_starts, offset) - 1
        return self.lines[place] if place >= 0 else None

    @cached_property
    def by_id(self) -> dict[str, Provision]:
        return {p.id: p for p in self.provisions}

    @cached_property
    def _children(self) -> dict[str | None, list[Provision]]:
        below: dict[str | None, list[Provision]] = {}
        for provision in self.provisions:
            below.setdefault(provision.parent, []).append(provision)
        return below

    def children(self, id: str | None) -> list[Provision]:  # noqa: A002 - the domain's word
        """Return the direct children in document order; of None, the top level."""
        return self._children.get(id, [])

    def walk(self, id: str) -> Iterator[Provision]:  # noqa: A002
        """Yield the provision and all below it, in document order."""
        yield self.by_id[id]
        for child in self.children(id):
            yield from self.walk(child.id)

    def ancestors(self, id: str) -> Iterator[Provision]:  # noqa: A002
        """Yield the parents, nearest first."""
        parent = self.by_id[id].parent
        while parent is not None:
            provision = self.by_id[parent]
            yield provision
            parent = provision.parent

    def basic(self, id: str) -> Provision | None:  # noqa: A002
        """Return the section, article ... that the provision is or stands in; None above that level."""
        provision = self.by_id[id]
        if provision.level in BASIC:
            return provision
        return next((p for p in self.ancestors(id) if p.level in BASIC), None)

    @cached_property
    def basics(self) -> tuple[Provision, ...]:
        """The sections, articles ... of the law itself, in document order: no schedules, no quoted text."""
        return tuple(p for p in self.provisions if p.level in BASIC and not p.schedule and not p.quoted)

    @cached_property
    def amends(self) -> bool:
        """Is it a law that changes others: does every second provision, or more, give words to be put into another law?

        What such a law puts into others is its substance, and is read as its own.
        """
        giving = {b.id for p in self.provisions if p.quoted and (b := next(self._unquoted(p.id), None))}
        giving.update(b.id for b in self.basics if _GIVES_WORDS.search(b.text))
        return 2 * len(giving) >= len(self.basics) > 0

    def _unquoted(self, id: str) -> Iterator[Provision]:  # noqa: A002
        return (p for p in self.ancestors(id) if p.level in BASIC and not p.quoted)
