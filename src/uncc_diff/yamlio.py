"""Read YAML the way law needs it: every scalar stays a string, a duplicate key is an error, every value knows its line.

PyYAML's safe loader turns article 15.10 into 15.1, the country code NO into false and 12:30 into 750, and keeps
the last of two equal keys without a word; so values are built here from the parser's events and converted by the reader
of each type. That takes half the time of a loader of nodes, and neither depth nor aliases can make a file explode.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .errors import DataError, Problem

_PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MOST_LEVELS = 50
"""Mappings and lists within each other; no file of ours has ten."""


class Mapping(dict[str, Any]):
    """A YAML mapping that remembers the line it began on and the line of each key (1-based)."""

    line: int = 0
    lines: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.lines = {}


def load(path: Path, *, name: str | None = None) -> Any:
    """Return the document in `path`: nested `Mapping`, list and str. Raises DataError with file and line."""
    return loads(read_text(path, name=name), name=name or path.name)


def read_text(path: Path, *, name: str | None = None) -> str:
    """Return the text of a file that should hold YAML. Raises DataError when it is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise DataError([Problem(f"{name or path.name}:1", "this is no UTF-8 text")]) from None


def loads(text: str, *, name: str) -> Any:
    """Return the document in `text`, None where there is none; `name` stands for the file in errors."""
    try:
        return _built(_events(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        raise DataError([Problem(where, str(getattr(error, "problem", None) or error))]) from None


def _events(text: str) -> Iterator[Any]:
    parser = _PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def _built(events: Iterator[Any]) -> Any:
    """Return the value that the events describe. Raises YAMLError with the place of what is refused."""
    root: Any = None
    here: Any = None
    key: str | None = None
    around: list[Any] = []
    documents = 0
    for event in events:
        kind = type(event)
        value: Any
        if kind is ScalarEvent:
            value = event.value
        elif kind is MappingStartEvent:
            value = Mapping()
            value.line = event.start_mark.line + 1
        elif kind is SequenceStartEvent:
            value = []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here = around.pop()
            continue
        elif kind is AliasEvent:
            raise _refused(event, f"*{event.anchor} is an alias, which is not followed: write the value out")
        else:
            documents += kind is DocumentStartEvent
            if documents > 1:
                raise _refused(event, "a second document begins: one file holds one")
            continue
        if type(here) is list:
            here.append(value)
        elif here is None:
            root = value
        elif key is None:
            if kind is not ScalarEvent:
                raise _refused(event, "a key is a word or a text")
            if value in here:
                raise _refused(event, f"the key {value!r} stands twice")
            key = value
            here.lines[key] = event.start_mark.line + 1
            continue
        else:
            here[key] = value
            key = None
        if kind is not ScalarEvent:
            around.append(here)
            here = value
            if len(around) > MOST_LEVELS:
                raise _refused(event, f"more than {MOST_LEVELS} levels of keys and lists within each other")
    return root


def _refused(event: Any, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(None, None, problem, event.start_mark)
