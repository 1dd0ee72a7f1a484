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


BySentence = Mapping[int, Sequence[Range]]
"""By the number of a sentence: what was found in it, in order."""


class Hits:
    """Where each phrase set was found, as half-open word ranges; put together at first asking, since few sets are asked.

    A set of sentences is a number with the bit of each sentence set: which sentences hold all parts of a pattern is then
    known before any place is looked at.
    """

    def __init__(
        self, places: Mapping[int, Sequence[Range]], keys: Mapping[int, Sequence[str]], sentence: Sequence[int]
    ) -> None:
        """`places` says where each group of phrases stands, `keys` which sets have it, `sentence` each word's sentence."""
        self._sentence = sentence
        self._merged: dict[str, Sequence[Range]] = {}
        self._of_concept: dict[str, tuple[int, BySentence]] = {}
        self._sentences: dict[str, int] = {}
        self._parts: dict[str, list[tuple[int, BySentence, Sequence[Range]]]] = {}
        """By key: the groups that stand somewhere, each with its sentences and its places."""
        for group, ranges in places.items():
            stands, parted = self._parted(ranges)
            part = (stands, parted, ranges)
            for key in keys[group]:
                if key in self._parts:
                    self._sentences[key] |= stands
                    self._parts[key].append(part)
                else:
                    self._sentences[key] = stands
                    self._parts[key] = [part]

    def of(self, key: str) -> Sequence[Range]:
        """Return where the phrases of the set stand, in order of their start."""
        ranges = self._merged.get(key)
        if ranges is None:
            parts = [ranges for _, _, ranges in self._parts.get(key, ())]
            ranges = self._merged[key] = parts[0] if len(parts) == 1 else sorted(chain(*parts))
        return ranges

    def sentences(self, key: str) -> int:
        """Return the sentences in which a phrase of the set stands."""
        return self._sentences.get(key, 0)

    def within(self, key: str, sentences: int) -> list[BySentence]:
        """Return where the phrases of the set stand, in parts of which each has a place in one of these sentences."""
        return [parted for stands, parted, _ in self._parts.get(key, ()) if stands & sentences]

    def of_concept(self, name: str, ranges: Sequence[Range]) -> tuple[int, BySentence]:
        """Return the sentences of all mentions of a concept, and the mentions in each."""
        if name not in self._of_concept:
            self._of_concept[name] = self._parted(ranges)
        return self._of_concept[name]

    def _parted(self, ranges: Sequence[Range]) -> tuple[int, BySentence]:
        parted: dict[int, list[Range]] = {}
        for place in ranges:
            parted.setdefault(self._sentence[place[0]], []).append(place)
        found = 0
        for number in parted:
            found |= 1 << number
        return found, parted


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
        self._forms: dict[int, _Forms] = {}
        self._keys: dict[int, tuple[str, ...]] = {}
        """By the number of a group of phrases: the sets that they are all in."""
        hashes = {word: self._hash(word, inflection) for word in set().union(*chain(*phrases.values()))}
        for count, ((keys, forms), members) in enumerate(_grouped(phrases).items()):
            name = f"phrases {count}"
            number = self._vocab.strings.add(name)
            if forms:
                self._forms[number] = forms
            self._keys[number] = keys
            # the matcher takes hashes of words as well as Docs, which spares making a Doc for each phrase
            known: list[Any] = [[hashes[word] for word in phrase] for phrase in members]
            self._matcher.add(name, known)

    def _hash(self, word: str, inflection: Inflection) -> int:
        number: int = self._vocab.strings.add(inflection.normal(word[1:]) if word[0] == "=" else word)
        return number

    def find(self, words: Sequence[str], sentence: Sequence[int] | None = None) -> Hits:
        """Return where each phrase set stands in the words; `sentence` numbers each word's sentence, one if left out."""
        places = self._places(words)
        lower: list[str] = []
        for number in self._forms.keys() & places.keys():
            lower = lower or [word.lower() for word in words]
            forms = self._forms[number]
            places[number] = [r for r in places[number] if all(lower[r[0] + at] == form for at, form in forms)]
            if not places[number]:
                del places[number]
        return Hits(places, self._keys, [0] * len(words) if sentence is None else sentence)

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
