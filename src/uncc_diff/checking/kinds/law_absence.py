"""Something that the whole text should hold and does not. `when` says what the text must hold for the question to arise."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..rule import Group, Rule
from ..selector import PRESENT, select


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield one hit about the law when `when` is met somewhere in it and a group of `lacks` nowhere."""
    assert rule.lacks is not None
    if rule.when is not None and next(select(rule.when, index), None) is None:
        return
    groups = (*rule.lacks.all, rule.lacks.any) if rule.lacks.any else rule.lacks.all
    if not all(_anywhere(group, rule, index) for group in groups):
        yield Hit(None, ("law",))


def _anywhere(group: Group, rule: Rule, index: Index) -> bool:
    """Is a concept of the group mentioned in the law, in a provision of the role asked for?"""
    assert rule.lacks is not None
    for term in group:
        for place in index.by_concept.get(term.concept, ()):
            if place.mention is None or place.mention.polarity not in (term.polarities or PRESENT):
                continue
            role = index.role(place.provision)
            if not rule.lacks.role or (role is not None and role.name in rule.lacks.role):
                return True
    return False
