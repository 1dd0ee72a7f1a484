"""A YAML mapping read field by field: every fault is noted with file, line, key and what is allowed, and reading goes on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .errors import Problem
from .nearest import unknown
from .yamlio import Mapping

MOST_LISTED = 80
"""More allowed values than this are not listed in a message: the nearest one is named, and how many there are."""


class Form:
    """One mapping of a file; forms made from it note into the same problems. Every reading method returns a usable value."""

    def __init__(
        self, data: Any, name: str, problems: list[Problem], *, line: int = 1, what: str = "this file"
    ) -> None:
        self.name = name
        """The file, as messages name it."""
        self.problems = problems
        self.line = line
        if isinstance(data, Mapping):
            self.data, self.line = data, data.line or line
        else:
            self.data = Mapping()
            self.data.lines = {}
            self.blame(f"{what}: expected keys and values, found {_shape(data)}")
            # That said, what all is missing in it need not be told.
            self.problems = []

    def blame(self, message: str, key: str | None = None) -> None:
        """Note a problem, once, at the key's line, or at the mapping's."""
        line = self.data.lines.get(key, self.line) if key else self.line
        problem = Problem(f"{self.name}:{line}", message)
        if problem not in self.problems:
            self.problems.append(problem)

    def only(self, allowed: Collection[str]) -> None:
        """Note every key that is not allowed."""
        for key in self.data:
            if key not in allowed:
                self.blame(unknown("key", key, allowed) + listed(allowed), key)

    def text(self, key: str, *, needed: bool = True) -> str:
        """Return one string without surrounding space; empty when there is none."""
        value = self.data.get(key, "")
        if not isinstance(value, str):
            self.blame(f"{key}: expected text, found {_shape(value)}", key)
            return ""
        if needed and not value.strip():
            self.blame(f"{key} is missing", key)
        return " ".join(value.split())

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return one of the allowed words; the default when the key is not given, and needed when there is none."""
        value = self.text(key, needed=False) or default or ""
        if not value and isinstance(self.data.get(key, ""), str):
            self.blame(f"{key} is missing{listed(allowed)}", key)
        elif value and value not in allowed:
            self.blame(f"{key}: {unknown('value', value, allowed)}{listed(allowed)}", key)
        return value if value in allowed else default or next(iter(_ordered(allowed)), "")

    def flag(self, key: str) -> bool | None:
        """Return true or false, None when not given."""
        if key not in self.data:
            return None
        return self.choice(key, ("true", "false")) == "true"

    def words(self, key: str, allowed: Collection[str] | None = None, *, what: str = "value") -> tuple[str, ...]:
        """Return a list of strings (one string is a list of one), each of them allowed."""
        value = self.data.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.blame(f"{key}: expected a list of words", key)
            return ()
        for item in items:
            if allowed is not None and item not in allowed:
                self.blame(f"{key}: {unknown(what, item, allowed)}{listed(allowed)}", key)
        return tuple(item for item in items if allowed is None or item in allowed)

    def form(self, key: str) -> Form:
        """Return the one mapping at a key; an empty form when something else stands there."""
        return self._below(self.data.get(key), key)

    def forms(self, key: str) -> list[Form]:
        """Return the mappings of a list (one mapping is a list of one); none when the key is not given."""
        value = self.data.get(key, [])
        return [self._below(item, key) for item in (value if isinstance(value, list) else [value])]

    def _below(self, item: Any, key: str) -> Form:
        return Form(item, self.name, self.problems, line=self.data.lines.get(key, self.line), what=key)


def listed(allowed: Collection[str]) -> str:
    """Return ` (allowed: a, b)` for a message; how many there are when they would fill a page."""
    if len(allowed) > MOST_LISTED:
        return f" ({len(allowed)} are known)"
    return f" (allowed: {', '.join(_ordered(allowed))})"


def _ordered(allowed: Collection[str]) -> list[str]:
    """A vocabulary keeps its own order; a set has none."""
    return list(allowed) if isinstance(allowed, tuple | list | dict) else sorted(allowed)


def _shape(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys and values"
    return "nothing" if value in (None, "") else f"text ({str(value)[:40]!r})"
