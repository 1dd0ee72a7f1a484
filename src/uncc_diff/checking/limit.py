"""Reads a limit as a rule writes it: `imprisonment_max_months > 120`."""

from __future__ import annotations

import re

from .rule import FactTest

_LIMIT = re.compile(r"(?P<name>\w+)\s*(?P<operator><=|>=|<|>|=)\s*(?P<number>\d+(?:\.\d+)?)")


def read_limit(text: str | tuple[str, ...]) -> FactTest:
    """Return the test. Raises ValueError when it cannot be read."""
    written = text if isinstance(text, str) else " ".join(text)
    match = _LIMIT.fullmatch(written.strip())
    if match is None:
        raise ValueError(
            f"{written!r}: expected a name, a comparison and a number, such as imprisonment_max_months > 120"
        )
    operator = next(o for o in ("<=", ">=", "<", ">", "=") if o == match["operator"])
    return FactTest(match["name"], operator, float(match["number"]))  # type: ignore[arg-type]
