"""How like the heading of a provision is to the names of an article, word for word and letter for letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .terms import Postings, Rarity, counts, rarity, stems


@dataclass(frozen=True, slots=True)
class NamesOfArticles:
    """The names of a treaty's articles, made ready once: whose each is, and how rare their words are."""

    sorted_words: tuple[tuple[str, ...], ...]
    """Per article its names, each with its words in alphabetical order."""
    owner: tuple[int, ...]
    """Per name the place of its article."""
    rarity: Rarity
    postings: Postings


def names_of_articles(names: Sequence[Sequence[str]]) -> NamesOfArticles:
    """Return the names ready for comparison; `names` are those of each article, as stems parted by spaces.

    A word that no article bears counts as one borne by two in three.
    """
    every = [name for of_article in names for name in of_article]
    over = rarity(name.split() for name in every)
    halved = Rarity(over.of, over.unseen / 2)
    return NamesOfArticles(
        sorted_words=tuple(tuple(" ".join(sorted(name.split())) for name in of_article) for of_article in names),
        owner=tuple(n for n, of_article in enumerate(names) for _ in of_article),
        rarity=halved,
        postings=Postings(halved.weigh(counts(name)) for name in every),
    )


class Names:
    """The names of a treaty's articles against the headings of one law, each heading compared once."""

    def __init__(self, names: NamesOfArticles) -> None:
        self._names = names
        self._cosines: dict[str, dict[int, float]] = {"": {}}
        self._likeness: dict[tuple[str, int], float] = {}

    def cosines(self, heading: str) -> dict[int, float]:
        """Return by the place of each article that shares a word with the heading its best cosine with one of its names."""
        found = self._cosines.get(heading)
        if found is None:
            found = {}
            vector = self._names.rarity.weigh(_counts(heading))
            for name, cosine in self._names.postings.products(vector).items():
                owner = self._names.owner[name]
                found[owner] = max(found.get(owner, 0.0), cosine)
            self._cosines[heading] = found
        return found

    def likeness(self, heading: str, article: int, cosine: float) -> float:
        """Return the mean of the cosine and the best sorted-word ratio, which forgives letters that were misread."""
        if not heading:
            return 0.0
        key = heading, article
        if key not in self._likeness:
            from rapidfuzz import fuzz, process

            nearest = process.extractOne(_sorted_words(heading), self._names.sorted_words[article], scorer=fuzz.ratio)
            self._likeness[key] = (cosine + nearest[1] / 100) / 2
        return self._likeness[key]


@lru_cache(maxsize=4096)
def _counts(heading: str) -> dict[str, float]:
    return counts(heading)


@lru_cache(maxsize=4096)
def _sorted_words(heading: str) -> str:
    return " ".join(sorted(stems(heading)))
