"""A penalty heavier than that of the offences it is measured against in the same law."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index, Place
from ..rule import Rule
from ..selector import ASSERTED, holds, opening, select, values

UNBOUNDED = float("inf")


def _greatest(name: str, place: Place, index: Index) -> list[float]:
    """Return the greatest value that the place's section allows: none, one, or no bound at all (a floor alone, or life)."""
    if name.startswith("max_"):
        least = name.replace("max_", "min_")
        for fact in index.facts_below(place.unit):
            if fact.value.get("life") or (least in fact.value and name not in fact.value):
                return [UNBOUNDED]
    return [max(value for value, _ in found)] if (found := values(name, place, index)) else []


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield each clause whose `fact` exceeds `times` the greatest one among the offences that mention `against`."""
    assert rule.when is not None
    name = str(rule.options["fact"][0])
    against = rule.options["against"]
    times = float((rule.options.get("times") or ("1",))[0])
    measured = {place.unit for place in select(rule.when, index)}
    siblings: dict[str, float] = {}
    for concept in against:
        for place in index.by_concept.get(concept, ()):
            role = index.role(place.provision)
            usable = (
                place.mention is not None
                and place.mention.polarity in ASSERTED
                and role is not None
                and role.name == "offence"
            )
            if usable and place.unit not in measured:
                siblings.update((place.unit, value) for value in _greatest(name, place, index))
    if not siblings:
        return
    limit = max(siblings.values())
    worst = next(unit for unit, value in siblings.items() if value == limit)
    done: set[str] = set()
    for place in select(rule.when, index):
        if place.unit in done or any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        done.add(place.unit)
        for value, quote in values(name, place, index):
            if value > limit * times:
                other = opening(worst, index)
                yield Hit(
                    index.place(quote, place.sentence),
                    (worst,),
                    {"value": f"{value:g}", "limit": f"{limit:g}", "other": index.law.by_id[other.unit].citation},
                )
                break
