"""Runs commands as a reader would, in one process, and pipes their output through what a page pipes it through."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from uncc_diff.cli import main

Words = list[str]
Run = Callable[[list[Words]], tuple[int, str, str]]
SCRUBBED = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "CI", "UNCC_DIFF_DEBUG", "GITHUB_WORKSPACE")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs one command with its pipes and returns exit code, output and complaints."""
    for name in SCRUBBED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("UNCC_DIFF_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("webbrowser.open", lambda *_args, **_more: True)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def call(stages: list[Words]) -> tuple[int, str, str]:
        words, target = _redirected(stages[0])
        monkeypatch.setattr(sys, "argv", words)
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        out, complaints = capsys.readouterr()
        for stage in stages[1:]:
            out = _piped(out, stage)
        if target is not None:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            Path(target).write_text(out, encoding="utf-8")
            out = ""
        return int(stopped.value.code or 0), out, complaints

    return call


def _redirected(words: Words) -> tuple[Words, str | None]:
    return (words[: words.index(">")], words[words.index(">") + 1]) if ">" in words else (words, None)


def _piped(text: str, stage: Words) -> str:
    """Do what `head -n N`, `tail -n N` and `grep [-A N] [-m 1] WORDS` do."""
    lines = text.splitlines(keepends=True)
    match stage:
        case ["head", "-n", count]:
            return "".join(lines[: int(count)])
        case ["tail", "-n", count]:
            return "".join(lines[-int(count) :])
        case ["grep", "-m", "1", "-A", count, words]:
            first = next((n for n, line in enumerate(lines) if words in line), len(lines))
            return "".join(lines[first : first + 1 + int(count)])
        case ["grep", words]:
            return "".join(line for line in lines if words in line)
    raise AssertionError(f"the tests of the documentation do not know {' '.join(stage)!r}")
