"""Safeguards that vanish and powers that grow are seen, and told of the right places."""

from __future__ import annotations

from pathlib import Path

import pytest
from texts import difference

from uncc_diff.model.versions import WORSE, VersionDifference
from uncc_diff.yamlio import load

HERE = Path(__file__).parent
FRAME = {
    "1 Short title": "This Act may be cited as the Lantern Networks Act.",
    "2 Keeper": "The Keeper of Lanterns keeps a public register of all lanterns and their oil.",
}
SEARCH = "A police officer may, with a warrant issued by a judge, search a computer system for evidence of an offence."
INTERCEPTION = (
    "The Minister may direct a service provider to intercept the content of the communications of any person."
)


def told(d: VersionDifference, *, worse: bool) -> list[str]:
    cited = [{None: "-", **{p.id: p.citation for p in comparison.law.provisions}} for comparison in (d.old, d.new)]
    return [f"{cited[0][s.old]} > {cited[1][s.new]}: {s.what}" for s in d.shifts if (s.kind in WORSE) == worse]


@pytest.mark.parametrize("case", load(HERE / "shifts.yaml"), ids=lambda case: case["title"])
def test_a_changed_clause_shifts_as_told(case: dict, tmp_path: Path) -> None:
    d = difference(FRAME | {case["clause"]: case["old"]}, FRAME | {case["clause"]: case["new"]}, tmp_path)
    assert [told(d, worse=True), told(d, worse=False)] == [case["worse"], case["better"]]


def test_a_power_that_is_added_as_a_whole_is_growth_and_one_removed_is_not(tmp_path: Path) -> None:
    small, large = FRAME, FRAME | {"3 Interception": INTERCEPTION}
    assert told(difference(small, large, tmp_path), worse=True) == ["- > 3: a power"]
    assert told(difference(large, small, tmp_path), worse=True) == []
    assert told(difference(large, small, tmp_path), worse=False) == ["3 > -: a power"]


def test_a_safeguard_that_moved_says_where_it_may_be_now(tmp_path: Path) -> None:
    old = FRAME | {"3 Search": SEARCH}
    new = FRAME | {
        "3 Search": "A police officer may search a computer system for evidence of an offence.",
        "4 Leave of the court": "Nothing may be done under this Act unless a judge has issued a warrant for it beforehand.",
    }
    d = difference(old, new, tmp_path)
    (shift,) = (s for s in d.shifts if s.kind == "safeguard_gone")
    assert [d.new.law.by_id[i].citation for i in shift.elsewhere] == ["4"]
    assert d.old.reading.words(shift.old_quote) in SEARCH


def test_renumbering_alone_shifts_nothing(tmp_path: Path) -> None:
    old = FRAME | {"3 Search": SEARCH, "4 Interception": INTERCEPTION}
    new = {"1 Objects": "This Act keeps the lanterns lit."}
    for number, title in enumerate(old, 2):
        new[f"{number} {title.partition(' ')[2]}"] = old[title]
    d = difference(old, new, tmp_path)
    assert told(d, worse=True) == told(d, worse=False) == []
    assert [f.rule for f in d.appeared if f.provision] == [f.rule for f in d.fixed if f.provision] == []


def test_findings_are_new_fixed_and_kept_by_aligned_section(tmp_path: Path) -> None:
    old = FRAME | {
        "3 Interception": INTERCEPTION,
        "4 Annoyance": "A person who sends a message that is annoying commits an offence.",
    }
    new = FRAME | {"3 Insult": "A person who insults the President commits an offence.", "4 Interception": INTERCEPTION}
    d = difference(old, new, tmp_path)
    rule = "safeguards/interception-without-prior-authorization"
    assert [
        (d.old.law.by_id[a.provision].citation, d.new.law.by_id[b.provision].citation)
        for a, b in d.kept
        if a.rule == rule
    ] == [("3", "4")]
    assert {d.new.law.by_id[f.provision].citation for f in d.appeared if f.provision} == {"3"}
    assert {d.old.law.by_id[f.provision].citation for f in d.fixed if f.provision} == {"4"}
    assert d.fails_at("high")
    assert not difference(old, old, tmp_path).fails_at("note")
