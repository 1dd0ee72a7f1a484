"""The body of a DOCX file as paragraphs and tables in document order, with tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .docx_numbering import Numbering, read_numbering
from .docx_package import Package, W
from .docx_styles import Style, Styles, points, read_styles, switch, value
from .docx_values import Block, Body, Cell, Paragraph, Row, Run, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE = frozenset(
    {"hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "customXml", "dir", "bdo"}
)
_DELETED = frozenset({"del", "moveFrom"})
_BLOCK_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "body"})
_SAME_PAGE = frozenset({"continuous", "nextColumn"})
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PRIVATE_USE = range(0xE000, 0xF900)


def read_body(package: Package) -> Body:
    """Return the document's blocks, headers and footers left out."""
    return _Reader(package).body()


@dataclass(slots=True)
class _Reader:
    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    notes: dict[tuple[str, str], str] = field(init=False)
    page: int = 1
    tracked: bool = False
    columns: dict[_Element, bool] = field(default_factory=dict)
    page_ends: set[_Element | None] = field(default_factory=set)
    boxes: list[Paragraph] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.styles = read_styles(self.package.styles)
        self.numbering = read_numbering(self.package.numbering)
        self.notes = {
            (kind, note.get(f"{W}id") or ""): " ".join(_plain(note).split())
            for kind, root in self.package.notes.items()
            for note in root
            if note.get(f"{W}type") in (None, "normal")
        }

    def body(self) -> Body:
        root = self.package.document.find(f"{W}body")
        if root is None:
            return Body(())
        self._survey_sections(root)
        return Body(tuple(_joined(self._blocks(root))), self.tracked)

    def _survey_sections(self, root: _Element) -> None:
        """Note for each paragraph whether its section has several columns, and on which page it begins.

        A section's mark stands at its end; how it begins, on a new page or not, says its own mark.
        """
        waiting: list[_Element] = []
        before: _Element | None = None
        for element in root.iter(f"{W}p", f"{W}sectPr"):
            if element.tag == f"{W}p":
                waiting.append(element)
                continue
            if _name(element.getparent()) == "sectPrChange":
                continue
            columns = element.find(f"{W}cols")
            several = columns is not None and (len(columns) > 1 or (columns.get(f"{W}num") or "1") not in ("0", "1"))
            self.columns.update((inside, several) for inside in waiting)
            if before is not None and value(element, "type") not in _SAME_PAGE:
                self.page_ends.add(before)
            waiting, before = [], element

    def _blocks(self, parent: _Element) -> Iterator[tuple[Block, bool]]:
        """Yield the blocks, each with whether its end was deleted, so that the next one continues it."""
        for element in parent:
            name = _name(element)
            if name == "p":
                paragraph = self._paragraph(element)
                boxes, self.boxes = self.boxes, []
                yield from ((box, False) for box in boxes)
                mark = element.find(f"{W}pPr/{W}rPr")
                yield paragraph, mark is not None and mark.find(f"{W}del") is not None
            elif name == "tbl":
                yield self._table(element), False
            elif name in _BLOCK_WRAPPERS:
                yield from self._blocks(element)
            elif name == "AlternateContent":
                choice = element.find(f"{_MC}Choice")
                if choice is not None:
                    yield from self._blocks(choice)
            elif name in _DELETED:
                self.tracked = True

    def _paragraph(self, element: _Element) -> Paragraph:
        properties = element.find(f"{W}pPr")
        style = self.styles.of(value(properties, "pStyle"))
        page = self.page
        runs: list[Run] = []
        notes: list[str] = []
        self._inline(element, style, runs, notes)
        label = self._label(properties, style) if any(run.text.strip() for run in runs) else ""
        spacing = properties.find(f"{W}spacing") if properties is not None else None
        frame = properties.find(f"{W}framePr") if properties is not None else None
        section = properties.find(f"{W}sectPr") if properties is not None else None
        if section in self.page_ends:
            self.page += 1
        return Paragraph(
            runs=tuple(runs),
            label=label,
            alignment=value(properties, "jc") or style.alignment,
            heading=style.name.lower().startswith(("heading", "title", "subtitle")),
            before=_number(spacing.get(f"{W}before")) if spacing is not None else 0,
            page=page,
            in_column=self.columns.get(element, False),
            framed=frame is not None and frame.get(f"{W}dropCap") is None,
            notes=tuple(notes),
        )

    def _label(self, properties: _Element | None, style: Style) -> str:
        numbers = properties.find(f"{W}numPr") if properties is not None else None
        list_id = value(numbers, "numId") or style.list_id
        if not list_id or list_id == "0":
            return ""
        stated = value(numbers, "ilvl")
        if stated is not None and stated.isdigit():
            level = int(stated)
        elif style.list_level is not None:
            level = style.list_level
        else:
            level = self.numbering.level_of_style(list_id, value(properties, "pStyle"))
        return self.numbering.label(list_id, level)

    def _inline(self, parent: _Element, style: Style, runs: list[Run], notes: list[str]) -> None:
        for element in parent:
            name = _name(element)
            if name == "r":
                self._run(element, style, runs, notes)
            elif name in _INLINE:
                self.tracked |= name in ("ins", "moveTo")
                self._inline(element, style, runs, notes)
            elif name in _DELETED:
                self.tracked = True
            elif name == "AlternateContent":
                choice = element.find(f"{_MC}Choice")
                if choice is not None:
                    self._inline(choice, style, runs, notes)

    def _run(self, element: _Element, style: Style, runs: list[Run], notes: list[str]) -> None:
        look = element.find(f"{W}rPr")
        own = self.styles.by_id.get(value(look, "rStyle") or "", Style())
        text = "".join(self._text(part, notes) for part in element)
        if not text:
            return
        fonts = look.find(f"{W}rFonts") if look is not None else None
        font = (fonts.get(f"{W}ascii") or "").lower() if fonts is not None else ""
        bold = next((said for said in (switch(look, "b"), own.bold, style.bold) if said is not None), False)
        italic = next((said for said in (switch(look, "i"), own.italic, style.italic) if said is not None), False)
        runs.append(
            Run(
                text,
                size=points(look) or own.size or style.size,
                bold=bold or "bold" in font,
                italic=italic or "italic" in font or "oblique" in font,
                raised=value(look, "vertAlign") in ("superscript", "subscript"),
                hidden=bool(switch(look, "vanish")),
            )
        )

    def _text(self, part: _Element, notes: list[str]) -> str:
        name = _name(part)
        if name == "t":
            return part.text or ""
        if name == "lastRenderedPageBreak" or (name == "br" and part.get(f"{W}type") == "page"):
            self.page += 1
            return "\n" if name == "br" else ""
        if name in ("footnoteReference", "endnoteReference"):
            notes.append(self.notes.get((f"{name[:-9]}s", part.get(f"{W}id") or ""), ""))
        elif name == "sym":
            return _symbol(part.get(f"{W}char") or "")
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._text_boxes(part)
        return _CHARACTERS.get(name, "")

    def _text_boxes(self, part: _Element) -> None:
        """Set the paragraphs of text boxes aside; the older form of a box repeats the newer and is passed over."""
        if _name(part) == "AlternateContent":
            part = next((inner for inner in part if _name(inner) == "Choice"), part)
        for box in part.iter(f"{W}txbxContent"):
            for paragraph in box.iter(f"{W}p"):
                if not any(_name(up) == "Fallback" for up in paragraph.iterancestors()):
                    self.boxes.append(replace(self._paragraph(paragraph), framed=True))

    def _table(self, element: _Element) -> Table:
        grid: list[list[tuple[Cell, str | None]]] = []
        heights: list[int] = []
        for row in _rows(element):
            cells: list[tuple[Cell, str | None]] = []
            column = _number(value(row.find(f"{W}trPr"), "gridBefore"))
            for cell in _cells(row):
                properties = cell.find(f"{W}tcPr")
                width = properties.find(f"{W}tcW") if properties is not None else None
                merge = properties.find(f"{W}vMerge") if properties is not None else None
                blocks = tuple(_joined(self._blocks(cell)))
                made = Cell(
                    blocks,
                    column,
                    _number(width.get(f"{W}w")) if width is not None else 0,
                    bordered=_bordered(properties),
                )
                cells.append((made, None if merge is None else merge.get(f"{W}val") or "continue"))
                column += max(1, _number(value(properties, "gridSpan")))
            grid.append(cells)
            heights.append(_number(value(row.find(f"{W}trPr"), "trHeight")))
        rows = (
            Row(tuple(_spanning(cell, grid[at + 1 :]) for cell, merge in cells if merge != "continue"), height)
            for at, (cells, height) in enumerate(zip(grid, heights, strict=True))
        )
        properties = element.find(f"{W}tblPr")
        style = self.styles.of(value(properties, "tblStyle")).name if value(properties, "tblStyle") else ""
        borders = properties.find(f"{W}tblBorders") if properties is not None else None
        return Table(tuple(rows), ruled="grid" in style.lower() or _visible(borders))


_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def _joined(blocks: Iterator[tuple[Block, bool]]) -> Iterator[Block]:
    """Yield the blocks, paragraphs whose end was deleted run into the next one."""
    open_one: Paragraph | None = None
    for block, continues in blocks:
        if open_one is not None and isinstance(block, Paragraph):
            block = replace(open_one, runs=open_one.runs + block.runs, notes=open_one.notes + block.notes)
        elif open_one is not None:
            yield open_one
        open_one = block if continues and isinstance(block, Paragraph) else None
        if open_one is None:
            yield block
    if open_one is not None:
        yield open_one


def _spanning(cell: Cell, below: list[list[tuple[Cell, str | None]]]) -> Cell:
    """Return the cell with the number of rows it spans."""
    rows = 1
    for cells in below:
        if not any(other.column == cell.column and merge == "continue" for other, merge in cells):
            break
        rows += 1
    return replace(cell, rows=rows)


def _rows(table: _Element) -> Iterator[_Element]:
    for element in table:
        if _name(element) == "tr":
            yield element
        elif _name(element) in _BLOCK_WRAPPERS:
            yield from _rows(element)


def _cells(row: _Element) -> Iterator[_Element]:
    for element in row:
        if _name(element) == "tc":
            yield element
        elif _name(element) in _BLOCK_WRAPPERS:
            yield from _cells(element)


def _bordered(properties: _Element | None) -> bool:
    return _visible(properties.find(f"{W}tcBorders") if properties is not None else None)


def _visible(borders: _Element | None) -> bool:
    return borders is not None and any(edge.get(f"{W}val") not in (None, "nil", "none") for edge in borders)


def _symbol(code: str) -> str:
    """Return the character of a symbol font; a bullet for those that mean something in that font alone."""
    try:
        point = int(code, 16)
        return "•" if point in _PRIVATE_USE or point < 32 else chr(point)
    except (ValueError, OverflowError):
        return "•"


def _plain(element: _Element) -> str:
    """Return the text of a note, one space between its paragraphs."""
    paragraphs = ("".join(text.text or "" for text in inner.iter(f"{W}t")) for inner in element.iter(f"{W}p"))
    return " ".join(paragraphs)


def _name(element: _Element | None) -> str:
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def _number(text: str | None) -> int:
    try:
        return int(float(text or "0"))
    except (ValueError, OverflowError):
        return 0
