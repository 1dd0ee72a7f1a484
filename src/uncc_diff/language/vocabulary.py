"""Every phrase of the lexicon in one spaCy PhraseMatcher over inflection-free words. The only module that imports spaCy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from .inflection import Inflection
from .patterns import Phrase

Range = tuple[int, int]
Hits = Mapping[str, Sequence[Range]]
"""Key of a phrase set to where it was found, as half-open word ranges in order of their start."""

_Group = tuple[tuple[str, ...], Phrase | None]
"""The sets that phrases are in, and the phrase itself where the forms of its words count."""


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
        self._groups: dict[int, _Group] = {}
        hashes = {word: self._hash(word, inflection) for word in set().union(*chain(*phrases.values()))}
        for number, (group, members) in enumerate(_grouped(phrases).items()):
            name = f"phrases {number}"
            self._groups[self._vocab.strings.add(name)] = group
            # the matcher takes hashes of words as well as Docs, which spares making a Doc for each phrase
            known: list[Any] = [[hashes[word] for word in phrase] for phrase in members]
            self._matcher.add(name, known)

    def _hash(self, word: str, inflection: Inflection) -> int:
        number: int = self._vocab.strings.add(inflection.normal(word[1:]) if word[0] == "=" else word)
        return number

    def find(self, words: Sequence[str]) -> Hits:
        """Return where each phrase set stands in the words; sets that are nowhere found are left out."""
        parts: dict[str, list[list[Range]]] = {}
        for number, places in self._places(words).items():
            keys, phrase = self._groups[number]
            if phrase is not None:
                places = [r for r in places if _same_forms(phrase, words[r[0] : r[1]])]
            for key in keys if places else ():
                parts.setdefault(key, []).append(places)
        return {key: found[0] if len(found) == 1 else sorted(chain(*found)) for key, found in parts.items()}

    def _places(self, words: Sequence[str]) -> dict[int, list[Range]]:
        """Return where the phrases of each group stand, by the group's number, forms aside."""
        from spacy.tokens import Doc

        found: dict[int, list[Range]] = {}
        if words:
            for number, start, end in self._matcher(Doc(self._vocab, words=list(words))):
                found.setdefault(number, []).append((start, end))
        return found


def _grouped(phrases: Mapping[str, Sequence[Phrase]]) -> dict[_Group, list[Phrase]]:
    """Return the phrases that are in the same sets together; one whose forms count stands alone."""
    sets: dict[Phrase, list[str]] = {}
    for key, members in phrases.items():
        for phrase in members:
            sets.setdefault(phrase, []).append(key)
    groups: dict[_Group, list[Phrase]] = {}
    for phrase, keys in sets.items():
        has_form = any(word[0] == "=" for word in phrase)
        groups.setdefault((tuple(keys), phrase if has_form else None), []).append(phrase)
    return groups


def _same_forms(phrase: Phrase, words: Sequence[str]) -> bool:
    return all(not p.startswith("=") or p[1:] == w.lower() for p, w in zip(phrase, words, strict=True))
