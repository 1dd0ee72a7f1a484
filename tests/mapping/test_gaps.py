"""What the whole text leaves open: absent, unclear, optional, or answered in another Act."""

from __future__ import annotations

from arvena_act import law_of, treaty

from uncc_diff.mapping.gaps import find_gaps
from uncc_diff.mapping.level import settle
from uncc_diff.model.mapping import ElementMatch, Match
from uncc_diff.model.reading import Mention, Quote, Reading, Reference

LAW = law_of(
    {
        "title": "Lantern Act",
        "provisions": [
            {
                "level": "section",
                "number": "1",
                "text": "Offences are extraditable under the Extradition Act.",
                "provisions": [
                    {"level": "paragraph", "number": "a", "text": "access"},
                    {"level": "paragraph", "number": "b", "text": "interception"},
                ],
            },
            {"level": "section", "number": "2", "text": "Lanterns burn at night."},
        ],
    }
)
SECTION, A, B = (p.id for p in LAW.provisions[:3])


def gaps(*matches: Match, references: tuple[Reference, ...] = (), together: bool = False):
    reading = Reading(LAW, mentions=(), references=references)
    return {g.article: g for g in find_gaps(reading, treaty("uncc"), matches, doubtful=0.25, together=together)}


def match(provision: str, article: str, score: float, accepted: bool, *elements: ElementMatch) -> Match:
    return Match(provision, "uncc", article, score, accepted, "partial" if accepted else "related", elements)


def test_an_article_without_a_candidate_is_absent_in_this_text():
    gap = gaps()["7"]
    assert (gap.status, gap.note) == ("absent", "absent in this text")
    assert "conduct" in gap.missing


def test_several_acts_together_are_named_as_such():
    assert gaps(together=True)["7"].note == "absent in these texts"


def test_a_weak_candidate_makes_the_answer_unclear_and_is_named():
    gap = gaps(match(SECTION, "7", 0.3, False))["7"]
    assert (gap.status, gap.provisions) == ("unclear", (SECTION,))


def test_several_provisions_answer_an_article_together():
    required = [e.id for e in treaty("uncc").article("7").elements if e.need == "required"]
    first = match(SECTION, "7", 0.9, True, *(ElementMatch(e, "present") for e in required[:1]))
    second = match("section_2", "7", 0.9, True, *(ElementMatch(e, "present") for e in required[1:]))
    assert gaps(first)["7"].missing == tuple(required[1:])
    assert gaps(first)["7"].status == "partial"
    assert gaps(first, second)["7"].status == "met"


def test_an_element_that_is_only_narrowed_is_still_missing():
    required = [e.id for e in treaty("uncc").article("7").elements if e.need == "required"]
    elements = [ElementMatch(e, "narrower" if e == "intent" else "present") for e in required]
    assert gaps(match(SECTION, "7", 0.9, True, *elements))["7"].missing == ("intent",)


def test_another_act_that_the_law_refers_to_is_named():
    reference = Reference(Quote(SECTION, 37, 52), external="Extradition Act")
    found = gaps(references=(reference,))
    assert (found["37"].status, "Extradition Act" in found["37"].note) == ("elsewhere", True)
    assert found["7"].status == "absent"


def test_a_gap_in_an_optional_article_is_not_a_fault():
    optional = [a.number for a in treaty("uncc").articles if a.duty in ("may", "none") and a.role != "final"]
    assert optional
    assert {gaps()[number].status for number in optional} == {"not_required"}


def test_a_section_that_nests_two_duties_gives_its_matches_to_its_parts():
    matches = [
        match(SECTION, "7", 0.9, True),
        match(SECTION, "8", 0.8, True),
        match(A, "7", 0.7, True),
        match(B, "8", 0.7, True),
    ]
    assert [(m.provision, m.article) for m in settle(LAW, matches) if m.accepted] == [(A, "7"), (B, "8")]


def test_a_section_with_one_duty_keeps_it():
    matches = [match(SECTION, "7", 0.9, True), match(A, "7", 0.95, True)]
    assert [(m.provision, m.article) for m in settle(LAW, matches) if m.accepted] == [(SECTION, "7")]


def shown(article: str, *absent: str, treaty_id: str = "uncc") -> tuple[ElementMatch, ...]:
    required = [e.id for e in treaty(treaty_id).article(article).elements if e.need == "required"]
    assert set(absent) <= set(required)
    return tuple(ElementMatch(e, "absent" if e in absent else "present") for e in required)


def test_a_clause_without_a_threshold_reaches_further_and_lacks_nothing():
    gap = gaps(match(SECTION, "10", 0.9, True, *shown("10", "serious")))["10"]
    assert (gap.status, gap.missing) == ("met", ())
    assert "reaches further" in gap.note


def test_what_may_be_reserved_is_no_lack_but_is_told():
    gap = gaps(match(SECTION, "11", 0.9, True, *shown("11", "possession")))["11"]
    assert (gap.status, "open to reservation" in gap.note) == ("met", True)


def test_an_option_of_the_article_may_narrow_it():
    elements = [ElementMatch(e.id, "narrower") if e.id == "intent" else e for e in shown("7")]
    taken = ElementMatch("dishonest_intent", "added")
    assert gaps(match(SECTION, "7", 0.9, True, *elements, taken))["7"].status == "met"


def test_few_terms_are_asked_of_a_law():
    assert gaps(match(SECTION, "2", 0.9, True, *shown("2", "emergency", "proceeds")))["2"].status == "met"
    assert gaps(match(SECTION, "2", 0.9, True, *shown("2", "traffic_data")))["2"].missing == ("traffic_data",)


def test_what_states_do_among_themselves_is_not_asked_of_a_law():
    gap = gaps(match(SECTION, "54", 0.9, True))["54"]
    assert (gap.status, gap.provisions) == ("not_required", ())


def test_a_law_is_no_other_act_than_itself():
    own = Reference(Quote(SECTION, 37, 52), external="Extradition Act")
    naming = Mention("short_title", Quote(SECTION, 0, 8))
    found = find_gaps(Reading(LAW, (naming,), references=(own,)), treaty("uncc"), (), doubtful=0.25, together=False)
    assert {g.article: g.status for g in found}["37"] == "absent"


def test_a_power_may_be_completed_by_a_provision_near_it():
    search = match(SECTION, "28", 0.9, True, *shown("28", "assistance"))
    help_ = match("section_2", "28", 0.3, False, ElementMatch("assistance", "present"))
    assert gaps(search)["28"].missing == ("assistance",)
    assert gaps(search, help_)["28"].provisions == (SECTION, "section_2")
