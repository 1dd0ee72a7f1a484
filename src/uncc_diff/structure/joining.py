"""From lines to running text: spaces, hyphens at line ends decided, and a map back to the source to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model.law import Piece

_WORDS = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-‐‑]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_SOFT = "\u00ad"
_UNSAID = re.compile(rf"\s{{2,}}|[\t\r\f\v\n]|{_SOFT}+")
"""What the text shows as one space, and hyphens that show at a line's end only."""


class Cut(NamedTuple):
    """A stretch of the source: its characters and where they begin."""

    text: str
    start: int
    row: bool = False
    """Is it a row of a table, to stand on a line of its own?"""


class Vocabulary:
    """Words that stand unbroken in a law, to decide whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)
        self._words: set[str] = set()
        self._before_hyphen: set[str] = set()

    def _collect(self) -> None:
        """Collect the words of the lines when the first hyphen asks for them; many laws have none."""
        for line in self._lines:
            words = _WORDS.findall(line.lower())
            self._words.update(words[:-1] if line.rstrip().endswith(("-", "‐", "‑")) else words)
        self._before_hyphen.update(word.split("-")[0] for word in self._words if "-" in word)
        self._lines = ()

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Is `first-second` one hyphenated word rather than a word broken at a line's end?"""
        if self._lines:
            self._collect()
        first, second = first.lower(), second.lower()
        if f"{first}-{second}" in self._words:
            return True
        if f"{first}{second}" in self._words:
            return False
        return second in self._words and (first in self._before_hyphen or (len(first) > 2 and first in self._words))


def join(cuts: Sequence[Cut], vocabulary: Vocabulary) -> tuple[str, tuple[Piece, ...]]:
    """Return the running text of `cuts` and the pieces that map it back to the source."""
    text: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for at, cut in enumerate(cuts):
        part = cut.text
        following = cuts[at + 1] if at + 1 < len(cuts) else None
        glue = ""
        if following is not None:
            part, glue = _end_of_line(part, following.text, vocabulary)
            if cut.row or following.row:
                glue = "\n"
        for offset, stretch in _stretches(part, keep_tabs=cut.row):
            soft = part[offset - 1 : offset] == _SOFT
            if offset and not soft and text and not text[-1].endswith((" ", "\n")):
                text.append(" ")
                length += 1
            pieces.append(Piece(length, cut.start + offset, len(stretch)))
            text.append(stretch)
            length += len(stretch)
        if glue and length:
            text.append(glue)
            length += 1
    return "".join(text), tuple(pieces)


def _end_of_line(part: str, following: str, vocabulary: Vocabulary) -> tuple[str, str]:
    if part.endswith(_SOFT):
        return part[:-1], ""
    broken = _BROKEN.search(part)
    goes_on = _GOES_ON.match(following)
    if broken and goes_on:
        if following[:1].islower() and not vocabulary.keeps_hyphen(broken[1], goes_on.group()):
            return part[:-1], ""
        return part, ""
    return part, " "


def _stretches(part: str, *, keep_tabs: bool) -> list[tuple[int, str]]:
    """Cut at runs of spaces, which the text shows as one, and at soft hyphens, which it does not show."""
    found: list[tuple[int, str]] = []
    at = 0
    if keep_tabs or not _UNSAID.search(part):
        return [(0, part)] if part else []
    for run in _UNSAID.finditer(part):
        if run.start() > at:
            found.append((at, part[at : run.start()]))
        at = run.end()
    if at < len(part):
        found.append((at, part[at:]))
    return found
