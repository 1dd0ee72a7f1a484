"""A clause may answer two articles; but an act that is only the means or the aim of another answers none of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from arvena_act import law_of, treaty

from uncc_diff import pipeline
from uncc_diff.mapping import map_articles
from uncc_diff.mapping.units import units
from uncc_diff.yamlio import load

CLAUSES = load(Path(__file__).with_name("several_answers.yaml"))


@cache
def answered(name: str) -> frozenset[tuple[str, str]]:
    clause = CLAUSES[name]
    section = {"level": "section", "number": "1", "heading": clause["heading"] or None, "text": clause["text"]}
    reading = pipeline.annotate(law_of({"title": "Signals Act", "provisions": [section]}))
    found = map_articles(reading, [treaty("uncc"), treaty("budapest")])
    return frozenset((m.treaty, m.article) for m in found.matches if m.accepted)


def pairs(kind: str) -> list[tuple[str, str, str]]:
    return [
        (name, treaty_id, number)
        for name, clause in CLAUSES.items()
        for treaty_id, numbers in clause.get(kind, {}).items()
        for number in numbers
    ]


@pytest.mark.parametrize(("name", "treaty_id", "number"), pairs("answers"))
def test_a_clause_answers_every_article_that_it_states(name, treaty_id, number):
    assert (treaty_id, number) in answered(name)


@pytest.mark.parametrize(("name", "treaty_id", "number"), pairs("never"))
def test_the_means_and_the_aim_of_an_act_answer_no_article(name, treaty_id, number):
    assert (treaty_id, number) not in answered(name)


def test_words_that_run_on_into_items_head_nothing():
    items = [
        {"level": "paragraph", "number": "a", "text": "damages computer data; or"},
        {"level": "paragraph", "number": "b", "text": "deletes computer data, commits an offence."},
    ]
    subsection = {"level": "subsection", "number": "1", "text": "A person who intentionally—", "provisions": items}
    section = {"level": "section", "number": "1", "heading": "Damage", "provisions": [subsection]}
    compared = units(pipeline.annotate(law_of({"title": "Signals Act", "provisions": [section]})))
    assert {u.heading for u in compared} == {"Damage"}
