"""Links of markdown that are told by number: `[words][12]`, and `[12]: address` at the end of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINK = re.compile(r"(?<![!\]\\])\[(?P<words>[^\[\]]{1,300})\]\[\d{0,4}\]")
_PIECE = re.compile(r"\[([^\[\]]*)\]\[\d{0,4}\]")
_WORD = re.compile(r"[^\W\d_]{2}")
_WHOLE_LINE = re.compile(r"^\s*(?:\[[^\[\]]*\]\[\d{0,4}\]\s*)+$")
_TARGET = re.compile(r"^\s{0,3}\[\d{1,4}\]:\s+\S+\s*$")
_OFTEN = 5
"""Links without whose targets, cut off with the end of the file, brackets and digits are believed to be links."""


def without_numbered_links(rows: Sequence[str]) -> list[str]:
    """Return the rows with such links as their words alone, and targets as empty rows.

    In a file that states no targets and has but a few, they may be words in brackets with the call of a footnote.
    """
    if not any("][" in row for row in rows):
        return list(rows)
    targets = any(_TARGET.match(row) for row in rows)
    if not targets and sum(any(_WORD.search(link[1]) for link in _LINK.finditer(row)) for row in rows) < _OFTEN:
        return list(rows)
    return ["" if _TARGET.match(row) else _plain(row) for row in rows]


def _plain(row: str) -> str:
    if _WHOLE_LINE.match(row) and _WORD.search(row):
        return " ".join(word for words in _PIECE.findall(row) for word in words.split())
    return _LINK.sub(lambda link: link["words"] if _WORD.search(link["words"]) else link.group(), row)
