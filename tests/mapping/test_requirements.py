"""What a Party need not do is no gap: articles that do not bind it, and elements it has reserved."""

from __future__ import annotations

from arvena_act import law_of, treaty

from uncc_diff.mapping.gaps import find_gaps
from uncc_diff.model.mapping import ElementMatch, Match
from uncc_diff.model.party import Requirement
from uncc_diff.model.reading import Reading

LAW = law_of({"title": "Lantern Act", "provisions": [{"level": "section", "number": "1", "text": "access"}]})
SECTION = LAW.provisions[0].id
REQUIRED = [e.id for e in treaty("uncc").article("7").elements if e.need == "required"]
EXCUSED = Requirement(required=False, note="Arvena is not bound")


def gap(*present: str, asked: Requirement):
    elements = tuple(ElementMatch(e, "present") for e in present)
    matches = [Match(SECTION, "uncc", "7", 0.9, True, "partial", elements)] if present else []
    found = find_gaps(Reading(LAW, ()), treaty("uncc"), matches, 0.25, False, {"uncc/7": asked})
    return next(g for g in found if g.article == "7")


def test_an_article_that_does_not_bind_is_not_required():
    found = gap(asked=EXCUSED)
    assert (found.status, found.missing) == ("not_required", ())
    assert "Arvena is not bound" in found.note


def test_what_answers_it_in_part_is_still_named():
    found = gap(REQUIRED[0], asked=EXCUSED)
    assert (found.status, found.provisions, found.missing) == ("not_required", (SECTION,), ())


def test_what_is_met_stays_met():
    assert gap(*REQUIRED, asked=EXCUSED).status == "met"


def test_waived_elements_are_not_missing():
    *shown, last = REQUIRED
    assert gap(*shown, asked=Requirement()).missing == (last,)
    found = gap(*shown, asked=Requirement(waived=frozenset({last}), note="reserved"))
    assert (found.status, found.missing, found.note) == ("met", (), "reserved")


def test_other_articles_are_judged_as_before():
    with_party = find_gaps(Reading(LAW, ()), treaty("uncc"), [], 0.25, False, {"uncc/7": EXCUSED})
    without = find_gaps(Reading(LAW, ()), treaty("uncc"), [], 0.25, False)
    assert [g for g in with_party if g.article != "7"] == [g for g in without if g.article != "7"]
