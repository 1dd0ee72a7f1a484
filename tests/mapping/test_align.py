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
