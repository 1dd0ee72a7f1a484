"""What became of findings: a second fault beside the first is new, a fault in other words is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from texts import difference

from uncc_diff.report.version_difference import with_known

INSULT = "A person who insults another person through a computer system commits an offence and is liable to a fine."
RIDICULE = (
    "A person who exposes an official to ridicule through a computer system commits an offence and is liable to a fine."
)
RULE = "expression/insult"
SECTION = "4 Messages"
BEFORE = {"3 Title": "This Act may be cited as the Lantern Networks Act."}
CASES = {
    "a second fault in the section": (INSULT, f"(1) {INSULT}\n(2) {RIDICULE}", ["4(2)"]),
    "the same words in a second place": (
        f"(1) {INSULT}",
        f"(1) {INSULT}\n(2) {INSULT}",
        ["4(2)"],
    ),
    "the same fault in other words": (INSULT, INSULT.replace("insults", "ridicules"), []),
    "the same fault, regrouped": (INSULT, f"(1) {INSULT}\n(2) The Keeper lights the lamps.", []),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "appeared"), CASES.values(), ids=CASES)
def test_a_second_fault_of_a_rule_is_new(old: str, new: str, appeared: list[str], tmp_path: Path) -> None:
    changes = difference(BEFORE | {SECTION: old}, BEFORE | {SECTION: new}, tmp_path)
    law = changes.new.law
    found = [law.by_id[f.provision or ""].citation for f in changes.appeared if f.rule == RULE]
    assert found == appeared
    shown = [f for f in with_known(changes).findings if f.rule == RULE and f.baseline == "new"]
    assert [law.by_id[f.provision or ""].citation for f in shown] == appeared
    assert changes.fails_at("low") is bool([f for f in changes.appeared if f.severity != "note"])
