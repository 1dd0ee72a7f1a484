"""Small laws of the fictional Republic of Arvena: from a YAML outline to the types that the mapping works on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from uncc_diff.model.law import BASIC, GROUPS, Law, Provision
from uncc_diff.model.reading import Reading
from uncc_diff.model.source import SourceFile
from uncc_diff.model.treaty import Treaty
from uncc_diff.yamlio import load

HERE = Path(__file__).parent


def outline(name: str) -> dict[str, Any]:
    """Return the YAML outline of a law with what is expected of it."""
    return load(HERE / f"{name}.yaml")


def law_of(data: dict[str, Any]) -> Law:
    """Return the law of an outline: nested `provisions` with level, number, heading, text and provisions."""
    return Law(
        files=(SourceFile("arvena.txt", "0" * 64),),
        title=data["title"],
        language="en",
        provisions=tuple(_provisions(data["provisions"], None, "")),
        text="",
    )


def _provisions(entries: list[dict[str, Any]], parent: str | None, cited: str) -> Iterator[Provision]:
    for entry in entries:
        level, number = entry["level"], entry["number"]
        id_ = f"{parent + '__' if parent else ''}{level}_{number}"
        below = number if level in BASIC else f"{cited}({number})"
        citation = f"{level.title()} {number}" if level in GROUPS else below
        yield Provision(
            id=id_,
            parent=parent,
            level=level,
            number=number,
            citation=citation,
            heading=entry.get("heading"),
            text=entry.get("text", ""),
            start=0,
            end=0,
        )
        yield from _provisions(entry.get("provisions", []), id_, citation)


@cache
def _lexicon() -> Any:
    from uncc_diff.language import load_lexicon

    return load_lexicon("en")


def read(data: dict[str, Any]) -> Reading:
    """Return the annotated law of an outline."""
    from uncc_diff.language import annotate

    return annotate(law_of(data), _lexicon())


@cache
def treaty(name: str) -> Treaty:
    """Return a bundled treaty model."""
    from uncc_diff.treaties.load import load_treaty

    return load_treaty(name)
