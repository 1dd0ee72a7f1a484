"""Contents lists whose entries a converter joined into one line: `11. Search 12. Seizure PART IV GENERAL 13. Fees`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .lines import Draft

_ENTRY = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,3})\.\s+(?=[^\W\d_])")
_GROUP = re.compile(r"(?<=\s)(?=(?:PART|CHAPTER|TITLE|DIVISION|SCHEDULE)\s+[IVXLC\d]{1,6}\b)")
_FEWEST = 4
"""Numbers that follow one another within a line; a sentence does not count so far."""

_LONGEST = 110
"""Characters of an entry, with the heading of a part before the next."""


def separate_entries(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with those cut in which four or more entries of a contents list follow one another."""
    separated: list[Draft] = []
    for draft in drafts:
        if draft.kind != "body" or draft.text.count(". ") < _FEWEST:
            separated.append(draft)
            continue
        separated += [replace(draft, text=part) for part in _parts(draft.text)]
    return separated


def _parts(text: str) -> Iterator[str]:
    entries = list(_ENTRY.finditer(text))
    begins = [entry.start() for entry in entries]
    if len(entries) < _FEWEST or not _counts(entries) or not _short(text, begins):
        yield text
        return
    at = 0
    for cut in sorted({*begins, *(group.start() for group in _GROUP.finditer(text)), len(text)}):
        if text[at:cut].strip():
            yield text[at:cut].strip()
        at = cut


def _counts(entries: Sequence[re.Match[str]]) -> bool:
    numbers = [int(entry["number"]) for entry in entries]
    return all(high == low + 1 for low, high in pairwise(numbers))


def _short(text: str, begins: Sequence[int]) -> bool:
    return all(high - low <= _LONGEST for low, high in zip(begins, [*begins[1:], len(text)], strict=True))
