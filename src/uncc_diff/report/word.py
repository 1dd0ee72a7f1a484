"""DOCX: the gap report in Word, with real headings, lists, quotes and tables."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from ..model.comparison import Comparison
from .coverage import Coverage
from .escape import plain, xml
from .office import timeless
from .placed import Placed
from .standing import for_whom
from .view import NO_ADVICE, View
from .word_table import CELL_STYLE, add_table

_BULLET = "ListBullet"
_SHADES = {"met": "D3F3DC", "partial": "FFF1CC", "absent": "FFDCD8", "elsewhere": "DBE9FF", "unclear": "EADCFF"}


def render(comparison: Comparison) -> bytes:
    """Return the Word file of one law."""
    from docx import Document

    view = View(comparison)
    document = Document()
    _set_up(document, view)
    _paragraph(document, "Title").add_run(xml(f"{view.title}: gap report"))
    _bullets(document, [*view.verdict, NO_ADVICE])
    _compared(document, view)
    if not view.unread:
        for coverage in view.coverage:
            _coverage(document, coverage)
        _findings(document, view)
        _beyond(document, view)
    _annex(document, view)
    buffer = BytesIO()
    document.save(buffer)
    return timeless(buffer.getvalue())


def _set_up(document: Any, view: View) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    document.core_properties.title = xml(f"{view.title}: gap report")[:255]
    document.core_properties.author = "uncc-diff"
    document.core_properties.comments = ""
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    cells = document.styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    cells.base_style = document.styles["Normal"]
    cells.font.size = Pt(9)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    footer = section.footer.paragraphs[0]
    footer.add_run(xml(f"{view.title}   "))
    _page_number(footer)


def _page_number(paragraph: Any) -> None:
    """Add the field that Word fills with the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _compared(document: Any, view: View) -> None:
    law, comparison = view.comparison.law, view.comparison
    _heading(document, "What was compared", 1)
    rows = [
        ("Law", view.title),
        ("Text", "; ".join(f"{file.name}, SHA-256 {file.sha256}" for file in law.files)),
        ("Size", view.identity),
        *(
            (t.short, "; ".join(filter(None, (t.title, t.status.rstrip("."), f"model {t.model_version}"))))
            for t in comparison.treaties
        ),
        ("For whom", for_whom(comparison.party)),
        (
            "Rules",
            f"profile {comparison.profile}, rules {comparison.rules_version}, uncc-diff {comparison.tool_version}",
        ),
    ]
    add_table(document, ("", ""), rows, widths=(3, 14))


def _coverage(document: Any, coverage: Coverage) -> None:
    _heading(document, f"Coverage: {coverage.treaty.title}", 1)
    document.add_paragraph(xml(coverage.line))
    rows = [
        (
            row.article.number,
            row.article.title,
            row.words,
            ", ".join(row.citations),
            "; ".join(row.missing),
            row.note,
        )
        for row in coverage.rows
    ]
    shades = [_SHADES.get(row.status) for row in coverage.rows]
    head = ("Article", "Asks for", "In this text", "Where", "Lacks", "Note")
    add_table(document, head, rows, widths=(1.7, 4.1, 2.2, 2.2, 3.8, 3), shades=(2, shades))


def _findings(document: Any, view: View) -> None:
    _heading(document, f"Findings by {view.unit}", 1)
    if not view.chapters:
        document.add_paragraph(xml(f"No finding by the rules of the profile {view.comparison.profile}."))
    for chapter in view.chapters:
        heading = f"{chapter.place[:1].upper()}{chapter.place[1:]}"
        heading += f": {chapter.heading}" if chapter.heading else ""
        heading += f" (page {chapter.page})" if chapter.page is not None else ""
        _heading(document, heading, 2)
        for placed in chapter.findings:
            _finding(document, placed)


def _finding(document: Any, placed: Placed) -> None:
    finding = placed.finding
    _heading(document, f"{finding.severity.capitalize()}: {finding.title}", 3)
    document.add_paragraph(xml(placed.message))
    if placed.excerpt:
        quote = _paragraph(document, "Quote")
        quote.add_run(xml(placed.excerpt.before))
        quote.add_run(xml(placed.excerpt.words)).bold = True
        quote.add_run(xml(f"{placed.excerpt.after} ({placed.place})"))
    labelled = [
        ("Standard", "; ".join(placed.standard)),
        ("Suggested wording or step", finding.remedy),
        ("Looked for in", ", ".join(placed.looked_in)),
        ("Confidence", f"{finding.confidence}; rule {finding.rule}"),
    ]
    for label, words in labelled:
        if words:
            line = _paragraph(document, _BULLET)
            line.add_run(f"{label}: ").bold = True
            line.add_run(xml(words))


def _beyond(document: Any, view: View) -> None:
    _heading(document, "Beyond these treaties", 1)
    if not view.beyond:
        document.add_paragraph("Nothing was seen that goes beyond them.")
        return
    document.add_paragraph(
        "Offences and powers that none of the treaties compared here asks for. That is no fault by itself."
    )
    _bullets(document, [f"{e.place} {e.heading}: {plain(e.entry.why)}" for e in view.beyond])


def _annex(document: Any, view: View) -> None:
    if view.official:
        _official(document, view)
    _heading(document, "Annex: doubts and what could not be assessed", 1)
    unclear = [
        f"{c.treaty.short} Article {row.article.number} ({row.article.title}): could not be judged"
        for c in view.coverage
        for row in c.rows
        if row.status == "unclear"
    ]
    suppressed = [f"Suppressed: {p.finding.title} ({p.place}); reason: {p.finding.suppressed}" for p in view.suppressed]
    known = [f"{len(view.known)} known from the baseline and not repeated here."] if view.known else []
    elsewhere = "An article that is absent in this text may be answered by another law: powers often sit in a code of procedure."
    _bullets(document, [*view.doubts, *unclear, *suppressed, *known, elsewhere])


def _bullets(document: Any, lines: Iterable[str]) -> None:
    for line in lines:
        _paragraph(document, _BULLET).add_run(xml(line))


def _paragraph(document: Any, style: str) -> Any:
    """Add an empty paragraph with the style of this id: looked up by its name, it costs a walk through all styles."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _official(document: Any, view: View) -> None:
    _heading(document, "Annex: official words of the articles cited", 1)
    document.add_paragraph(
        "From the copy of the official text that was imported here. "
        "Long articles are cut; uncc-diff treaty show prints them whole."
    )
    for quotation in view.official:
        article = quotation.article
        part = " (in part)" if quotation.cut else ""
        _heading(document, f"{quotation.treaty.short} Article {article.number}: {article.title}{part}", 2)
        add_table(document, ("Paragraph", "Words"), quotation.lines, widths=(2.5, 14.5))


def _heading(document: Any, text: str, level: int) -> None:
    _paragraph(document, f"Heading{level}").add_run(xml(text))
