"""The lines of a DOCX document: paragraphs and tables in reading order, notes beside the text labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model.source import LineKind
from .docx_margins import Margins, all_paragraphs, is_list_marker, joined, place_note, starts_unit
from .docx_run_together import Vocabulary
from .docx_values import Block, Cell, Paragraph, Row, Run, Table
from .language_columns import Columns, language_columns
from .lines import Draft

_LONGEST_CELL = 1500
"""Characters; a cell with more is a column of the page, not data."""

_ROWS_OF_DATA = 3
_FRAMED_NOTE = 150
_APART = 120
"""Twentieths of a point above a paragraph that is no continuation of the one before."""


@dataclass(slots=True)
class DocumentLines:
    """The document as drafts, and what was done to it on the way."""

    drafts: list[Draft] = field(default_factory=list)
    flattened: int = 0
    """Tables that only laid out the page."""
    hidden: int = 0
    """Lines in hidden type."""
    columns: Columns | None = None
    """The columns of its tables, where they hold the same in several languages."""


def document_lines(blocks: Sequence[Block], language: str | None = None) -> DocumentLines:
    """Return the lines of the blocks; `page` is set on them to find running heads by, and means nothing else."""
    flow = _Flow(Margins(blocks), Vocabulary(all_paragraphs(blocks)))
    flow.made.columns = language_columns(_column_texts(blocks), language)
    for block in blocks:
        flow.block(block)
    return flow.made


@dataclass(slots=True)
class _Flow:
    margins: Margins
    vocabulary: Vocabulary
    made: DocumentLines = field(default_factory=DocumentLines)
    number: int = 0
    note_open: bool = False
    """Was the last thing read a note, so that small text right after it continues it?"""

    def block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block)
        else:
            self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.number += 1
        runs = self.vocabulary.parted(paragraph.runs)
        if not any(run.text.strip() for run in runs):
            return
        note, text = self._parted(paragraph, runs)
        if note:
            draft = self._draft(paragraph, note, "margin")
            place_note(self.made.drafts, draft, fresh=starts_unit(_words(text)))
        self.note_open = bool(note)
        self._lines(replace(paragraph, runs=tuple(text)))
        for footnote in paragraph.notes:
            if footnote:
                self._add(Draft(footnote, self.number, paragraph.page, kind="footnote"))

    def _parted(self, paragraph: Paragraph, runs: tuple[Run, ...]) -> tuple[list[Run], list[Run]]:
        """Return the runs of a marginal note in the paragraph, and those of its text."""
        if paragraph.framed and len(paragraph.text) <= _FRAMED_NOTE and not starts_unit(paragraph.text):
            return list(runs), []
        if not self.margins.by_size:
            return [], list(runs)
        small = [run for run in runs if self.margins.is_small(run) and any(map(str.islower, run.text))]
        if all(self.margins.is_small_type(run) for run in runs if run.text.strip()):
            beside = bool(small) and (self.note_open or paragraph.in_column) and len(paragraph.text) <= _FRAMED_NOTE
            return (list(runs), []) if beside else ([], list(runs))
        return small, [run for run in runs if run not in small]

    def _lines(self, paragraph: Paragraph, lead: str = "") -> None:
        """Add the paragraph's lines; `lead` stands before the first."""
        calls = [run for run in paragraph.runs if run.raised and _is_call(run.text)]
        lines = _broken(tuple(run for run in paragraph.runs if run not in calls))
        for at, runs in enumerate(lines):
            draft = self._draft(paragraph, runs, "body", lead + paragraph.label if at == 0 else "")
            if at == 0 and not lead and self._continues(paragraph, draft):
                self.made.drafts[-1] = joined(self.made.drafts[-1], draft)
                continue
            if all(run.hidden for run in runs if run.text.strip()):
                self.made.hidden += 1
                draft = replace(draft, kind="chrome")
            self._add(draft)
        for call in calls:
            self._add(Draft(call.text, self.number, paragraph.page, kind="footnote"))

    def _continues(self, paragraph: Paragraph, line: Draft) -> bool:
        """Is the paragraph cut from the one before it, as converters cut where a layout table ends?

        Only where the document has lost margins, hence comes from a converter: there real paragraphs stand apart.
        """
        if not self.margins.by_size or paragraph.before >= _APART or not self.made.drafts:
            return False
        above = self.made.drafts[-1]
        same_page = above.kind == "body" and above.page == line.page
        return same_page and line.text[:1].islower() and not _ends(above.text)

    def _add(self, draft: Draft) -> None:
        if draft.text.strip():
            self.made.drafts.append(draft)

    def _draft(self, paragraph: Paragraph, runs: Sequence[Run], kind: LineKind, label: str = "") -> Draft:
        filled = [run for run in runs if run.text.strip()]
        sizes = [run.size for run in filled for _ in run.text.strip()]
        return Draft(
            " ".join((label + _words(runs)).split()),
            self.number,
            paragraph.page,
            size=max(set(sizes), key=lambda size: (sizes.count(size), size or 0.0)) if sizes else None,
            bold=bool(filled) and (paragraph.heading or all(run.bold for run in filled)),
            italic=bool(filled) and all(run.italic for run in filled),
            centred=paragraph.alignment == "center",
            kind=kind,
        )

    def _table(self, table: Table) -> None:
        self.note_open = False
        if self.made.columns is not None and max(len(row.cells) for row in table.rows) > 1:
            self._language_rows(table, self.made.columns.left_out)
            return
        if self._holds_data(table):
            for row in table.rows:
                self.number += 1
                cells = [cell.text for cell in row.cells]
                if any(cells):
                    page = next((p.page for cell in row.cells for p in cell.paragraphs), None)
                    self._add(Draft("\t".join(cells), self.number, page, kind="table"))
            return
        self.made.flattened += 1
        for row in table.rows_as_printed:
            self._layout_row(row)

    def _holds_data(self, table: Table) -> bool:
        """Is it a table for its reader, not one that only puts text in its place on the page?"""
        cells = [cell for row in table.rows for cell in row.cells]
        filled = [cell.text for cell in cells if cell.text]
        widest = max((len(row.cells) for row in table.rows), default=0)
        if widest < 2 or not filled or max(map(len, filled)) > _LONGEST_CELL:
            return False
        ruled = table.ruled or sum(cell.bordered for cell in cells) * 2 > len(cells)
        notes = any(self.margins.is_note_cell(cell, row) for row in table.rows for cell in row.cells)
        markers = sum(1 for row in table.rows if any(is_list_marker(cell.text) for cell in row.cells[:-1]))
        if notes or (not ruled and markers * 2 >= len(table.rows)):
            return False
        return ruled or (len(table.rows) >= _ROWS_OF_DATA and len(filled) >= 1.5 * len(table.rows))

    def _language_rows(self, table: Table, left_out: frozenset[int]) -> None:
        """Add the rows cell by cell, those in another language set aside behind the others."""
        for row in table.rows:
            self.number += 1
            for cell in sorted(row.cells, key=lambda cell: cell.column in left_out):
                before = len(self.made.drafts)
                self._cell(cell, "")
                if cell.column in left_out:
                    others = (replace(draft, kind="chrome") for draft in self.made.drafts[before:])
                    self.made.drafts[before:] = list(others)

    def _layout_row(self, row: Row) -> None:
        self.number += 1
        notes = [cell for cell in row.cells if self.margins.is_note_cell(cell, row)]
        text = [cell for cell in row.cells if cell not in notes and cell.text]
        begins = any(starts_unit(p.text.strip()) for cell in text for p in cell.paragraphs)
        if notes:
            runs = [run for cell in notes for p in cell.paragraphs for run in (*p.runs, Run(" "))]
            paragraph = next(p for cell in notes for p in cell.paragraphs)
            draft = self._draft(paragraph, self.vocabulary.parted(tuple(runs)), "margin")
            place_note(self.made.drafts, draft, fresh=begins)
        lead = ""
        for cell in text:
            if is_list_marker(cell.text) and cell is not text[-1]:
                lead += f"{cell.text} "
            else:
                self._cell(cell, lead)
                lead = ""
        self.note_open = bool(notes)

    def _cell(self, cell: Cell, lead: str) -> None:
        for block in cell.blocks:
            if isinstance(block, Table):
                self._table(block)
            elif block.text.strip():
                self._lines(replace(block, runs=self.vocabulary.parted(block.runs)), lead)
                lead = ""


def _column_texts(blocks: Sequence[Block]) -> list[str]:
    """Return the text of each column over all tables of the document."""
    texts: dict[int, list[str]] = {}
    for block in blocks:
        for row in block.rows if isinstance(block, Table) else ():
            for cell in row.cells if len(row.cells) > 1 else ():
                texts.setdefault(cell.column, []).append(cell.text)
    return [" ".join(texts.get(column, ())) for column in range(max(texts, default=-1) + 1)]


def _words(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs).strip()


def _is_call(text: str) -> bool:
    """Is the raised text the call of a footnote, not an ordinal's `th` or a letter of the number before it?"""
    return text.strip().isdigit() or text.strip() in ("*", "**", "†", "‡")


def _broken(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Return the runs line by line. A break in the midst of a sentence is a wrap and no line's end."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        pieces = run.text.split("\n")
        for at, piece in enumerate(pieces):
            if at:
                lines.append([])
            lines[-1].append(replace(run, text=piece))
    kept: list[list[Run]] = []
    for line in lines:
        text = _words(line)
        wraps = kept and text[:1].islower() and not is_list_marker(text.split()[0]) and not _ends(_words(kept[-1]))
        if wraps:
            glue = [] if _words(kept[-1]).endswith("-") else [Run(" ")]
            kept[-1] += [*glue, *line]
        elif text:
            kept.append(line)
    return kept


def _ends(text: str) -> bool:
    return text.rstrip()[-1:] in ".:;—–"
