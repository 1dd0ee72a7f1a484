"""spaCy's vocabulary and phrase matcher over inflection-free words. The only module that imports spaCy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .inflection import Inflection
from .patterns import Phrase

Hits = dict[str, list[tuple[int, int]]]
"""Key of a phrase set to where it was found, as half-open word ranges in order of their start."""


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
        self._sets: dict[int, list[str]] = {}
        self._exact: dict[int, Phrase] = {}
        sets: dict[Phrase, list[str]] = {}
        for key, members in phrases.items():
            for phrase in members:
                sets.setdefault(phrase, []).append(key)
        alike: dict[tuple[str, ...], list[Phrase]] = {}
        for phrase, keys in sets.items():
            alike.setdefault(tuple(keys), []).append(phrase)
        hashes: dict[str, int] = {}
        for shared, same in alike.items():
            loose = [p for p in same if not _has_form(p)]
            self._add(shared, loose, inflection, hashes)
            for phrase in same if len(loose) < len(same) else ():
                if _has_form(phrase):
                    self._exact[self._add(shared, [phrase], inflection, hashes)] = phrase

    def _add(
        self, keys: Sequence[str], members: Sequence[Phrase], inflection: Inflection, hashes: dict[str, int]
    ) -> int:
        """Let the matcher know phrases that are in the same sets, under one number; return it.

        It takes hashes of words as well as Docs, which spares making a Doc for each phrase.
        """
        name = f"phrases {len(self._sets)}"
        number: int = self._vocab.strings.add(name)
        self._sets[number] = list(keys)
        for phrase in members:
            for word in phrase:
                if word not in hashes:
                    hashes[word] = self._vocab.strings.add(_form(word, inflection))
        if members:
            self._matcher.add(name, [[hashes[word] for word in phrase] for phrase in members])
        return number

    def find(self, words: Sequence[str]) -> Hits:
        """Return where each phrase set stands in the words; sets that are nowhere found are left out."""
        from spacy.tokens import Doc

        if not words:
            return {}
        by_phrase: dict[int, list[tuple[int, int]]] = {}
        for match, start, end in self._matcher(Doc(self._vocab, words=list(words))):
            by_phrase.setdefault(match, []).append((start, end))
        for match, phrase in self._exact.items():
            if match in by_phrase:
                by_phrase[match] = [r for r in by_phrase[match] if _same_forms(phrase, words[r[0] : r[1]])]
        hits: Hits = {}
        mixed: set[str] = set()
        for match, places in by_phrase.items():
            for key in self._sets[match] if places else ():
                if key in hits:
                    hits[key] += places
                    mixed.add(key)
                else:
                    hits[key] = places.copy()
        for key in mixed:
            hits[key].sort()
        return hits


def _has_form(phrase: Phrase) -> bool:
    return any(word[0] == "=" for word in phrase)


def _form(word: str, inflection: Inflection) -> str:
    return inflection.normal(word[1:]) if word.startswith("=") else word


def _same_forms(phrase: Phrase, words: Sequence[str]) -> bool:
    return all(not p.startswith("=") or p[1:] == w.lower() for p, w in zip(phrase, words, strict=True))
