"""Why a section answers an article: signals that add up to the score, elements with their words, and the next best."""

from __future__ import annotations

from math import exp

import pytest
from arvena_act import outline, read, treaty

from uncc_diff.errors import UsageError
from uncc_diff.mapping import explain

READING = read(outline("computer_offences_act"))
TREATIES = [treaty("uncc"), treaty("budapest")]
ACCESS = next(p.id for p in READING.law.basics if p.citation == "3")


def test_the_best_article_comes_first_and_its_rivals_follow():
    found = explain(READING, TREATIES, ACCESS)
    assert {found[0].article.id, found[1].article.id} == {"uncc/7", "budapest/2"}
    assert [e.match.score for e in found] == sorted((e.match.score for e in found), reverse=True)


def test_the_contributions_add_up_to_the_score():
    (found,) = explain(READING, TREATIES, ACCESS, "uncc/7")
    odds = found.constant + sum(c.adds for c in found.contributions)
    assert found.match.score == pytest.approx(1 / (1 + exp(-odds)), abs=1e-3)


def test_elements_stand_beside_what_the_article_asks():
    (found,) = explain(READING, TREATIES, ACCESS, "uncc/7")
    without_right = next(m for e, m in found.elements if e is not None and e.id == "without_right")
    assert READING.words(without_right.quote) == "without authority"


@pytest.mark.parametrize(("provision", "article"), [("section_99", "uncc/7"), (ACCESS, "uncc/99")])
def test_an_unknown_name_is_an_error(provision, article):
    with pytest.raises(UsageError):
        explain(READING, TREATIES, provision, article)
