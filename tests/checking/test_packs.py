"""What holds for the packs as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from uncc_diff.checking import load_profile, profile_names
from uncc_diff.checking.indicators import INDICATORS
from uncc_diff.checking.kinds import KINDS

from .conftest import all_rules

_NOT_JUDGED = Path(__file__).parents[2] / "docs" / "indicators-not-judged.md"


def test_every_indicator_is_answered_by_a_rule_or_listed_with_a_reason() -> None:
    answered = {indicator for rule in all_rules() for indicator in rule.indicators}
    listed = set(re.findall(r"^\| ([A-H]\d+) \|", _NOT_JUDGED.read_text(encoding="utf-8"), re.MULTILINE))
    assert answered | listed == INDICATORS
    assert not answered & listed


def test_every_kind_is_used() -> None:
    assert {rule.kind for rule in all_rules()} == set(KINDS)


def test_no_two_rules_share_a_title() -> None:
    titles = [rule.title for rule in all_rules()]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_chooses_some_rules_with_its_severities(name: str) -> None:
    profile = load_profile(name)
    chosen = profile.choose(all_rules())
    assert len(chosen)
    assert all(rule.severity == profile.severity.get(rule.id, rule.severity) for rule in chosen)
    assert not {rule.id for rule in chosen} & set(profile.leave_out)


def test_the_grave_ones_say_on_whose_authority() -> None:
    grave = [rule for rule in all_rules() if rule.severity in ("high", "critical")]
    assert [rule.id for rule in grave if not all(b.citation for b in rule.basis)] == []
