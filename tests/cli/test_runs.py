"""The commands on the example bill: exit codes, outputs, several files, and the same bytes anywhere."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BILL = EXAMPLES / "arvena-cybercrime-bill-2026.txt"
SOUND = """THE ACCESS ACT

1. Short title
This Act may be cited as the Access Act.

2. Illegal access
A person who intentionally and without right gains access to a computer system commits an offence.

3. Commencement
This Act begins on the first of May.
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A law that no rule of severity critical can object to."""
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["compare"], 0),
        (["compare", "--fail-on", "high"], 1),
        (["compare", "--fail-on", "high", "--format", "json"], 1),
        (["compare", "--fail-on", "high", "--format", "sarif"], 1),
        (["check"], 1),
        (["check", "--fail-on", "never"], 0),
        (["check", "--format", "github"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_exit_code_is_that_of_the_findings_and_not_of_the_format(arguments: list[str], status: int, run: Run) -> None:
    command, *options = arguments
    done = run(command, BILL, *options)
    assert done.returncode == status, done.stderr.decode()


def test_clean_law_is_clean(sound: Path, run: Run) -> None:
    done = run("check", sound, "--fail-on", "critical")
    assert done.returncode == 0, done.stdout.decode()


def test_verdict_comes_first_and_advice_is_disclaimed_last(run: Run) -> None:
    lines = run("compare", BILL).stdout.decode().splitlines()
    assert "finding" in lines[2]
    assert any("CRITICAL" in line or "HIGH" in line for line in lines[:14])
    assert "not legal advice" in " ".join(lines[-2:])
    assert max(map(len, lines)) <= 80


def test_quiet_is_the_verdict_alone(run: Run) -> None:
    assert len(run("compare", BILL, "--quiet").stdout.decode().splitlines()) < 12


def test_piped_output_has_no_colour_even_when_asked(run: Run) -> None:
    assert b"\x1b" not in run("compare", BILL, FORCE_COLOR="1", TERM="xterm-256color").stdout


def test_output_file_and_folder(run: Run, tmp_path: Path) -> None:
    assert run("compare", BILL, "-f", "markdown", "-o", "gaps.md").stdout == b""
    assert (tmp_path / "gaps.md").read_text(encoding="utf-8").startswith("# ")
    (tmp_path / "reports").mkdir()
    assert (
        run("compare", BILL, EXAMPLES / "arvena-cybercrime-bill-2026.txt", "-f", "json", "-o", "reports").returncode
        == 0
    )
    names = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert names == ["arvena-cybercrime-bill-2026-2.json", "arvena-cybercrime-bill-2026.json"]


def test_all_readable_files_are_reported_and_2_wins(run: Run, sound: Path) -> None:
    done = run("check", BILL, "nowhere.pdf", sound, "--format", "json")
    assert done.returncode == 2
    assert b"nowhere.pdf" in done.stderr
    assert [report["law"]["files"][0]["file"] for report in json.loads(done.stdout)] == [BILL.name, "sound.txt"]


def test_together_is_one_law(run: Run, sound: Path) -> None:
    report = json.loads(run("compare", BILL, sound, "--together", "--format", "json").stdout)
    assert [file["file"] for file in report["law"]["files"]] == [BILL.name, "sound.txt"]


def test_standard_input(run: Run) -> None:
    report = json.loads(run("compare", "-", "--format", "json", stdin=BILL.read_bytes()).stdout)
    assert report["law"]["files"][0]["file"] == "stdin"
    assert report["summary"]["provisions"] == 45


def test_json_of_the_bill_obeys_the_printed_schema(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator(schema).validate(json.loads(run("compare", BILL, "--format", "json").stdout))


def test_findings_point_into_the_repository(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bills").mkdir()
    (tmp_path / "bills" / "cyber bill.txt").write_bytes(BILL.read_bytes())
    lines = run("check", "bills/cyber bill.txt", "--format", "github").stdout.decode().splitlines()
    assert lines
    assert all("file=bills/cyber bill.txt," in line for line in lines)


@pytest.mark.parametrize("name", ["json", "markdown", "sarif"])
def test_same_bytes_anywhere(name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    copy = tmp_path / "a" / BILL.name
    copy.write_bytes(BILL.read_bytes())
    one = run("compare", BILL, "--format", name, PYTHONHASHSEED="1").stdout
    other = run("compare", copy, "--format", name, PYTHONHASHSEED="7", TZ="Asia/Tokyo").stdout
    assert one
    assert one.replace(b"a/", b"") == other.replace(b"a/", b"")


@pytest.mark.parametrize("format_name", ["text", "json", "akn"])
def test_outline_shows_every_clause(format_name: str, run: Run) -> None:
    shown = run("outline", BILL, "--format", format_name).stdout.decode()
    assert all(words in shown for words in ("Illegal access", "Suspension of networks", "such other matters"))


def test_new_rule_can_be_used_as_it_is(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "searches"
    folder.mkdir(parents=True)
    (folder / "search-without-a-place.yaml").write_bytes(run("rules", "new").stdout)
    done = run("rules", "test", "searches/search-without-a-place", "--rules", "own")
    assert (done.returncode, done.stdout) == (0, b"4 of 4 examples of 1 rules behave as they say\n"), (
        done.stdout + done.stderr
    )


def test_wrong_example_fails_the_test_of_rules(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "searches"
    folder.mkdir(parents=True)
    skeleton = run("rules", "new").stdout.decode()
    (folder / "wrong.yaml").write_text(skeleton.replace("search any computer system", "drink tea"), encoding="utf-8")
    done = run("rules", "test", "searches/wrong", "--rules", "own")
    assert done.returncode == 1
    assert b"searches/wrong: finds nothing in its fail example 1" in done.stdout


def test_all_faults_of_a_rule_file_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "searches"
    folder.mkdir(parents=True)
    skeleton = run("rules", "new").stdout.decode()
    broken = skeleton.replace("severity: high", "severity: awful").replace("[search]", "[saerch]")
    (folder / "broken.yaml").write_text(broken, encoding="utf-8")
    said = run("check", BILL, "--rules", "own").stderr.decode()
    assert "searches/broken.yaml:4" in said
    assert "searches/broken.yaml:10" in said
    assert "did you mean" in said


def test_explanation_shows_words_and_weights(run: Run) -> None:
    shown = (
        run("explain", BILL, "4(1)", "uncc/7").stdout.decode() or run("explain", BILL, "4", "uncc/7").stdout.decode()
    )
    assert shown.startswith("uncc/7 Illegal access: ")
    assert "“intentionally”" in shown
    assert "constant" in shown


def test_treaty_and_rule_pages(run: Run) -> None:
    assert b"Illegal access" in run("treaty", "show", "uncc/7").stdout
    assert b"budapest" in run("treaty", "list").stdout
    assert b"expression/insult" in run("rules", "list", "--pack", "expression").stdout
    assert b"basis" in run("rules", "show", "expression/insult").stdout
