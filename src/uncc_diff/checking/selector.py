"""Finds the clauses that a selector means."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator

from ..model.reading import Quote
from .index import HEADING, Index, Place
from .modal import done_by
from .rule import FactTest, Group, Selector, Term, Within

ASSERTED = frozenset({"affirmed", "hypothetical"})
"""Polarities in which words that a rule looks for count: said, or said under a condition."""
PRESENT = frozenset({"affirmed", "hypothetical", "excepted"})
"""Polarities in which a safeguard counts as there: 'except with a warrant' names one too."""
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
}  # fmt: skip


def select(selector: Selector, index: Index) -> Iterator[Place]:
    """Yield the places that the selector means, in document order; a selector without concepts yields whole sections."""
    lead = selector.point_at or selector.any or (selector.all[0] if selector.all else ())
    if not lead:
        yield from (place for place in _sections(index) if _fits(selector, place, index))
        return
    for place in _mentions(lead, index, headings=selector.headings):
        if _fits(selector, place, index):
            yield place


def holds(selector: Selector, place: Place, index: Index) -> bool:
    """Is what the selector asks for found around the place?"""
    return _fits(selector, place, index, counted=PRESENT)


def anywhere(group: Group, index: Index, role: frozenset[str] = frozenset()) -> bool:
    """Is a concept of the group mentioned in the law, in a provision of the role asked for?"""
    for term in group:
        for place in index.by_concept.get(term.concept, ()):
            if place.mention is None or place.mention.polarity not in (term.polarities or PRESENT):
                continue
            here = index.role(place.provision)
            if not role or (here is not None and here.name in role):
                return True
    return False


def _fits(selector: Selector, place: Place, index: Index, counted: frozenset[str] = ASSERTED) -> bool:
    if selector.role and selector.within != "law":
        role = index.role(place.provision)
        if role is None or role.name not in selector.role:
            return False
    if selector.level and index.law.by_id[place.provision].level not in selector.level:
        return False
    if selector.by and not done_by(selector.by, place, index):
        return False
    if selector.defined is not None and _is_defined(place, index) != selector.defined:
        return False
    groups = (*selector.all, selector.any) if selector.any else selector.all
    if selector.within == "law":
        return all(anywhere(g, index, selector.role) for g in groups) and not (
            selector.none and anywhere(selector.none, index)
        )
    if groups or selector.none:
        around = scope(place, selector.within, index)
        if not all(found(group, around, counted) for group in groups):
            return False
        if selector.none and found(selector.none, around, PRESENT):
            return False
    if selector.heading and not any(
        p.sentence == HEADING and p.mention and p.mention.concept in selector.heading
        for p in index.by_provision.get(place.unit, ())
    ):
        return False
    return all(_passes(test, place, index) for test in selector.facts)


def found(group: Group, places: Iterable[Place], counted: frozenset[str] = PRESENT) -> Place | None:
    """Return the first place that mentions a concept of the group in a polarity that counts."""
    wanted: dict[str, Term] = {term.concept: term for term in group}
    for place in places:
        term = wanted.get(place.mention.concept) if place.mention else None
        if term is not None and place.mention and place.mention.polarity in (term.polarities or counted):
            return place
    return None


def scope(place: Place, within: Within, index: Index) -> list[Place]:
    """Return all mentions in the sentence, the item of a list or the subsection with head and closing words, or the section."""
    if within == "sentence":
        return index.by_sentence.get((place.passage, place.sentence), [])
    if within == "item":
        return index.by_provision.get(place.provision, []) + index.above(place.provision)
    if within == "provision":
        return index.below(place.limb) + index.above(place.limb)
    return index.below(place.unit) + index.above(place.unit)


def _mentions(group: Group, index: Index, *, headings: bool) -> list[Place]:
    """Return the mentions of the group's concepts in the text, and in headings where asked, in document order."""
    places = [
        place
        for term in group
        for place in index.by_concept.get(term.concept, ())
        if (headings or place.sentence != HEADING)
        and place.mention
        and place.mention.polarity in (term.polarities or ASSERTED)
    ]
    return sorted(places, key=lambda p: (p.order, p.quote.start, p.quote.end))


def _sections(index: Index) -> Iterator[Place]:
    """Yield a place for the opening words of each section."""
    for id in index.units():  # noqa: A001
        yield opening(id, index)


def opening(id: str, index: Index) -> Place:  # noqa: A002
    """Return the heading of a section as a place, or its first words where it has none."""
    provision = index.law.by_id[id]
    if provision.heading:
        return index.place(Quote(id, 0, len(provision.heading), heading=True), HEADING)
    first = next((p for p in index.law.walk(id) if p.text), provision)
    end = min(len(first.text), 80)
    if end < len(first.text):
        end = first.text.rfind(" ", 0, end) if " " in first.text[:end] else end
    return index.place(Quote(first.id, 0, end), 0)


def _is_defined(place: Place, index: Index) -> bool:
    """Are the words a term that the law defines, or part of one?"""
    words = " ".join(index.reading.words(place.quote).lower().split())
    return (
        words in index.defined_terms
        or _in_defined_term(words, place, index)
        or (place.mention is not None and place.mention.concept in index.defined_concepts)
    )


def _in_defined_term(words: str, place: Place, index: Index) -> bool:
    """Are the words part of a longer term that the law defines, and do they stand in it here?"""
    longer = [term for term in index.defined_terms if words in term and " " in term]
    if not longer or place.quote.heading:
        return False
    text = index.law.by_id[place.provision].text
    around = " ".join(text[max(0, place.quote.start - 60) : place.quote.end + 60].lower().split())
    return any(term in around for term in longer)


def values(name: str, place: Place, index: Index) -> list[tuple[float, Quote]]:
    """Return the numbers that facts of the place's section give under this name, with the words that say them.

    A term without a bound ("imprisonment for two years") is a maximum, as interpretation laws read it, never a minimum.
    `min_months_or_fine` is the least term where the court may choose a fine instead.
    """
    if name == "min_months_or_fine":
        return [
            (float(fact.value["min_months"]), fact.quote)
            for fact in index.facts_below(place.unit)
            if "min_months" in fact.value and fact.value.get("joined") in ("or", "either_or_both")
        ]
    return [
        (float(fact.value[name]), fact.quote)
        for fact in index.facts_below(place.unit)
        if not (name == "min_months" and fact.value.get("exact"))
        and isinstance(fact.value.get(name), int | float)
        and not isinstance(fact.value.get(name), bool)
    ]


def passes(test: FactTest, value: float) -> bool:
    return _COMPARE[test.operator](value, test.number)


def _passes(test: FactTest, place: Place, index: Index) -> bool:
    return any(passes(test, value) for value, _ in values(test.name, place, index))
