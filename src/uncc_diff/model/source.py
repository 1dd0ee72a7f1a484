"""What reading a file gives: its text, line by line, with place and look. Nothing is cleaned away, only labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

LineKind = Literal[
    "body",  # text of the law
    "margin",  # marginal note: the heading of the section beside it, or a reference to another Act
    "running",  # running head or foot, printer's mark, price, page number
    "line_number",  # numbers printed every few lines in bills
    "footnote",  # footnotes and amendment notes, kept beside the text
    "table",  # one row of a table; cells separated by a tab
    "chrome",  # navigation and other words of a web page around the law
]
"""What a line is on its page. The reader labels by geometry and format; the parser decides what is structure."""

CaveatCode = Literal[
    "no_text_layer",
    "doubtful_reading_order",
    "table_dropped",
    "table_flattened",
    "encoding_guessed",
    "language_columns",
    "several_laws",
    "tracked_changes",
    "hidden_text",
    "noisy_ocr",
    "skipped_number",
    "duplicate_number",
    "doubtful_number",
    "doubtful_heading",
    "contents_mismatch",
    "unresolved_reference",
    "unstructured_text",
    "language_without_lexicon",
    "corrected_by_reviewer",
    "text_cut",
    "unused_suppression",
    "stale_baseline",
]
"""The closed vocabulary of doubts. A doubt is told in every report, with its page and place."""


class Box(NamedTuple):
    """A rectangle on a page, in points, origin at the top left."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Structure that the file format itself states (XML elements, HTML classes, list numbering); the parser trusts it."""

    level: str
    """A level of `model.law.Level`, or `text` for the continuation of the open provision."""
    number: str | None = None
    heading: str | None = None
    depth: int | None = None
    """Nesting depth as the format states it, where levels alone do not order the tree."""
    quoted: bool = False
    """Does the format state that the unit is text to be inserted into another law?"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source. `text` is `source.text[start:start + len(text)]`, exactly."""

    text: str
    start: int
    number: int
    """Line number on its page, or in the file where there are no pages; 1-based."""
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    """Most frequent font size on the line, in points."""
    bold: bool = False
    italic: bool = False
    centred: bool = False
    kind: LineKind = "body"
    mark: Mark | None = None
    file: int = 0
    """Index into `Source.files`."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Caveat:
    """A doubt about what was read, for the reader of the report."""

    code: CaveatCode
    message: str
    page: int | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One input file: its name without folders (reports must not depend on where it lay) and its fingerprint."""

    name: str
    sha256: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. `text` holds every line, furniture included, joined by newlines; offsets everywhere point into it."""

    files: tuple[SourceFile, ...]
    text: str
    lines: tuple[Line, ...]
    title: str | None = None
    """Title that the format states (XML, DOCX properties, HTML heading); None when it must be found in the text."""
    language: str | None = None
    """BCP 47 tag that the format states or that chose the column; None when it must be detected."""
    caveats: tuple[Caveat, ...] = ()
