"""Provisions of the fictional Republic of Arvena, from YAML cases to the types that the stage works on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from uncc_diff.language import Lexicon, annotate, load_lexicon
from uncc_diff.model.law import BASIC, GROUPS, Law, Piece, Provision
from uncc_diff.model.reading import Reading
from uncc_diff.model.source import SourceFile
from uncc_diff.yamlio import load

_SHORT = {"section": "sec", "article": "art", "subsection": "subsec", "paragraph": "para", "definition": "def"}


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def cases(name: str) -> dict[str, Any]:
    """Return the cases of `NAME.yaml` beside this file."""
    found: dict[str, Any] = load(Path(__file__).parent / f"{name}.yaml")
    return found


def read(law: Any) -> Reading:
    """Return the reading of a law written as text (one section) or as nested provisions."""
    entries = [{"level": "section", "number": "1", "text": law}] if isinstance(law, str) else law
    provisions = tuple(_provisions(entries, None, ""))
    return annotate(
        Law(files=(SourceFile("arvena.txt", "0" * 64),), title="Cyber Offences Act", language="en",
            provisions=provisions, text=""),
        lexicon(),
    )  # fmt: skip


def _provisions(entries: list[dict[str, Any]], parent: str | None, cited: str) -> Iterator[Provision]:
    for entry in entries:
        level, number, text = entry["level"], entry["number"], entry.get("text", "")
        name = f"{_SHORT.get(level, level)}_{number}"
        citation = number if level in BASIC else level if level in GROUPS else f"{cited}({number})"
        id_ = f"{parent}__{name}" if parent else name
        yield Provision(
            id=id_, parent=parent, level=level, number=number, citation=citation, heading=entry.get("heading"),
            text=text, start=0, end=0, pieces=(Piece(0, 0, len(text)),), quoted=entry.get("quoted") == "true",
            schedule=level == "schedule" or (parent or "").startswith("schedule"),
        )  # fmt: skip
        yield from _provisions(entry.get("provisions", []), id_, "" if level in GROUPS else citation)
