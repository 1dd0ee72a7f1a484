"""Element by element: what of an article a provision has, lacks, narrows, widens or adds, and the words that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..model.mapping import ElementMatch, ElementState, MatchRelation
from ..model.reading import Quote, Reading
from ..model.treaty import Article, Element
from .evidence import Evidence, Words
from .profiles import CORE_KINDS
from .units import Unit

DENIED_BY_NEGATION = frozenset(
    {"fault", "circumstance", "condition", "time_limit", "authorization", "safeguard", "remedy", "actor", "link"}
)
"""Kinds that negated words do not show ("need not be intended"). In an offence a negated act is the prohibition itself."""
HEADING_MAY_SHOW = frozenset({"conduct", "object", "duty", "subject"})
"""Kinds for which the heading is taken when the text is silent; a heading never shows a fault or a safeguard."""
NOT_ASKED = frozenset({"option", "safeguard", "exclusion"})


def compare_elements(
    reading: Reading, unit: Unit, article: Article, safeguards: Sequence[str]
) -> tuple[ElementMatch, ...]:
    """Return every element of `article` as it stands in `unit`, in the article's order, then the safeguards it adds.

    `safeguards` are concepts that protect the person concerned; one that no element asks for is `added`, with the
    concept as its id.
    """
    words = _Words(unit.evidence, _focus(unit.evidence, article))
    matches = [_element(reading, unit, e, words) for e in article.elements]
    there = [c for c in safeguards if c in unit.evidence.text]
    if there:
        asked = {c for e in article.elements for c in (*e.any, *e.all, *e.narrower, *e.wider)}
        for concept in there:
            quote = words.anywhere((concept,), denied=True) if concept not in asked else None
            if quote is not None:
                matches.append(ElementMatch(concept, "added", quote))
    return tuple(matches)


def relation(article: Article, matches: Sequence[ElementMatch], accepted: bool) -> MatchRelation:
    """Return full (every required element present or wider), partial, or related (not accepted)."""
    if not accepted:
        return "related"
    status = {m.id: m.status for m in matches}
    required = [e for e in article.elements if e.need == "required"]
    return "full" if all(status[e.id] in ("present", "wider") for e in required) else "partial"


def _focus(evidence: Evidence, article: Article) -> frozenset[int]:
    """Return the sentences that hold most of what the article is about: there the clause states its duty."""
    held: dict[int, int] = {}
    for element in article.elements:
        if element.need == "required" and element.kind in CORE_KINDS:
            for sentence in {n for c in (*element.any, *element.all) for n in evidence.sentences.get(c, ())}:
                held[sentence] = held.get(sentence, 0) + 1
    most = max(held.values(), default=0)
    return frozenset(n for n, count in held.items() if count == most)


class _Words:
    """The words of a unit that show concepts: those of the sentences in focus first, then all others."""

    def __init__(self, evidence: Evidence, focus: frozenset[int]) -> None:
        self._evidence = evidence
        self._focus = focus

    def in_focus(self, concepts: Iterable[str], denied: bool) -> Quote | None:
        """Return the first words in focus for one of `concepts`; with `denied`, negated mentions do not count."""
        return self._first(concepts, denied)[0]

    def anywhere(self, concepts: Iterable[str], denied: bool) -> Quote | None:
        """Return the first words in focus, or else outside it, for one of `concepts`."""
        near, far = self._first(concepts, denied)
        return near or far

    def in_heading(self, concepts: Iterable[str], denied: bool) -> Quote | None:
        """Return the first words of the heading for one of `concepts`."""
        found = [w for c in concepts for w in self._evidence.heading.get(c, ()) if not (denied and w.negated)]
        return min(found, key=lambda w: w.place).quote if found else None

    def _first(self, concepts: Iterable[str], denied: bool) -> tuple[Quote | None, Quote | None]:
        near: Words | None = None
        far: Words | None = None
        for concept in concepts:
            for words in self._evidence.text.get(concept, ()):
                if denied and words.negated:
                    continue
                if not self._focus or words.sentence in self._focus:
                    near = words if near is None or words.place < near.place else near
                    break
                if not words.inherited and (far is None or words.place < far.place):
                    far = words
        return near.quote if near else None, far.quote if far else None


def _element(reading: Reading, unit: Unit, element: Element, words: _Words) -> ElementMatch:
    if element.kind == "definition":
        defined = _defined(reading, unit, element)
        if defined is not None:
            return ElementMatch(element.id, "present", defined)
    denied = element.kind in DENIED_BY_NEGATION
    shown = _shown(element, words.anywhere, denied)
    if shown is None and element.kind in HEADING_MAY_SHOW:
        shown = _shown(element, words.in_heading, denied)
    narrower = words.in_focus(element.narrower, denied) if element.narrower else None
    wider = words.in_focus(element.wider, denied) if element.wider else None
    status: ElementState
    if wider is not None:
        status, quote = "wider", wider
    elif narrower is not None:
        status, quote = "narrower", narrower
    elif shown is not None:
        status, quote = ("added" if element.need in NOT_ASKED else "present"), shown
    else:
        return ElementMatch(element.id, "absent")
    return ElementMatch(element.id, status, quote)


def _shown(element: Element, find: Callable[[Iterable[str], bool], Quote | None], denied: bool) -> Quote | None:
    """Return the words that show the element: the first of `any` when all of `all` are there too."""
    quotes = [find((concept,), denied) for concept in element.all]
    if None in quotes:
        return None
    if not element.any:
        return quotes[0] if quotes else None
    return find(element.any, denied)


def _defined(reading: Reading, unit: Unit, element: Element) -> Quote | None:
    below = {p.id for p in reading.law.walk(unit.provision.id)}
    for definition in reading.definitions:
        if definition.concept in element.any and definition.quote.provision in below:
            return definition.quote
    return None
