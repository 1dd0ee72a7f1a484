"""One form for all inflections and spellings of an English word, so that phrases need not list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True)
class Inflection:
    """The irregular words of `_inflection.yaml`, and the suffix rules of English.

    The form that `normal` gives is a key, not a word: *damage, damages, damaged, damaging* all give `damag`.
    """

    irregular: Mapping[str, str]
    """Form to base, and spelling to spelling."""
    unchanged: frozenset[str]
    skipped: frozenset[str]
    """Articles: passed over wherever words are compared."""
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
        if lower.endswith(("'s", "s'")):
            lower = lower[:-2]
            lower = self.irregular.get(lower, lower)
        if lower in self.unchanged or not lower.isalpha():
            return lower
        stem = _without_suffix(lower)
        stem = self.irregular.get(stem, stem)
        return _one_spelling(stem)


def _without_suffix(word: str) -> str:
    """Return the word without plural -s, past -ed or participle -ing."""
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and not word.endswith("eed"):
            stem = word[: -len(ending)]
            if len(stem) > 2 and not _VOWELS.isdisjoint(stem):
                return stem
    return word


def _one_spelling(stem: str) -> str:
    """Return the stem without final -e and doubled consonant, and with British and American spellings made one."""
    if stem.endswith("e") and len(stem) > 3:
        stem = stem[:-1]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        stem = stem[:-1]
    if stem.endswith("our") and len(stem) > 5:
        stem = stem[:-3] + "or"
    elif stem.endswith("ens") and len(stem) > 4:
        stem = stem[:-1] + "c"
    return stem.replace("iz", "is").replace("yz", "ys")
