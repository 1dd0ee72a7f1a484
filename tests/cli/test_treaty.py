"""The treaty commands as a user runs them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
BUDAPEST = Path(__file__).parents[2].parent / "shared" / "treaties" / "budapest_ETS185.en.txt"
LAW = """\
Machines Act of the Republic of Arvena

1. Illegal access
A person who intentionally and without right accesses a computer system commits an offence.

2. Search
A police officer may search a computer system.
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "machines-act.txt"
    path.write_text(LAW, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command", [["list"], ["show", "uncc"], ["show", "uncc/16"], ["diff", "uncc", "budapest"], ["check", "uncc"]]
)
def test_reading_commands_succeed_in_silence_on_stderr(command: list[str], run: Run, tmp_path: Path) -> None:
    done = run("treaty", *command, UNCC_DIFF_DATA=str(tmp_path / "data"))
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_article_is_shown_with_all_that_the_model_says(run: Run, tmp_path: Path) -> None:
    shown = run("treaty", "show", "uncc/14", UNCC_DIFF_DATA=str(tmp_path)).stdout.decode()
    for words in ("Elements", "Options of a Party", "Safeguards", "Exclusions", "Counterparts", "left to the Party"):
        assert words in shown
    assert "`uncc-diff treaty import uncc FILE`" in shown


def test_a_law_is_not_imported_as_a_treaty(run: Run, law: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = run("treaty", "import", "budapest", law, UNCC_DIFF_DATA=str(data))
    assert done.returncode == 2
    assert b"is not the text of Budapest, and nothing was kept" in done.stderr
    assert b"46 of 48 articles are not in it" in done.stderr
    assert not data.exists()


def test_verifying_a_law_as_a_treaty_is_a_finding(run: Run, law: Path) -> None:
    done = run("treaty", "verify", "budapest", law, "--format", "json")
    assert done.returncode == 1
    verdict = json.loads(done.stdout)
    assert verdict["accepted"] is False
    assert verdict["figures"]["articles"] == [2, 48]


def test_the_official_text_is_kept_and_quoted(run: Run, tmp_path: Path) -> None:
    if not BUDAPEST.is_file():
        pytest.skip("the official text of the Budapest Convention is not at hand")
    data = str(tmp_path / "data")
    done = run("treaty", "import", "budapest", BUDAPEST, UNCC_DIFF_DATA=data)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = run("treaty", "show", "budapest/2", UNCC_DIFF_DATA=data).stdout.decode()
    assert "Official words (ETS No. 185, from your own copy)" in shown
    assert "official text imported" in run("treaty", "list", UNCC_DIFF_DATA=data).stdout.decode()


def test_fetching_asks_first(run: Run) -> None:
    done = run("treaty", "fetch", "budapest", stdin=b"n\n")
    assert done.returncode == 2
    assert b"https://" in done.stderr
    assert b"nothing was downloaded" in done.stderr


def test_a_treaty_without_an_address_is_not_fetched(run: Run) -> None:
    done = run("treaty", "fetch", "mla", "--yes")
    assert done.returncode == 2
    assert b"names no address to fetch from" in done.stderr


@pytest.mark.parametrize("format", ["markdown", "html", "json"])
def test_a_difference_is_written_in_each_format(format: str, run: Run, tmp_path: Path) -> None:  # noqa: A002
    target = tmp_path / "difference"
    done = run("treaty", "diff", "uncc", "untoc", "--format", format, "--output", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    text = target.read_text(encoding="utf-8")
    if format == "json":
        rows = {row["number"]: row for row in json.loads(text)["articles"]}
        assert [a["number"] for a in rows["18"]["answers"]] == ["10"]
        assert rows["7"]["answers"] == []
    else:
        assert "Safeguards that are weaker" in text
        assert "outline only" in text


def test_a_grave_fault_of_a_treaty_fails_when_asked_to(run: Run) -> None:
    assert run("treaty", "check", "uncc", "--fail-on", "critical").returncode == 1
    assert run("treaty", "check", "iccpr", "--fail-on", "note").returncode == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["show", "uncc/99"], b"has no article '99'"),
        (["show", "unc"], b"did you mean 'uncc'?"),
        (["diff", "uncc", "uncc"], b"does not differ from itself"),
        (["diff", "uncc", "budapest", "--format", "pdf"], b"choose one of: terminal, markdown, json, html"),
        (["check", "uncc", "--fail-on", "awful"], b"--fail-on cannot be 'awful'"),
        (["verify", "uncc", "missing.txt"], b"no file missing.txt"),
    ],
)
def test_a_mistake_is_told_with_the_choices(command: list[str], said: bytes, run: Run) -> None:
    done = run("treaty", *command)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == b""
