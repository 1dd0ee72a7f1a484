"""DOCX and XLSX: files that Word and Excel open, with real structure and no live formula."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from sample_comparison import HOSTILE, comparison, hostile

from uncc_diff.report import render
from uncc_diff.report.office import timeless


def data(name: str, make: Any = comparison) -> bytes:
    report = render(make(), format=name)
    assert isinstance(report, bytes)
    return report


def test_word_has_headings_a_row_for_every_article_and_the_quoted_words() -> None:
    document = Document(BytesIO(data("docx")))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name.startswith("Heading")]
    assert "Coverage: Convention of the Example against Cybercrime" in headings
    assert "Section 3: Listening in (page 2)" in headings
    assert [row.cells[0].text for row in document.tables[1].rows] == ["Article", "7", "24", "30", "37", "64"]
    quotes = [p for p in document.paragraphs if p.style is not None and p.style.name == "Quote"]
    assert "grossly upsetting" in {run.text for quote in quotes for run in quote.runs if run.bold}


def test_workbook_has_its_sheets_with_filters() -> None:
    book = load_workbook(BytesIO(data("xlsx")))
    assert book.sheetnames == ["Summary", "Coverage", "Findings", "Provisions"]
    for sheet in book:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "A2"
    provisions = list(book["Provisions"].values)
    assert provisions[2][:6] == (
        "1", "section", "Entering a machine",
        "Whoever on purpose and without right enters a computer system is liable to prison for two years.",
        "offence", "UNCC 7, Budapest 2",
    )  # fmt: skip
    assert len(list(book["Findings"].values)) == 1 + 7


def test_no_cell_of_a_hostile_law_is_a_formula() -> None:
    book = load_workbook(BytesIO(data("xlsx", hostile)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert any(str(cell.value).startswith(HOSTILE[0]) for cell in cells)
    assert not [cell for cell in cells if cell.hyperlink]


def test_hostile_law_leaves_word_without_links_or_fields_of_its_own() -> None:
    with ZipFile(BytesIO(data("docx", hostile))) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
        targets = re.findall(r'TargetMode="External"', archive.read("word/_rels/document.xml.rels").decode("utf-8"))
    assert "<w:hyperlink" not in body
    assert "instrText" not in body
    assert "&lt;script&gt;" in body
    assert targets == []


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_no_time_is_told(name: str) -> None:
    with ZipFile(BytesIO(data(name))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(re.findall(rb">(\d{4}-\d\d-\d\dT[^<]*)<", archive.read("docProps/core.xml"))) <= {
            b"1980-01-01T00:00:00Z"
        }


def test_timeless_keeps_every_part() -> None:
    report = data("xlsx")
    with ZipFile(BytesIO(report)) as once, ZipFile(BytesIO(timeless(report))) as twice:
        assert once.namelist() == twice.namelist()
        assert all(once.read(name) == twice.read(name) for name in once.namelist())
