"""Read YAML the way law needs it: every scalar stays a string, a duplicate key is an error, every value knows its line.

PyYAML's safe loader turns article 15.10 into 15.1, the country code NO into false and 12:30 into 750, and keeps
the last of two equal keys without a word; so the base loader is used and values are converted by the reader of each type.
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from .errors import DataError, Problem

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Mapping(dict[str, Any]):
    """A YAML mapping that remembers the line it began on and the line of each key (1-based)."""

    line: int = 0
    lines: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.lines = {}


class _Loader(_Base):  # type: ignore[misc]
    """Strings only; duplicate keys raise."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        result = Mapping()
        result.line = node.start_mark.line + 1
        for key_node, value_node in node.value:
            key = str(self.construct_object(key_node, deep=True))
            if key in result:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            result[key] = self.construct_object(value_node, deep=True)
            result.lines[key] = key_node.start_mark.line + 1
        return result  # type: ignore[return-value]

    def construct_yaml_map(self, node: yaml.MappingNode) -> Any:
        return self.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.construct_yaml_map)


def load(path: Path, *, name: str | None = None) -> Any:
    """Return the document in `path`: nested `Mapping`, list and str. Raises DataError with file and line."""
    return loads(path.read_text(encoding="utf-8"), name=name or path.name)


def loads(text: str, *, name: str) -> Any:
    """Return the document in `text`; `name` stands for the file in errors."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        raise DataError([Problem(where, str(getattr(error, "problem", None) or error))]) from None
