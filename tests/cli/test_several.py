"""Several laws in one run, completion of the shell, and pages for the browser."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
BILL = Path(__file__).resolve().parents[2] / "examples" / "arvena-cybercrime-bill-2026.txt"
SMALL = "THE LAMP ACT\n\n1. Short title\nThis Act may be cited as the Lamp Act.\n\n2. Lamps\nLamps burn at night.\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "lamps.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_several_files_end_in_one_summary(run: Run, small: Path) -> None:
    lines = run("check", BILL, small, "--quiet").stdout.decode().splitlines()
    table = lines[next(n for n, line in enumerate(lines) if line.startswith("2 laws")) :]
    assert [row.split()[0] for row in table[1:]] == [BILL.name, small.name, "together"]
    counts = [[int(n) for n in re.findall(r"\b\d+\b", row.split(" ", 1)[1])] for row in table[1:]]
    assert [a + b for a, b in zip(*counts[:2], strict=True)] == counts[2]


def test_one_file_has_no_summary(run: Run) -> None:
    assert "together" not in run("check", BILL, "--quiet").stdout.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_written_for_the_shell(shell: str, run: Run) -> None:
    done = run(_UNCC_DIFF_COMPLETE=f"source_{shell}")
    assert done.returncode == 0, done.stderr
    assert b"_UNCC_DIFF_COMPLETE" in done.stdout


def test_completion_offers_commands(run: Run) -> None:
    done = run(_UNCC_DIFF_COMPLETE="complete_bash", COMP_WORDS="uncc-diff co", COMP_CWORD="1")
    assert b"compare" in done.stdout


def test_open_writes_a_page_and_says_where(run: Run, tmp_path: Path) -> None:
    kept = run("compare", BILL, "--open", "-o", "page.html", BROWSER="true")
    assert kept.returncode == 0, kept.stderr
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!doctype html>")
    passing = run("compare", BILL, "--open", BROWSER="true")
    page = Path(passing.stderr.decode().strip().splitlines()[0])
    assert page.read_bytes() == (tmp_path / "page.html").read_bytes()
    page.unlink()
    page.parent.rmdir()
    assert run("compare", BILL, "--open", "-f", "json").returncode == 2


def test_options_stand_above_settings(run: Run, tmp_path: Path) -> None:
    bill = tmp_path / "bill.txt"
    bill.write_bytes(BILL.read_bytes())
    (tmp_path / "uncc-diff.yaml").write_text(
        "fail_on: never\nagainst: [budapest]\npacks: [expression]\n", encoding="utf-8"
    )
    assert run("check", bill).returncode == 0
    assert run("check", bill, "--fail-on", "high").returncode == 1
    settled = json.loads(run("check", bill, "-f", "json").stdout)
    assert [t["id"] for t in settled["treaties"]] == ["budapest"]
    assert {f["rule"].split("/")[0] for f in settled["findings"]} == {"expression"}
    given = json.loads(run("check", bill, "-f", "json", "--against", "uncc").stdout)
    assert [t["id"] for t in given["treaties"]] == ["uncc"]


def test_settings_of_standard_input_are_those_of_the_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "uncc-diff.yaml").write_text("fail_on: never\n", encoding="utf-8")
    assert run("check", "-", stdin=BILL.read_bytes()).returncode == 0


def test_diff_takes_one_text_from_standard_input(run: Run, tmp_path: Path) -> None:
    changed = BILL.read_bytes().replace(b"REPUBLIC OF ARVENA", b"REPUBLIC OF ARVENA", 1)
    done = run("diff", "-", BILL, "--fail-on-new", "note", "--quiet", stdin=changed)
    assert done.returncode == 0, done.stderr
    assert b"0 new findings" in done.stdout
    assert run("diff", "-", "-", stdin=b"x").returncode == 2


def test_coverage_names_what_all_laws_leave_open(run: Run, small: Path) -> None:
    shown = " ".join(run("coverage", BILL, small, "--against", "budapest").stdout.decode().split())
    left = re.search(r"left unanswered by all 2 laws: Articles ([\d, ]+)\.", shown)
    assert left is not None
    rows = run("coverage", BILL, small, "--against", "budapest", "-f", "csv").stdout.decode().splitlines()
    assert rows[0].endswith(f"{BILL.name},{small.name},answered by")
    absent = [row.split(",")[1] for row in rows[1:] if row.endswith(",absent,absent,0")]
    assert left[1].split(", ") == absent
    assert "2" not in absent, "the bill has an offence of illegal access"


def test_coverage_reports_the_readable_and_exits_2(run: Run, small: Path) -> None:
    done = run("coverage", small, "nowhere.pdf", "-f", "csv")
    assert done.returncode == 2
    assert small.name.encode() in done.stdout
