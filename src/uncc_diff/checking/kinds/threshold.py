"""A number in a clause beyond a limit: `limit: imprisonment_max_months > 120`."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..limit import read_limit
from ..rule import Rule
from ..selector import holds, passes, select, values


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield the words of the fact that goes beyond the limit, once for each section that `when` means."""
    assert rule.when is not None
    test = read_limit(rule.options["limit"])
    done: set[str] = set()
    for place in select(rule.when, index):
        if place.unit in done or any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        done.add(place.unit)
        for value, quote in values(test.name, place, index):
            if passes(test, value):
                said = index.place(quote, place.sentence)
                yield Hit(said, words={"value": f"{value:g}", "limit": f"{test.number:g}"})
                break
