"""A number in a clause beyond a limit: `limit: imprisonment_max_months > 120`."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..limit import read_limit
from ..rule import Rule, Term
from ..selector import found, holds, passes, select, values

NEAR = ("subsection",)
PENALTIES = (Term("fine"), Term("imprisonment"))
"""Words that show that a subsection states a penalty of its own, be it without a number."""


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield the words of the fact that goes beyond the limit, once for each section that `when` means.

    Of several the one furthest beyond an upper limit, for that is what the section allows. With `near: subsection` numbers
    elsewhere in the section count only where the subsection itself states no penalty.
    """
    assert rule.when is not None
    test = read_limit(rule.options["limit"])
    done: set[str] = set()
    for place in select(rule.when, index):
        if place.unit in done or any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        stated = values(test.name, place, index)
        if rule.options.get("near") and found(PENALTIES, index.below(place.limb)):
            stated = [said for said in stated if index.limb_of(said[1].provision) == place.limb]
        beyond = [said for said in stated if passes(test, said[0])]
        if beyond:
            done.add(place.unit)
            upper = test.name.startswith("max_") and test.operator in (">", ">=")
            value, quote = max(beyond, key=lambda said: said[0]) if upper else beyond[0]
            words = {"value": f"{value:g}", "limit": f"{test.number:g}"}
            yield Hit(index.place(quote, place.sentence), words=words)
