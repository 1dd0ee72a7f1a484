"""What of an article is missing once all provisions that answer it are taken together, and what a reader must know of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.mapping import Match
from ..model.reading import Reading
from ..model.treaty import Article, Element, Treaty

FREE = frozenset({"may", "consider", "as_appropriate", "domestic_law"})
"""What loosens an element so far that a law without it lacks nothing the article insists on."""
TURNS_ON = 3
"""Offences and powers that must turn on a term before a law that does not define it is called incomplete."""
SHOWN = ("present", "wider")


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole law and the whole treaty say, for judging one article."""

    core_terms: frozenset[str]
    """Concepts on which several offences and powers of the treaty turn: the terms that a law must settle."""
    defined: frozenset[str]
    """Concepts that the law defines anywhere."""
    punishing: tuple[str, ...]
    """The offences of the law that answer the treaty's, in document order."""
    punishments: frozenset[str]
    """Concepts in the sections of these offences."""
    party_known: bool
    """Without a party profile nobody knows what was reserved, so what may be is not called missing."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Ids of the required elements that are missing, notes on the others, and the provisions that complete the answer."""

    missing: tuple[str, ...]
    notes: tuple[str, ...] = ()
    completed_by: tuple[Match, ...] = ()
    acts_left_out: bool = False
    """Does an offence name none of the article's acts, since it takes over those of another law?"""


def punished(article: Article, known: Known) -> bool:
    """Do the law's own offences carry the sanctions that an article on sanctions asks for?"""
    asked = [e for e in article.elements if e.kind == "penalty" and e.need == "required"]
    return article.role == "penalty" and any(_shown_elsewhere(e, known) for e in asked)


def what_is_known(reading: Reading, treaty: Treaty, matches: Sequence[Match], *, party_known: bool) -> Known:
    """Return what judging any article of the treaty needs; `matches` are those of this treaty."""
    crimes = {a.number for a in treaty.articles if a.role == "offence"}
    accepted = {m.provision for m in matches if m.accepted and m.article in crimes}
    sections = {basic.id for id_ in accepted if (basic := reading.law.basic(id_)) is not None}
    return Known(
        core_terms=_core_terms(treaty),
        defined=frozenset(d.concept for d in reading.definitions if d.concept),
        punishing=tuple(p.id for p in reading.law.provisions if p.id in sections),
        punishments=frozenset(m.concept for id_ in sections for m in reading.within(id_)),
        party_known=party_known,
    )


def count(article: Article, accepted: Sequence[Match], near: Sequence[Match], known: Known) -> Tally:
    """Return what is missing and why the rest is not.

    An element that is narrowed everywhere is missing, unless by an option that the article gives. Not missing: what only
    narrows the article, what a Party is free to leave out or may reserve, and terms on which little turns. Elements of a
    power may stand in other provisions near it (`near`); those of sanctions stand with the offences.
    """
    if any(m.overruled is not None and m.relation == "full" for m in accepted):
        return Tally(())
    completing = _completing(article, accepted, near)
    answering = [*accepted, *completing]
    shown = {e.id for m in answering for e in m.elements if e.status in SHOWN} | _narrowed_by_option(article, answering)
    shown |= {e.id for e in article.elements if _shown_elsewhere(e, known)}
    narrowed = {e.id for m in answering for e in m.elements if e.status == "narrower"}
    open_ = [e for e in article.elements if e.need == "required" and e.id not in shown]
    further = [e for e in open_ if e.id in article.thresholds and e.id not in narrowed]
    reserved = [e for e in open_ if not known.party_known and e.id in article.reservable and e not in further]
    terms = [e for e in open_ if e.kind == "definition" and known.core_terms.isdisjoint(e.any)]
    free = [e for e in open_ if FREE.intersection(e.qualified)]
    missing = [e for e in open_ if e not in (*further, *reserved, *terms, *free)]
    return Tally(
        missing=tuple(e.id for e in missing),
        notes=tuple(_notes(further, reserved, terms, [e for e in missing if e.id in narrowed])),
        completed_by=completing,
        acts_left_out=_acts_left_out(article, accepted),
    )


def _notes(
    further: Sequence[Element], reserved: Sequence[Element], terms: Sequence[Element], narrowed: Sequence[Element]
) -> list[str]:
    notes = []
    if further:
        notes.append(f"reaches further than asked, as it does not call for: {_gists(further)}")
    if reserved:
        notes.append(f"not shown, but open to reservation: {_gists(reserved)}")
    if terms:
        others = "1 other term" if len(terms) == 1 else f"{len(terms)} other terms"
        notes.append(f"{others} of the article not found defined; a treaty fixes its terms for its own purposes")
    if narrowed:
        notes.append(f"asks for more than the article, so covers less: {_gists(narrowed)}")
    return notes


def _completing(article: Article, accepted: Sequence[Match], near: Sequence[Match]) -> tuple[Match, ...]:
    """Return the provisions that show acts and duties of a power which the accepted ones lack.

    Laws give a power over several sections: to search here, to be helped there.
    """
    if article.role != "power" or not accepted:
        return ()
    required = {e.id for e in article.elements if e.need == "required" and e.kind in ("conduct", "duty")}
    lacking = required - {e.id for m in accepted for e in m.elements if e.status in SHOWN}
    found = []
    for match in sorted(near, key=lambda m: (-m.score, m.provision)):
        added = lacking & {e.id for e in match.elements if e.status in SHOWN}
        if added:
            found.append(match)
            lacking -= added
    return tuple(found)


def _shown_elsewhere(element: Element, known: Known) -> bool:
    """A term may be defined anywhere in a law, and its offences may each carry their own punishment."""
    if element.kind == "definition":
        return not known.defined.isdisjoint(element.any)
    return element.kind == "penalty" and not known.punishments.isdisjoint(element.any)


def _acts_left_out(article: Article, accepted: Sequence[Match]) -> bool:
    acts = {e.id for e in article.elements if e.need == "required" and e.kind == "conduct"}
    named = {e.id for m in accepted for e in m.elements if e.status != "absent"}
    return article.role == "offence" and bool(acts) and acts.isdisjoint(named)


def _narrowed_by_option(article: Article, answering: Sequence[Match]) -> set[str]:
    """Return the elements that a provision narrows in the way an option of the article allows: dishonest intent, for one."""
    kinds = {e.id: e.kind for e in article.elements}
    options = {e.id for e in article.elements if e.need == "option"}
    found = set()
    for match in answering:
        taken = {kinds[e.id] for e in match.elements if e.status == "added" and e.id in options}
        found |= {e.id for e in match.elements if e.status == "narrower" and kinds[e.id] in taken}
    return found


def _gists(elements: Sequence[Element]) -> str:
    return ", ".join(e.gist or e.id.replace("_", " ") for e in elements)


def _core_terms(treaty: Treaty) -> frozenset[str]:
    tally: Counter[str] = Counter()
    for article in treaty.articles:
        if article.role in ("offence", "power"):
            turn = [e for e in article.elements if e.need == "required" and e.kind in ("object", "subject")]
            tally.update({concept for e in turn for concept in e.any})
    return frozenset(concept for concept, n in tally.items() if n >= TURNS_ON)
