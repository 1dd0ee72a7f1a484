"""Lines on their way to a Source: readers collect `Draft`s; `assemble` joins them and fixes the offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import InputError
from ..model.source import Box, Caveat, Line, LineKind, Mark, Source, SourceFile

MOST_CHARACTERS = 10_000_000
MOST_LINES = 200_000
"""The longest codes in force have less than a third of either."""

SAME_SIGN = {0x037E: ";", 0x0387: "·", 0x2024: "."}
"""Signs that look like another and that programs write for it: the Greek question mark for a semicolon."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A line without its offset. `number` leaves gaps where blank lines stood, so paragraphs can be told apart."""

    text: str
    number: int
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    kind: LineKind = "body"
    mark: Mark | None = None


def refuse_endless(characters: int, lines: int, name: str) -> None:
    """Raise InputError for more text than any law has."""
    if characters > MOST_CHARACTERS or lines > MOST_LINES:
        raise InputError(
            f"{name} holds more than {MOST_CHARACTERS // 10**6} million characters or {MOST_LINES} lines of text.",
            hint="Cut the file to the law.",
        )


def assemble(
    drafts: Iterable[Draft],
    *,
    data: bytes,
    name: str,
    pages: int | None = None,
    title: str | None = None,
    language: str | None = None,
    caveats: Iterable[Caveat] = (),
) -> Source:
    """Return the Source of the drafts that hold anything, in their order; raise InputError when none does."""
    lines: list[Line] = []
    texts: list[str] = []
    at = 0
    for draft in drafts:
        text = draft.text.strip().translate(SAME_SIGN)
        if not text:
            continue
        lines.append(
            Line(
                text=text,
                start=at,
                number=draft.number,
                page=draft.page,
                box=draft.box,
                size=draft.size,
                bold=draft.bold,
                italic=draft.italic,
                centred=draft.centred,
                kind=draft.kind,
                mark=draft.mark,
            )
        )
        texts.append(text)
        at += len(text) + 1
        refuse_endless(at, len(lines), name)
    if not lines:
        raise InputError(f"{name} holds no text.", hint="Open it in a viewer to see whether the law is an image.")
    return Source(
        files=(SourceFile(name, hashlib.sha256(data).hexdigest(), pages),),
        text="\n".join(texts),
        lines=tuple(lines),
        title=title or None,
        language=language,
        caveats=tuple(caveats),
    )
