"""The Python that pages show runs, and its assertions hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from blocks import pages
from workshop import lay_out

PROGRAMS = {
    f"{page.name}:{number}": program
    for page in pages()
    for number, program in enumerate(re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S), 1)
}


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_program_of_a_page_runs(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path, ["bill.md"])
    exec(compile(program, "page", "exec"), {})
