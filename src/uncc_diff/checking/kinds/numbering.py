"""Numbers of sections that stand twice or are skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model.law import Provision
from ...model.mapping import Mapping
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import opening

CHECKS = ("duplicate", "skipped")
_COUNT = re.compile(r"\d+")


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield the sections whose number stood before (`duplicate`), or behind which numbers are missing (`skipped`)."""
    sections = [p for p in index.law.basics if p.number]
    pairs = _duplicates(sections) if rule.options["check"] == ("duplicate",) else _jumps(sections)
    for number, provision in pairs:
        yield Hit(opening(provision.id, index), words={"other": number})


def _duplicates(sections: list[Provision]) -> Iterator[tuple[str, Provision]]:
    seen: set[tuple[int, str]] = set()
    for provision in sections:
        key = (provision.file, provision.citation)
        if key in seen:
            yield provision.citation, provision
        seen.add(key)


def _jumps(sections: list[Provision]) -> Iterator[tuple[str, Provision]]:
    for before, provision in pairwise(sections):
        first, second = _count(before), _count(provision)
        if first is not None and second is not None and before.file == provision.file and second > first + 1:
            yield before.citation, provision


def _count(provision: Provision) -> int | None:
    match = _COUNT.match(provision.number or "")
    return int(match[0]) if match else None
