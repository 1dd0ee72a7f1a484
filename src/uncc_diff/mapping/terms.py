"""Words as vectors: stems, inverse document frequencies and cosines. Knows no language but "letters and digits"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

_WORD = re.compile(r"[^\W_]+")
_STEM = 6
"""Letters kept of a word. Cutting words to their first six letters is a stemmer that needs no language:
it unites preserve, preserved and preservation, and the two spellings of unauthorised."""


def stems(text: str) -> list[str]:
    """Return the words of `text` in order, lower case, cut to their first letters."""
    return [word[:_STEM] for word in _WORD.findall(text.lower())]


def counts(text: str) -> dict[str, float]:
    """Return how often each stem occurs in `text`, dampened: the square root of the count."""
    return {stem: sqrt(n) for stem, n in Counter(stems(text)).items()}


def rarity(documents: Iterable[Iterable[str]]) -> Rarity:
    """Return the inverse document frequency of every term over `documents` (each an iterable of terms)."""
    seen: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += 1
        seen.update(set(document))
    return Rarity({term: log((total + 1) / (n + 0.5)) for term, n in seen.items()}, log((total + 1) / 0.5))


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse document frequency: log((N + 1) / (n + 0.5)); `unseen` is that of a term in no document."""

    of: dict[str, float]
    unseen: float

    def __call__(self, term: str) -> float:
        return self.of.get(term, self.unseen)

    def weigh(self, vector: Mapping[str, float], unseen_part: float = 0.0) -> dict[str, float]:
        """Return `vector` with every term multiplied by its rarity and the whole brought to length one.

        `unseen_part` is the length of what cannot be seen beside the terms: it keeps vectors of one or two terms short.
        """
        weighed = {term: value * self(term) for term, value in vector.items()}
        length = sqrt(unseen_part**2 + sum(value * value for value in weighed.values())) if weighed else 0.0
        return {term: value / length for term, value in weighed.items()} if length else {}


class Postings:
    """Unit vectors turned around, so that one vector is held against all of them in one pass over its terms."""

    def __init__(self, vectors: Iterable[Mapping[str, float]]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._size = 0
        for number, vector in enumerate(vectors):
            self._size += 1
            for term, value in vector.items():
                self._postings.setdefault(term, []).append((number, value))

    def cosines(self, vector: Mapping[str, float]) -> list[float]:
        """Return the cosine of `vector` (of length one) with every vector of the index, in its order."""
        products = self.products(vector)
        return [products.get(number, 0.0) for number in range(self._size)]

    def products(self, vector: Mapping[str, float]) -> dict[int, float]:
        """Return the same by the place of each vector that shares a term with it."""
        result: dict[int, float] = {}
        for term, value in vector.items():
            for number, other in self._postings.get(term, ()):
                result[number] = result.get(number, 0.0) + value * other
        return result
