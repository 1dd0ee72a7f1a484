"""Every phrase of the lexicon in one spaCy PhraseMatcher over inflection-free words. The only module that imports spaCy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
        self, places: Mapping[int, Sequence[Range]], groups: Mapping[str, Sequence[int]], sentence: Sequence[int]
    ) -> None:
        """`places` says where each group of phrases stands, `groups` which groups a set has, `sentence` each word's sentence."""
        self._places = places
        self._groups = groups
        self._sentence = sentence
        self._merged: dict[str, Sequence[Range]] = {}
        self._of_key: dict[str, int] = {}
        self._of_concept: dict[str, tuple[int, BySentence]] = {}
        self._of_group: dict[int, tuple[int, BySentence]] = {}

    def of(self, key: str) -> Sequence[Range]:
        """Return where the phrases of the set stand, in order of their start."""
        ranges = self._merged.get(key)
        if ranges is None:
            parts = [self._places[group] for group in self._groups[key] if group in self._places]
            ranges = self._merged[key] = parts[0] if len(parts) == 1 else sorted(chain(*parts))
        return ranges

    def sentences(self, key: str) -> int:
        """Return the sentences in which a phrase of the set stands."""
        found = self._of_key.get(key)
        if found is None:
            found = 0
            for group in self._groups[key]:
                if group in self._places:
                    found |= self._group(group)[0]
            self._of_key[key] = found
        return found

    def within(self, key: str, sentences: int) -> Iterator[BySentence]:
        """Yield where the phrases of the set stand, in parts of which each has a place in one of these sentences."""
        for group in self._groups[key]:
            if group in self._places:
                stands, parted = self._group(group)
                if stands & sentences:
                    yield parted

    def of_concept(self, name: str, ranges: Sequence[Range]) -> tuple[int, BySentence]:
        """Return the sentences of all mentions of a concept, and the mentions in each."""
        if name not in self._of_concept:
            self._of_concept[name] = self._parted(ranges)
        return self._of_concept[name]

    def _group(self, group: int) -> tuple[int, BySentence]:
        found = self._of_group.get(group)
        if found is None:
            found = self._of_group[group] = self._parted(self._places[group])
        return found

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
        self._groups: dict[str, list[int]] = {key: [] for key in phrases}
        hashes = {word: self._hash(word, inflection) for word in set().union(*chain(*phrases.values()))}
        for count, ((keys, forms), members) in enumerate(_grouped(phrases).items()):
            name = f"phrases {count}"
            number = self._vocab.strings.add(name)
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
        return Hits(places, self._groups, [0] * len(words) if sentence is None else sentence)

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
