"""Reads the fields of a YAML mapping and gathers what is wrong with them, each with its line."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..errors import Problem
from ..nearest import unknown
from ..yamlio import Mapping


class Form:
    """One mapping of a file. Every reading method returns a usable value and notes a problem where there is none."""

    def __init__(self, data: Any, name: str, problems: list[Problem], line: int = 1) -> None:
        self.name = name
        self.problems = problems
        self.line = line
        if isinstance(data, Mapping):
            self.data, self.line = data, data.line or line
        else:
            self.data = Mapping()
            self.data.lines = {}
            self.blame(f"expected keys and values, found {type(data).__name__}")

    def blame(self, message: str, key: str | None = None) -> None:
        """Note a problem at the key's line, or at the mapping's."""
        line = self.data.lines.get(key, self.line) if key else self.line
        self.problems.append(Problem(f"{self.name}:{line}", message))

    def only(self, allowed: Collection[str]) -> None:
        """Note every key that is not allowed."""
        for key in self.data:
            if key not in allowed:
                self.blame(f"{unknown('key', key, allowed)} (allowed: {', '.join(sorted(allowed))})", key)

    def text(self, key: str, *, needed: bool = True) -> str:
        """Return one string without surrounding space."""
        value = self.data.get(key, "")
        if not isinstance(value, str):
            self.blame(f"{key}: expected text", key)
            return ""
        if needed and not value.strip():
            self.blame(f"{key} is missing", key)
        return " ".join(value.split())

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return one of the allowed words."""
        value = self.text(key, needed=default is None) or default or ""
        if value and value not in allowed:
            self.blame(f"{key}: {unknown('value', value, allowed)} (allowed: {', '.join(sorted(allowed))})", key)
        return value if value in allowed else default or next(iter(sorted(allowed)))

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
                self.blame(f"{key}: {unknown(what, item, allowed)}", key)
        return tuple(item for item in items if allowed is None or item in allowed)

    def forms(self, key: str) -> list[Form]:
        """Return the mappings of a list (one mapping is a list of one)."""
        value = self.data.get(key, [])
        items = value if isinstance(value, list) else [value]
        return [Form(item, self.name, self.problems, self.data.lines.get(key, self.line)) for item in items]
