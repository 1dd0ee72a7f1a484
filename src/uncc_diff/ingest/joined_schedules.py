"""Headings of schedules that a converter of PDF glued to what stands around them: `2031SCHEDULE(Section 9)FEESColumn 1`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .lines import Draft

_GLUED = re.compile(
    r"(?P<word>(?:\b[A-Z]+ )?SCHEDULE)\s?(?P<reference>\((?:Sections?|Clauses?|Regulations?|Articles?|Rules?|s\.)[^()]{1,40}\))"
    r"(?P<title>[A-Z][A-Z ,’'-]{2,100}?)?(?=[A-Z][a-z])",
)


def separate_schedules(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with those cut that hold a schedule's heading, its reference and its text without a space."""
    separated: list[Draft] = []
    for draft in drafts:
        if draft.kind == "body" and "SCHEDULE" in draft.text:
            separated += [replace(draft, text=part) for part in _parts(draft.text)]
        else:
            separated.append(draft)
    return separated


def _parts(text: str) -> Iterator[str]:
    found = _GLUED.search(text)
    if found is None:
        yield text
        return
    parts = (text[: found.start()], *found.group("word", "reference", "title"), text[found.end() :])
    yield from (part.strip() for part in parts if part and part.strip())
