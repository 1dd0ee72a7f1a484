"""Official words: quoted where an article is cited once a text was imported, cut where long, and never there without one."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from sample_comparison import comparison

from uncc_diff.model.comparison import Comparison
from uncc_diff.model.treaty import Article, Element, Treaty
from uncc_diff.report import render
from uncc_diff.report.official_words import MOST_WORDS, quotation
from uncc_diff.report.view import View

WORDS = (
    ("1", "No officer of Arvena shall look into a machine unless a judge has said so."),
    ("2", "The judge shall name:"),
    ("2(a)", "the machine;"),
    ("2(b)", "the day on which the looking ends."),
)
"""Of a treaty that nobody concluded."""


def imported() -> Comparison:
    compared = comparison()
    treaties = tuple(
        replace(
            t,
            official_text=True,
            articles=tuple(replace(a, official=WORDS) if a.number == "24" else a for a in t.articles),
        )
        for t in compared.treaties
    )
    return replace(compared, treaties=treaties)


def article(*elements: Element, official: tuple[tuple[str, str], ...] = WORDS) -> Article:
    return Article("arv", "5", "Looking", "I", "power", "shall", "no", "g", elements, official=official)


TREATY = Treaty("arv", "Convention of Arvena", "CA", "1", ())


@pytest.mark.parametrize(
    ("paragraph", "quoted", "cut"),
    [
        (None, ["5(1)", "5(2)", "5(2)(a)", "5(2)(b)"], False),
        ("1", ["5(1)"], True),
        ("2", ["5(2)", "5(2)(a)", "5(2)(b)"], True),
        ("2(b)", ["5(2)", "5(2)(b)"], True),
        ("9", ["5(1)", "5(2)", "5(2)(a)", "5(2)(b)"], False),
    ],
)
def test_what_is_missing_is_quoted_where_it_stands(paragraph: str | None, quoted: list[str], cut: bool) -> None:
    element = Element("end", "time_limit", ("time_limit",), paragraph=paragraph)
    found = quotation(TREATY, article(element), ["end"])
    assert found is not None
    assert ([at for at, _ in found.lines], found.cut) == (quoted, cut)


def test_a_long_article_is_cut_and_says_so() -> None:
    found = quotation(TREATY, article(official=(("1", "word " * (MOST_WORDS + 1)), ("2", "more"))))
    assert found is not None
    assert found.cut
    assert [at for at, _ in found.lines] == ["5(1)"]
    assert found.lines[0][1].endswith("word …")


def test_without_an_imported_text_nothing_is_quoted() -> None:
    assert quotation(TREATY, article(official=())) is None
    assert View(comparison()).official == ()
    assert "fficial words" not in str(render(comparison(), format="markdown")) + str(
        render(comparison(), format="html")
    )


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_reports_quote_the_article_a_text_falls_short_of(format_: str) -> None:
    assert "unless a judge has said so" in str(render(imported(), format=format_))


def test_word_quotes_it_in_an_annex() -> None:
    data = render(imported(), format="docx")
    assert isinstance(data, bytes)
    cells = [cell.text for table in Document(BytesIO(data)).tables for row in table.rows for cell in row.cells]
    assert WORDS[0][1] in cells


def test_json_says_that_the_text_was_imported() -> None:
    assert '"official_text": true' in str(render(imported(), format="json"))
