"""A folder in which the commands of the documentation run: every law that they name is a copy of the example bill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from blocks import ROOT

EXAMPLES = ROOT / "examples"
BILL = "arvena-cybercrime-bill-2026"
LATER = re.compile(r"new|branch|v2|2026-06")
"""Names of later versions, in which a safeguard is gone and another clause was reworded."""
STANDS_FOR = {"22A": "4"}
"""What readers replace by a section of their own law."""
_WRITTEN = {"-o", "--output", "--baseline"}


def stand_in(words: Sequence[str]) -> list[str]:
    return [STANDS_FOR.get(word, word) for word in words]


def lay_out(folder: Path, words: Sequence[str]) -> None:
    """Put every law and profile into the folder that these words name as input and that is not there yet."""
    for before, word in zip(["", *words], words, strict=False):
        path = folder / word
        if before in _WRITTEN or path.suffix not in _MAKERS or path.exists() or "*" in word:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        _MAKERS[path.suffix](path)


def _pdf(path: Path) -> None:
    path.write_bytes((EXAMPLES / f"{BILL}.pdf").read_bytes())


def _text(path: Path) -> None:
    path.write_text(_later_text() if LATER.search(path.name) else _bill_text(), encoding="utf-8")


def _docx(path: Path) -> None:
    from docx import Document

    document: Any = Document()
    for line in _bill_text().splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def _profile(path: Path) -> None:
    if path.name.startswith("party"):
        path.write_bytes((EXAMPLES / "party-arvena.yaml").read_bytes())


_MAKERS = {".pdf": _pdf, ".md": _text, ".txt": _text, ".docx": _docx, ".yaml": _profile}


def _bill_text() -> str:
    return (EXAMPLES / f"{BILL}.txt").read_text(encoding="utf-8")


def _later_text() -> str:
    text = _bill_text()
    for was, becomes in CHANGES.items():
        assert was in text, was
        text = text.replace(was, becomes, 1)
    return text


CHANGES = {
    "(1) On application by an authorised officer, supported by information on oath,\n"
    "a judge who finds reasonable grounds to believe that the data are needed for a\n"
    "specific investigation may order": "(1) The Minister may order",
    "not more than ninety days.\n(3) A judge": "not more than one hundred and eighty days.\n(3) A judge",
}
"""What the later version makes of these words."""
