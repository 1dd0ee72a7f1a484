"""A number in a clause beyond a limit: `limit: imprisonment_max_months > 120`."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..limit import read_limit
from ..rule import Rule
from ..selector import holds, passes, select, values

NEAR = ("provision",)


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield the words of the fact that goes beyond the limit, once for each section that `when` means.

    Of several the one furthest beyond an upper limit, for that is what the section allows. With `near: provision` numbers
    elsewhere in the section count only where the provision itself states none.
    """
    assert rule.when is not None
    test = read_limit(rule.options["limit"])
    done: set[str] = set()
    for place in select(rule.when, index):
        if place.unit in done or any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        done.add(place.unit)
        stated = values(test.name, place, index)
        if rule.options.get("near"):
            stated = [said for said in stated if said[1].provision == place.provision] or stated
        beyond = [said for said in stated if passes(test, said[0])]
        if beyond:
            upper = test.name.startswith("max_") and test.operator in (">", ">=")
            value, quote = max(beyond, key=lambda said: said[0]) if upper else beyond[0]
            words = {"value": f"{value:g}", "limit": f"{test.number:g}"}
            yield Hit(index.place(quote, place.sentence), words=words)
