"""How a language's endings and spellings are taken off its words, by the rules of `_inflection.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ending:
    """One ending, and what stands in its place once it is taken off."""

    ends: tuple[str, ...]
    becomes: str = ""
    stem: int = 1
    """Letters that must be left at least."""
    keeps: tuple[str, ...] = ()
    """Words that end so keep their ending."""
    vowels: frozenset[str] = frozenset()
    """Of these, what is left must hold one; none when empty."""

    def taken_off(self, word: str) -> str | None:
        """Return the word without the ending, or None when it does not have it."""
        if not word.endswith(self.ends) or (self.keeps and word.endswith(self.keeps)):
            return None
        stem = word[: -len(next(end for end in self.ends if word.endswith(end)))]
        if len(stem) < self.stem or (self.vowels and self.vowels.isdisjoint(stem)):
            return None
        return stem + self.becomes


@dataclass(frozen=True, slots=True)
class Suffixes:
    """Takes endings off: of each group of rules the first that fits, group after group."""

    groups: tuple[tuple[Ending, ...], ...]
    """Inflections, then final letters, then spellings."""
    single: frozenset[str]
    """Letters that count once where a word ends in two of them."""
    inside: tuple[tuple[str, str], ...]
    """Spellings within a word, and the one kept."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Suffixes:
        """Return the rules of a language's `_inflection.yaml`."""
        vowels = frozenset(data["vowels"])
        groups = (data["inflections"], data["final_letters"], data["spellings"])
        return cls(
            tuple(tuple(_ending(entry, vowels) for entry in group) for group in groups),
            frozenset(data["written_once"]),
            tuple(data["inside"].items()),
        )

    def stem(self, word: str) -> str:
        """Return the word without inflection, its spelling untouched."""
        return _first(self.groups[0], word)

    def one_spelling(self, stem: str) -> str:
        """Return the form that all spellings of the stem share."""
        stem = _first(self.groups[1], stem)
        if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in self.single:
            stem = stem[:-1]
        stem = _first(self.groups[2], stem)
        for written, kept in self.inside:
            stem = stem.replace(written, kept)
        return stem


def _first(endings: Sequence[Ending], word: str) -> str:
    return next((taken for ending in endings if (taken := ending.taken_off(word)) is not None), word)


def _ending(entry: Mapping[str, Any], vowels: frozenset[str]) -> Ending:
    return Ending(
        tuple(entry["ends"]),
        entry.get("becomes", ""),
        int(entry.get("stem", 1)),
        tuple(entry.get("keeps", ())),
        vowels if entry.get("vowel") == "true" else frozenset(),
    )
