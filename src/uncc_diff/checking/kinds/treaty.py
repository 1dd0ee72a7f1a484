"""An element that the accepted article asks for is absent from the clause, or the clause goes wider."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import ElementState, Mapping
from ..asked import article_name, element_gist
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import holds, opening

STATES: tuple[ElementState, ...] = ("absent", "wider", "narrower", "added")


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield each provision accepted for one of the `articles` of `treaty` where one of `elements` has one of `status`."""
    treaty = rule.options["treaty"][0]
    states = rule.options.get("status") or ("absent",)
    for match in mapping.matches:
        if not match.accepted or match.treaty != treaty or match.article not in rule.options["articles"]:
            continue
        element = next((e for e in match.elements if e.id in rule.options["elements"] and e.status in states), None)
        if element is None or match.provision not in index.order:
            continue
        place = index.place(element.quote, 0) if element.quote else opening(match.provision, index)
        if rule.when is not None and not holds(rule.when, place, index):
            continue
        if any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        said = {
            "other": article_name(treaty, match.article),
            "missing": element_gist(treaty, match.article, element.id),
        }
        yield Hit(place, (match.provision,), said)
