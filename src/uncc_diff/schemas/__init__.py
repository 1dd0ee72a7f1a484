"""JSON Schemas of our YAML files, made from the vocabularies that the loaders check against, so that an editor knows them too."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from .parts import Schema


def _article() -> Schema:
    from .treaty import article_schema

    return article_schema()


def _config() -> Schema:
    from .config import config_schema

    return config_schema()


def _diff() -> Schema:
    from ..report.schema import versions_schema_text

    found: Any = json.loads(versions_schema_text())
    return dict(found)


def _lexicon() -> Schema:
    from .lexicon import lexicon_schema

    return lexicon_schema()


def _party() -> Schema:
    from .treaty import party_schema

    return party_schema()


def _profile() -> Schema:
    from .rule import profile_schema

    return profile_schema()


def _report() -> Schema:
    from ..report.schema import schema_text

    found: Any = json.loads(schema_text())
    return dict(found)


def _rule() -> Schema:
    from .rule import rule_schema

    return rule_schema()


def _treaty() -> Schema:
    from .treaty import treaty_schema

    return treaty_schema()


def _treaty_rule() -> Schema:
    from .rule import treaty_rule_schema

    return treaty_rule_schema()


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "report": _report,
    "article": _article,
    "config": _config,
    "diff": _diff,
    "lexicon": _lexicon,
    "party": _party,
    "profile": _profile,
    "rule": _rule,
    "treaty": _treaty,
    "treaty-rule": _treaty_rule,
}
"""By name: the JSON of a report and of `diff`, and the YAML files `corpora/*/articles/*`, `uncc-diff.yaml`,
`rules/lexicon/*/*`, party and rule profiles, `rules/*/*`, `corpora/*/treaty.yaml` and `rules/treaties/*`. Each is made when it
is asked for."""


def schema_json(name: str) -> str:
    """Return the schema of this name (2020-12). Raises UsageError for an unknown name."""
    from ..errors import UsageError

    if name not in SCHEMAS:
        raise UsageError(f"there is no schema {name!r}", hint=f"choose one of: {', '.join(SCHEMAS)}")
    if name == "report":
        from ..report.schema import schema_text

        return schema_text()
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1) + "\n"
