"""Every command that README and pages show is run as it stands there, and what they show of its output is what comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from blocks import NamedFile, Shown, blocks, pages
from usage import parse
from workshop import lay_out, stand_in

Run = Callable[[list[list[str]]], tuple[int, str, str]]
PARSED_ONLY = {
    ("treaty", "import"): "needs the official text, which is not ours to ship",
    ("treaty", "verify"): "needs the official text, which is not ours to ship",
    ("treaty", "fetch"): "opens a connection",
}
PAGES = {page.name: page for page in pages() if any(True for _ in blocks(page))}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_commands_do_what_the_page_shows(page: Path, run: Run, request: pytest.FixtureRequest) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    wrong, made = [], []
    for block in blocks(page):
        if isinstance(block, NamedFile):
            Path(block.name).parent.mkdir(parents=True, exist_ok=True)
            Path(block.name).write_text(block.content, encoding="utf-8")
            continue
        where = f"{page.name}:{block.line}: {block.text}"
        stages = [stand_in(block.stages[0]), *block.stages[1:]]
        if tuple(stages[0][1:3]) in PARSED_ONLY:
            parse(stages[0])
            continue
        lay_out(Path(), stages[0][1:])
        status, out, complaints = run(stages)
        if status not in block.status:
            wrong.append(f"{where}\n  exit {status}: {complaints}")
        elif block.output is not None:
            made.append((block.output, _tidy(out or complaints)))
            if made[-1][1] != _shown(lines, block):
                wrong.append(f"{where}\n  shows other output than it gives: `pytest tests/docs --golden` mends it")
    if request.config.getoption("--golden"):
        _rewrite(page, lines, made)
        wrong = [problem for problem in wrong if "--golden" not in problem]
    assert not wrong, "\n".join(wrong)


def test_a_wrong_command_would_be_noticed(run: Run) -> None:
    with pytest.raises(Exception, match="No such option"):
        parse(["uncc-diff", "compare", "law.pdf", "--colour"])
    assert run([["uncc-diff", "compare", "nowhere.pdf"]])[0] == 2


def _shown(lines: list[str], block: Shown) -> list[str]:
    assert block.output is not None
    return [line.rstrip() for line in lines[block.output.start : block.output.stop]]


def _tidy(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def _rewrite(page: Path, lines: list[str], made: list[tuple[range, list[str]]]) -> None:
    for place, output in reversed(made):
        lines[place.start : place.stop] = output
    if made:
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
