"""How one treaty model stands to another, derived from its counterparts and from the elements on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.difference import Answer, ArticleRow, Bearing, Change, Dropped, ElementRow, TreatyDifference
from ..model.treaty import Article, Element, Need, Qualifier, Treaty

_REACHING = frozenset({"conduct", "object", "link", "duty", "penalty"})
"""Kinds that make an article reach further when there are more of them."""
_LIMITING = frozenset({"fault", "circumstance", "result", "condition", "time_limit"})
"""Kinds that make it reach less far."""
_PROTECTING = frozenset({"authorization", "safeguard", "remedy", "ground"})
_LOWERS_A_BAR = frozenset({"dual_criminality_not_required"})
"""Concepts that take a protection away: what has one of them reaches further."""
_REVERSED: dict[Bearing, Bearing] = {
    "wider": "narrower",
    "narrower": "wider",
    "stronger_safeguard": "weaker_safeguard",
    "weaker_safeguard": "stronger_safeguard",
}
Place = tuple[str, str]
"""Article number and element id."""


def difference(here: Treaty, there: Treaty) -> TreatyDifference:
    """Return how `here` stands to `there`. Nothing is read from texts: the models are compared."""
    answers = {article.number: _answers(article, there) for article in here.articles}
    matches = {article.number: _matches(article, answers[article.number]) for article in here.articles}
    lost = _lost(here, there, answers, {place for found in matches.values() for place in found.values()})
    rows = tuple(
        _row(article, there, answers[article.number], matches[article.number], lost.get(article.number, ()))
        for article in here.articles
    )
    held = {answer.article.number for row in rows for answer in row.answers}
    dropped = tuple(_dropped(article, here) for article in there.articles if article.number not in held)
    return TreatyDifference(here, there, rows, dropped)


def _answers(article: Article, there: Treaty) -> tuple[Answer, ...]:
    return tuple(
        Answer(other, c.relation, c.difference)
        for c in article.counterparts
        if c.treaty == there.id and (other := there.article(c.article)) is not None
    )


def _row(
    article: Article, there: Treaty, answers: tuple[Answer, ...], matches: Mapping[str, Place], lost: Iterable[Place]
) -> ArticleRow:
    if not answers:
        notes = [c.difference for c in article.counterparts if c.treaty == there.id and c.relation == "new"]
        return ArticleRow(article, note=" ".join(notes), stated=bool(notes))
    others = {answer.article.number: answer.article for answer in answers}
    rows = [_element_row(element, article, others, matches.get(element.id)) for element in article.elements]
    for number, id in lost:  # noqa: A001
        element = _element(others[number], id)
        bearing = _bearing("dropped", element, others[number])
        rows.append(ElementRow("dropped", bearing, there=element, there_article=others[number]))
    return ArticleRow(article, answers, elements=tuple(rows))


def _element_row(element: Element, article: Article, others: Mapping[str, Article], match: Place | None) -> ElementRow:
    if match is None:
        return ElementRow("new", _bearing("new", element, article), here=element)
    other = others[match[0]]
    answering = _element(other, match[1])
    change = _change(element, article, answering, other)
    bearer = answering if _protects(answering) else element
    return ElementRow(change, _bearing(change, bearer, article), element, answering, other)


def _dropped(article: Article, here: Treaty) -> Dropped:
    notes = [c.difference for c in article.counterparts if c.treaty == here.id and c.relation == "new"]
    return Dropped(article, " ".join(notes), stated=bool(notes))


def _matches(article: Article, answers: tuple[Answer, ...]) -> dict[str, Place]:
    """Return by element id what answers it: the element with its id, else the one of its kind that shares most concepts."""
    free = {(answer.article.number, e.id): e for answer in answers for e in answer.article.elements}
    found: dict[str, Place] = {}
    for by_id in (True, False):
        for element in article.elements:
            if element.id in found:
                continue
            likely = {
                place: _shared(element, other)
                for place, other in free.items()
                if (other.id == element.id if by_id else other.kind == element.kind)
            }
            best = max(likely, key=lambda place: likely[place], default=None)
            if best is not None and (by_id or likely[best] > 0):
                found[element.id] = best
                del free[best]
    return found


def _shared(one: Element, other: Element) -> float:
    """Return the share of their concepts that both elements name."""
    mine, theirs = {*one.any, *one.all}, {*other.any, *other.all}
    return len(mine & theirs) / len(mine | theirs)


def _lost(
    here: Treaty, there: Treaty, answers: Mapping[str, tuple[Answer, ...]], taken: set[Place]
) -> dict[str, list[Place]]:
    """Return what no article takes up, under the article that the model of `there` names first as its counterpart."""
    lost: dict[str, list[Place]] = {}
    for holder in there.articles:
        answering = [
            article
            for c in holder.counterparts
            if c.treaty == here.id and (article := here.article(c.article)) is not None
            if any(answer.article.number == holder.number for answer in answers[article.number])
        ]
        known = {e.id for article in answering for e in article.elements}
        for element in holder.elements:
            if answering and (holder.number, element.id) not in taken and element.id not in known:
                lost.setdefault(answering[0].number, []).append((holder.number, element.id))
    return lost


def _element(article: Article, id: str) -> Element:  # noqa: A002 - the domain's word
    return next(element for element in article.elements if element.id == id)


def _change(here: Element, article: Article, there: Element, other: Article) -> Change:
    mine, theirs = _need(here, article), _need(there, other)
    if mine != theirs and not (_protects(here) or _protects(there)):
        if (mine, theirs) == ("option", "required"):
            return "optional"
        return "required" if (mine, theirs) == ("required", "option") else "other_need"
    loosened, theirs_loosened = _qualified(here, article), _qualified(there, other)
    if loosened == theirs_loosened:
        return "same"
    if loosened > theirs_loosened:
        return "looser"
    return "firmer" if loosened < theirs_loosened else "other_need"


def _need(element: Element, article: Article) -> Need:
    """Return the need of the element; what an article that only permits asks for is an option."""
    return "option" if element.need == "required" and article.duty in ("may", "shall_consider") else element.need


def _qualified(element: Element, article: Article) -> frozenset[Qualifier]:
    """Return what loosens the element. An option is left to the Party, whether it says so or not."""
    own = frozenset(element.qualified)
    return own | {"may"} if _need(element, article) == "option" else own


def _bearing(change: Change, element: Element, article: Article) -> Bearing:
    """Return what follows from the change. An option that only a Party's choice makes effective bears like a duty."""
    if change == "same" or element.kind == "definition" or article.role == "final":
        return "none"
    if change == "other_need":
        return "open"
    more: Bearing
    if _protects(element):
        more = "stronger_safeguard"
    elif element.kind in _REACHING or _LOWERS_A_BAR & {*element.any, *element.all} or _one_of_several(element, article):
        more = "wider"
    elif element.need == "exclusion" or element.kind in _LIMITING:
        more = "narrower"
    else:
        return "open"
    return more if change in ("new", "required", "firmer") else _REVERSED[more]


def _protects(element: Element) -> bool:
    return element.need == "safeguard" or element.kind in _PROTECTING


def _one_of_several(element: Element, article: Article) -> bool:
    """Is it one of several means of an offence? Each is enough, so one more makes the article reach further."""
    return (
        article.role == "offence"
        and element.kind == "means"
        and any(e.kind == "means" and e.id != element.id for e in article.elements)
    )
