"""The kinds of rules. A kind is one small file and one line here; a rule is data that a kind reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ...model.mapping import Mapping as Matches
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from . import absence, comparison, definition, law_absence, numbering, presence, reference, threshold, treaty


@dataclass(frozen=True)
class Kind:
    """How a kind finds its hits, the keys that only it knows (with their allowed values), and the keys it needs."""

    find: Callable[[Rule, Index, Matches], Iterator[Hit]]
    needs: tuple[str, ...] = ()
    options: Mapping[str, Collection[str] | None] = field(default_factory=dict)


KINDS: dict[str, Kind] = {
    "presence": Kind(presence.find, needs=("when",)),
    "absence": Kind(absence.find, needs=("when", "lacks")),
    "law_absence": Kind(law_absence.find, needs=("lacks",)),
    "threshold": Kind(threshold.find, needs=("when", "limit"), options={"limit": None, "near": threshold.NEAR}),
    "comparison": Kind(
        comparison.find, needs=("when", "fact", "against"), options={"fact": None, "against": None, "times": None}
    ),
    "definition": Kind(definition.find, needs=("check",), options={"check": definition.CHECKS, "terms": None}),
    "reference": Kind(reference.find, needs=("check",), options={"check": reference.CHECKS}),
    "numbering": Kind(numbering.find, needs=("check",), options={"check": numbering.CHECKS}),
    "treaty": Kind(
        treaty.find,
        needs=("treaty", "articles", "elements"),
        options={"treaty": None, "articles": None, "elements": None, "status": treaty.STATES},
    ),
}
"""presence: words are there; absence: words are there and what should go with them is not; law_absence: the whole text lacks
something; threshold: a number is too high or low; comparison: a penalty against that of sibling offences; definition,
reference, numbering: the drafting; treaty: an element that the mapped article asks for is absent or wider."""
