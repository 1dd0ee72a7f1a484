"""The models that ship: complete, in known concepts, linked both ways, true to the official text where it is at hand."""

import re
from functools import cache
from pathlib import Path

import pytest

from uncc_diff.data import LEXICON
from uncc_diff.language.lexicon import load_lexicon
from uncc_diff.model.treaty import Element, Treaty
from uncc_diff.treaties.concordance import faulty_links, links
from uncc_diff.treaties.load import load_treaties, load_treaty
from uncc_diff.treaties.sources import load_bibliography

OFFICIAL = Path(__file__).parents[2].parent / "shared" / "treaties" / "budapest_ETS185.en.txt"
ARTICLES = {"uncc": 68, "budapest": 48}
CORE = {
    "uncc": [2, *range(7, 17), 18, 19, *range(21, 32), 35, 36, 37, *range(40, 47)],
    "budapest": [*range(1, 26), *range(27, 36)],
}


@cache
def models() -> dict[str, Treaty]:
    return {treaty.id: treaty for treaty in load_treaties()}


@pytest.mark.parametrize("treaty", ARTICLES)
def test_every_article_is_there(treaty: str) -> None:
    assert [a.number for a in models()[treaty].articles] == [str(n) for n in range(1, ARTICLES[treaty] + 1)]


@pytest.mark.parametrize("treaty", ARTICLES)
def test_every_article_has_elements_that_the_lexicon_knows(treaty: str) -> None:
    model = load_treaty(treaty, concepts=load_lexicon("en", LEXICON).concepts)
    assert [a.id for a in model.articles if not a.elements] == []


@pytest.mark.parametrize("treaty", ARTICLES)
def test_a_gist_is_short(treaty: str) -> None:
    assert [a.id for a in models()[treaty].articles if len(a.gist.split()) > 30] == []


@pytest.mark.parametrize("treaty", CORE)
def test_core_articles_say_how_national_laws_call_them(treaty: str) -> None:
    core = [a for a in models()[treaty].articles if int(a.number) in CORE[treaty]]
    assert [a.id for a in core if not 5 <= len(a.also_called) <= 10] == []
    assert [(a.id, name) for a in core for name in a.also_called if len(name.split()) > 9] == []


@pytest.mark.parametrize("treaty", ARTICLES)
def test_every_article_is_placed_against_the_other_treaty(treaty: str) -> None:
    assert [a.id for a in models()[treaty].articles if not a.counterparts] == []
    assert all(c.difference for a in models()[treaty].articles for c in a.counterparts)


def test_every_link_is_answered_by_its_converse() -> None:
    assert faulty_links(tuple(models().values())) == ()


def test_a_link_names_the_article_it_leads_to() -> None:
    found = {(k.article.id, k.other.id) for k in links(tuple(models().values())) if k.other}
    assert ("uncc/7", "budapest/2") in found
    assert ("budapest/2", "uncc/7") in found
    assert {k.article.id for k in links(tuple(models().values())) if k.other is None} >= {"uncc/16", "budapest/32"}


def test_offences_that_a_reader_confuses_have_conducts_of_their_own() -> None:
    def required(number: int) -> list[Element]:
        return [e for e in models()["uncc"].articles[number - 1].elements if e.need == "required"]

    conducts = {
        n: {c for e in required(n) if e.kind == "conduct" for c in (*e.any, *e.all)}
        for n in (7, 8, 9, 10, 15, 25, 27, 28, 29, 30)
    }
    for a, mine in conducts.items():
        for b, theirs in conducts.items():
            assert a == b or not mine & theirs, (a, b)


def test_lack_of_dual_criminality_is_a_permitted_ground_only() -> None:
    article = models()["uncc"].article("40")
    assert article is not None
    (element,) = [e for e in article.elements if "dual_criminality" in e.any]
    assert element.need == "option"


def test_works_are_cited_whole() -> None:
    works = load_bibliography()
    assert {"necessary-and-proportionate", "johannesburg", "rabat", "siracusa", "iccpr"} <= set(works)
    assert all(work.name and work.citation and work.year.isdigit() for work in works.values())


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official text of the Budapest Convention is not at hand")
def test_paragraphs_and_titles_are_those_of_the_official_text() -> None:
    parts = re.split(r"(?m)^Article (\d+) - (.+)$", OFFICIAL.read_text(encoding="utf-8"))
    official = {parts[i]: (parts[i + 1].strip(), parts[i + 2]) for i in range(1, len(parts), 3)}
    assert len(official) == ARTICLES["budapest"]
    for article in models()["budapest"].articles:
        title, text = official[article.number]
        assert article.title == title
        numbers = set(re.findall(r"(?m)^(\d+)\.\s", text))
        assert {p for p in article.paragraphs if p.isdigit()} == numbers, article.id
        for paragraph in article.paragraphs:
            for letter in re.findall(r"\b([a-z])\b", paragraph)[:1]:
                assert re.search(rf"(?m)^{letter}\)", text), (article.id, paragraph)
