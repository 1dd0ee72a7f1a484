"""A small law against both treaties: what answers what, by which elements, what is left open, and what goes beyond."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from arvena_act import outline, read, treaty

from uncc_diff.mapping import map_articles
from uncc_diff.model.mapping import Mapping, Match
from uncc_diff.model.reading import Reading

LAW = outline("computer_offences_act")
EXPECTED: dict[str, Any] = LAW["expect"]


@cache
def mapped() -> tuple[Reading, Mapping]:
    reading = read(LAW)
    return reading, map_articles(reading, [treaty("uncc"), treaty("budapest")])


def sections(reading: Reading, provision: str) -> str:
    basic = reading.law.basic(provision)
    return basic.citation if basic else ""


def matches(section: str, treaty_id: str, accepted: bool = True) -> list[Match]:
    reading, mapping = mapped()
    return [
        m
        for m in mapping.matches
        if m.treaty == treaty_id and sections(reading, m.provision) == section and (m.accepted or not accepted)
    ]


@pytest.mark.parametrize("case", EXPECTED["accepted"], ids=lambda c: f"section {c['section']}")
@pytest.mark.parametrize("treaty_id", ["uncc", "budapest"])
def test_a_section_answers_its_article(case, treaty_id):
    assert case[treaty_id] in {m.article for m in matches(case["section"], treaty_id)}


@pytest.mark.parametrize("section", EXPECTED["unanswering"])
def test_a_section_on_something_else_answers_nothing(section):
    assert [(m.treaty, m.article, m.score) for t in ("uncc", "budapest") for m in matches(section, t)] == []


@pytest.mark.parametrize("case", EXPECTED["elements"], ids=lambda c: f"{c['section']} {c['article']} {c['element']}")
def test_an_element_stands_as_the_words_say(case):
    reading, _ = mapped()
    treaty_id, article = case["article"].split("/")
    match = next(m for m in matches(case["section"], treaty_id) if m.article == article)
    element = next(e for e in match.elements if e.id == case["element"])
    words = reading.words(element.quote) if element.quote else None
    assert (element.status, words) == (case["status"], case.get("words"))


@pytest.mark.parametrize("case", EXPECTED["gaps"], ids=lambda c: c["article"])
def test_a_gap_says_how_the_article_is_answered(case):
    treaty_id, article = case["article"].split("/")
    gap = next(g for g in mapped()[1].gaps if (g.treaty, g.article) == (treaty_id, article))
    assert gap.status == case["status"]
    assert set(case.get("missing", ())) <= set(gap.missing)


def test_offences_that_no_article_asks_for_are_beyond():
    reading, mapping = mapped()
    assert [sections(reading, b.provision) for b in mapping.beyond] == EXPECTED["beyond"]


def test_every_section_shows_three_candidates_per_treaty():
    reading, mapping = mapped()
    for basic in reading.law.basics:
        for treaty_id in ("uncc", "budapest"):
            assert len([m for m in mapping.matches if (m.provision, m.treaty) == (basic.id, treaty_id)]) >= 3


def test_no_final_clause_is_ever_a_candidate():
    final = {(t, a.number) for t in ("uncc", "budapest") for a in treaty(t).articles if a.role == "final"}
    assert final
    assert not final & {(m.treaty, m.article) for m in mapped()[1].matches}


def test_a_treaty_is_mapped_alike_alone_and_beside_another():
    reading, mapping = mapped()
    alone = map_articles(reading, [treaty("budapest")])
    assert alone.matches == tuple(m for m in mapping.matches if m.treaty == "budapest")
