"""`uncc-diff schema`: the JSON Schema of the report."""

from __future__ import annotations


def command() -> None:
    """Print the JSON Schema of the JSON report.

    \b
    Example:
      uncc-diff schema > uncc-diff-1.json
    """
    from ..report.schema import schema_text
    from .writing import show

    show(schema_text())
