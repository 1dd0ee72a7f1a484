"""`uncc-diff schema`: the JSON Schemas of our reports and of our YAML files."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]", help="report, diff, article, config, lexicon, party, profile, rule, treaty, treaty-rule."
        ),
    ] = "report",
) -> None:
    """Print a JSON Schema, of a report or of a YAML file.

    With the schema of its files an editor completes keys and concepts and marks mistakes.

    \b
    Examples:
      uncc-diff schema > uncc-diff-1.json
      uncc-diff schema rule > rule.schema.json
    """
    from ..schemas import schema_json
    from .writing import show

    show(schema_json(name))
