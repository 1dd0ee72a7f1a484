"""One article file of a corpus as an `Article`, checked against the vocabularies of the model."""

from __future__ import annotations

from typing import cast, get_args

from ..model.reading import RoleName
from ..model.treaty import Article, Checked, Counterpart, Duty, Element, ElementKind, Need, Qualifier, Relation
from .form import Form, nearest

_NEED_OF: dict[str, Need] = {
    "elements": "required",
    "options": "option",
    "safeguards": "safeguard",
    "exclusions": "exclusion",
}
_CONCEPT_KEYS = ("any", "all", "narrower", "wider")
_ANSWERED_BY = ("law", "States")
_FLAGS = ("answered_by", "defining", "thresholds", "reservable")
_ROLES = (*get_args(RoleName), "final")


def read_article(form: Form, treaty: str, chapters: frozenset[str], concepts: frozenset[str] | None) -> Article:
    """Return the article that `form` describes; faults are noted in `form.problems`.

    With `concepts`, a concept that is none of them is a fault, and the nearest one is named.
    """
    form.expect(
        ("number", "title", "chapter", "role", "duty", "checked", "gist"),
        ("also_called", "paragraphs", *_NEED_OF, "reservations", "counterparts", *_FLAGS),
    )
    if form.text("chapter") not in chapters and "chapter" in form.node:
        form.note(
            f"no chapter {form.text('chapter')!r} in treaty.yaml; allowed: {', '.join(sorted(chapters))}", "chapter"
        )
    paragraphs = form.texts("paragraphs")
    elements = _read_elements(form, paragraphs, concepts)
    required = [e.id for e in elements if e.need == "required"]
    for key in ("defining", "thresholds", "reservable"):
        for id_ in (part for text in form.texts(key) for part in text.split("|")):
            if id_ not in required:
                form.note(f"no required element {id_!r} in this article; allowed: {', '.join(required)}", key)
    return Article(
        treaty=treaty,
        number=form.text("number"),
        title=form.text("title"),
        chapter=form.text("chapter"),
        role=cast("RoleName", form.choice("role", _ROLES)),
        duty=cast("Duty", form.choice("duty", get_args(Duty))),
        checked=cast("Checked", form.choice("checked", get_args(Checked))),
        gist=form.text("gist"),
        elements=elements,
        also_called=form.texts("also_called"),
        paragraphs=paragraphs,
        reservations=form.texts("reservations"),
        counterparts=tuple(_read_counterpart(row) for row in form.forms("counterparts", "counterpart")),
        for_states=form.choice("answered_by", _ANSWERED_BY) == "States",
        defining=form.texts("defining"),
        thresholds=form.texts("thresholds"),
        reservable=form.texts("reservable"),
    )


def _read_elements(form: Form, paragraphs: tuple[str, ...], concepts: frozenset[str] | None) -> tuple[Element, ...]:
    elements: list[Element] = []
    seen: set[str] = set()
    for key, need in _NEED_OF.items():
        for row in form.forms(key, "element"):
            element = _read_element(row, need, concepts)
            if element.id in seen:
                row.note(f"the element id {element.id!r} stands twice in this article", "id")
            if paragraphs and element.paragraph and element.paragraph not in paragraphs:
                row.note(
                    f"no paragraph {element.paragraph!r} in this article; allowed: {', '.join(paragraphs)}", "paragraph"
                )
            seen.add(element.id)
            elements.append(element)
    return tuple(elements)


def _read_element(row: Form, need: Need, concepts: frozenset[str] | None) -> Element:
    row.expect(("id", "kind"), (*_CONCEPT_KEYS, "paragraph", "gist", "qualified"))
    named = {key: row.texts(key) for key in _CONCEPT_KEYS}
    if not named["any"] and not named["all"]:
        row.note(f"element {row.text('id')!r} names no concept in 'any' or 'all'")
    for key, ids in named.items():
        for concept in ids:
            if concepts is not None and concept not in concepts:
                row.note(f"unknown concept {concept!r}{nearest(concept, concepts)}", key)
    return Element(
        id=row.text("id"),
        kind=cast("ElementKind", row.choice("kind", get_args(ElementKind))),
        need=need,
        paragraph=row.text("paragraph") or None,
        gist=row.text("gist"),
        qualified=cast("tuple[Qualifier, ...]", row.choices("qualified", get_args(Qualifier))),
        **named,
    )


def _read_counterpart(row: Form) -> Counterpart:
    """`new` says that the other treaty has nothing on the subject, so it names no article there."""
    row.expect(("treaty", "relation"), ("article", "difference"))
    relation = cast("Relation", row.choice("relation", get_args(Relation)))
    if (relation == "new") == bool(row.text("article")):
        row.note("a counterpart names its article, unless its relation is 'new'", "relation")
    return Counterpart(row.text("treaty"), row.text("article"), relation, row.text("difference"))
