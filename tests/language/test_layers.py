"""Definitions, references, facts, polarity and roles, as cases of fictional text with the exact place."""

from __future__ import annotations

from typing import Any

import pytest
from arvena import cases, read


@pytest.mark.parametrize("name", cases("definitions"))
def test_definitions(name: str) -> None:
    case = cases("definitions")[name]
    reading = read(case["law"])
    found = [
        {"term": d.term, "body": reading.words(d.body), "concept": d.concept, "scope": d.scope}
        for d in reading.definitions
    ]
    for d in reading.definitions:
        assert reading.words(d.quote) in (d.term, f"the {d.term}")
    assert [{k: f[k] for k in wanted} for f, wanted in zip(found, case["defines"], strict=True)] == case["defines"]


@pytest.mark.parametrize("name", cases("references"))
def test_references(name: str) -> None:
    case = cases("references")[name]
    reading = read(case["law"])
    found: dict[str, list[str]] = {}
    for r in reading.references:
        end = f">> {r.external}" if r.external else f"> {r.target or '?'}"
        found.setdefault(r.quote.provision, []).append(f"{reading.words(r.quote)} {end}")
    assert found == case["refers"]


@pytest.mark.parametrize("name", cases("facts"))
def test_penalties_and_time_limits(name: str) -> None:
    case = cases("facts")[name]
    reading = read(case["text"])
    found = [f for f in reading.facts if f.kind in ("penalty", "time_limit")]
    assert [{"kind": f.kind, "value": _plain(f.value)} for f in found] == [
        {"kind": w["kind"], "value": _plain(w["value"])} for w in case["facts"]
    ]
    for fact, wanted in zip(found, case["facts"], strict=True):
        assert reading.words(fact.quote) == wanted.get("words", reading.words(fact.quote))


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    """Return the value with numbers as numbers, whether they come from YAML or from a fact."""

    def number(item: Any) -> Any:
        try:
            return float(item) if not isinstance(item, bool) else str(item)
        except ValueError:
            return item

    return {key: number(item) for key, item in value.items()}


@pytest.mark.parametrize("name", cases("modalities"))
def test_modalities(name: str) -> None:
    case = cases("modalities")[name]
    reading = read(case["text"])
    found = [{"words": reading.words(f.quote), "value": f.value} for f in reading.facts if f.kind == "modality"]
    assert found == [case["expect"]]


@pytest.mark.parametrize("name", cases("polarity"))
def test_polarity(name: str) -> None:
    case = cases("polarity")[name]
    reading = read(case["text"])
    for concept, wanted in case["expect"].items():
        found = [m.polarity for m in reading.mentions if m.concept == concept]
        wanted = [] if wanted == "null" else wanted if isinstance(wanted, list) else [wanted]
        assert found[: len(wanted) or None] == wanted, concept


@pytest.mark.parametrize(("role", "number"), [(r, n) for r, texts in cases("roles").items() for n in range(len(texts))])
def test_roles(role: str, number: int) -> None:
    case = cases("roles")[role][number]
    reading = read([{"level": "section", "number": "1", **case}])
    found = reading.roles["sec_1"]
    assert found.name == role
    assert role == "other" or (found.evidence and all(reading.words(q) for q in found.evidence))


def test_a_subsection_has_a_role_of_its_own_where_it_does_something_else() -> None:
    search = {
        "level": "subsection",
        "number": "1",
        "text": "A police officer may search a computer system with a warrant issued by a judge.",
    }
    offence = {
        "level": "subsection",
        "number": "2",
        "text": "A person who obstructs the officer commits an offence and is liable to a fine of two hundred dollars.",
    }
    reading = read([{"level": "section", "number": "7", "heading": "Search", "provisions": [search, offence]}])
    assert reading.roles["sec_7"].name == "power"
    assert reading.roles["sec_7__subsec_2"].name == "offence"
    assert "sec_7__subsec_1" not in reading.roles


DEFINED = (
    "In this section, “lighthouse engine” means a device that performs automatic processing of data. "
    "A lighthouse engine is oiled."
)


def test_a_defined_term_counts_as_the_concept_within_its_scope() -> None:
    reading = read(
        [
            {
                "level": "section",
                "number": "1",
                "text": DEFINED,
            },
            {"level": "section", "number": "2", "text": "A lighthouse engine is oiled."},
        ]
    )
    named = [
        m.quote
        for m in reading.mentions
        if m.concept == "computer_system" and reading.words(m.quote) == "lighthouse engine"
    ]
    assert {q.provision for q in named} == {"sec_1"}
    assert len(named) == 2


def test_what_a_definition_says_of_right_counts_only_through_the_term() -> None:
    reading = read("“trespass” means entry without right; and whoever enters without right commits an offence.")
    places = [m.quote.start for m in reading.mentions if m.concept == "without_right"]
    assert places == []


def test_a_sentence_runs_through_its_paragraphs_and_no_further() -> None:
    law = [
        {
            "level": "section", "number": "1",
            "provisions": [
                {"level": "subsection", "number": "1", "text": "Whoever intentionally", "provisions": [
                    {"level": "paragraph", "number": "a", "text": "accesses a computer system; or"},
                    {"level": "paragraph", "number": "b", "text": "damages No. 4 lamp, commits an offence."},
                ]},
                {"level": "subsection", "number": "2", "text": "Lamps burn. Oil is green."},
            ],
        }
    ]  # fmt: skip
    reading = read(law)
    said = [[reading.words(q) for q in sentence] for sentence in reading.sentences["sec_1"]]
    assert said == [
        ["Whoever intentionally", "accesses a computer system; or", "damages No. 4 lamp, commits an offence."],
        ["Lamps burn."],
        ["Oil is green."],
    ]
    assert {m.sentence for m in reading.mentions} == {0}


def test_no_join_leaps_from_one_paragraph_into_the_next() -> None:
    law = [
        {
            "level": "section", "number": "1", "text": "The keeper shall",
            "provisions": [
                {"level": "paragraph", "number": "a", "text": "delete old marks;"},
                {"level": "paragraph", "number": "b", "text": "keep computer data."},
            ],
        }
    ]  # fmt: skip
    assert [m for m in read(law).mentions if m.concept == "data_interference"] == []
