"""One clear line of what, where and what to do; exit 2; no traceback."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
BILL = Path(__file__).resolve().parents[2] / "examples" / "arvena-cybercrime-bill-2026.txt"
IMAGE_PDF = Path(__file__).resolve().parents[3] / "shared" / "laws" / "_offtopic-imageonly-scan-rwanda-2002-33.pdf"


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n \n")
    (tmp_path / "letter.txt").write_text("Dear all,\nsee you on Monday.\n", encoding="utf-8")
    (tmp_path / "page.html").write_text(
        "<html><body><nav>Home</nav><p>Nothing found.</p></body></html>", encoding="utf-8"
    )
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF")
    (tmp_path / "bill.txt").write_bytes(BILL.read_bytes())
    (tmp_path / "bad.md").write_text("{{ view.nothing_of_this_name }}", encoding="utf-8")
    (tmp_path / "torn.md").write_text("{% if %}", encoding="utf-8")
    return tmp_path


CASES: dict[str, tuple[list[str], str]] = {
    "missing file": (["compare", "nowhere.pdf"], "nowhere.pdf"),
    "folder": (["compare", "folder"], "folder"),
    "empty file": (["compare", "empty.txt"], "empty.txt"),
    "blank file": (["compare", "blank.txt"], "blank.txt"),
    "no law in it": (["compare", "letter.txt"], "letter.txt"),
    "page without a law": (["compare", "page.html"], "page.html"),
    "broken PDF": (["compare", "broken.pdf"], "broken.pdf"),
    "missing file, check": (["check", "nowhere.pdf"], "nowhere.pdf"),
    "missing file, outline": (["outline", "nowhere.pdf"], "nowhere.pdf"),
    "unknown treaty": (["compare", "bill.txt", "--against", "unccc"], "unccc"),
    "unknown treaty, show": (["treaty", "show", "unccc"], "unccc"),
    "unknown article": (["treaty", "show", "uncc/700"], "700"),
    "unknown provision": (["explain", "bill.txt", "700"], "700"),
    "unknown article, explain": (["explain", "bill.txt", "4", "uncc/700"], "uncc/700"),
    "unknown rule": (["rules", "show", "expression/insolt"], "expression/insolt"),
    "unknown format": (["compare", "bill.txt", "--format", "pdff"], "pdff"),
    "unknown outline format": (["outline", "bill.txt", "--format", "pdff"], "pdff"),
    "unknown severity": (["check", "bill.txt", "--fail-on", "terrible"], "terrible"),
    "unknown profile": (["compare", "bill.txt", "--profile", "nobody"], "nobody"),
    "unknown option": (["compare", "bill.txt", "--nope"], "--nope"),
    "unknown command": (["conpare", "bill.txt"], "conpare"),
    "no file": (["compare"], "FILE"),
    "output in no folder": (["compare", "bill.txt", "-o", "nowhere/out.txt"], "nowhere"),
    "unknown template": (["compare", "bill.txt", "-f", "markdown", "--template", "poem"], "poem"),
    "failing template": (["compare", "bill.txt", "-f", "markdown", "--template", "bad.md"], "nothing_of_this_name"),
    "torn template": (["compare", "bill.txt", "-f", "markdown", "--template", "torn.md"], "line 1"),
    "template of another format": (["compare", "bill.txt", "-f", "json", "--template", "gap"], "--template"),
    "nothing on stdin": (["compare", "-"], "standard input"),
}


@pytest.mark.parametrize(("arguments", "named"), CASES.values(), ids=CASES)
def test_bad_input_is_told_in_one_line(arguments: list[str], named: str, scene: Path, run: Run) -> None:
    done = run(*arguments)
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert said.startswith("error: ")
    assert named in said
    assert "Traceback" not in said
    assert len([line for line in said.splitlines() if line.startswith("error: ")]) == 1
    assert "hint: " in said
    assert done.stdout == b""


def test_image_only_pdf(run: Run) -> None:
    if not IMAGE_PDF.exists():
        pytest.skip("the image-only PDF lies in a folder of real laws that is not part of the repository")
    done = run("compare", IMAGE_PDF)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: ")


def test_a_bug_exits_2_with_one_line_and_a_traceback_only_on_demand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import uncc_diff.report.schema as s\ndef boom():\n    raise RuntimeError('boom')\ns.schema_text = boom\n",
        encoding="utf-8",
    )
    plain = run("schema", PYTHONPATH=str(tmp_path))
    assert (plain.returncode, plain.stdout) == (2, b"")
    assert plain.stderr.startswith(b"error: RuntimeError: boom")
    assert b"Traceback" not in plain.stderr
    debugged = run("schema", "--debug", PYTHONPATH=str(tmp_path))
    assert debugged.returncode == 2
    assert b"Traceback" in debugged.stderr
