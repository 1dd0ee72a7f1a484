"""Something that the whole text should hold and does not. `when` says what the text must hold for the question to arise."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import anywhere, select


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield one hit about the law when `when` is met somewhere in it and a group of `lacks` nowhere."""
    assert rule.lacks is not None
    if rule.when is not None and next(select(rule.when, index), None) is None:
        return
    groups = (*rule.lacks.all, rule.lacks.any) if rule.lacks.any else rule.lacks.all
    if not all(anywhere(group, index, rule.lacks.role) for group in groups):
        yield Hit(None, ("law",))
