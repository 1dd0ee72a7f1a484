"""The pieces that schemas are built from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
NUMBER: Schema = {"type": ["string", "integer"]}
"""Article and paragraph numbers: loaders read them as they are written, so quotes are needed only for 15.10 and the like."""
FLAG: Schema = {"enum": [True, False, "true", "false"]}


def one_of(values: Iterable[str]) -> Schema:
    """Return the schema of one word of a closed vocabulary."""
    return {"enum": sorted(values)}


def many(item: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": item}


def one_or_many(item: Schema) -> Schema:
    """Return the schema of a list, where a single item may stand alone."""
    return {"anyOf": [item, many(item)]}


def mapping(properties: Mapping[str, Schema], required: Iterable[str] = (), description: str = "") -> Schema:
    """Return the schema of a mapping that takes no other keys."""
    told: Schema = {"description": description} if description else {}
    return {
        **told,
        "type": "object",
        "properties": dict(properties),
        "required": sorted(required),
        "additionalProperties": False,
    }


def document(title: str, schema: Schema) -> Schema:
    """Return the schema as that of a whole file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
