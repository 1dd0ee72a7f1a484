"""Every phrase of the lexicon as one tree of inflection-free words, walked once over the words of a law.

A tree of dictionaries takes a twentieth of a second to build and less than two milliseconds for each thousand words. spaCy's
PhraseMatcher was measured slower at both, and importing spaCy takes longer than comparing a law.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from .inflection import Inflection
from .patterns import Phrase

Range = tuple[int, int]
Hits = Mapping[str, Sequence[Range]]
"""Key of a phrase set to where it was found, as half-open word ranges in order of their start."""

_Node = dict[str | None, Any]
"""Next words and their nodes; under None the numbers of the groups whose phrases end here."""
_Group = tuple[tuple[str, ...], Phrase | None]
"""The sets that phrases are in, and the phrase itself where the forms of its words count."""


class Vocabulary:
    """Phrase sets by key, found all at once in the words of a law.

    Words are compared in their inflection-free form, found once for each distinct word. A word `=form` in a phrase
    must stand in the law in exactly this form.
    """

    def __init__(self, inflection: Inflection, phrases: Mapping[str, Sequence[Phrase]]) -> None:
        self._normal = inflection.normal
        self._root: _Node = {}
        sets: dict[Phrase, list[str]] = {}
        for key, members in phrases.items():
            for phrase in members:
                sets.setdefault(phrase, []).append(key)
        exact = {word for word in set().union(*sets) if word[0] == "="}
        numbers: dict[_Group, int] = {}
        for phrase, keys in sets.items():
            group = tuple(keys), None if exact.isdisjoint(phrase) else phrase
            self._end_of(phrase).setdefault(None, []).append(numbers.setdefault(group, len(numbers)))
        self._groups = tuple(numbers)

    def _end_of(self, phrase: Phrase) -> _Node:
        """Return the node that the phrase leads to, made as far as it is missing."""
        node = self._root
        for word in phrase:
            form = self._normal(word[1:]) if word[0] == "=" else word
            if form not in node:
                node[form] = {}
            node = node[form]
        return node

    def find(self, words: Sequence[str]) -> Hits:
        """Return where each phrase set stands in the words; sets that are nowhere found are left out."""
        parts: dict[str, list[list[Range]]] = {}
        for number, places in self._walk(words).items():
            keys, phrase = self._groups[number]
            if phrase is not None:
                places = [r for r in places if _same_forms(phrase, words[r[0] : r[1]])]
            for key in keys if places else ():
                parts.setdefault(key, []).append(places)
        return {key: found[0] if len(found) == 1 else sorted(chain(*found)) for key, found in parts.items()}

    def _walk(self, words: Sequence[str]) -> dict[int, list[Range]]:
        """Return where the phrases of each group stand, by its number, forms aside."""
        normal = {word: self._normal(word) for word in set(words)}
        forms = [normal[word] for word in words]
        first, last = self._root.get, len(forms)
        found: dict[int, list[Range]] = {}
        for start, form in enumerate(forms):
            node: _Node | None = first(form)
            end = start
            while node is not None:
                end += 1
                if None in node:
                    place = start, end
                    for number in node[None]:
                        found.setdefault(number, []).append(place)
                node = node.get(forms[end]) if end < last else None
        return found


def _same_forms(phrase: Phrase, words: Sequence[str]) -> bool:
    return all(not p.startswith("=") or p[1:] == w.lower() for p, w in zip(phrase, words, strict=True))
