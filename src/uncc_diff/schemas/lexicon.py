"""Schema of the lexicon's files of concepts."""

from __future__ import annotations

from .parts import FLAG, TEXT, Schema, document, many, mapping


def lexicon_schema() -> Schema:
    """Return the schema of `rules/lexicon/<language>/<field>.yaml` (files that begin with an underscore are grammar)."""
    concept = mapping(
        {
            "gist": TEXT,
            **{key: many(TEXT) for key in ("broader", "phrases", "cancelled_by", "terms", "defined_as")},
            "heading_ok": FLAG,
            "in_definitions": FLAG,
            "examples": mapping({"hit": many(TEXT), "miss": many(TEXT)}),
        },
        ("gist",),
    )
    return document(
        "Concepts and the words that show them",
        {"type": "object", "propertyNames": {"pattern": "^[a-z0-9_]+$"}, "additionalProperties": concept},
    )
