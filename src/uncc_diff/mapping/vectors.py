"""Cosines between the provisions of a law and the articles of a treaty, the work on a provision shared by all treaties.

A term weighs by its rarity in the law and by that in the treaty, each as a share of the rarity of a term seen nowhere.
Most terms of a provision are in no article, and weigh the same against every treaty: their part of its length is summed
once (`Measured.square`), so that a treaty has to look at the terms that its own articles know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from .terms import Rarity, rarity


@dataclass(frozen=True, slots=True)
class Measured:
    """A vector of a law, and the square of its length where no article knows any of its terms."""

    values: Mapping[str, float]
    square: float


class LawTerms:
    """How rare the terms of a law's provisions are."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        self._rarity = rarity(documents)

    def share(self, term: str) -> float:
        """Return the rarity of a term as a share of that of a term seen nowhere."""
        return self._rarity(term) / self._rarity.unseen

    def measured(self, values: Mapping[str, float]) -> Measured:
        """Return the vector ready to be held against any treaty."""
        of, unseen = self._rarity.of, self._rarity.unseen
        square = sum((value * (of.get(term, unseen) / unseen + 1)) ** 2 for term, value in values.items())
        return Measured(values, square)


class ArticleVectors:
    """The articles of one treaty, weighed by the rarities of law and treaty, for the provisions of that law.

    `treaty` holds the rarity of every term of `articles`; `say` multiplies the terms of provisions; `hidden` is the
    length of what no term shows, which keeps vectors of one or two terms short.
    """

    def __init__(
        self,
        law: LawTerms,
        treaty: Rarity,
        articles: Sequence[Mapping[str, float]],
        say: Mapping[str, float] | None = None,
        hidden: float = 0.0,
    ) -> None:
        self._hidden = hidden * hidden
        in_law = {term: law.share(term) for term in treaty.of}
        weight = {term: share + treaty.of[term] / treaty.unseen for term, share in in_law.items()}
        self.weight = weight
        found: dict[str, list[tuple[int, float]]] = {term: [] for term in weight}
        for number, article in enumerate(articles):
            weighed = [(term, value * weight[term]) for term, value in article.items()]
            length = sqrt(self._hidden + sum(value * value for _, value in weighed)) or 1.0
            for term, value in weighed:
                found[term].append((number, value / length))
        self._known: dict[str, tuple[float, float, list[tuple[int, float]]]] = {}
        for term, postings in found.items():
            said = weight[term] * (say.get(term, 1.0) if say else 1.0)
            self._known[term] = (said, said * said - (in_law[term] + 1) ** 2, postings)

    def cosines(self, vector: Measured) -> dict[int, float]:
        """Return the cosine of the vector with every article that shares a term with it, by the article's place."""
        square = vector.square + self._hidden
        products: dict[int, float] = {}
        for term, value in vector.values.items():
            known = self._known.get(term)
            if known is not None:
                said, more, postings = known
                square += value * value * more
                said *= value
                for number, other in postings:
                    products[number] = products.get(number, 0.0) + said * other
        length = sqrt(square)
        return {number: product / length for number, product in products.items()}
