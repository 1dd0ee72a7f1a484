"""A configuration file as a mapping that knows its lines: `uncc-diff.yaml`, or `[tool.uncc-diff]` of a pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import yamlio
from .errors import ConfigError, DataError

YAML_NAME = "uncc-diff.yaml"
TOML_NAME = "pyproject.toml"
TABLE = "tool.uncc-diff"
_HEADER = re.compile(r"^\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*["']?([\w-]+(?:/[\w-]+)?)["']?\s*=""")


def nearest(start: Path) -> Path | None:
    """Return the configuration file in the folder of `start` or the nearest one above; a pyproject.toml only with our table."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / YAML_NAME).is_file():
            return folder / YAML_NAME
        project = folder / TOML_NAME
        if project.is_file() and f"[{TABLE}" in project.read_text(encoding="utf-8", errors="replace"):
            return project
    return None


def load(path: Path) -> Any:
    """Return the settings in the file, every scalar a string. Raises ConfigError with the line of what cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise ConfigError(f"{path.name}: cannot be read ({reason})", hint="give --config a file that exists") from None
    if path.suffix == ".toml":
        return _toml(text, path.name)
    try:
        found = yamlio.loads(text, name=path.name)
    except DataError as error:
        raise ConfigError(
            str(error), hint="every line is `key: value`; `uncc-diff init` writes one to start from"
        ) from None
    return _empty() if found is None or found == "" else found


def _empty() -> yamlio.Mapping:
    mapping = yamlio.Mapping()
    mapping.line, mapping.lines = 1, {}
    return mapping


def _toml(text: str, name: str) -> Any:
    try:
        # Numbers stay as they are written: article 15.10 is not 15.1.
        data = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise ConfigError(f"{name}:{at[1] if at else 1}: {error}", hint="mend the TOML first") from None
    found: Any = data
    for part in TABLE.split("."):
        found = found.get(part, {})
    return _located(found, TABLE, list(_key_lines(text)))


def _key_lines(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield (table, key, line) for every key of the file and (table, "", line) for every header."""
    table = ""
    for line, row in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(row), _KEY.match(row)
        if header:
            table = header[1].replace('"', "").replace("'", "")
            yield table, "", line
        elif key:
            yield table, key[1], line


def _located(value: Any, table: str, lines: list[tuple[str, str, int]], nth: int = 0, line: int = 1) -> Any:
    """Return the value with tables as mappings that know their lines; `nth` counts the tables of one name."""
    if isinstance(value, list):
        return [_located(item, table, lines, n, line) for n, item in enumerate(value)]
    if not isinstance(value, dict):
        return str(value).lower() if isinstance(value, bool) else str(value)
    mapping = yamlio.Mapping()
    headers = [at for name, key, at in lines if name == table and not key]
    mapping.line = headers[nth] if nth < len(headers) else line
    mapping.lines = {}
    for name, key, at in lines:
        if name == table and key and at > mapping.line:
            mapping.lines.setdefault(key, at)
    for key, inner in value.items():
        below = f"{table}.{key}"
        first = next((at for name, empty, at in lines if name == below and not empty), mapping.line)
        mapping.lines.setdefault(key, first)
        mapping[key] = _located(inner, below, lines, 0, mapping.lines[key])
    return mapping
