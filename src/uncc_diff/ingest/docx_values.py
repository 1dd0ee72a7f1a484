"""A DOCX document as values: runs of one look, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. Tabs and line breaks stand in it as such."""

    text: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    raised: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    label: str = ""
    """Its automatic number, with the space behind it."""
    alignment: str | None = None
    heading: bool = False
    before: int = 0
    """Space above it, in twentieths of a point."""
    page: int = 1
    in_column: bool = False
    """Does it stand in a section of several columns?"""
    framed: bool = False
    """Does it stand in a text box or frame beside the text?"""
    notes: tuple[str, ...] = ()
    """The footnotes and endnotes called in it."""

    @property
    def text(self) -> str:
        return self.label + "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    column: int
    width: int = 0
    rows: int = 1
    """Rows that it spans."""
    bordered: bool = False

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield its paragraphs, those of tables within it included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows_as_printed:
                    for cell in row.cells:
                        yield from cell.paragraphs

    @property
    def text(self) -> str:
        return " ".join(" ".join(paragraph.text for paragraph in self.paragraphs).split())


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    height: int = 0
    """In twentieths of a point; 0 where not stated."""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    ruled: bool = False

    @property
    def rows_as_printed(self) -> list[Row]:
        """Return the rows, each cell in the row beside whose text it is printed.

        A cell that spans rows may begin with blank space down to a later one of them.
        """
        rows: list[list[Cell]] = [[] for _ in self.rows]
        for at, row in enumerate(self.rows):
            for cell in row.cells:
                down = next((p.before for p in cell.paragraphs if p.text.strip()), 0) if cell.rows > 1 else 0
                place = at
                while place + 1 < min(at + cell.rows, len(rows)) and down >= self.rows[place].height > 0:
                    down -= self.rows[place].height
                    place += 1
                rows[place].append(cell)
        return [Row(tuple(sorted(cells, key=lambda cell: cell.column))) for cells in rows]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Body:
    blocks: tuple[Block, ...]
    tracked: bool = False
    """Did it hold changes that are not yet accepted or refused?"""
