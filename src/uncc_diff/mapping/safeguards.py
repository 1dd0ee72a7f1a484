"""Which concepts protect the person concerned; a clause that has one adds a safeguard, whatever the article asks."""

from __future__ import annotations

from functools import cache

from ..data import RULES
from ..errors import DataError, Problem
from ..yamlio import load

FILE = RULES / "mapping" / "safeguards.yaml"


@cache
def safeguards() -> dict[str, tuple[str, ...]]:
    """Return by role of an article the concepts that count as safeguards there. Raises DataError if the file is wrong."""
    data = load(FILE)
    if not isinstance(data, dict) or not all(isinstance(v, list) for v in data.values()):
        raise DataError([Problem(f"{FILE.name}:1", "must map roles to lists of concepts")])
    return {role: tuple(concepts) for role, concepts in data.items()}
