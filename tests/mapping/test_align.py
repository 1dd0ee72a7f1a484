"""Two texts of a law: which section became which."""

from __future__ import annotations

import pytest
from arvena_act import HERE, law_of

from uncc_diff.mapping import align
from uncc_diff.model.reading import Quote, Reading, Reference
from uncc_diff.yamlio import load


def _reading(sections: dict[str, list[str]]) -> Reading:
    provisions = [{"level": "section", "number": n, "heading": h, "text": t} for n, (h, t) in sections.items()]
    return Reading(law_of({"title": "Harbour Data Act", "provisions": provisions}), mentions=())


@pytest.mark.parametrize("case", load(HERE / "alignments.yaml"), ids=lambda case: case["title"])
def test_sections_pair_as_a_reader_would_pair_them(case):
    old, new = _reading(case["old"]), _reading(case["new"])
    numbers = {p.id: p.number for r in (old, new) for p in r.law.provisions} | {None: "-"}
    found = [f"{numbers[p.old]} {numbers[p.new]} {p.relation}" for p in align(old, new)]
    assert found == case["pairs"]


def test_a_renumbered_reference_is_no_change_of_words():
    old, new = (
        _reading({"4": ["Fine", f"Whoever breaks section {n} pays a fine of ninety crowns to the harbour."]})
        for n in ("2", "13")
    )
    old, new = (
        Reading(r.law, (), references=(Reference(Quote("section_4", 15, 25 + n), target="section_4"),))
        for r, n in ((old, -1), (new, 0))
    )
    assert [p.relation for p in align(old, new)] == ["same"]


def test_parts_of_a_changed_section_are_paired_too():
    def law(last: str) -> Reading:
        parts = [
            {"level": "paragraph", "number": "a", "text": "holds the register of vessels;"},
            {"level": "paragraph", "number": "b", "text": last},
        ]
        section = {"level": "section", "number": "1", "heading": "Keeper", "text": "The Keeper", "provisions": parts}
        return Reading(law_of({"title": "Harbour Data Act", "provisions": [section]}), mentions=())

    pairs = align(law("collects the fees of the harbour."), law("collects the fees and dues of the harbour."))
    assert [(p.new, p.relation) for p in pairs] == [
        ("section_1", "reworded"),
        ("section_1__paragraph_a", "same"),
        ("section_1__paragraph_b", "reworded"),
    ]


def _section(number: str, text: str, *parts: tuple[str, str, str]) -> Reading:
    provisions = [{"level": level, "number": n, "text": t} for level, n, t in parts]
    section = {"level": "section", "number": number, "heading": "Keeper", "text": text, "provisions": provisions}
    return Reading(law_of({"title": "Harbour Data Act", "provisions": [section]}), mentions=())


def _citations(old: Reading, new: Reading) -> set[tuple[str, str, str]]:
    cited = {p.id: p.citation for r in (new, old) for p in r.law.provisions} | {None: "-"}
    return {(cited[p.old], cited[p.new], p.relation) for p in align(old, new)}


KEPT = "The Keeper of the Harbour holds the register of vessels and shows it to every citizen."
FEE = "Every vessel that is entered in the register pays a yearly fee of ten crowns to the harbour."


def test_a_text_that_became_a_subsection_is_not_removed_and_added():
    old = _section("4", KEPT)
    new = _section("4", "", ("subsection", "1", KEPT), ("subsection", "2", FEE))
    found = _citations(old, new)
    assert ("4", "4(1)", "renumbered") in found
    assert ("-", "4(2)", "added") in found
    assert not [p for p in found if p[2] == "removed"]


def test_letters_that_were_taken_away_are_merged_into_what_took_them_in():
    old = _section("1", "The Keeper of the Harbour-", ("paragraph", "a", KEPT), ("paragraph", "b", FEE))
    new = _section("1", f"The Keeper of the Harbour- {KEPT}")
    found = _citations(old, new)
    assert ("1(a)", "1", "merged") in found
    assert ("1(b)", "-", "removed") in found


def test_what_stands_rewritten_between_the_same_neighbours_is_one_section():
    first, last = ["Title", "This Act is the Harbour Data Act."], ["Fees", FEE]
    old = _reading({"1": first, "2": ["Keeper", "The mayor may dismiss the Keeper."], "3": last})
    new = _reading({
        "1": first,
        "2": ["Dismissal", "No Keeper is dismissed but by the council, which hears the mayor and states its grounds."],
        "3": last,
    })  # fmt: skip
    assert ("2", "2", "reworded") in _citations(old, new)


def test_a_part_that_went_to_another_section_has_moved():
    fine = "Whoever alters an entry in the register without leave of the Keeper pays a fine of ninety crowns."

    def law(*holders: str) -> Reading:
        sections = [
            {"level": "section", "number": n, "heading": h, "text": t, "provisions": [
                {"level": "subsection", "number": "2", "text": fine}] if n in holders else []}
            for n, h, t in (("1", "Keeper", KEPT), ("2", "Fees", FEE))
        ]  # fmt: skip
        return Reading(law_of({"title": "Harbour Data Act", "provisions": sections}), mentions=())

    assert ("1(2)", "2(2)", "moved") in _citations(law("1"), law("2"))
