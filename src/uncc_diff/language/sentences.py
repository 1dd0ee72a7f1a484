"""Where sentences of a law end. An enumeration does not end one; a new subsection or definition does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.law import Provision

_STOP = re.compile(r"[.?!][”\"’')\]]*(?=\s+[“\"‘(\[]?[A-Z“\"‘(0-9])")
_LONGEST_WORD = 40
_BEHIND_STOP = " ”\"’')]-–—\t\n\xa0"
_INITIAL = re.compile(r"^\(?[A-Za-z]\)?$")
_NUMBER = re.compile(r"^\(?(?:\d{1,3}|[ivxIVX]{1,5})\)?$")
_QUOTED_START = re.compile(r"\s*[“\"‘']\s*\w")


@dataclass(frozen=True, slots=True)
class SentenceEnds:
    """Knows the abbreviations of the language (`_sentences.yaml`)."""

    abbreviations: frozenset[str]
    """Lower case, without the full stop."""
    always_apart: frozenset[str]
    """Levels that begin a new sentence wherever they stand."""

    @classmethod
    def of(cls, data: Mapping[str, list[str]]) -> SentenceEnds:
        return cls(frozenset(data["abbreviations"]), frozenset(data["always_apart"]))

    def within(self, text: str) -> list[int]:
        """Return the offsets behind the full stops that end a sentence inside the text, in order."""
        if "." not in text and "?" not in text and "!" not in text:
            return []
        found = []
        for match in _STOP.finditer(text):
            words = text[max(0, match.start() - _LONGEST_WORD) : match.start()].split()
            before = words[-1].lower().lstrip("(“\"‘'[") if words else ""
            if not before or before in self.abbreviations or _INITIAL.match(before):
                continue
            if _NUMBER.match(before) and text[: match.start() - len(before)].rstrip()[-1:] in ("", ".", ";", ":"):
                continue  # the number of an item, not the end of "under section 31."
            found.append(match.end())
        return found

    def between(self, before: Provision, after: Provision) -> bool:
        """Does a sentence end between the two, which follow each other in one passage?"""
        if after.level in self.always_apart or before.text.rstrip(_BEHIND_STOP).endswith((".", "?", "!")):
            return True
        return bool(_QUOTED_START.match(after.text)) and before.text.rstrip().endswith((";", "; and", "; or"))
