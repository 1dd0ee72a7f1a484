"""What is written as Akoma Ntoso is read back as the same tree, from every style of drafting and from real laws at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from uncc_diff.errors import InputError
from uncc_diff.ingest import read, read_bytes
from uncc_diff.model.law import Law
from uncc_diff.report import akn
from uncc_diff.report.escape import xml
from uncc_diff.structure import parse

CASES = Path(__file__).parents[1] / "structure" / "cases"
DRAFTED = sorted(path for path in CASES.glob("*.txt") if not path.name.endswith(".tree.txt"))
REAL = Path(__file__).parents[2].parent / "shared" / "laws"
KINDS = (".pdf", ".docx", ".html", ".xml", ".md", ".txt")

LONGEST = 2**20
"""Bytes; longer ones hold nothing that the others do not, and cost seconds."""


def shown(law: Law) -> list[tuple[object, ...]]:
    """Everything that the tree says; characters that no reader can see, and spaces, do not count."""
    return [
        (p.id, p.parent, p.level, p.number, p.citation, _seen(p.heading or ""), _seen(p.text), p.schedule, p.quoted)
        for p in law.provisions
    ]


def _seen(text: str) -> str:
    return "".join(xml(text).split())


def again(law: Law) -> Law:
    return parse(read_bytes(akn.render(law).encode("utf-8"), "law.xml"))


@pytest.mark.parametrize("path", DRAFTED, ids=lambda path: path.stem)
def test_a_drafted_law_survives(path: Path) -> None:
    law = parse(read(path))
    back = again(law)
    assert shown(back) == shown(law)
    assert (back.title, back.language) == (law.title, law.language)


def test_real_laws_survive() -> None:
    if not REAL.is_dir():
        pytest.skip("no real laws beside the project")
    for path in sorted(REAL.iterdir()):
        if path.suffix not in KINDS or path.stat().st_size > LONGEST:
            continue
        try:
            law = parse(read(path))
        except InputError:
            continue
        assert shown(again(law)) == shown(law), path.name
