"""Schemas of treaty models and of party profiles."""

from __future__ import annotations

from typing import get_args

from ..data import LEXICON
from ..language import load_lexicon
from ..model.party import Effect, StatementKind
from ..model.reading import RoleName
from ..model.treaty import Checked, Duty, ElementKind, Qualifier, Relation
from ..treaties import treaty_ids
from .parts import NUMBER, TEXT, Schema, document, many, mapping, one_of


def concepts() -> Schema:
    """Return the schema of one concept id of the English lexicon."""
    return one_of(load_lexicon("en", LEXICON).concepts)


def treaty_schema() -> Schema:
    """Return the schema of `corpora/<id>/treaty.yaml`."""
    facts = ("adopted", "in_force", "status_source", "fetch", "protocol_to")
    required = ("id", "title", "short", "status", "source", "model_version", "chapters")
    keys: dict[str, Schema] = dict.fromkeys((*required, *facts), TEXT)
    chapters: Schema = {"type": "object", "additionalProperties": TEXT}
    listed = one_of(("listed", "general"))
    return document(
        "A treaty model",
        mapping(
            {**keys, "chapters": chapters, "reservations": listed, "practice": one_of(("true", "false"))}, required
        ),
    )


def article_schema() -> Schema:
    """Return the schema of `corpora/<id>/articles/NN-slug.yaml`."""
    concept = {"$ref": "#/$defs/concept"}
    element = mapping(
        {
            "id": TEXT,
            "kind": one_of(get_args(ElementKind)),
            "paragraph": NUMBER,
            **{key: many(concept) for key in ("any", "all", "narrower", "wider")},
            "qualified": many(one_of(get_args(Qualifier))),
            "gist": TEXT,
        },
        ("id", "kind"),
    )
    counterpart = mapping(
        {"treaty": TEXT, "article": NUMBER, "relation": one_of(get_args(Relation)), "difference": TEXT},
        ("treaty", "relation"),
    )
    lists = ("also_called", "reservations", "defining", "thresholds", "reservable")
    properties: dict[str, Schema] = {
        "number": NUMBER,
        "title": TEXT,
        "chapter": NUMBER,
        "role": one_of((*get_args(RoleName), "final")),
        "duty": one_of(get_args(Duty)),
        "checked": one_of(get_args(Checked)),
        "gist": TEXT,
        "answered_by": one_of(("law", "States")),
        "paragraphs": many(NUMBER),
        "counterparts": many(counterpart),
        **{key: many(TEXT) for key in lists},
        **{key: many({"$ref": "#/$defs/element"}) for key in ("elements", "options", "safeguards", "exclusions")},
    }
    required = ("number", "title", "chapter", "role", "duty", "checked", "gist")
    found = document("One article of a treaty model", mapping(properties, required))
    return {**found, "$defs": {"concept": concepts(), "element": element}}


def party_schema() -> Schema:
    """Return the schema of a party profile."""
    statement = mapping(
        {
            "treaty": one_of(treaty_ids()),
            "article": NUMBER,
            "kind": one_of(get_args(StatementKind)),
            "effect": one_of(get_args(Effect)),
            "elements": many(TEXT),
            "note": TEXT,
            "source": TEXT,
        },
        ("treaty", "article", "kind", "effect"),
    )
    bonds: Schema = {"type": "object", "properties": dict.fromkeys(treaty_ids(), TEXT), "additionalProperties": False}
    keys = {"party": TEXT, "date": TEXT, "source": TEXT, "bonds": bonds, "statements": many(statement)}
    return document("What binds a State", mapping(keys, ("party", "date", "bonds")))
