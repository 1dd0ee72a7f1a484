"""A pull request that removes a safeguard: exactly the new finding fails, at its line, in every format of CI."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from arvena_repository import BILL, Repository, line_of, renumbered, without_safeguard

from uncc_diff.yamlio import load

ROOT = Path(__file__).resolve().parents[2]
RULE = "safeguards/interception-without-prior-authorization"
NAME = "bills/lantern networks.md"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The main branch: a bill whose findings are known, and settings that say so."""
    repository = Repository(tmp_path)
    repository.git("init", "--quiet", "--initial-branch", "main")
    repository.write(NAME, BILL)
    written = repository.run("baseline", "write", NAME, "-o", "known.yaml")
    assert written.returncode == 0, written.stderr
    repository.write("uncc-diff.yaml", "fail_on: high\nbaseline: known.yaml\n")
    repository.commit("The bill as introduced")
    repository.git("checkout", "--quiet", "-b", "amendment")
    return repository


def test_the_main_branch_passes_with_faults_that_are_known(repository: Repository) -> None:
    done = repository.run("check", NAME)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "known from" in " ".join(done.stdout.split())
    assert repository.run("check", NAME, "--baseline", "empty.yaml").returncode == 2


@pytest.mark.parametrize("shift", [False, True], ids=["as numbered", "renumbered"])
def test_exactly_the_new_finding_fails_at_its_line(shift: bool, repository: Repository) -> None:
    changed = without_safeguard(renumbered(BILL) if shift else BILL)
    repository.write(NAME, changed)
    repository.commit("Speed up interception")
    line = line_of(changed, "intercept the content")
    annotated = repository.run("check", NAME, "--format", "github")
    assert annotated.returncode == 1
    high = [row for row in annotated.stdout.splitlines() if row.startswith("::error")]
    assert len(high) == 1, annotated.stdout
    assert re.match(rf"::error file={re.escape(NAME)},line=(\d+),title=(high|critical) {RULE}::", high[0])
    assert all(f"file={NAME},line=" in row for row in annotated.stdout.splitlines())

    sarif = repository.run("check", NAME, "--format", "sarif")
    assert sarif.returncode == 1
    (run,) = json.loads(sarif.stdout)["runs"]
    errors = [r for r in run["results"] if r["level"] == "error" and r["baselineState"] == "new"]
    assert [r["ruleId"] for r in errors] == [RULE]
    place = errors[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "bills/lantern%20networks.md"
    found = changed.splitlines()[place["region"]["startLine"] - 1]
    assert found and abs(place["region"]["startLine"] - line) <= 1
    assert place["region"]["snippet"]["text"].split()[0] in found

    quality = json.loads(repository.run("check", NAME, "--format", "gitlab").stdout)
    assert [e["location"]["lines"]["begin"] for e in quality if e["check_name"] == RULE] == [
        place["region"]["startLine"]
    ]


def test_diff_against_the_main_branch_tells_the_safeguard_first(repository: Repository) -> None:
    repository.write(NAME, without_safeguard(BILL))
    repository.write("main.md", BILL)
    done = repository.run("diff", "main.md", NAME, "--fail-on-new", "high")
    assert done.returncode == 1, done.stderr
    told = " ".join(done.stdout.split())
    assert told.index("authorization by a court is gone") < told.index("New findings")
    assert repository.run("diff", "main.md", "main.md", "--fail-on-new", "note").returncode == 0
    github = repository.run("diff", "main.md", NAME, "--fail-on-new", "high", "--format", "github")
    assert github.returncode == 1
    assert next(row for row in github.stdout.splitlines() if row.startswith("::error")).count(RULE) == 1


def test_a_suppression_with_a_reason_lets_it_pass_and_is_counted(repository: Repository) -> None:
    repository.write(NAME, without_safeguard(BILL))
    settings = f'suppressions:\n  - {{rule: {RULE}, provision: "4", reason: The judge comes back in committee.}}\n'
    repository.write("uncc-diff.yaml", f"fail_on: high\nbaseline: known.yaml\n{settings}")
    done = repository.run("check", NAME, "--format", "sarif")
    assert done.returncode == 0
    (run,) = json.loads(done.stdout)["runs"]
    (result,) = (r for r in run["results"] if r["ruleId"] == RULE)
    assert result["suppressions"][0]["justification"] == "The judge comes back in committee."


def test_rewriting_the_baseline_prunes_what_is_gone(repository: Repository) -> None:
    repository.write(NAME, BILL.partition("## 5.")[0])
    before = repository.run("check", NAME)
    assert "match no finding any more" in " ".join(before.stdout.split())
    written = repository.run("baseline", "write", NAME)
    assert re.search(r"\(0 of them new, [1-9]\d* pruned\)", written.stdout), written.stdout
    assert "match no finding" not in " ".join(repository.run("check", NAME).stdout.split())


def test_init_writes_what_the_check_obeys_and_never_overwrites(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("bills/a.md", BILL)
    assert repository.run("init", "bills/*.md", "--yes").returncode == 0
    settings = (tmp_path / "uncc-diff.yaml").read_text(encoding="utf-8")
    workflow = load(tmp_path / ".github" / "workflows" / "uncc-diff.yml")
    commands = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "uncc-diff check" in step.get("run", "")]
    assert all(" bills/*.md " in command for command in commands)
    assert repository.run("check", "bills/a.md").returncode == 1
    repository.write("uncc-diff.yaml", "fail_on: never\n")
    assert "stays as it is" in repository.run("init", "bills/*.md", "--yes").stdout
    assert (tmp_path / "uncc-diff.yaml").read_text(encoding="utf-8") == "fail_on: never\n" != settings
    assert repository.run("check", "bills/a.md").returncode == 0


def test_init_asks_and_takes_no_for_an_answer(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "uncc_diff", "init", "bill.md"], input="n\nn\n",
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("law", ["bill.md; rm -rf .", "$(id).md", "--output", "bill`id`.md"])
def test_init_writes_no_name_that_a_shell_would_run(law: str, tmp_path: Path) -> None:
    done = Repository(tmp_path).run("init", "--yes", "--", law)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="the action runs in bash on Linux")
def test_the_script_of_the_action_fails_on_the_new_finding_alone(repository: Repository) -> None:
    script = next(s["run"] for s in load(ROOT / "action.yml")["runs"]["steps"] if s.get("name") == "Check")
    folder = repository.folder / "bin"
    folder.mkdir()
    command = folder / "uncc-diff"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m uncc_diff "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    repository.write("bills/lanterns.md", BILL)
    repository.write("bills/odd.txt", "no bill")
    for bill, status in ((BILL, 0), (without_safeguard(BILL), 1)):
        repository.write("bills/lanterns.md", bill)
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], cwd=repository.folder, check=False, capture_output=True, encoding="utf-8",
            env={"PATH": f"{folder}:/usr/bin:/bin", "FILES": "bills/lanterns*.md", "FAIL_ON": "", "BASELINE": "known.yaml",
                 "CONFIG": "", "SARIF": "out.sarif", "HOME": str(repository.folder)},
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr
        assert json.loads((repository.folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_templates_of_other_systems_say_what_the_command_takes() -> None:
    (hook,) = load(ROOT / ".pre-commit-hooks.yaml")
    assert hook["entry"] == "uncc-diff check"
    job = load(ROOT / "ci" / "gitlab.yml")["uncc-diff"]
    assert job["artifacts"]["reports"]["codequality"] in job["script"][0]
