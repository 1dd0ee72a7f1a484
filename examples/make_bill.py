"""Set the example bill as a gazette PDF and as its plain-text twin, the same bytes every time.

    python examples/make_bill.py [FOLDER]

The layout has what real gazettes have: a title page, an arrangement of clauses, marginal notes that change sides with the
page, running heads, page numbers, and a schedule with a ruled table.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from bill_text import Bill, Clause, load_bill
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

NAME = "arvena-cybercrime-bill-2026"
WIDTH, HEIGHT = A4
BODY, NOTES, GUTTER, OUTER = 350, 86, 14, 66
"""Widths in points: body text, marginal notes, the space between them, and the outer margin beside the notes."""

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14, alignment=TA_JUSTIFY, spaceAfter=4)
CENTRED = ParagraphStyle("centred", parent=TEXT, alignment=TA_CENTER, spaceAfter=8)
PART = ParagraphStyle("part", parent=CENTRED, fontSize=11.5, spaceBefore=12, spaceAfter=10, keepWithNext=1)
NOTE = ParagraphStyle("note", fontName="Times-Roman", fontSize=8.5, leading=9.5)
CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=9.5, leading=11.5)
STEP = 22
"""Indentation of one level of depth, in points."""


class MarginalNote(Flowable):
    """A clause's heading in the outer margin, level with the first line of the clause."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.keepWithNext = 1
        self._note = Paragraph(words, NOTE)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.note_height = self._note.wrap(NOTES, height)[1]
        return 0, 0

    def draw(self) -> None:
        left = self.canv.getPageNumber() % 2 == 0
        self._note.drawOn(self.canv, -(NOTES + GUTTER) if left else BODY + GUTTER, -self.note_height - 1)


def page_templates(bill: Bill) -> list[PageTemplate]:
    def frame(left: bool, side: str) -> Frame:
        inner = WIDTH - OUTER - NOTES - GUTTER - BODY
        x = OUTER + NOTES + GUTTER if left else inner
        return Frame(x, 66, BODY, HEIGHT - 66 - 84, 0, 0, 0, 0, id=side)

    def head(canvas: Canvas, document: BaseDocTemplate) -> None:
        page, left = document.page, document.page % 2 == 0
        x = OUTER + NOTES + GUTTER if left else WIDTH - OUTER - NOTES - GUTTER - BODY
        canvas.setFont("Times-Italic", 9.5)
        canvas.drawCentredString(x + BODY / 2, HEIGHT - 62, bill.words["short"] + " Bill")
        canvas.setFont("Times-Roman", 9.5)
        if left:
            canvas.drawString(x, HEIGHT - 62, str(page))
            canvas.drawRightString(x + BODY, HEIGHT - 62, bill.words["number"])
        else:
            canvas.drawString(x, HEIGHT - 62, bill.words["number"])
            canvas.drawRightString(x + BODY, HEIGHT - 62, str(page))
        canvas.setLineWidth(0.4)
        canvas.line(x, HEIGHT - 67, x + BODY, HEIGHT - 67)

    def foot(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawCentredString(
            WIDTH / 2, 46, f"Printed by the Government Printer, Port Arvena. {bill.words['price']}"
        )

    plain = Frame(90, 80, WIDTH - 180, HEIGHT - 180, 0, 0, 0, 0, id="title")
    return [
        PageTemplate("title", [plain], onPage=foot),
        PageTemplate("even", [frame(True, "even")], onPage=head),
        PageTemplate("odd", [frame(False, "odd")], onPage=head),
    ]


def title_page(bill: Bill) -> list[Flowable]:
    words = bill.words
    return [
        Paragraph("REPUBLIC OF ARVENA", ParagraphStyle("state", parent=CENTRED, fontSize=16, leading=22)),
        Paragraph(words["gazette"], CENTRED),
        Paragraph(words["supplement"], CENTRED),
        Spacer(1, 140),
        Paragraph(f"<b>{words['title'].upper()}</b>", ParagraphStyle("name", parent=CENTRED, fontSize=20, leading=28)),
        Paragraph(f"({words['number']})", CENTRED),
        Spacer(1, 90),
        Paragraph(words["presented"], CENTRED),
        NextPageTemplate(["even", "odd"]),
        PageBreak(),
    ]


def arrangement(bill: Bill) -> list[Flowable]:
    line = ParagraphStyle("entry", parent=TEXT, leftIndent=26, firstLineIndent=-26, spaceAfter=1, alignment=0)
    flow: list[Flowable] = [
        Paragraph(f"<b>{bill.words['title'].upper()}</b>", CENTRED),
        Paragraph("ARRANGEMENT OF CLAUSES", CENTRED),
    ]
    for part in bill.parts:
        flow.append(Paragraph(f"PART {part.number}<br/>{part.heading.upper()}", PART))
        flow += [Paragraph(f"{clause.number}.&nbsp;&nbsp;{clause.heading}", line) for clause in part.clauses]
    return [*flow, Paragraph(bill.words["schedule"]["number"].upper(), PART), PageBreak()]


def clause_flow(clause: Clause) -> list[Flowable]:
    first, *rest = clause.units
    opening = Paragraph(
        f"<b>{clause.number}.</b>&nbsp;&nbsp;{first.text}", ParagraphStyle("opening", parent=TEXT, firstLineIndent=14)
    )
    flow: list[Flowable] = [KeepTogether([MarginalNote(clause.heading), opening])]
    for unit in rest:
        marked = unit.text.startswith("(")
        style = ParagraphStyle(
            f"depth{unit.depth}{marked}",
            parent=TEXT,
            leftIndent=STEP * unit.depth,
            firstLineIndent=14 if marked and not unit.depth else 0,
        )
        flow.append(Paragraph(unit.text, style))
    return [*flow, Spacer(1, 8)]


def body(bill: Bill) -> list[Flowable]:
    flow: list[Flowable] = [
        Paragraph(f"<b>{bill.words['title'].upper()}</b>", CENTRED),
        Paragraph(bill.words["long_title"], TEXT),
        Spacer(1, 6),
        Paragraph(bill.words["enactment"], TEXT),
    ]
    for part in bill.parts:
        flow.append(Paragraph(f"PART {part.number}<br/>{part.heading.upper()}", PART))
        for clause in part.clauses:
            flow += clause_flow(clause)
    return flow


def schedule(bill: Bill) -> list[Flowable]:
    words = bill.words["schedule"]
    rows = [[Paragraph(f"<b>{cell}</b>", CELL) for cell in words["columns"]]]
    rows += [[Paragraph(cell, CELL) for cell in row] for row in words["rows"]]
    table = Table(rows, colWidths=[32, 120, 72, 60, 66], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return [
        PageBreak(),
        Paragraph(words["number"].upper(), CENTRED),
        Paragraph(f"({words['refers']})", CENTRED),
        Paragraph(words["heading"].upper(), CENTRED),
        table,
    ]


def write_pdf(bill: Bill, path: Path) -> None:
    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        pageTemplates=page_templates(bill),
        title=bill.words["title"],
        author="uncc-diff examples",
        invariant=1,
    )
    document.build([*title_page(bill), *arrangement(bill), *body(bill), *schedule(bill)])


def plain_text(bill: Bill) -> str:
    """Return the bill as text: headings on the line of the number, units indented by depth."""
    words = bill.words
    lines = [
        "REPUBLIC OF ARVENA",
        words["gazette"],
        words["supplement"],
        "",
        words["title"].upper(),
        f"({words['number']})",
        "",
        words["presented"],
        "",
    ]
    lines += ["ARRANGEMENT OF CLAUSES", ""]
    for part in bill.parts:
        lines += [f"PART {part.number}", part.heading.upper(), *(f"{c.number}. {c.heading}" for c in part.clauses), ""]
    lines += [words["schedule"]["number"].upper(), "", words["title"].upper(), ""]
    lines += [*textwrap.wrap(words["long_title"], 78), "", words["enactment"], ""]
    for part in bill.parts:
        lines += [f"PART {part.number}", part.heading.upper(), ""]
        for clause in part.clauses:
            lines.append(f"{clause.number}. {clause.heading}")
            for unit in clause.units:
                indent = "  " * unit.depth
                lines += textwrap.wrap(unit.text, 78, initial_indent=indent, subsequent_indent=indent)
            lines.append("")
    table = words["schedule"]
    lines += [
        table["number"].upper(),
        f"({table['refers']})",
        table["heading"].upper(),
        "",
        "\t".join(table["columns"]),
    ]
    return "\n".join([*lines, *("\t".join(row) for row in table["rows"])]) + "\n"


def main(folder: Path) -> None:
    bill = load_bill()
    write_pdf(bill, folder / f"{NAME}.pdf")
    (folder / f"{NAME}.txt").write_bytes(plain_text(bill).encode("utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
