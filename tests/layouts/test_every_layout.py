"""The same Act in every layout gives the same tree: ids, citations, headings, and text but for spaces."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import as_docx
import as_html
import as_pdf
import as_text
import as_xml
import pytest
from arvena_law import ENACTING, Row, bare, expected
from as_pdf import LANDSCAPE, Sheet
from printing import Style

from uncc_diff.ingest import read_bytes
from uncc_diff.model.law import Law
from uncc_diff.structure import parse

LINE = Style()
RUN_IN = Style("run_in")
MARGIN = Style("margin")
LISTED = dataclasses.replace(MARGIN, contents="ARRANGEMENT OF SECTIONS")
ABOVE = Style("above")
ARTICLE = Style("below_number", "Article ({})".format)
PHILIPPINE = Style("run_in", "SEC. {}.".format, stop=". –")
SENTENCE = Style("run_in", "Section {}.".format, stop=".")
CONTENTS = Style("line", contents="ARRANGEMENT OF SECTIONS")
NOTED = Style("line", brackets=True)
ROMAN = ("III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
FOREIGN = (
    "Ingingo ya mbere y’iri tegeko isobanura amagambo akoreshwa mu gitabo cy’ibyambu kandi ikagena ibihano bya buri wese",
    "Le présent article de la loi définit les mots qui sont employés dans le livre des ports et dans les peines du titre",
)

Layout = tuple[str, Callable[[], bytes], str]
"""File name, how it is made, and what the layout calls its sections."""

LAYOUTS: dict[str, Layout] = {
    "text": ("law.txt", lambda: as_text.plain(LINE), "section"),
    "text with run-in headings": ("law.txt", lambda: as_text.plain(RUN_IN), "section"),
    "text with headings above the number": ("law.txt", lambda: as_text.plain(ABOVE), "section"),
    "text with SEC. and a dash": ("law.txt", lambda: as_text.plain(PHILIPPINE), "section"),
    "text with Section and a sentence as heading": ("law.txt", lambda: as_text.plain(SENTENCE), "section"),
    "text with Article (N) on its own line": ("law.txt", lambda: as_text.plain(ARTICLE), "article"),
    "text with contents list": ("law.txt", lambda: as_text.plain(CONTENTS), "section"),
    "text with brackets": ("law.txt", lambda: as_text.plain(NOTED), "section"),
    "text from Windows": ("law.txt", lambda: as_text.windows(LINE), "section"),
    "hard-wrapped text": ("law.txt", lambda: as_text.hard_wrapped(LINE), "section"),
    "hard-wrapped text, run-in": ("law.txt", lambda: as_text.hard_wrapped(RUN_IN), "section"),
    "hard-wrapped text with contents list": ("law.txt", lambda: as_text.hard_wrapped(CONTENTS), "section"),
    "text of a PDF block by block": ("law.txt", lambda: as_text.by_blocks(ABOVE), "section"),
    "text of a PDF block by block, contents list": (
        "law.md",
        lambda: as_text.by_blocks(dataclasses.replace(ABOVE, contents="ARRANGEMENT OF SECTIONS")),
        "section",
    ),
    "text with page numbers between its lines": (
        "law.txt",
        lambda: as_text.without_page_breaks(LINE, lambda n: [str(n)], spaced=True),
        "section",
    ),
    "text with one running head between its lines": (
        "law.txt",
        lambda: as_text.without_page_breaks(RUN_IN, lambda n: [f"{n} Laws of the Republic of Arvena"], rows=24),
        "section",
    ),
    "text with feet and heads that alternate": (
        "law.txt",
        lambda: as_text.without_page_breaks(
            CONTENTS,
            lambda n: [f"H12  {n}", "[Issue 1]", "Data Harbours Act" if n % 2 else "Revised Laws of Arvena"],
            spaced=True,
        ),
        "section",
    ),
    "markdown with the heads of a yearbook, one of them a part's": (
        "law.md",
        lambda: as_text.without_page_breaks(
            ABOVE,
            lambda n: [ROMAN[n], "Enactments of 2031", "2", "Yearbook of Arvena - 2031", "Part IV"],
            spaced=True,
        ),
        "section",
    ),
    "text with notes on the left": ("law.txt", lambda: as_text.beside(MARGIN, "left"), "section"),
    "text with notes on the right": ("law.txt", lambda: as_text.beside(MARGIN, "right"), "section"),
    "text with notes outside": ("law.txt", lambda: as_text.beside(MARGIN, "outer"), "section"),
    "text with notes outside, contents list": ("law.txt", lambda: as_text.beside(LISTED, "outer"), "section"),
    "text with notes and no pages": ("law.txt", lambda: as_text.beside(MARGIN, "endless"), "section"),
    "text with notes, contents list and no pages": ("law.txt", lambda: as_text.beside(LISTED, "endless"), "section"),
    "every section on one line": ("law.txt", lambda: as_text.inline(RUN_IN), "section"),
    "markdown": ("law.md", as_text.markdown, "section"),
    "hand-made page": ("law.html", lambda: as_html.by_hand(LINE), "section"),
    "hand-made page, run-in": ("law.html", lambda: as_html.by_hand(PHILIPPINE), "section"),
    "portal": ("law.html", lambda: as_html.portal(LINE), "section"),
    "portal with articles": ("law.html", lambda: as_html.portal(ARTICLE), "article"),
    "page with ordered lists": ("law.html", as_html.listed, "section"),
    "Akoma Ntoso in HTML": ("law.html", as_html.akoma_ntoso, "section"),
    "Akoma Ntoso": ("law.xml", as_xml.akoma_ntoso, "section"),
    "Canadian XML": ("law.xml", as_xml.canadian, "section"),
    "DOCX with list numbers": ("law.docx", as_docx.numbered, "section"),
    "DOCX with notes in layout tables": ("law.docx", lambda: as_docx.layout_tables(MARGIN), "section"),
    "DOCX in one layout table": ("law.docx", as_docx.table_columns, "section"),
    "PDF": ("law.pdf", lambda: as_pdf.pdf(LINE, Sheet()), "section"),
    "PDF, justified": ("law.pdf", lambda: as_pdf.pdf(LINE, Sheet(justified=True)), "section"),
    "PDF with notes outside": ("law.pdf", lambda: as_pdf.pdf(MARGIN, Sheet("outer")), "section"),
    "PDF with notes inside, justified": ("law.pdf", lambda: as_pdf.pdf(MARGIN, Sheet("inner", justified=True)), "section"),
    "PDF with notes on the left": ("law.pdf", lambda: as_pdf.pdf(MARGIN, Sheet("left")), "section"),
    "PDF with notes on the right": ("law.pdf", lambda: as_pdf.pdf(MARGIN, Sheet("right")), "section"),
    "PDF with notes and line numbers": ("law.pdf", lambda: as_pdf.pdf(MARGIN, Sheet("right", numbered_lines=True)), "section"),
    "PDF with line numbers": ("law.pdf", lambda: as_pdf.pdf(LINE, Sheet(numbered_lines=True)), "section"),
    "PDF in two columns": ("law.pdf", lambda: as_pdf.pdf(LINE, Sheet(columns=2)), "section"),
    "PDF in two columns, run-in, justified": ("law.pdf", lambda: as_pdf.pdf(RUN_IN, Sheet(columns=2, justified=True)), "section"),
    "PDF in three languages": (
        "law.pdf",
        lambda: as_pdf.pdf(ARTICLE, Sheet(columns=3, rows=30, size=LANDSCAPE, languages=FOREIGN)),
        "article",
    ),
    "PDF with footnotes": ("law.pdf", lambda: as_pdf.pdf(NOTED, Sheet(rows=46)), "section"),
    "PDF with contents list": ("law.pdf", lambda: as_pdf.pdf(CONTENTS, Sheet()), "section"),
    "PDF with contents list and notes": (
        "law.pdf",
        lambda: as_pdf.pdf(LISTED, Sheet("outer")),
        "section",
    ),
    "PDF with run-in headings": ("law.pdf", lambda: as_pdf.pdf(RUN_IN, Sheet()), "section"),
    "PDF with headings above the number": ("law.pdf", lambda: as_pdf.pdf(ABOVE, Sheet()), "section"),
    "PDF with Article (N) on its own line": ("law.pdf", lambda: as_pdf.pdf(ARTICLE, Sheet()), "article"),
}  # fmt: skip


def tree(law: Law) -> list[Row]:
    return [(p.id, p.citation, p.heading, bare(p.text)) for p in law.provisions if p.level != "preamble"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_gives_the_tree(layout: str) -> None:
    name, make, unit = LAYOUTS[layout]
    law = parse(read_bytes(make(), name))
    assert tree(law) == expected(unit)
    [preamble] = [p for p in law.provisions if p.level == "preamble"]
    assert bare(preamble.text).endswith(bare(ENACTING))
