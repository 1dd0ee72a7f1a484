"""A fictional convention: its model, and its text as a publisher would print it."""

from __future__ import annotations

from dataclasses import replace

from uncc_diff import pipeline
from uncc_diff.model.law import Law
from uncc_diff.model.treaty import Article, Counterpart, Element, Treaty

TEXT = """\
Convention of Arvena on Machines

The States that join this Convention,

Wishing to keep their machines safe,

Chapter I
Offences

Article 1 - Illegal access

1. Each State shall make it an offence to access a computer system intentionally and without right.

2. A State may require that the offence be committed by infringing security measures.

Article 2 - Searching of machines

1. Each State shall empower its police to:

(a) search a computer system; and

(b) seize a computer system.

2. A court shall authorize each search in a warrant issued by a judge.

Article 3 - Mutual assistance

The States shall afford one another mutual legal assistance in criminal matters.
"""


def article(number: str, title: str, role: str, *elements: Element, **facts: object) -> Article:
    plain = Article(
        treaty="arvena", number=number, title=title, chapter="I", role=role,  # type: ignore[arg-type]
        duty="shall", checked="official", gist=f"About {title.lower()}.", elements=elements,
    )  # fmt: skip
    return replace(plain, **facts)  # type: ignore[arg-type]


def element(id: str, kind: str, *concepts: str, need: str = "required", **facts: object) -> Element:  # noqa: A002
    return Element(id, kind, need, any=concepts, **facts)  # type: ignore[arg-type]


ACCESS = article(
    "1", "Illegal access", "offence",
    element("conduct", "conduct", "access", paragraph="1"),
    element("object", "object", "computer_system", paragraph="1"),
    element("intent", "fault", "intentional", paragraph="1"),
    element("security", "circumstance", "infringing_security", need="option", paragraph="2"),
    paragraphs=("1", "2"),
)  # fmt: skip
SEARCH = article(
    "2", "Searching of machines", "power",
    element("search", "conduct", "search", paragraph="1(a)"),
    element("seizure", "conduct", "seizure", paragraph="1(b)"),
    element("warrant", "authorization", "judicial_authorization", "warrant", need="safeguard", paragraph="2"),
    paragraphs=("1", "1(a)", "1(b)", "2"),
)  # fmt: skip
ASSISTANCE = article("3", "Mutual assistance", "cooperation", element("conduct", "conduct", "mutual_legal_assistance"))
CONVENTION = Treaty(
    id="arvena", title="Convention of Arvena on Machines", short="Arvena", model_version="1",
    articles=(ACCESS, SEARCH, ASSISTANCE), source="Arvena Treaty Series 1", fetch="https://treaties.example/arvena",
)  # fmt: skip


def linked(one: Article, treaty: str, number: str, relation: str = "same", difference: str = "") -> Article:
    return replace(one, counterparts=(Counterpart(treaty, number, relation, difference),))  # type: ignore[arg-type]


def read(text: str = TEXT) -> Law:
    return pipeline.outline_bytes(text.encode("utf-8"), "convention.txt")
