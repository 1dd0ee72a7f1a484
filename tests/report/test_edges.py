"""Comparisons at the edge: nothing found, no treaty, a language that cannot be read, a law without a numbered unit."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from sample_comparison import UNITS, comparison, law

from uncc_diff.errors import UsageError
from uncc_diff.model.comparison import Comparison
from uncc_diff.model.mapping import Mapping
from uncc_diff.model.reading import Reading
from uncc_diff.model.source import Caveat
from uncc_diff.report import FORMATS, render
from uncc_diff.report.view import View


def bare() -> Comparison:
    """Nothing found and nothing compared."""
    return replace(comparison(), findings=(), treaties=(), mapping=Mapping())


def unread() -> Comparison:
    tree = replace(law(), language="ar", caveats=(Caveat("language_without_lexicon", "no lexicon for ar"),))
    return replace(bare(), reading=Reading(law=tree, mentions=()), treaties=comparison().treaties)


def unnumbered() -> Comparison:
    return replace(bare(), reading=Reading(law=replace(law(UNITS[:1]), version_date=None), mentions=()))


@pytest.mark.parametrize("make", [bare, unread, unnumbered])
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "github"])
def test_every_format_can_say_it(name: str, make: Any) -> None:
    assert render(make(), format=name)


def test_annotations_have_nothing_to_say_of_a_clean_law() -> None:
    assert render(bare(), format="github") == ""


def test_nothing_found_is_said_with_the_rules_that_were_asked() -> None:
    assert View(bare()).verdict == ("No finding by the rules of the profile default.",)


def test_unread_language_is_never_called_clean() -> None:
    verdict = View(unread()).verdict
    assert verdict[0].startswith("Not examined")
    assert "No finding" not in str(render(unread(), format="terminal"))
    assert "No finding" not in str(render(unread(), format="markdown"))


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("csv", "docx", "xlsx")])
def test_every_text_format_tells_of_a_law_that_was_not_examined(name: str) -> None:
    assert "Not examined" in str(render(unread(), format=name))


def test_no_case_of_an_unread_law_passes() -> None:
    root = etree.fromstring(str(render(unread(), format="junit")).encode())
    assert all(case.find("skipped") is not None for case in root.iter("testcase"))


def test_article_without_a_judgement_is_unclear_and_final_clauses_ask_nothing() -> None:
    (first, _) = View(replace(comparison(), mapping=Mapping())).coverage
    assert [row.status for row in first.rows] == ["unclear", "unclear", "unclear", "unclear", "not_required"]


@pytest.mark.parametrize("name", [name for name, entry in FORMATS.items() if not entry.joins])
def test_format_for_one_law_refuses_two_and_says_what_to_do(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        render(comparison(), comparison(), format=name)
    assert "--output" in refused.value.hint
