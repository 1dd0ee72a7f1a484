"""Every phrase of the lexicon in one spaCy PhraseMatcher over inflection-free words. The only module that imports spaCy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from .inflection import Inflection
from .patterns import Phrase

Range = tuple[int, int]
_Forms = tuple[tuple[int, str], ...]
"""Where in a phrase a word must stand in just this form."""


class Hits:
    """Where each phrase set was found, as half-open word ranges; put together at first asking, since few sets are asked."""

    def __init__(
        self, places: Mapping[int, Sequence[Range]], groups: Mapping[str, Sequence[int]], found: set[str]
    ) -> None:
        """`places` says where each group of phrases stands, `groups` which groups a set has, `found` which sets stand at all."""
        self._places = places
        self._groups = groups
        self._found = found
        self._merged: dict[str, Sequence[Range]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def of(self, key: str) -> Sequence[Range]:
        """Return where the phrases of the set stand, in order of their start."""
        if key not in self._found:
            return ()
        ranges = self._merged.get(key)
        if ranges is None:
            parts = [self._places[group] for group in self._groups[key] if group in self._places]
            ranges = self._merged[key] = parts[0] if len(parts) == 1 else sorted(chain(*parts))
        return ranges


class Vocabulary:
    """Phrase sets by key, found all at once in the words of a law.

    Words are compared by spaCy's NORM attribute, whose getter brings a word to its inflection-free form; spaCy calls
    it once for each distinct word. A word `=form` in a phrase must stand in the law in exactly this form.
    """

    def __init__(self, inflection: Inflection, phrases: Mapping[str, Sequence[Phrase]]) -> None:
        from spacy.attrs import NORM
        from spacy.matcher import PhraseMatcher
        from spacy.vocab import Vocab

        self._vocab: Any = Vocab(lex_attr_getters={NORM: inflection.normal})
        self._matcher: Any = PhraseMatcher(self._vocab, attr="NORM")
        self._keys: dict[int, tuple[str, ...]] = {}
        """By the number of a group of phrases: the sets that they are all in."""
        self._forms: dict[int, _Forms] = {}
        self._groups: dict[str, list[int]] = {key: [] for key in phrases}
        hashes = {word: self._hash(word, inflection) for word in set().union(*chain(*phrases.values()))}
        for (keys, forms), members in _grouped(phrases).items():
            name = f"phrases {len(self._keys)}"
            number = self._vocab.strings.add(name)
            self._keys[number] = keys
            if forms:
                self._forms[number] = forms
            for key in keys:
                self._groups[key].append(number)
            # the matcher takes hashes of words as well as Docs, which spares making a Doc for each phrase
            known: list[Any] = [[hashes[word] for word in phrase] for phrase in members]
            self._matcher.add(name, known)

    def _hash(self, word: str, inflection: Inflection) -> int:
        number: int = self._vocab.strings.add(inflection.normal(word[1:]) if word[0] == "=" else word)
        return number

    def find(self, words: Sequence[str]) -> Hits:
        """Return where each phrase set stands in the words."""
        places = self._places(words)
        lower: list[str] = []
        for number in self._forms.keys() & places.keys():
            lower = lower or [word.lower() for word in words]
            forms = self._forms[number]
            places[number] = [r for r in places[number] if all(lower[r[0] + at] == form for at, form in forms)]
            if not places[number]:
                del places[number]
        return Hits(places, self._groups, set().union(*(self._keys[number] for number in places)))

    def _places(self, words: Sequence[str]) -> dict[int, list[Range]]:
        """Return where the phrases of each group stand, by the group's number, forms aside."""
        from spacy.tokens import Doc

        found: dict[int, list[Range]] = {}
        if words:
            for number, start, end in self._matcher(Doc(self._vocab, words=list(words))):
                found.setdefault(number, []).append((start, end))
        return found


def _grouped(phrases: Mapping[str, Sequence[Phrase]]) -> dict[tuple[tuple[str, ...], _Forms], list[Phrase]]:
    """Return the phrases that are in the same sets and ask for the same forms together."""
    sets: dict[Phrase, list[str]] = {}
    for key, members in phrases.items():
        for phrase in members:
            sets.setdefault(phrase, []).append(key)
    groups: dict[tuple[tuple[str, ...], _Forms], list[Phrase]] = {}
    for phrase, keys in sets.items():
        forms = tuple((at, word[1:]) for at, word in enumerate(phrase) if word[0] == "=")
        groups.setdefault((tuple(keys), forms), []).append(phrase)
    return groups
