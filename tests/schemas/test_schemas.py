"""The schemas that editors use take every file we ship, and refuse what the loaders refuse."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from uncc_diff import yamlio
from uncc_diff.checking.faults import FAULTS
from uncc_diff.data import CORPORA, LEXICON, PROFILES, RULES
from uncc_diff.errors import UsageError
from uncc_diff.schemas import SCHEMAS, schema_json

EXAMPLES = Path(__file__).parents[2] / "examples"
NOT_PACKS = {"lexicon", "grammar", "profiles", "mapping", "treaties"}
FILES = {
    "article": sorted(CORPORA.glob("*/articles/*.yaml")),
    "lexicon": sorted(path for path in LEXICON.glob("*/*.yaml") if not path.name.startswith("_")),
    "party": sorted(EXAMPLES.glob("party-*.yaml")),
    "profile": sorted(PROFILES.glob("*.yaml")),
    "rule": sorted(path for path in RULES.glob("*/*.yaml") if path.parent.name not in NOT_PACKS),
    "treaty": sorted(CORPORA.glob("*/treaty.yaml")),
    "treaty-rule": sorted((RULES / "treaties").glob("*.yaml")),
}
CONFIG = """\
profile: strict
against: [uncc, budapest]
packs: [safeguards]
severities: {safeguards/no-remedy-in-the-law: critical}
fail_on: high
suppressions:
  - {rule: safeguards/no-remedy-in-the-law, provision: "4", reason: "The code of procedure has it."}
overrides:
  - {provision: "4", article: uncc/7, accepted: false, reason: "It is about doors."}
corrections:
  - {line: "4. Access", starts: section, page: 3, reason: "The scan lost a number."}
"""


@cache
def validator(name: str) -> Draft202012Validator:
    import json

    schema = json.loads(schema_json(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(name: str, data: Any) -> list[str]:
    return [f"{'/'.join(map(str, e.path))}: {e.message[:120]}" for e in validator(name).iter_errors(data)]


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_ships_is_valid(name: str) -> None:
    assert FILES[name]
    found = {path.name: faults(name, yamlio.load(path)) for path in FILES[name]}
    assert {file: told for file, told in found.items() if told} == {}


def test_settings_are_valid() -> None:
    assert faults("config", yamlio.loads(CONFIG, name="uncc-diff.yaml")) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name: str) -> None:
    assert validator(name).schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("article", {"role": "offense"}),
        ("article", {"elements": [{"id": "a", "kind": "conduct", "any": ["no_such_concept"]}]}),
        ("article", {"gits": "x"}),
        ("treaty", {"chapters": []}),
        ("rule", {"kind": "presense"}),
        ("rule", {"faults": ["no_such_fault"]}),
        ("rule", {"limit": "6 months"}),
        ("rule", {"when": {"all": ["no_such_concept!"]}}),
        ("treaty-rule", {"has": [{}]}),
        ("treaty-rule", {"has": [{"kind": ["deed"]}]}),
        ("profile", {"at_least": "grave"}),
        ("party", {"bonds": {"no-such-treaty": "none"}}),
        ("lexicon", {"access": {"gist": "getting in", "regex": "acc.*"}}),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_a_mistake_is_marked(name: str, change: dict[str, Any]) -> None:
    path = next(p for p in FILES[name] if name != "rule" or "kind: absence" in p.read_text(encoding="utf-8"))
    data = yamlio.load(path)
    assert faults(name, data) == []
    assert faults(name, {**data, **change}) != []


def test_vocabularies_are_those_of_the_loaders() -> None:
    assert set(validator("rule").schema["properties"]["faults"]["anyOf"][0]["enum"]) == FAULTS


def test_an_unknown_schema_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        schema_json("rules")
    assert "treaty-rule" in caught.value.hint
