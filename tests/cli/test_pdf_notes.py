"""`--format pdf` on the command line: where it writes, and what it refuses."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PDF = EXAMPLES / "arvena-cybercrime-bill-2026.pdf"
TEXT = EXAMPLES / "arvena-cybercrime-bill-2026.txt"


def test_a_file_a_folder_or_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert run("check", PDF, "-f", "pdf", "-o", "noted.pdf").returncode == 1
    assert run("compare", PDF, "-f", "pdf", "-o", "notes").returncode == 0
    piped = run("compare", PDF, "-f", "pdf").stdout
    written = (tmp_path / "noted.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    assert (tmp_path / "notes" / f"{PDF.stem}.findings.pdf").read_bytes() == piped == written


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["compare", "own.pdf", "-f", "pdf", "-o", "own.pdf"], "never changed"),
        (["compare", "-", "-f", "pdf"], "needs a file"),
        (["compare", "own.pdf", "own.pdf", "-f", "pdf", "-o", "one.pdf"], "one PDF holds one file"),
        (["compare", str(TEXT), "-f", "pdf"], "is no PDF"),
    ],
)
def test_what_cannot_be_annotated_is_refused(arguments: list[str], told: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.pdf").write_bytes(PDF.read_bytes())
    done = run(*arguments, stdin=PDF.read_bytes())
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert (tmp_path / "own.pdf").read_bytes() == PDF.read_bytes()
