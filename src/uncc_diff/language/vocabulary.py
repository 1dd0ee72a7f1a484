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
        self._names: dict[int, str] = {}
        self._exact: dict[int, Phrase] = {}
        add_string = self._vocab.strings.add
        for key, members in phrases.items():
            loose = [p for p in members if not any(w.startswith("=") for w in p)]
            if loose:
                self._matcher.add(key, [[add_string(w) for w in p] for p in loose])
                self._names[add_string(key)] = key
            for n, phrase in enumerate(p for p in members if any(w.startswith("=") for w in p)):
                own = f"{key}={n}"
                self._matcher.add(own, [[add_string(_form(w, inflection)) for w in phrase]])
                self._names[add_string(own)] = key
                self._exact[add_string(own)] = phrase

    def find(self, words: Sequence[str]) -> Hits:
        """Return where each phrase set stands in the words; sets that are nowhere found are left out."""
        from spacy.tokens import Doc

        if not words:
            return {}
        hits: Hits = {}
        names, exact = self._names, self._exact
        for match, start, end in self._matcher(Doc(self._vocab, words=list(words))):
            if match in exact and not _same_forms(exact[match], words[start:end]):
                continue
            hits.setdefault(names[match], []).append((start, end))
        return hits


def _form(word: str, inflection: Inflection) -> str:
    return inflection.normal(word[1:]) if word.startswith("=") else word


def _same_forms(phrase: Phrase, words: Sequence[str]) -> bool:
    return all(not p.startswith("=") or p[1:] == w.lower() for p, w in zip(phrase, words, strict=True))
