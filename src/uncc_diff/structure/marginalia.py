"""Marginal notes broken into the text: converters of PDF set the words of a note between the words of the sentence.

The contents list tells each section's heading. Where the words of that heading stand, in order and complete, at the ends
of the section's first lines or on short lines between them, they are the note, and are taken out of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .numbers import Key
from .rows import Row, letters_of
from .units import Start

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_MOST_ROWS = 26
_MOST_IDLE = 5
"""Lines without a word of the note that may stand between two of its words."""

_MOST_WORDS = 7
"""Words of the note that one line can hold."""

_FEW = 2
"""Words of a note that a line above its section can hold."""

_OFTEN = 0.3
"""Share of sections that must show broken notes before any is believed."""


@dataclass(frozen=True, slots=True)
class Shred:
    """Characters `begin` to `end` of row `row` are words of the marginal note; they stand at one edge of the row."""

    row: int
    begin: int
    end: int


def find_marginalia(rows: Sequence[Row], chain: Sequence[Start], entries: Mapping[Key, str]) -> dict[int, list[Shred]]:
    """Return, by the row a section starts on, the places of its note's words; empty unless the law is full of such notes."""
    if any(row.line.box for row in rows[:40]):
        return {}  # a reader that knows where lines stand on the page has already told notes from text
    found: dict[int, list[Shred]] = {}
    tried = 0
    for number, start in enumerate(chain):
        heading = entries.get(start.key)
        if not heading:
            continue
        tried += 1
        stop = chain[number + 1].row if number + 1 < len(chain) else len(rows)
        shreds = _search(rows, start, min(stop, start.row + _MOST_ROWS), letters_of(heading))
        if shreds:
            found[start.row] = shreds
    return found if tried >= 4 and len(found) >= _OFTEN * tried else {}


def _search(rows: Sequence[Row], start: Start, stop: int, wanted: str) -> list[Shred] | None:
    """Consume the letters of the heading from the edges of rows, in order; back off where a greedy step fails."""
    steps = 0

    def walk(at: int, done: int, idle: int, shreds: list[Shred]) -> list[Shred] | None:
        nonlocal steps
        steps += 1
        if done == len(wanted):
            return shreds
        if at >= stop or idle > _MOST_IDLE or steps > 400:
            return None
        floor = start.rest_at + 1 if at == start.row else 0
        edges = _edges(rows[at].text, floor, wanted, done)
        if at == start.row and start.number_at:
            noted = rows[at].text[: start.number_at].strip(' [(“"')
            edges = [(0, start.number_at, len(letters_of(noted)))] if noted else edges
        for begin, end, taken in edges:
            result = walk(at + 1, done + taken, 0, [*shreds, Shred(at, begin, end)])
            if result is not None:
                return result
        return walk(at + 1, done, idle + (1 if done else 2), shreds)

    above = rows[start.row - 1].text if start.row else ""
    first = letters_of(above) if len(above.split()) <= _FEW else ""
    if first and wanted.startswith(first) and first != wanted and (rest := walk(start.row, len(first), 0, [])):
        return [Shred(start.row - 1, 0, len(above)), *rest]
    return walk(start.row, 0, 0, [])


def _edges(text: str, floor: int, wanted: str, done: int) -> list[tuple[int, int, int]]:
    """Return the ends and beginnings of `text` that are the next letters of the note, longest first, with their length."""
    edges: list[tuple[int, int, int]] = []
    words = list(_WORD.finditer(text))
    near = words if len(words) <= 2 * _MOST_WORDS else [*words[:_MOST_WORDS], *words[-_MOST_WORDS:]]
    for word in near:
        if word.start() >= floor:
            tail = letters_of(text[word.start() :])
            if tail and wanted.startswith(tail, done):
                edges.append((word.start(), len(text), len(tail)))
        if not floor:
            head = letters_of(text[: word.end()])
            if head and wanted.startswith(head, done):
                end = word.end() + (text[word.end() : word.end() + 1] in ("-", ".", ","))
                edges.append((0, end, len(head)))
    return sorted(set(edges), key=lambda edge: (-edge[2], edge[0]))
