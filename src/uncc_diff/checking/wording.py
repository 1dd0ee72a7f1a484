"""Fills the placeholders of a rule's message from the place of the finding."""

from __future__ import annotations

import itertools
import string
from collections.abc import Mapping

from ..model.reading import Fact
from .index import Index, Place
from .modal import BYSTANDERS, governing

PLACEHOLDERS = frozenset(
    {"citation", "heading", "words", "actor", "section", "value", "other", "limit", "count", "missing", "repeats"}
)
_MEASURED = ("value", "limit")
_YEAR = 12
_ARTICLES = frozenset({"the", "a", "an", "any", "such", "that"})
_INTRODUCERS = frozenset(
    {"of", "from", "to", "with", "by", "before", "against", "under", "between", "for", "assist", "help"}
)
_VERBS = frozenset(
    {"may", "shall", "must", "can", "is", "has", "considers", "directs", "issues", "determines", "publishes"}
    | {"decides", "instructs", "enjoins", "restricts", "obliges"}
)
"""Verbs with which the words for an actor may end in the lexicon."""
NOBODY = "the authority"
"""Who acts when the sentence names nobody that the lexicon knows."""


def fill(message: str, place: Place | None, index: Index, more: Mapping[str, str]) -> str:
    """Return the message with its placeholders filled; one that has no value here becomes empty."""
    fields = dict.fromkeys(PLACEHOLDERS, "")
    if place is not None:
        fields |= {
            "citation": index.law.by_id[place.provision].citation or index.law.by_id[place.unit].citation,
            "section": index.law.by_id[place.unit].citation,
            "heading": index.law.by_id[place.unit].heading or "",
            "actor": _actor(place, index),
        }
    for name in _MEASURED:
        # The law's own words, which other placeholders bring in, are never touched.
        message = message.replace(f"{{{name}}} months", f"{{{name}:months}}")
    filled = {**fields, **more}
    terms = {name: _Months(filled[name]) for name in _MEASURED}
    return " ".join(message.format_map(filled | terms).split())


class _Months(str):
    """A number that stands before the word months: `{value:months}` says whole years as years."""

    def __format__(self, spec: str) -> str:
        if spec != "months":
            return str(self)
        try:
            months = float(self)
        except ValueError:
            return f"{self} months"
        number, unit = (months / 12, "year") if months >= _YEAR and months % _YEAR == 0 else (months, "month")
        return f"{number:g} {unit}{'' if number == 1 else 's'}"


def unknown_placeholders(message: str) -> list[str]:
    """Return the placeholders of a message that nothing fills."""
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
    except ValueError:
        return [message]
    return [name for name in names if name not in PLACEHOLDERS]


def _actor(place: Place, index: Index) -> str:
    """Return the words for who acts in the sentence, as the law puts them: the authority named last before the verb that
    governs the words ("the Minister may order that ... be disclosed to an officer": the Minister)."""
    modal = governing(place, index)
    sentence = modal.sentence if modal is not None else place.sentence
    named = [
        fact
        for fact in index.actors.get((place.passage, sentence), ())
        if (index.order[fact.quote.provision], fact.quote.start) < (place.order, place.quote.end)
        and fact.value.get("actor") not in BYSTANDERS
    ]
    if modal is not None:
        at = (index.order[modal.quote.provision], modal.quote.end)
        named = [f for f in named if (index.order[f.quote.provision], f.quote.start) < at] or named
    if not named:
        return NOBODY
    last = next((f for f in reversed(named) if not _introduced(f, index)), named[-1])
    subject = last if modal is not None else named[0]
    return _with_article(" ".join(index.reading.words(subject.quote).split()))


def _introduced(actor: Fact, index: Index) -> bool:
    """Does a word stand before the actor that makes it another's ("upon a memorandum from the police", "assist the police")?"""
    before = index.law.by_id[actor.quote.provision].text[: actor.quote.start].lower().split()
    while before and before[-1] in _ARTICLES:
        before.pop()
    return bool(before) and before[-1] in _INTRODUCERS


def _with_article(words: str) -> str:
    words = words.split(",", 1)[0]
    kept = itertools.takewhile(lambda word: word.lower() not in _VERBS, words.split())
    words = " ".join(kept) or words
    first = words.split(" ", 1)[0].lower()
    return words if first in {"the", "a", "an", "any", "every", "such"} else f"the {words}"
