"""Schema of a project's settings."""

from __future__ import annotations

from typing import get_args

from ..checking import profile_names, rule_ids
from ..config import FAIL_ON
from ..data import RULES
from ..model.finding import SEVERITIES
from ..model.mapping import MatchRelation
from ..model.reading import RoleName
from ..treaties import treaty_ids
from .parts import FLAG, NUMBER, TEXT, Schema, document, mapping, one_of, one_or_many


def config_schema() -> Schema:
    """Return the schema of `uncc-diff.yaml`. Names of the user's own rules, packs and profiles are allowed beside ours."""
    about = {"provision": TEXT, "reason": TEXT, "file": TEXT}
    suppression = mapping({"rule": TEXT, **about}, ("rule", "provision", "reason"))
    override = mapping(
        {
            **about,
            "role": one_of(get_args(RoleName)),
            "article": {"type": "string", "pattern": "^[a-z0-9-]+/.+$"},
            "accepted": FLAG,
            "relation": one_of(get_args(MatchRelation)),
        },
        ("provision", "reason"),
    )
    correction = mapping(
        {"line": TEXT, "starts": TEXT, "page": NUMBER, "reason": TEXT, "file": TEXT}, ("line", "reason")
    )
    packs = sorted({rule.partition("/")[0] for rule in rule_ids((RULES,))})
    graded: Schema = {"type": "object", "additionalProperties": one_of(SEVERITIES)}
    properties: dict[str, Schema] = {
        "profile": {"anyOf": [one_of(profile_names()), TEXT]},
        "against": one_or_many(one_of(treaty_ids())),
        "party": TEXT,
        "rules": one_or_many(TEXT),
        "packs": one_or_many({"anyOf": [one_of(packs), TEXT]}),
        "severities": graded,
        "fail_on": one_of(FAIL_ON),
        "baseline": TEXT,
        "suppressions": one_or_many(suppression),
        "overrides": one_or_many(override),
        "corrections": one_or_many(correction),
    }
    return document("Settings of a project", mapping(properties))
