"""The Act as PDF, in the layouts of gazettes: margins, line numbers, columns, languages side by side, footnotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from printing import Para, Style, printed
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

LEAD = 13.5
SIZE = 11.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """How pages are laid out: `notes` on which side, `columns` of the text, and what is printed around it."""

    notes: Literal["outer", "inner", "left", "right", "none"] = "none"
    columns: int = 1
    numbered_lines: bool = False
    head: bool = True
    foot: bool = True
    justified: bool = False
    rows: int = 44
    """Lines of text on a page."""
    size: tuple[float, float] = A4
    languages: tuple[str, ...] = ()
    """What stands in the other columns, where languages stand side by side; the Act is in the second."""


@dataclass(slots=True)
class _Line:
    text: str
    indent: float = 0.0
    font: str = "Times-Roman"
    centred: bool = False
    note: tuple[str, ...] = ()
    call: str = ""
    last: bool = True
    """Is it the last of its paragraph, which is not justified?"""


@dataclass(slots=True)
class _Column:
    lines: list[_Line] = field(default_factory=list)


def pdf(style: Style, sheet: Sheet) -> bytes:
    """Return the Act in this style on these pages."""
    width = _column_width(sheet)
    return _drawn(_lines(printed(style), width, sheet), sheet, width)


def _column_width(sheet: Sheet) -> float:
    if sheet.columns == 1:
        return 300.0 if sheet.notes != "none" else 400.0
    return (sheet.size[0] - 100 - 24 * (sheet.columns - 1)) / sheet.columns


def _lines(paras: Sequence[Para], width: float, sheet: Sheet) -> list[_Line]:
    lines: list[_Line] = []
    for para in paras:
        font = "Times-Bold" if para.centred or para.kind == "head" else "Times-Roman"
        indent = 18.0 * para.depth if sheet.columns == 1 else 9.0 * para.depth
        wrapped = _wrapped(para.text, width - indent, font, SIZE)
        note = tuple(_wrapped(para.note, 62, "Times-Roman", 8)) if para.note else ()
        made = [_Line(text, indent, font, para.centred, last=False) for text in wrapped]
        made[-1].last = True
        made[0].note, made[0].call = note, para.call
        # A short section leaves room for its note, as printers do.
        made += [_Line("") for _ in range(round(len(note) * 9 / LEAD) - len(made) + 1)] if note else []
        if sheet.columns == 1 and para.kind != "contents":
            made.append(_Line(""))
        lines += made
    return lines


def _wrapped(text: str, width: float, font: str, size: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _drawn(lines: list[_Line], sheet: Sheet, width: float) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=sheet.size, invariant=True)
    act_columns = 1 if sheet.languages else sheet.columns
    on_page = sheet.rows * act_columns
    pages = [lines[at : at + on_page] for at in range(0, len(lines), on_page)]
    for number, page in enumerate(pages, 1):
        _furniture(canvas, sheet, number)
        for column in range(act_columns):
            part = page[column * sheet.rows : (column + 1) * sheet.rows]
            place = column if not sheet.languages else 1
            _column(canvas, part, sheet, number, _left(sheet, number) + place * (width + 24), width)
        for place, words in zip((0, 2), sheet.languages, strict=False):
            many = _wrapped(f"{words} " * 40, width, "Times-Roman", SIZE)[: min(len(page), sheet.rows)]
            foreign = [_Line(text, last=True) for text in many]
            _column(canvas, foreign, sheet, number, _left(sheet, number) + place * (width + 24), width)
        _footnotes(canvas, [line.call for line in page if line.call], sheet, number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _left(sheet: Sheet, number: int) -> float:
    if sheet.notes == "none":
        return 100.0 if sheet.columns == 1 else 50.0
    return 110.0 if _note_side(sheet, number) == "right" else 190.0


def _note_side(sheet: Sheet, number: int) -> str:
    if sheet.notes in ("left", "right"):
        return sheet.notes
    odd = number % 2 == 1
    return "right" if odd == (sheet.notes == "outer") else "left"


def _furniture(canvas: Canvas, sheet: Sheet, number: int) -> None:
    wide, high = sheet.size
    if sheet.head:
        name = "Data Harbours Act, No. 4 of 2031"
        head = f"{number}   {name}" if number % 2 == 0 else f"{name}   {number}"
        canvas.setFont("Times-Italic", 10)
        canvas.drawCentredString(wide / 2, high - 50, head)
    if sheet.foot:
        canvas.setFont("Times-Roman", 8)
        canvas.drawCentredString(wide / 2, 40, "Printed by the Government Printer, Arvena. Price 3 crowns")


def _column(canvas: Canvas, lines: list[_Line], sheet: Sheet, number: int, left: float, width: float) -> None:
    y = sheet.size[1] - 90
    calls = 0
    for row, line in enumerate(lines, 1):
        if line.text:
            x = left + line.indent
            if line.call:
                calls += 1
                canvas.setFont("Times-Roman", 7)
                canvas.drawString(x, y + 4, str(calls))
                x += 4.5
            spare = width - (x - left) - stringWidth(line.text, line.font, SIZE)
            spaces = line.text.count(" ")
            words = canvas.beginText(x + (spare / 2 if line.centred else 0), y)
            words.setFont(line.font, SIZE)
            words.setWordSpace(
                spare / spaces if sheet.justified and not line.last and not line.centred and spaces else 0
            )
            words.textOut(line.text)
            canvas.drawText(words)
            if line.note:
                side = left + width + 12 if _note_side(sheet, number) == "right" else left - 78
                canvas.setFont("Times-Roman", 8)
                for at, words_of_note in enumerate(line.note):
                    canvas.drawString(side, y - 9 * at, words_of_note)
        if sheet.numbered_lines and row % 5 == 0:
            canvas.setFont("Times-Roman", 9)
            canvas.drawRightString(left - 8, y, str(row))
        y -= LEAD


def _footnotes(canvas: Canvas, calls: list[str], sheet: Sheet, number: int) -> None:
    y = 88.0
    for at, text in enumerate(calls, 1):
        canvas.setFont("Times-Roman", 6)
        canvas.drawString(_left(sheet, number), y + 3, str(at))
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(_left(sheet, number) + 4, y, text)
        y -= 9


LANDSCAPE = landscape(A4)
