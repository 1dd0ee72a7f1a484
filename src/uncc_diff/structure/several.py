"""Several laws in one file, as in an issue of a gazette: where each begins, and which one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import UsageError
from .grammar import Grammar
from .rows import Row, is_shouted
from .titles import MOST_TITLE_ROWS, find_title, title_at
from .units import Start

_NUMBER = re.compile(
    r"\d{1,5}\s?/\s?\d{2,4}|\b\d{1,4}\s+(?:of|de|du|do)\s+(?:\d{1,2}/\d{1,2}/)?\d{4}|(?:N[°ºo]\.?|No\.)\s?\d{1,5}", re.I
)


@dataclass(frozen=True, slots=True)
class Part:
    """One law of several: its rows and its title."""

    first: int
    last: int
    title: str


def separate(rows: Sequence[Row], starts: Sequence[Start], grammar: Grammar) -> list[Part]:
    """Return the laws in the file; one part with all rows where there is but one law.

    A law begins at a title that names a kind of law with a number, stands out, and has units numbered from 1 behind it.
    """
    titles = [(at, key) for at in range(len(rows)) if (key := _title_key(rows[at], grammar))]
    merged: list[tuple[int, str]] = []
    for at, key in titles:
        if merged and at - merged[-1][0] < MOST_TITLE_ROWS and not any(merged[-1][0] < s.row < at for s in starts):
            continue  # another line of the same title
        if not merged or merged[-1][1] != key:
            merged.append((at, key))
    parts: list[Part] = []
    for number, (at, _key) in enumerate(merged):
        stop = merged[number + 1][0] if number + 1 < len(merged) else len(rows)
        inside = [s for s in starts if at <= s.row < stop and s.weight > 1]
        numbers = {s.key[0] for s in inside}
        if 1 in numbers and 2 in numbers:
            parts.append(Part(at, stop, title_at(rows, at, grammar)))
        elif parts:
            parts[-1] = Part(parts[-1].first, stop, parts[-1].title)
    if len(parts) < 2:
        return [Part(0, len(rows), find_title(rows, grammar))]
    return [Part(0, parts[0].last, parts[0].title), *parts[1:]]


def choose(parts: Sequence[Part], law: str | None) -> int:
    """Return the index of the law meant by `law`: its place in the file from 1, or words of its title. Raises UsageError."""
    if law is None:
        return 0
    wanted = " ".join(law.split()).casefold()
    if wanted.isdigit() and 1 <= int(wanted) <= len(parts):
        return int(wanted) - 1
    for at, part in enumerate(parts):
        if wanted and not wanted.isdigit() and wanted in part.title.casefold():
            return at
    listed = "; ".join(f"{n}: {part.title or 'untitled'}" for n, part in enumerate(parts, 1))
    raise UsageError(f"There is no law {law!r} in this file.", hint=f"It holds {listed}.")


def _title_key(row: Row, grammar: Grammar) -> str | None:
    """Return the number of the law that the row is the title of, or None."""
    text = row.text
    if len(text) > 160:
        return None
    first = re.match(r"^(?:an?\s+|the\s+)?([^\W\d_]+(?:[- ][^\W\d_]+)?)", text.lower())
    if first is None:
        return None
    if not any(word in grammar.law_words for word in (first[1], first[1].split(" ")[0])):
        return None
    if not (row.line.bold or row.line.centred or is_shouted(text)):
        return None
    number = _NUMBER.search(text)
    return re.sub(r"\D+", "/", number.group()).strip("/") if number else None
