"""Numbers that stand twice or are skipped, as the reader noted them while it built the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ...model.mapping import Mapping
from ...model.source import CaveatCode
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import opening

CAVEATS: tuple[str, ...] = get_args(CaveatCode)


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield one hit for each caveat of the declared codes, at its provision where it has one."""
    for caveat in index.law.caveats:
        if caveat.code in rule.options["caveats"]:
            place = opening(caveat.provision, index) if caveat.provision in index.order else None
            yield Hit(place, words={"other": caveat.message})
