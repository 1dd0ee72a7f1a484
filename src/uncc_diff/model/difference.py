"""How one treaty stands to another: article by article and element by element, seen from the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .treaty import Article, Element, Relation, Treaty

Change = Literal["same", "new", "dropped", "optional", "required", "looser", "firmer", "other_need"]
"""new: only in the first treaty; dropped: only in the second; optional: asked for there, left to the Party here; required: the
reverse; looser, firmer: asked for in both, here with more (fewer) qualifications; other_need: counted otherwise in each."""
Bearing = Literal["none", "wider", "narrower", "stronger_safeguard", "weaker_safeguard", "open"]
"""What the change does to the reach of the article or to the protection it gives; open: the model cannot say."""


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element of one treaty and the one that answers it in the other; at least one of the two is there."""

    change: Change
    bearing: Bearing
    here: Element | None = None
    there: Element | None = None
    there_article: Article | None = None
    """The article of the second treaty that holds `there`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An article of the second treaty on the same subject; `relation` says how the first treaty's article stands to it."""

    article: Article
    relation: Relation
    difference: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the first treaty with what answers it in the second."""

    article: Article
    answers: tuple[Answer, ...] = ()
    note: str = ""
    """Where nothing answers it: what the model says about that."""
    stated: bool = True
    """Does the model state how the article stands to the second treaty? Where it does not, nothing follows from silence."""
    elements: tuple[ElementRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """An article of the second treaty that nothing in the first answers."""

    article: Article
    note: str = ""
    stated: bool = True


@dataclass(frozen=True)
class TreatyDifference:
    """The whole difference: every article of the first treaty in order, then what the second alone has."""

    here: Treaty
    there: Treaty
    articles: tuple[ArticleRow, ...]
    dropped: tuple[Dropped, ...]

    def element_rows(self, *bearings: Bearing) -> Iterator[tuple[ArticleRow, ElementRow]]:
        """Yield the elements that bear so, each with its article."""
        for row in self.articles:
            for element in row.elements:
                if element.bearing in bearings:
                    yield row, element
