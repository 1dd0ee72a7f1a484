"""A faulty rule is refused with file, line and what would be right; all faults of all files at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from uncc_diff.checking import load_profile, load_rules
from uncc_diff.errors import DataError, UsageError

_GOOD = """\
title: A test
why: To show how rules are read.
kind: presence
severity: low
confidence: high
faults: [drafting]
indicators: [G1]
when:
  any: [access]
message: "{citation} says {words}."
basis: [{supports: uncc/7}]
remedy: Mend it.
examples:
  fail: ["a", "b"]
  pass: ["c", "d"]
"""
_FAULTS = [
    ("severity: low", "severity: lowish", "own/one.yaml:4", "did you mean 'low'"),
    ("remedy: Mend it.", "cure: Mend it.", "own/one.yaml:12", "unknown key 'cure'"),
    ("any: [access]", "any: [acess]", "own/one.yaml:9", "did you mean 'access'"),
    ("any: [access]", "any: ['access:maybe']", "own/one.yaml:9", "polarities are"),
    ("any: [access]", "any: [access]\n  role: powers", "own/one.yaml:10", "unknown role 'powers'"),
    ("[drafting]", "[draughting]", "own/one.yaml:6", "did you mean 'drafting'"),
    ("[G1]", "[G99]", "own/one.yaml:7", "unknown indicator"),
    ("uncc/7", "uncc/700", "own/one.yaml:11", "unknown authority 'uncc/700'"),
    ("kind: presence", "kind: absence", "own/one.yaml:1", "a rule of kind absence needs 'lacks'"),
    ("{words}", "{wrods}", "own/one.yaml:10", "placeholder"),
    ('["c", "d"]', '["c"]', "own/one.yaml:15", "needed at least 2"),
    ("kind: presence", "kind: threshold\nlimit: much", "own/one.yaml:4", "expected a name, a comparison and a number"),
    ("why: To", "title: To", "own/one.yaml:2", "stands twice"),
]
_CONCEPTS = frozenset({"access", "interception"})


def _write(folder: Path, text: str, name: str = "one") -> None:
    (folder / "own").mkdir(exist_ok=True)
    (folder / "own" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_the_path_is_the_id(tmp_path: Path) -> None:
    _write(tmp_path, _GOOD)
    (rule,) = load_rules((tmp_path,), concepts=_CONCEPTS, examples=True)
    assert (rule.id, rule.pack, rule.examples.failing) == ("own/one", "own", ("a", "b"))
    assert "Illegal access" in rule.basis[0].citation or "article 7" in rule.basis[0].citation


@pytest.mark.parametrize(("old", "new", "where", "said"), _FAULTS, ids=[new for _, new, _, _ in _FAULTS])
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, where: str, said: str) -> None:
    assert old in _GOOD
    _write(tmp_path, _GOOD.replace(old, new, 1))
    with pytest.raises(DataError) as caught:
        load_rules((tmp_path,), concepts=_CONCEPTS, examples=True)
    assert [p for p in caught.value.problems if p.where == where and said in p.message]


def test_all_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    _write(tmp_path, _GOOD.replace("low", "lowish").replace("access", "acess"))
    _write(tmp_path, _GOOD.replace("[G1]", "[G99]"), "two")
    with pytest.raises(DataError) as caught:
        load_rules((tmp_path,), concepts=_CONCEPTS)
    assert {p.where.split(":")[0] for p in caught.value.problems} == {"own/one.yaml", "own/two.yaml"}
    assert len(caught.value.problems) == 3


def test_a_later_folder_replaces_a_rule(tmp_path: Path) -> None:
    for folder, title in (("first", "A test"), ("second", "Another")):
        (tmp_path / folder).mkdir()
        _write(tmp_path / folder, _GOOD.replace("A test", title))
    rules = load_rules((tmp_path / "first", tmp_path / "second"), concepts=_CONCEPTS)
    assert [rule.title for rule in rules] == ["Another"]
    assert rules.version.endswith("+own")


def test_an_unknown_rule_or_profile_names_the_nearest(tmp_path: Path) -> None:
    _write(tmp_path, _GOOD)
    rules = load_rules((tmp_path,), concepts=_CONCEPTS)
    with pytest.raises(UsageError) as rule:
        rules.get("own/onne")
    assert "own/one" in rule.value.hint
    with pytest.raises(UsageError) as profile:
        load_profile("defualt")
    assert "default" in profile.value.hint


def test_a_profile_that_names_no_rule_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, _GOOD)
    path = tmp_path / "mine.yaml"
    path.write_text("title: Mine\ngist: A test.\nleave_out: [own/onne]\npacks: [owned]\n", encoding="utf-8")
    profile = load_profile(str(path))
    with pytest.raises(DataError) as caught:
        profile.choose(load_rules((tmp_path,), concepts=_CONCEPTS))
    assert len(caught.value.problems) == 2
