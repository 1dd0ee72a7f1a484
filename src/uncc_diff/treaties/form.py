"""A YAML mapping read field by field: every fault is noted with file and line, and reading goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..errors import Problem
from ..nearest import nearest as _nearest
from ..yamlio import Mapping


@dataclass(frozen=True)
class Form:
    """One mapping of a file; forms made from it share its list of problems."""

    file: str
    node: Mapping
    what: str
    """What the mapping describes, for messages: `article`, `element`."""
    problems: list[Problem] = field(default_factory=list)

    def note(self, message: str, key: str | None = None) -> None:
        """Note a fault at the line of `key`, or where the mapping begins."""
        line = self.node.lines.get(key, self.node.line) if key else self.node.line
        self.problems.append(Problem(f"{self.file}:{line}", message))

    def expect(self, required: Collection[str], optional: Collection[str] = ()) -> None:
        """Note unknown keys, with the allowed ones, and missing ones."""
        allowed = [*required, *optional]
        for key in self.node:
            if key not in allowed:
                self.note(f"unknown key {key!r} in {self.what}; allowed: {', '.join(allowed)}", key)
        for key in required:
            if key not in self.node:
                self.note(f"{self.what} has no {key!r}")

    def text(self, key: str) -> str:
        """Return the string at `key`; empty when it is missing or no string."""
        value = self.node.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.note(f"{key!r} must be text", key)
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of strings at `key`; empty when it is missing or something else."""
        value = self.node.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.note(f"{key!r} must be a list of words", key)
        return ()

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        """Return the string at `key` and note it when it is none of `allowed`; the first of them stands in for it."""
        value, options = self.text(key), tuple(allowed)
        if value in options:
            return value
        if key in self.node:
            self.note(f"{key!r} is {value!r}{nearest(value, options)}; allowed: {', '.join(options)}", key)
        return options[0]

    def choices(self, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """Return the strings in the list at `key` that are among `allowed`; the others are noted."""
        options = tuple(allowed)
        for value in self.texts(key):
            if value not in options:
                self.note(f"{key!r} holds {value!r}{nearest(value, options)}; allowed: {', '.join(options)}", key)
        return tuple(value for value in self.texts(key) if value in options)

    def forms(self, key: str, what: str) -> list[Form]:
        """Return the mappings in the list at `key` as forms that note into the same problems."""
        value: Any = self.node.get(key, [])
        if not isinstance(value, list):
            self.note(f"{key!r} must be a list", key)
            return []
        found = []
        for item in value:
            if isinstance(item, Mapping):
                found.append(Form(self.file, item, what, self.problems))
            else:
                self.note(f"every {what} in {key!r} must be a mapping, not {item!r}", key)
        return found


def nearest(value: str, options: Collection[str]) -> str:
    """Return ` (did you mean ...?)` for the option that is spelled most like `value`, or nothing."""
    close = _nearest(value, options)
    return f" (did you mean {close}?)" if close else ""
