"""The difference of two treaties, written out: every row says where and how sure; nothing in it can act."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from uncc_diff.errors import UsageError
from uncc_diff.model.difference import TreatyDifference
from uncc_diff.report.treaty_difference import FORMATS, render
from uncc_diff.treaties import load_treaties
from uncc_diff.treaties.difference import difference


@pytest.fixture(scope="module")
def found() -> TreatyDifference:
    return difference(*load_treaties(("uncc", "budapest")))


def test_every_row_of_the_overview_names_articles_and_what_they_were_compared_with(found: TreatyDifference) -> None:
    text = render(found, "markdown")
    overview = text[text.index("## Article by article") : text.index("## Only in UNCC")]
    rows = [line for line in overview.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == sum(len(row.answers) or 1 for row in found.articles)
    for row in rows:
        here, there, _, remark, basis = (cell.strip() for cell in row.strip("|").split(" | "))
        assert re.match(r"\d+ \w", here)
        assert there == "–" or re.match(r"\d+ \w", there)
        assert remark
        assert basis == "UNCC: outline only" + ("" if there == "–" else "; Budapest: official text")


def test_elements_are_cited_by_paragraph(found: TreatyDifference) -> None:
    text = render(found, "markdown")
    assert "| 24(2) | 15(2) | review:" in text
    assert "| 11(1)(a)(i) |" in text
    assert "- Budapest 14(3)(a): " in text


def test_the_formats_tell_the_same_and_nothing_depends_on_the_run(found: TreatyDifference) -> None:
    for format in FORMATS:  # noqa: A001
        text = render(found, format)
        assert text == render(found, format)
        assert "political_offence" in text or "political offence" in text


def test_the_page_loads_and_runs_nothing(found: TreatyDifference) -> None:
    hostile = replace(found, here=replace(found.here, short="<script>alert(1)</script>"))
    page = render(hostile, "html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert "http" not in re.sub(r"http-equiv", "", page)


def test_an_unknown_format_names_the_known_ones(found: TreatyDifference) -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        render(found, "pdf")
