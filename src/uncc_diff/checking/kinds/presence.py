"""Words that should not be there, or not without what makes them sound (`unless`)."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import holds, select


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield every place that `when` means and no `unless` excuses."""
    assert rule.when is not None
    for place in select(rule.when, index):
        if not any(holds(excuse, place, index) for excuse in rule.unless):
            yield Hit(place)
