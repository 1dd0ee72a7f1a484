"""A clause is there and what should protect, limit or complete it is not: looked for in declared places, and told where."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..governs import look, places_in, referenced
from ..hit import Hit
from ..index import Index, Place
from ..rule import Group, Rule, Scope
from ..selector import found, holds, select


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield every place that `when` means, no `unless` excuses, and that lacks what `lacks` names.

    `lacks.any` is missing when none of its concepts is found; of `lacks.all` each group must be found. `lacks.none` names
    what takes the protection back: with it in the same place, the protection does not count.
    """
    assert rule.when is not None and rule.lacks is not None
    subject = frozenset(term.concept for term in _lead(rule))
    for place in select(rule.when, index):
        if any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        groups = (*rule.lacks.all, rule.lacks.any) if rule.lacks.any else rule.lacks.all
        if all(_is_there(group, place, rule, index, subject) for group in groups):
            continue
        yield Hit(place, tuple(_looked(place, rule.look_in, index)))


def _lead(rule: Rule) -> Group:
    assert rule.when is not None
    return rule.when.point_at or rule.when.any or (rule.when.all[0] if rule.when.all else ())


def _is_there(group: Group, place: Place, rule: Rule, index: Index, subject: frozenset[str]) -> bool:
    assert rule.lacks is not None
    hit = look(group, place, rule, index, subject)
    if hit is None:
        return False
    return not (rule.lacks.none and found(rule.lacks.none, places_in("sentence", hit, index)))


def _looked(place: Place, scopes: tuple[Scope, ...], index: Index) -> Iterator[str]:
    """Yield the ids of the provisions looked through, `law` for the whole text."""
    for one in scopes:
        if one == "law":
            yield "law"
        elif one == "part":
            yield next((p.id for p in index.law.ancestors(place.passage)), place.passage)
        elif one == "referenced":
            yield from referenced(place, index)
        elif one == "section":
            yield place.unit
        else:
            yield place.limb if one == "provision" else place.provision
