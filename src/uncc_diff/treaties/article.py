"""One article file of a corpus as an `Article`, checked against the vocabularies of the model."""

from __future__ import annotations

from typing import cast, get_args

from ..form import Form, listed
from ..model.reading import RoleName
from ..model.treaty import Article, Checked, Counterpart, Duty, Element, ElementKind, Need, Qualifier, Relation
from ..nearest import unknown
from .permitted import WHOLE

_NEED_OF: dict[str, Need] = {
    "elements": "required",
    "options": "option",
    "safeguards": "safeguard",
    "exclusions": "exclusion",
}
_CONCEPT_KEYS = ("any", "all", "narrower", "wider")
_ANSWERED_BY = ("law", "States")
_KEYS = (
    "number", "title", "chapter", "role", "duty", "checked", "gist", "also_called", "paragraphs", *_NEED_OF, "reservations",
    "counterparts", "answered_by", "defining", "thresholds", "reservable",
)  # fmt: skip
_ROLES = (*get_args(RoleName), "final")


def read_article(form: Form, treaty: str, chapters: tuple[str, ...], concepts: frozenset[str] | None) -> Article:
    """Return the article that `form` describes; faults are noted in `form.problems`.

    With `concepts`, a concept that is none of them is a fault, and the nearest one is named.
    """
    form.only(_KEYS)
    paragraphs = form.words("paragraphs")
    elements = _read_elements(form, paragraphs, concepts)
    required = [e.id for e in elements if e.need == "required"]
    for key in ("defining", "thresholds", "reservable"):
        for id_ in (part for text in form.words(key) for part in text.split("|")):
            if id_ not in required and (key, id_) != ("reservable", WHOLE):
                form.blame(f"{key}: {unknown('required element', id_, required)}{listed(required)}", key)
    return Article(
        treaty=treaty,
        number=form.text("number"),
        title=form.text("title"),
        chapter=form.choice("chapter", chapters),
        role=cast("RoleName", form.choice("role", _ROLES)),
        duty=cast("Duty", form.choice("duty", get_args(Duty))),
        checked=cast("Checked", form.choice("checked", get_args(Checked))),
        gist=form.text("gist"),
        elements=elements,
        also_called=form.words("also_called"),
        paragraphs=paragraphs,
        reservations=form.words("reservations"),
        counterparts=tuple(_read_counterpart(row) for row in form.forms("counterparts")),
        for_states=form.choice("answered_by", _ANSWERED_BY, "law") == "States",
        defining=form.words("defining"),
        thresholds=form.words("thresholds"),
        reservable=form.words("reservable"),
    )


def _read_elements(form: Form, paragraphs: tuple[str, ...], concepts: frozenset[str] | None) -> tuple[Element, ...]:
    elements: list[Element] = []
    seen: set[str] = set()
    for key, need in _NEED_OF.items():
        for row in form.forms(key):
            element = _read_element(row, need, concepts)
            if element.id in seen:
                row.blame(f"the element id {element.id!r} stands twice in this article", "id")
            if paragraphs and element.paragraph and element.paragraph not in paragraphs:
                row.blame(f"{unknown('paragraph', element.paragraph, paragraphs)}{listed(paragraphs)}", "paragraph")
            seen.add(element.id)
            elements.append(element)
    return tuple(elements)


def _read_element(row: Form, need: Need, concepts: frozenset[str] | None) -> Element:
    row.only(("id", "kind", *_CONCEPT_KEYS, "paragraph", "gist", "qualified"))
    named = {key: row.words(key, concepts, what="concept") for key in _CONCEPT_KEYS}
    if not row.data.get("any") and not row.data.get("all"):
        row.blame(f"element {row.text('id')!r} names no concept in 'any' or 'all'")
    return Element(
        id=row.text("id"),
        kind=cast("ElementKind", row.choice("kind", get_args(ElementKind))),
        need=need,
        paragraph=row.text("paragraph", needed=False) or None,
        gist=row.text("gist", needed=False),
        qualified=cast("tuple[Qualifier, ...]", row.words("qualified", get_args(Qualifier))),
        **named,
    )


def _read_counterpart(row: Form) -> Counterpart:
    """`new` says that the other treaty has nothing on the subject, so it names no article there."""
    row.only(("treaty", "relation", "article", "difference"))
    relation = cast("Relation", row.choice("relation", get_args(Relation)))
    article = row.text("article", needed=False)
    if (relation == "new") == bool(article):
        row.blame("a counterpart names its article, unless its relation is 'new'", "relation")
    return Counterpart(row.text("treaty"), article, relation, row.text("difference", needed=False))
