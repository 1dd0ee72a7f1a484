"""Definitions: used terms without one, and those that say nothing, too much, are never used or clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from ...model.mapping import Mapping
from ...model.reading import Definition, Quote
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import found, holds, select

CHECKS = ("undefined", "circular", "unused", "catch_all", "clashing")
SHORTEST_BODY = 3
"""Words a definition must have for a judgement on it."""
FEWEST_WORDS = 2
"""Words besides the term that leave a definition empty; particles are not counted."""
LONGEST_PARTICLE = 4
_ADDING = ("include", "shall include", "also ")


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield the definitions (or uses without one) that fail the rule's check."""
    yield from _FINDERS[rule.options["check"][0]](rule, index)


def _undefined(rule: Rule, index: Index) -> Iterator[Hit]:
    """Yield the first use of each concept that `when` means and the law does not define."""
    assert rule.when is not None
    defined = {d.concept for d in index.reading.definitions}
    done: set[str] = set()
    for place in select(rule.when, index):
        if place.mention is None or place.mention.concept in defined | done or _inside_definition(place.quote, index):
            continue
        if any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        done.add(place.mention.concept)
        if not _term_is_defined(place.quote, index):
            yield Hit(place, ("law",))


def _circular(rule: Rule, index: Index) -> Iterator[Hit]:
    """Yield definitions that say the term again and hardly anything else; to say by name which one is meant is none."""
    for d in index.reading.definitions:
        body = index.reading.words(d.body)
        term = d.term.lower()
        said = body if d.term.islower() else body.lower()
        rest = [word for word in said.replace(term, " ").split() if len(word.strip(".,;:")) > LONGEST_PARTICLE]
        named = any(
            word[:1].isupper() and word.lower() not in term and before.lower() not in ("this", "these")
            for before, word in pairwise(body.split())
        )
        if (
            term in said
            and len(body.split()) >= SHORTEST_BODY
            and len(rest) <= FEWEST_WORDS
            and not named
            and _applies(rule, d, index)
            and not any(holds(excuse, index.place(d.quote, 0), index) for excuse in rule.unless)
        ):
            yield Hit(index.place(d.quote, 0), words={"other": d.term})


def _unused(rule: Rule, index: Index) -> Iterator[Hit]:
    """Yield terms that stand nowhere in the law but in their own definition."""
    text = " ".join(" ".join(f"{p.heading or ''} {p.text}".lower().split()) for p in index.law.provisions)
    for d in index.reading.definitions:
        terms = " ".join(d.term.lower().split()).split(" or ")
        if index.law.by_id[d.quote.provision].quoted:
            continue  # it is another law's term, and is used there
        place = index.place(d.quote, 0)
        if any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        if min(map(len, terms)) > 2 and not any(_stands_twice(term, text) for term in terms):
            yield Hit(place, ("law",), {"other": d.term})


def _stands_twice(term: str, text: str) -> bool:
    """Does the term stand in the text twice, its last letters changed or not, as a plural or participle would?"""
    stem = term[:-1] if term.endswith(("e", "y", "s")) else term
    return text.find(stem, text.find(stem) + len(stem)) >= 0


def _catch_all(rule: Rule, index: Index) -> Iterator[Hit]:
    """Yield definitions whose own words mention a concept of `terms` (an open list, whatever a minister adds)."""
    wanted = frozenset(rule.options.get("terms", ()))
    for d in index.reading.definitions:
        for place in index.by_provision.get(d.body.provision, ()):
            inside = not place.quote.heading and d.body.start <= place.quote.start < d.body.end
            if inside and place.mention and place.mention.concept in wanted and _applies(rule, d, index):
                yield Hit(place, words={"other": d.term})
                break


def _clashing(rule: Rule, index: Index) -> Iterator[Hit]:
    """Yield a term's second definition with other words and the same reach.

    One that merely "includes" something adds to the first; a name given in passing ("in this section called the Fund")
    holds for the sentence it stands in and what follows.
    """
    by_term: dict[tuple[str, str], list[Definition]] = defaultdict(list)
    for d in index.reading.definitions:
        in_passing = d.body.provision == d.quote.provision and d.body.end <= d.quote.start
        if in_passing or index.reading.words(d.body).lower().startswith(_ADDING):
            continue
        by_term[" ".join(d.term.lower().split()), d.scope].append(d)
    for same in by_term.values():
        first, *others = same
        for d in others:
            if d.quote.provision != first.quote.provision and index.reading.words(d.body) != index.reading.words(
                first.body
            ):
                yield Hit(index.place(d.quote, 0), (first.quote.provision,), {"other": d.term})


def _applies(rule: Rule, definition: Definition, index: Index) -> bool:
    """Does the definition say or name what `when` asks for?"""
    if rule.when is None:
        return True
    concepts = {term.concept for term in rule.when.any}
    if definition.concept in concepts:
        return True
    around = [p for p in index.by_provision.get(definition.quote.provision, ()) if _within(p.quote, definition.quote)]
    return found(rule.when.any, around) is not None


def _within(inner: Quote, outer: Quote) -> bool:
    return inner.heading == outer.heading and outer.start <= inner.start and inner.end <= outer.end


def _inside_definition(quote: Quote, index: Index) -> bool:
    return any(
        d.quote.provision == quote.provision and (_within(quote, d.quote) or _within(quote, d.body))
        for d in index.reading.definitions
    )


def _term_is_defined(quote: Quote, index: Index) -> bool:
    words = " ".join(index.reading.words(quote).lower().split())
    return any(words in term or term in words for term in index.defined_terms if len(term) > 2)


_FINDERS: dict[str, Callable[[Rule, Index], Iterator[Hit]]] = {
    "undefined": _undefined,
    "circular": _circular,
    "unused": _unused,
    "catch_all": _catch_all,
    "clashing": _clashing,
}
