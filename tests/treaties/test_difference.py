"""How one treaty stands to another: each change and what follows from it, from small models."""

from __future__ import annotations

from dataclasses import replace

import pytest
from arvena_convention import ACCESS, CONVENTION, SEARCH, article, element, linked

from uncc_diff.model.treaty import Article, Element, Treaty
from uncc_diff.treaties import load_treaties
from uncc_diff.treaties.difference import difference


def pair(here: Article, there: Article) -> tuple[Treaty, Treaty]:
    """Return two treaties of one article each, linked both ways."""
    first = replace(CONVENTION, id="here", articles=(linked(here, "there", there.number),))
    second = replace(CONVENTION, id="there", articles=(linked(there, "here", here.number),))
    return first, second


def only(here: tuple[Element, ...], there: tuple[Element, ...], role: str = "offence") -> tuple[str, str]:
    """Return change and bearing of the single row that is not the same."""
    first, second = pair(article("1", "Access", role, *here), article("5", "Access", role, *there))
    rows = [row for row in difference(first, second).articles[0].elements if row.change != "same"]
    assert len(rows) == 1
    return rows[0].change, rows[0].bearing


ACT = element("conduct", "conduct", "access")
INTENT = element("intent", "fault", "dishonest_intent")
GROUND = element("ground", "ground", "political_offence", need="safeguard")
REVIEW = element("review", "authorization", "judicial_review", need="safeguard", qualified=("as_appropriate",))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ((ACT, element("copy", "conduct", "data_copying")), (ACT,), ("new", "wider")),
        ((ACT,), (ACT, element("copy", "conduct", "data_copying")), ("dropped", "narrower")),
        ((ACT, INTENT), (ACT,), ("new", "narrower")),
        ((ACT,), (ACT, INTENT), ("dropped", "wider")),
        ((ACT, replace(INTENT, need="option")), (ACT, INTENT), ("optional", "wider")),
        ((ACT, INTENT), (ACT, replace(INTENT, need="option")), ("required", "narrower")),
        ((ACT, GROUND), (ACT,), ("new", "stronger_safeguard")),
        ((ACT,), (ACT, GROUND), ("dropped", "weaker_safeguard")),
        ((REVIEW,), (replace(REVIEW, qualified=()),), ("looser", "weaker_safeguard")),
        ((replace(REVIEW, qualified=()),), (REVIEW,), ("firmer", "stronger_safeguard")),
        ((replace(REVIEW, qualified=("domestic_law",)),), (REVIEW,), ("other_need", "open")),
        ((replace(ACT, qualified=("endeavour",)),), (ACT,), ("looser", "narrower")),
        ((ACT, element("free", "condition", "dual_criminality_not_required", need="option")), (ACT,), ("new", "wider")),
        ((ACT, element("child", "subject", "child")), (ACT,), ("new", "open")),
        ((ACT, element("term", "definition", "computer_data")), (ACT,), ("new", "none")),
        ((ACT, element("test", "exclusion", "security_testing", need="exclusion")), (ACT,), ("new", "narrower")),
    ],
)  # fmt: skip
def test_a_change_bears_on_reach_or_protection(
    here: tuple[Element, ...], there: tuple[Element, ...], expected: tuple[str, str]
) -> None:
    assert only(here, there) == expected


def test_a_further_means_widens_and_a_lone_one_does_not_say() -> None:
    by_data, by_lie = element("by_data", "means", "input_alter_data"), element("by_lie", "means", "deception")
    assert only((by_data, by_lie), (by_data,)) == ("new", "wider")
    assert only((ACT, by_lie), (ACT,)) == ("new", "open")


def test_elements_of_other_names_are_paired_by_what_they_speak_of() -> None:
    first, second = pair(
        article("1", "Control", "safeguard", replace(REVIEW, id="review")),
        article("5", "Control", "safeguard", replace(REVIEW, id="supervision")),
    )
    (row,) = difference(first, second).articles[0].elements
    assert (row.change, row.there and row.there.id, row.there_article and row.there_article.number) == (
        "same", "supervision", "5",
    )  # fmt: skip


def test_what_one_of_several_answering_articles_has_is_not_lost() -> None:
    """An article that is split in two elsewhere keeps its elements, and a loss is told once, where the model sees it."""
    whole = article("5", "Search", "power", *SEARCH.elements, element("notice", "remedy", "notice_to_person"))
    second = replace(CONVENTION, id="there", articles=(linked(whole, "here", "2"),))
    split = (
        linked(replace(SEARCH, number="1", elements=SEARCH.elements[:1]), "there", "5", "partial"),
        linked(replace(SEARCH, number="2", elements=SEARCH.elements[1:]), "there", "5", "partial"),
    )
    found = difference(replace(CONVENTION, id="here", articles=split), second)
    changed = [
        (r.article.number, e.there and e.there.id, e.change)
        for r in found.articles
        for e in r.elements
        if e.change != "same"
    ]
    assert changed == [("2", "notice", "dropped")]


def test_new_and_dropped_articles_say_whether_the_model_states_it() -> None:
    told = replace(ACCESS, counterparts=(*linked(ACCESS, "there", "", "new", "There is none.").counterparts,))
    first = replace(CONVENTION, id="here", articles=(told, SEARCH))
    second = replace(CONVENTION, id="there", articles=(replace(SEARCH, number="9"),))
    found = difference(first, second)
    assert [(r.article.number, r.note, r.stated) for r in found.articles] == [
        ("1", "There is none.", True),
        ("2", "", False),
    ]
    assert [(r.article.number, r.stated) for r in found.dropped] == [("9", False)]


def test_the_convention_held_against_its_parent() -> None:
    found = difference(*load_treaties(("uncc", "budapest")))
    rows = {(r.article.number, (e.here or e.there).id): e for r in found.articles for e in r.elements}  # type: ignore[union-attr]
    assert rows["24", "remedy"].bearing == "stronger_safeguard"
    assert (rows["24", "review"].change, rows["24", "review"].bearing) == ("looser", "weaker_safeguard")
    assert rows["22", "punishable_there"].bearing == "wider"
    assert rows["40", "political_offence"].there_article is not None
    assert rows["40", "political_offence"].there_article.number == "27"
    assert rows["45", "conduct"].change == "looser"
    assert {r.article.number for r in found.articles if not r.answers} >= {"15", "16", "17", "36"}
    assert {r.article.number for r in found.dropped} == {"10", "32", "38", "40", "41", "42", "43"}


def test_both_directions_tell_the_same_story() -> None:
    reverse = {"wider": "narrower", "narrower": "wider", "stronger_safeguard": "weaker_safeguard",
               "weaker_safeguard": "stronger_safeguard"}  # fmt: skip
    uncc, budapest = load_treaties(("uncc", "budapest"))
    forth = {
        (r.article.number, e.there_article.number, e.here.id): e.bearing
        for r in difference(uncc, budapest).articles for e in r.elements
        if e.here and e.there_article and e.there and e.here.id == e.there.id
    }  # fmt: skip
    back = {
        (e.there_article.number, r.article.number, e.here.id): e.bearing
        for r in difference(budapest, uncc).articles for e in r.elements
        if e.here and e.there_article and e.there and e.here.id == e.there.id
    }  # fmt: skip
    shared = forth.keys() & back.keys()
    assert shared >= {("24", "15", "grounds"), ("45", "33", "conduct")}
    assert [key for key in sorted(shared) if reverse.get(forth[key], forth[key]) != back[key]] == []
