"""Who may or shall do it: the actor of the modal verb that governs words of a sentence."""

from __future__ import annotations

from ..model.reading import Fact
from .index import HEADING, Index, Place

BYSTANDERS = frozenset({"any_person", "provider"})
"""Actors that hold no power of the State."""
FARTHEST = 25
"""Words between the modal verb and what it governs, in one provision."""
ASKING = "asks_authority"
"""The concept of applying to somebody who decides."""
HEADS = (":", "-", "\N{EN DASH}", "\N{EM DASH}")
"""How the words that open a list end."""
CLOSE = 40
"""Characters between a modal verb and the verb of asking."""
FIRST_WORDS = 12
"""In an item of a list whose head holds the modal verb, the words must begin within the first of the item."""
CONDITIONS = frozenset({"where", "when", "if", "upon", "on"})
"""With which an item may say first in which case: what is to be done begins behind the last comma."""


def done_by(actors: frozenset[str], place: Place, index: Index) -> bool:
    """Is one of the actors the subject of the modal verb nearest before the words, and does it allow or order?"""
    if place.sentence == HEADING:
        return False
    modal = governing(place, index)
    if modal is None and not index.modals.get((place.passage, place.sentence)):
        return _present_tense(actors, place, index)
    if modal is None or modal.value.get("modality") == "shall_not" or not _near(modal, place, index):
        return False
    actor = str(modal.value.get("actor", "unknown"))
    if actor in ("any_person", "unknown") and _asks(modal, index):
        return False
    return actor in actors or (actor == "any_person" and _authority_before(modal, place, index) in actors)


def _present_tense(actors: frozenset[str], place: Place, index: Index) -> bool:
    """Is one of the actors the first that the sentence names? Civil law drafting states in the present what they do."""
    named = [
        str(fact.value.get("actor"))
        for fact in index.actors.get((place.passage, place.sentence), ())
        if (index.order[fact.quote.provision], fact.quote.start) < (place.order, place.quote.end)
    ]
    return bool(named) and named[0] in actors


def _asks(modal: Fact, index: Index) -> bool:
    """Is what the verb allows no more than to ask somebody else for it ("may apply to the Authority")?"""
    return any(
        place.mention is not None
        and place.mention.concept == ASKING
        and 0 <= place.quote.start - modal.quote.end <= CLOSE
        for place in index.by_provision.get(modal.quote.provision, ())
    )


def _authority_before(modal: Fact, place: Place, index: Index) -> str | None:
    """Return the authority named last before the verb; "seized from any person" in between names nobody who acts."""
    at = (index.order[modal.quote.provision], modal.quote.start)
    named = [
        str(fact.value.get("actor"))
        for fact in index.actors.get((place.passage, place.sentence), ())
        if (index.order[fact.quote.provision], fact.quote.start) < at and fact.value.get("actor") not in BYSTANDERS
    ]
    return named[-1] if named else None


def governing(place: Place, index: Index) -> Fact | None:
    """Return the last modal verb of the sentence that stands before the end of the words."""
    before = [
        fact
        for fact in index.modals.get((place.passage, place.sentence), ())
        if (index.order[fact.quote.provision], fact.quote.start) < (place.order, place.quote.end)
    ]
    return before[-1] if before else _in_head(place, index)


def _in_head(place: Place, index: Index) -> Fact | None:
    """Return the last modal verb of the head of a list whose items are sentences of their own ("shall be obliged: ...")."""
    for parent in index.law.ancestors(place.provision):
        if index.passage_of(parent.id) != place.passage:
            return None
        if parent.text.rstrip().endswith(HEADS):
            found = index.modals_in.get(parent.id, [])
            return found[-1] if found else None
    return None


def _near(modal: Fact, place: Place, index: Index) -> bool:
    text = index.law.by_id[place.provision].text
    if modal.quote.provision == place.provision:
        return len(text[modal.quote.end : place.quote.start].split()) <= FARTHEST
    before = text[: place.quote.start]
    if before.split(" ", 1)[0].lower() in CONDITIONS:
        before = before.rpartition(",")[2]
    return len(before.split()) <= FIRST_WORDS
