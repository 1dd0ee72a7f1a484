"""The published JSON Schemas of the report and of the difference of two texts, shipped as data."""

import json
from pathlib import Path

_FOLDER = Path(__file__).parent
_SHARED = ("law", "file", "warning", "finding", "span", "basis")
"""What a difference says in the words of the report's own contract."""


def schema_text() -> str:
    """Return the JSON Schema (2020-12) of the contract `uncc-diff/1`."""
    return (_FOLDER / "uncc-diff-1.json").read_text(encoding="utf-8")


def versions_schema_text() -> str:
    """Return the JSON Schema (2020-12) of the contract `uncc-diff-versions/1`, whole: what it shares stands in it too."""
    schema = json.loads((_FOLDER / "uncc-diff-versions-1.json").read_text(encoding="utf-8"))
    report = json.loads(schema_text())["$defs"]
    schema["$defs"] |= {name: report[name] for name in _SHARED}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
