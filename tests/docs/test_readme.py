"""The README shows the beginning of the real report on the example bill."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from blocks import ROOT
from workshop import BILL, lay_out

Run = Callable[[list[list[str]]], tuple[int, str, str]]
README = ROOT / "README.md"
LINES = 40
"""At most so many lines are shown; the last finding is shown whole."""
OPENING = "<!-- output -->\n```\n"


def test_readme_shows_the_report_as_it_begins(run: Run, request: pytest.FixtureRequest) -> None:
    from pathlib import Path

    law = f"examples/{BILL}.pdf"
    lay_out(Path(), [law])
    status, out, complaints = run([["uncc-diff", "compare", law]])
    assert status == 0, complaints
    begun = out.splitlines()[:LINES]
    last = max(number for number, line in enumerate(begun) if not line)
    wanted = "\n".join(line.rstrip() for line in begun[:last]) + "\n"
    before, opening, behind = README.read_text(encoding="utf-8").partition(OPENING)
    assert opening, "the README has no block behind <!-- output -->"
    shown, _, rest = f"\n{behind}".partition("\n```\n")
    if request.config.getoption("--golden"):
        README.write_text(f"{before}{opening}{wanted}```\n{rest}", encoding="utf-8")
        return
    assert shown.lstrip("\n") + "\n" == wanted
    assert f"uncc-diff compare {law}" in before
