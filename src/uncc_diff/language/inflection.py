"""One form for all inflections and spellings of a word, so that phrases need not list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .suffixes import Suffixes


@dataclass(frozen=True)
class Inflection:
    """The irregular words of `_inflection.yaml`, and its rules for the others.

    The form that `normal` gives is a key, not a word: *damage, damages, damaged, damaging* all give `damag`.
    """

    irregular: Mapping[str, str]
    """Form to base, and spelling to spelling."""
    unchanged: frozenset[str]
    skipped: frozenset[str]
    """Articles: passed over wherever words are compared."""
    suffixes: Suffixes
    possessive: tuple[str, ...] = ()
    compounds: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Normal forms of a compound's words, together or apart, to all ways to write it."""
    compound_words: frozenset[str] = frozenset()
    """All words that stand in a compound."""
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def normal(self, word: str) -> str:
        """Return the form under which the word is compared."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word)
        return known

    def _find(self, word: str) -> str:
        lower = word.lower().replace("’", "'")
        lower = self.irregular.get(lower, lower)
        owner = next((end for end in self.possessive if lower.endswith(end)), "")
        if owner:
            lower = lower[: -len(owner)]
            lower = self.irregular.get(lower, lower)
        if lower in self.unchanged or not lower.isalpha():
            return lower
        stem = self.suffixes.stem(lower)
        return self.suffixes.one_spelling(self.irregular.get(stem, stem))
