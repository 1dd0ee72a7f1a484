"""The words of the document: relations, changes and effects, and how an element is cited."""

from __future__ import annotations

import re

from ...model.difference import Bearing, Change, ElementRow
from ...model.treaty import Article, Checked, Element, Qualifier, Relation
from ..treaty_pages import QUALIFIED

RELATIONS: dict[Relation, str] = {
    "same": "the same",
    "wider": "wider",
    "narrower": "narrower",
    "partial": "partly the same",
    "stronger_safeguard": "stronger as a safeguard",
    "weaker_safeguard": "weaker as a safeguard",
    "new": "new",
}
CHECKED: dict[Checked, str] = {"official": "official text", "outline": "outline only", "no": "no text"}
BEARINGS: dict[Bearing, str] = {
    "none": "",
    "wider": "reaches further",
    "narrower": "reaches less far",
    "stronger_safeguard": "safeguard stronger",
    "weaker_safeguard": "safeguard weaker",
    "open": "effect open",
}
_CHANGES: dict[Change, str] = {
    "same": "same",
    "new": "only here",
    "dropped": "only there",
    "optional": "asked for there, left to the Party here",
    "required": "left to the Party there, asked for here",
    "looser": "in both, looser here",
    "firmer": "in both, firmer here",
    "other_need": "in both, on other terms",
}


def change_words(row: ElementRow) -> str:
    """Return the change in words, with what loosens the element where that is the change."""
    if row.change == "same" and row.here and row.there and row.here.gist != row.there.gist:
        return "in both"
    if row.change not in ("looser", "firmer", "other_need") or row.here is None or row.there is None:
        return _CHANGES[row.change]
    here, there = (_loosened(e) or "without qualification" for e in (row.here, row.there))
    return _CHANGES[row.change] if here == there else f"{_CHANGES[row.change]} (here {here}; there {there})"


def _loosened(element: Element) -> str:
    return " and ".join(QUALIFIED[q] for q in element.qualified)


def told(element: Element) -> str:
    """Return the element by its name and gist, with what loosens it where the gist does not say so."""
    name = element.id.replace("_", " ")
    gist = f"{name}: {element.gist}" if element.gist else name
    silent = [QUALIFIED[q] for q in element.qualified if not any(word in gist for word in _SAID_BY[q])]
    return "; ".join([gist, *silent])


_SAID_BY: dict[Qualifier, tuple[str, ...]] = {
    "may": ("permitted", "may "),
    "consider": ("consider",),
    "endeavour": ("try", "tried"),
    "as_appropriate": ("appropriate",),
    "as_reasonable": ("reasonable",),
    "domestic_law": ("domestic law",),
}
"""Words of a gist that say what the qualifier would say again."""


def cite(article: Article, element: Element) -> str:
    """Return the place of an element: `24(2)`, `11(1)(a)(i)`, or the bare number of the article."""
    return place(article.number, element.paragraph or "")


def place(article: str, paragraph: str) -> str:
    """Return the citation of a paragraph as models number it: `1(a)(i)` of article 11 is `11(1)(a)(i)`."""
    return article + "".join(f"({part})" for part in re.findall(r"[0-9A-Za-z]+", paragraph))
