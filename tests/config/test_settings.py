"""Settings: found upward, checked whole with file and line, obeyed below the options, and shown in the reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from arvena_bill import bill

from uncc_diff import pipeline
from uncc_diff.config import Config, find_config, load_config
from uncc_diff.errors import ConfigError
from uncc_diff.model.comparison import Comparison
from uncc_diff.model.correction import Correction
from uncc_diff.model.review import MatchOverride, RoleOverride
from uncc_diff.yamlio import load

HERE = Path(__file__).parent
INSULT = "expression/insult-of-officials-or-symbols"
WHOLE = """\
profile: strict
against: [budapest]
party: arvena.yaml
rules: [own]
packs: [expression, safeguards]
severities: {expression/insult: low}
fail_on: medium
baseline: known.yaml
suppressions:
  - {rule: expression/insult, provision: "15.10", reason: said in committee}
overrides:
  - {provision: "4", article: budapest/2, accepted: false, reason: another kind, file: "act*"}
  - {provision: "6", role: power, reason: by the schedule}
corrections:
  - {line: "12. Search", starts: "12", page: 3, reason: the scan broke it}
"""
WHOLE_TOML = """\
[project]
name = "arvena-bills"

[tool.uncc-diff]
profile = "strict"
against = ["budapest"]
party = "arvena.yaml"
rules = ["own"]
packs = ["expression", "safeguards"]
severities = {"expression/insult" = "low"}
fail_on = "medium"
baseline = "known.yaml"

[[tool.uncc-diff.suppressions]]
rule = "expression/insult"
provision = 15.10
reason = "said in committee"

[[tool.uncc-diff.overrides]]
provision = 4
article = "budapest/2"
accepted = false
reason = "another kind"
file = "act*"

[[tool.uncc-diff.overrides]]
provision = 6
role = "power"
reason = "by the schedule"

[[tool.uncc-diff.corrections]]
line = "12. Search"
starts = 12
page = 3
reason = "the scan broke it"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "bills" / "2026").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(("name", "text"), [("uncc-diff.yaml", WHOLE), ("pyproject.toml", WHOLE_TOML)])
def test_every_key_is_read_from_the_nearest_file_upward(name: str, text: str, project: Path) -> None:
    (project / name).write_text(text, encoding="utf-8")
    config = find_config(project / "bills" / "2026" / "bill.md")
    assert (config.file, config.profile, config.against, config.party) == (
        name, "strict", ("budapest",), project / "arvena.yaml",
    )  # fmt: skip
    assert (config.rules, config.packs) == ((project / "own",), ("expression", "safeguards"))
    assert (config.severities, config.fail_on) == ({"expression/insult": "low"}, "medium")
    assert config.baseline == project / "known.yaml"
    about_act = config.review("act.pdf")
    (suppression,) = about_act.suppressions
    assert (suppression.rule, suppression.provision, suppression.reason) == (
        "expression/insult",
        "15.10",
        "said in committee",
    )
    assert about_act.matches == (MatchOverride("4", "budapest", "2", accepted=False, reason="another kind"),)
    assert about_act.roles == (RoleOverride("6", "power", "by the schedule"),)
    assert about_act.corrections == (Correction("12. Search", "the scan broke it", starts="12", page=3),)
    assert config.review("bill.md").matches == ()


def test_a_nearer_file_hides_a_farther_one_and_a_foreign_pyproject_is_passed(project: Path) -> None:
    (project / "uncc-diff.yaml").write_text("profile: strict\n", encoding="utf-8")
    (project / "bills" / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    bill_file = project / "bills" / "2026" / "bill.md"
    assert find_config(bill_file).profile == "strict"
    (project / "bills" / "uncc-diff.yaml").write_text("profile: drafting\n", encoding="utf-8")
    assert find_config(bill_file).profile == "drafting"


def test_nothing_said_is_an_empty_config(project: Path) -> None:
    path = project / "uncc-diff.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert load_config(path) == Config(file="uncc-diff.yaml")


@pytest.mark.parametrize("case", load(HERE / "faulty_settings.yaml"), ids=lambda case: case["title"])
def test_every_fault_is_told_with_its_line_and_what_is_allowed(case: dict, project: Path) -> None:
    path = project / case["file"]
    path.write_text(case["text"], encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    lines = caught.value.message.splitlines()
    for told in case["told"]:
        assert any(line.startswith(told["at"]) and told["says"] in line for line in lines), (told, lines)
    assert len(lines) == len(case["told"])
    assert caught.value.hint


def reviewed(folder: Path, settings: str) -> Comparison:
    (folder / "bill.txt").write_text(bill(), encoding="utf-8")
    (folder / "uncc-diff.yaml").write_text(settings, encoding="utf-8")
    config = find_config(folder / "bill.txt")
    return pipeline.compare(
        [folder / "bill.txt"], severities=config.severities, packs=config.packs, review=config.review("bill.txt")
    )


@pytest.mark.parametrize("provision", ["3", "sec_3"])
def test_a_suppressed_finding_keeps_its_reason_and_does_not_count(provision: str, tmp_path: Path) -> None:
    settings = f"suppressions:\n  - {{rule: {INSULT}, provision: '{provision}', reason: to be deleted}}\n"
    comparison = reviewed(tmp_path, settings)
    (finding,) = (f for f in comparison.findings if f.rule == INSULT)
    assert finding.suppressed == "to be deleted"
    assert finding not in comparison.at_least("note")
    assert [c for c in comparison.law.caveats if c.code == "unused_suppression"] == []


@pytest.mark.parametrize(
    ("rule", "provision"), [(INSULT, "4"), (INSULT, "law"), ("expression/insult", "7"), (INSULT, "30")]
)
def test_a_suppression_that_matches_nothing_is_told_with_its_line(rule: str, provision: str, tmp_path: Path) -> None:
    comparison = reviewed(tmp_path, f"suppressions:\n  - {{rule: {rule}, provision: '{provision}', reason: x}}\n")
    (caveat,) = (c for c in comparison.law.caveats if c.code == "unused_suppression")
    assert caveat.message.startswith(f"uncc-diff.yaml:2: the suppression of {rule} in {provision} ")


def test_a_finding_on_the_whole_law_can_be_suppressed(tmp_path: Path) -> None:
    first = reviewed(tmp_path, "")
    rule = next(f.rule for f in first.findings if f.provision is None)
    comparison = reviewed(tmp_path, f"suppressions:\n  - {{rule: {rule}, provision: law, reason: in another Act}}\n")
    assert [f.suppressed for f in comparison.findings if f.rule == rule] == ["in another Act"]


def test_severities_and_packs_stand_above_the_profile(tmp_path: Path) -> None:
    comparison = reviewed(tmp_path, f"packs: [expression]\nseverities: {{{INSULT}: note}}\n")
    assert {f.rule.partition("/")[0] for f in comparison.findings} == {"expression"}
    assert {f.severity for f in comparison.findings if f.rule == INSULT} == {"note"}


def test_overrides_hold_and_are_told_as_a_reviewers_word(tmp_path: Path) -> None:
    settings = (
        "overrides:\n"
        "  - {provision: '2', article: uncc/7, accepted: false, reason: access is not meant}\n"
        "  - {provision: '5', role: procedure, reason: it only regulates}\n"
    )
    comparison = reviewed(tmp_path, settings)
    (match,) = (m for m in comparison.mapping.matches if (m.treaty, m.article) == ("uncc", "7") and m.overruled)
    assert (match.accepted, match.signals["reviewer"]) == (False, 0.0)
    assert comparison.reading.roles[match.provision.replace("2", "5")].name == "procedure"
    told = [c.message for c in comparison.law.caveats if c.code == "corrected_by_reviewer"]
    assert any("2 does not answer uncc/7: access is not meant" in line for line in told)
    assert any("5 is of the role procedure: it only regulates" in line for line in told)


def test_a_correction_moves_the_start_of_a_section(tmp_path: Path) -> None:
    comparison = reviewed(tmp_path, "corrections:\n  - {line: '7. Annoyance', reason: it is a list item}\n")
    assert "7" not in {p.citation for p in comparison.law.basics}
    assert any("it is a list item" in c.message for c in comparison.law.caveats if c.code == "corrected_by_reviewer")
