"""The models that ship: complete, in known concepts, linked both ways, true to the official text where it is at hand."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from uncc_diff.data import LEXICON
from uncc_diff.language.lexicon import load_lexicon
from uncc_diff.model.treaty import Article, Element, Treaty
from uncc_diff.treaties.concordance import faulty_links, links
from uncc_diff.treaties.load import load_treaties, load_treaty
from uncc_diff.treaties.sources import load_bibliography

TEXTS = Path(__file__).parents[2].parent / "shared" / "treaties"
OFFICIAL = {
    "budapest": "budapest_ETS185.en.txt",
    "budapest-p1": "budapest_first_protocol_ETS189.en.txt",
    "untoc": "untoc.en.txt",
    "uncac": "uncac.en.txt",
    "iccpr": "iccpr.en.txt",
}
WHOLE = {"uncc": 68, "budapest": 48, "budapest-p1": 16, "budapest-p2": 25, "mla": 13}
"""Models that hold every article of their treaty; the others hold those that answer one of these."""
TREATIES = (*WHOLE, "untoc", "uncac", "iccpr")
RIGHTS = ["2", "9", "14", "15", "17", "18", "19", "20", "21", "22", "26"]
CORE = {
    "uncc": [2, *range(7, 17), 18, 19, *range(21, 32), 35, 36, 37, *range(40, 47)],
    "budapest": [*range(1, 26), *range(27, 36)],
}


@cache
def models() -> dict[str, Treaty]:
    return {treaty.id: treaty for treaty in load_treaties()}


def test_the_models_are_these() -> None:
    assert set(models()) == set(TREATIES)


@pytest.mark.parametrize("treaty", WHOLE)
def test_every_article_is_there(treaty: str) -> None:
    assert [a.number for a in models()[treaty].articles] == [str(n) for n in range(1, WHOLE[treaty] + 1)]


def test_the_covenant_holds_the_articles_that_safeguards_rest_on() -> None:
    assert [a.number for a in models()["iccpr"].articles] == RIGHTS


@pytest.mark.parametrize("treaty", TREATIES)
def test_every_article_has_elements_that_the_lexicon_knows(treaty: str) -> None:
    model = load_treaty(treaty, concepts=load_lexicon("en", LEXICON).concepts)
    assert [a.id for a in model.articles if not a.elements] == []


@pytest.mark.parametrize("treaty", TREATIES)
def test_a_gist_is_short(treaty: str) -> None:
    assert [a.id for a in models()[treaty].articles if len(a.gist.split()) > 30] == []


@pytest.mark.parametrize("treaty", CORE)
def test_core_articles_say_how_national_laws_call_them(treaty: str) -> None:
    core = [a for a in models()[treaty].articles if int(a.number) in CORE[treaty]]
    assert [a.id for a in core if not 5 <= len(a.also_called) <= 16] == []
    assert [(a.id, name) for a in core for name in a.also_called if len(name.split()) > 9] == []


@pytest.mark.parametrize("treaty", TREATIES)
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


@pytest.mark.parametrize("treaty", OFFICIAL)
def test_what_was_compared_with_the_official_text_says_so(treaty: str) -> None:
    assert {a.checked for a in models()[treaty].articles} == {"official"}


@pytest.mark.parametrize("treaty", ["uncc", "budapest-p2", "mla"])
def test_what_was_not_compared_does_not_say_so(treaty: str) -> None:
    assert "official" not in {a.checked for a in models()[treaty].articles}


def test_every_un_parent_named_in_the_model_has_a_reason_to_be_there() -> None:
    alone = {a.id for t in ("untoc", "uncac") for a in models()[t].articles if "uncc" not in _answered(a)}
    assert alone == {"untoc/20", "untoc/23", "uncac/25", "uncac/50"}


def _answered(article: Article) -> set[str]:
    return {c.treaty for c in article.counterparts if c.relation != "new"}


def test_protocol_articles_meet_those_of_the_un_convention() -> None:
    second = models()["budapest-p2"]
    met = {a.number: [c.article for c in a.counterparts if c.treaty == "uncc"] for a in second.articles}
    assert (met["9"], met["10"], met["13"], met["14"]) == (["41"], ["41"], ["24"], ["36"])
    assert [met[n] for n in ("6", "7", "8")] == [[""], [""], [""]], "direct cooperation with providers is new"


def test_grounds_that_the_un_convention_does_not_name_are_below_the_usual_standard() -> None:
    article = models()["uncc"].article("40")
    assert article is not None
    weaker = {c.article for c in article.counterparts if c.treaty == "mla" and c.relation == "weaker_safeguard"}
    assert {models()["mla"].articles[int(n) - 1].title for n in weaker} == {
        "Political offence",
        "Double jeopardy",
        "Death penalty",
        "Torture and cruel treatment",
    }


def test_a_closed_list_of_reservations_has_entries() -> None:
    closed = {t.id: t for t in models().values() if t.closed_list}
    assert set(closed) == {"budapest", "budapest-p1", "budapest-p2"}
    assert all(any(a.reservations for a in t.articles) for t in closed.values())


@pytest.mark.parametrize("treaty", TREATIES)
def test_the_status_names_its_register(treaty: str) -> None:
    model = models()[treaty]
    assert model.status
    assert bool(model.status_source) == (treaty != "mla")
    assert model.in_force is None or "since" in model.status


@pytest.mark.parametrize("treaty", OFFICIAL)
def test_titles_and_paragraphs_are_those_of_the_official_text(treaty: str) -> None:
    path = TEXTS / OFFICIAL[treaty]
    if not path.is_file():
        pytest.skip(f"the official text of {models()[treaty].short} is not at hand")
    parts = re.split(r"(?m)^Article (\d+)(?: - (.+))?$", path.read_text(encoding="utf-8"))
    official = {parts[i]: (parts[i + 1], parts[i + 2]) for i in range(1, len(parts), 3)}
    for article in models()[treaty].articles:
        title, text = official[article.number]
        assert title is None or article.title == title.strip()
        printed = set(_printed(text))
        assert set(article.paragraphs) <= printed, article.id
        numbered = {p for p in printed if p.isdigit()}
        assert {p for p in article.paragraphs if p.isdigit()} == numbered, article.id


def _printed(text: str) -> Iterator[str]:
    """Yield every paragraph of an article as `1(a)(i)`; the text prints one marker, or two that open together, per line."""
    number = letter = ""
    for line in text.splitlines():
        rest = line.strip()
        if found := re.match(r"(\d+)\.(?=\s|$)\s*", rest):
            number, letter, rest = found[1], "", rest[found.end() :]
            yield number
        if (found := re.match(r"\(?([a-z])\)\s*", rest)) and not (letter and rest.startswith("(i)")):
            letter, rest = found[1], rest[found.end() :]
            yield f"{number}({letter})" if number else letter
        if letter and (found := re.match(r"\(([ivx]+)\)", rest)):
            yield f"{number}({letter})({found[1]})" if number else f"{letter}({found[1]})"
