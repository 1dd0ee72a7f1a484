"""The published JSON Schema of the report, shipped as data."""

from pathlib import Path


def schema_text() -> str:
    """Return the JSON Schema (2020-12) of the contract `uncc-diff/1`."""
    return (Path(__file__).parent / "uncc-diff-1.json").read_text(encoding="utf-8")
