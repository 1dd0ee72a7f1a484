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
        # one key for each distinct phrase: sets overlap much, and every match costs
        add_string = self._vocab.strings.add
        add_phrase: Any = self._matcher.add  # takes hashes too, which spares a Doc for each phrase
        for n, (phrase, keys) in enumerate(sets.items()):
            name = f"phrase {n}"
            match = add_string(name)
            self._sets[match] = keys
            if any(w.startswith("=") for w in phrase):
                self._exact[match] = phrase
                add_phrase(name, [[add_string(_form(w, inflection)) for w in phrase]])
            else:
                add_phrase(name, [[add_string(w) for w in phrase]])

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


def _form(word: str, inflection: Inflection) -> str:
    return inflection.normal(word[1:]) if word.startswith("=") else word


def _same_forms(phrase: Phrase, words: Sequence[str]) -> bool:
    return all(not p.startswith("=") or p[1:] == w.lower() for p, w in zip(phrase, words, strict=True))
