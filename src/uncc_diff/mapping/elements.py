"""Element by element: what of an article a provision has, lacks, narrows, widens or adds, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.mapping import ElementMatch, ElementState, MatchRelation
from ..model.reading import Mention, Quote, Reading
from ..model.treaty import Article, Element
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
    focus = _focus(unit, article)
    mentions = (*unit.inherited, *unit.mentions)
    near = [m for m in mentions if m.sentence in focus] if focus else mentions
    far = [m for m in unit.mentions if m.sentence not in focus] if focus else []
    in_focus, headings = _Mentions(near), _Mentions(unit.heading_mentions)
    everywhere = _Mentions((*near, *far))
    matches = [_element(reading, unit, e, in_focus, everywhere, headings) for e in article.elements]
    asked = {c for e in article.elements for c in (*e.any, *e.all, *e.narrower, *e.wider)}
    for concept in safeguards:
        if concept not in asked:
            quote = everywhere.first((concept,), denied=True)
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


def _focus(unit: Unit, article: Article) -> frozenset[int]:
    """Return the sentences that hold most of what the article is about: there the clause states its duty."""
    about = [e for e in article.elements if e.need == "required" and e.kind in CORE_KINDS]
    showing: dict[str, set[str]] = {}
    for element in about:
        for concept in (*element.any, *element.all):
            showing.setdefault(concept, set()).add(element.id)
    held: dict[int, set[str]] = {}
    for mention in (*unit.inherited, *unit.mentions):
        if mention.concept in showing:
            held.setdefault(mention.sentence, set()).update(showing[mention.concept])
    most = max((len(ids) for ids in held.values()), default=0)
    return frozenset(n for n, ids in held.items() if len(ids) == most)


class _Mentions:
    """Mentions in order of preference, found by concept: the first of each, and the first that is not negated."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._first: dict[str, tuple[int, Quote]] = {}
        self._first_held: dict[str, tuple[int, Quote]] = {}
        for rank, mention in enumerate(mentions):
            self._first.setdefault(mention.concept, (rank, mention.quote))
            if mention.polarity != "negated":
                self._first_held.setdefault(mention.concept, (rank, mention.quote))

    def first(self, concepts: Iterable[str], denied: bool) -> Quote | None:
        """Return the words of the first mention of one of `concepts`; with `denied`, negated mentions do not count."""
        known = self._first_held if denied else self._first
        found = [known[c] for c in concepts if c in known]
        return min(found, key=lambda entry: entry[0])[1] if found else None


def _element(
    reading: Reading, unit: Unit, element: Element, in_focus: _Mentions, everywhere: _Mentions, headings: _Mentions
) -> ElementMatch:
    if element.kind == "definition":
        defined = _defined(reading, unit, element)
        if defined is not None:
            return ElementMatch(element.id, "present", defined)
    denied = element.kind in DENIED_BY_NEGATION
    shown = _shown(element, everywhere, denied)
    if shown is None and element.kind in HEADING_MAY_SHOW:
        shown = _shown(element, headings, denied)
    narrower = in_focus.first(element.narrower, denied)
    wider = in_focus.first(element.wider, denied)
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


def _shown(element: Element, mentions: _Mentions, denied: bool) -> Quote | None:
    """Return the words that show the element: the first of `any` when all of `all` are there too."""
    quotes = [mentions.first((concept,), denied) for concept in element.all]
    if None in quotes:
        return None
    if not element.any:
        return quotes[0] if quotes else None
    return mentions.first(element.any, denied)


def _defined(reading: Reading, unit: Unit, element: Element) -> Quote | None:
    below = {p.id for p in reading.law.walk(unit.provision.id)}
    for definition in reading.definitions:
        if definition.concept in element.any and definition.quote.provision in below:
            return definition.quote
    return None
