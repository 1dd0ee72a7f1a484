"""How the articles of several treaties answer each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.treaty import Article, Relation, Treaty

_SEEN_FROM_THERE: dict[Relation, Relation] = {
    "same": "same",
    "partial": "partial",
    "narrower": "wider",
    "wider": "narrower",
    "weaker_safeguard": "stronger_safeguard",
    "stronger_safeguard": "weaker_safeguard",
}


@dataclass(frozen=True, slots=True)
class Link:
    """`article` stands in `relation` to `other`; `other` None: that treaty has nothing on the subject."""

    article: Article
    treaty: str
    other: Article | None
    relation: Relation
    difference: str


def links(treaties: Sequence[Treaty]) -> tuple[Link, ...]:
    """Return all counterparts among these treaties, in article order; links to treaties not given are left out."""
    by_id = {treaty.id: treaty for treaty in treaties}
    return tuple(
        Link(article, c.treaty, by_id[c.treaty].article(c.article), c.relation, c.difference)
        for treaty in treaties
        for article in treaty.articles
        for c in article.counterparts
        if c.treaty in by_id
    )


def faulty_links(treaties: Sequence[Treaty]) -> tuple[str, ...]:
    """Return one line per link that leads nowhere, is not answered, or is answered with a relation that contradicts it."""
    known = {treaty.id for treaty in treaties}
    said = {
        (article.id, f"{c.treaty}/{c.article}"): c.relation
        for treaty in treaties
        for article in treaty.articles
        for c in article.counterparts
        if c.treaty in known and c.relation != "new"
    }
    articles = {article.id for treaty in treaties for article in treaty.articles}
    faults = []
    for (here, there), relation in said.items():
        answer = said.get((there, here))
        if there not in articles:
            faults.append(f"{here}: no article {there}")
        elif answer is None:
            faults.append(f"{here}: {there} does not name it in return")
        elif answer != _SEEN_FROM_THERE[relation]:
            faults.append(f"{here}: {relation} than {there}, which says {answer}, not {_SEEN_FROM_THERE[relation]}")
    return tuple(faults)
