"""Schemas of rules, of rules over treaty elements and of profiles."""

from __future__ import annotations

from typing import get_args

from ..checking.faults import FAULTS
from ..checking.indicators import INDICATORS
from ..checking.kinds import KINDS
from ..checking.rule import Scope, Within
from ..checking.selecting import ACTORS
from ..model.finding import SEVERITIES, Confidence, Support
from ..model.law import Level
from ..model.reading import Polarity, RoleName
from ..model.treaty import Duty, ElementKind, Need, Qualifier
from .parts import FLAG, TEXT, Schema, document, many, mapping, one_of, one_or_many
from .treaty import concepts


def rule_schema() -> Schema:
    """Return the schema of `rules/<pack>/<rule>.yaml`. What only one kind knows is told per kind."""
    selector = {"$ref": "#/$defs/selector"}
    options = sorted({key for kind in KINDS.values() for key in kind.options})
    properties: dict[str, Schema] = {
        **_heads(),
        "kind": one_of(KINDS),
        "indicators": one_or_many(one_of(INDICATORS)),
        "matched_basis": _bases(),
        "when": selector,
        "lacks": selector,
        "unless": one_or_many(selector),
        "milder": one_or_many(mapping({"to": one_of(SEVERITIES), "where": selector}, ("to", "where"))),
        "repeats": one_of(SEVERITIES),
        "look_in": one_or_many(one_of(get_args(Scope))),
        "once": FLAG,
        "governing": FLAG,
        "examples": mapping({"fail": many(TEXT), "pass": many(TEXT)}, ("fail", "pass")),
        **dict.fromkeys(options, one_or_many(TEXT)),
    }
    by_kind: list[Schema] = [
        {
            "if": {"properties": {"kind": {"const": name}}},
            "then": {
                "required": sorted(kind.needs),
                "properties": {
                    key: one_or_many(one_of(allowed)) if (allowed := kind.options.get(key)) else key in kind.options
                    for key in options
                },
            },
        }
        for name, kind in KINDS.items()
    ]
    required = (
        "title",
        "why",
        "kind",
        "severity",
        "confidence",
        "faults",
        "indicators",
        "message",
        "remedy",
        "basis",
        "examples",
    )
    found = document("A rule", mapping(properties, required))
    return {**found, "allOf": by_kind, "$defs": {"selector": _selector(), "terms": _terms(), "concept": concepts()}}


def treaty_rule_schema() -> Schema:
    """Return the schema of `rules/treaties/<rule>.yaml`."""
    pattern = mapping(
        {
            "kind": many(one_of(get_args(ElementKind))),
            "need": many(one_of(get_args(Need))),
            "concepts": many({"$ref": "#/$defs/concept"}),
            "qualified": many(one_of(get_args(Qualifier))),
            "firm": FLAG,
        }
    )
    patterns = many({**pattern, "minProperties": 1})
    properties: dict[str, Schema] = {
        **_heads(),
        "role": many(one_of((*get_args(RoleName), "final"))),
        "duty": many(one_of(get_args(Duty))),
        "has": patterns,
        "lacks": patterns,
    }
    required = ("title", "why", "severity", "confidence", "faults", "message", "basis", "has")
    found = document("A rule over the elements of treaties", mapping(properties, required))
    return {**found, "$defs": {"concept": concepts()}}


def profile_schema() -> Schema:
    """Return the schema of `rules/profiles/<name>.yaml`."""
    severity = one_of(SEVERITIES)
    properties: dict[str, Schema] = {
        "title": TEXT,
        "gist": TEXT,
        **{key: one_or_many(TEXT) for key in ("packs", "rules", "leave_out")},
        "severity": {"type": "object", "additionalProperties": severity},
        "at_least": severity,
    }
    return document("A profile", mapping(properties, ("title", "gist")))


def _heads() -> dict[str, Schema]:
    return {
        "title": TEXT,
        "why": TEXT,
        "severity": one_of(SEVERITIES),
        "confidence": one_of(get_args(Confidence)),
        "faults": one_or_many(one_of(FAULTS)),
        "message": TEXT,
        "remedy": TEXT,
        "basis": _bases(),
    }


def _bases() -> Schema:
    return many({**mapping(dict.fromkeys(get_args(Support), one_or_many(TEXT))), "minProperties": 1})


def _selector() -> Schema:
    terms = {"$ref": "#/$defs/terms"}
    return mapping(
        {
            "role": one_or_many(one_of(get_args(RoleName))),
            "level": one_or_many(one_of(get_args(Level))),
            **dict.fromkeys(("all", "any", "none", "point_at"), terms),
            "within": one_of(get_args(Within)),
            "facts": {
                "type": "object",
                "additionalProperties": {"type": "string", "pattern": r"^(<=|>=|<|>|=)\s*\d+(\.\d+)?$"},
            },
            "by": one_or_many(one_of(ACTORS)),
            "defined": FLAG,
            "headings": FLAG,
            "heading": one_or_many({"$ref": "#/$defs/concept"}),
        }
    )


def _terms() -> Schema:
    """Return the schema of concepts to look for: an id, `id:polarity`, or several joined by a bar."""
    polarity = "|".join(get_args(Polarity))
    term = rf"[a-z0-9_]+(:({polarity})(\+({polarity}))*)?"
    joined: Schema = {"type": "string", "pattern": rf"^\s*{term}(\s*\|\s*{term})*\s*$"}
    return one_or_many({"anyOf": [{"$ref": "#/$defs/concept"}, joined]})
