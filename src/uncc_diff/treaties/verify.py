"""A treaty model held against its official text: articles, titles, paragraph numbers, and the words behind each element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sized
from difflib import SequenceMatcher

from ..model.law import BASIC, Law, Provision
from ..model.reading import Mention, Reading
from ..model.treaty import Article, Element, Treaty
from ..model.verification import ArticleVerification, ElementEvidence, Verification

ALIKE = 0.88
"""Likeness from which two titles are the same: spelling (criminalisation, cooperation) may differ, words may not."""
FEWEST_ELEMENTS = 0.6
"""Share of elements that must find words: a text with the right numbers and other words is another text."""


def verify(treaty: Treaty, reading: Reading) -> Verification:
    """Return the model held against the text that was read. Nothing is decided here; `refusal` does that."""
    articles = _articles(reading.law, treaty)
    return Verification(
        treaty=treaty.id,
        text_title=reading.law.title,
        title_agrees=alike(reading.law.title, treaty.title),
        articles=tuple(_verify(article, articles.get(article.number), reading) for article in treaty.articles),
        articles_in_text=len(articles),
    )


def refusal(verification: Verification, treaty: Treaty) -> tuple[str, ...]:
    """Return why the text is not that of the treaty, or not all of it; empty when it may be kept.

    A text that prints no titles of articles must at least bear the title of the treaty.
    """
    if treaty.practice:
        return (f"there is no official text: {treaty.short} is a model of common practice and no treaty",)
    reasons = []
    missing = [a.article.number for a in verification.articles if not a.present]
    if missing:
        reasons.append(
            f"{len(missing)} of {len(verification.articles)} articles {_are(missing)} not in it: {_listed(missing)}"
            + (" (half a text, or another one)" if len(missing) < len(verification.articles) else "")
        )
    wrong = [a for a in verification.articles if a.title_agrees is False]
    if wrong:
        first = wrong[0]
        reasons.append(
            f"{len(wrong)} of {verification.titles.of} titles {_are(wrong)} not those of {treaty.short}: "
            f"its article {first.article.number} is “{first.article.title}”, here “{first.printed_title}”"
        )
    if not verification.titles.of and not verification.title_agrees:
        reasons.append(
            f"it prints no titles of articles, and its own, “{verification.text_title}”, is not “{treaty.title}”"
        )
    absent = [
        written((a.article.number, *_route(p)))
        for a in verification.articles
        if a.present
        for p in a.missing_paragraphs
    ]
    if absent:
        reasons.append(f"paragraphs of the model are not in it: {_listed(absent)}")
    if not missing and verification.elements.share < FEWEST_ELEMENTS:
        reasons.append(f"only {verification.elements} elements of the model find words in it")
    return tuple(reasons)


def alike(one: str, other: str) -> bool:
    """Are these the same title, whatever their case, punctuation and spelling?"""
    a, b = _plain(one), _plain(other)
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def paragraphs(law: Law, article: str) -> Iterator[tuple[tuple[str, ...], Provision]]:
    """Yield everything below an article with the numbers that lead to it: `("1", "a", "i")`; unnumbered text has its parent's."""
    route: dict[str, tuple[str, ...]] = {article: ()}
    for provision in law.walk(article):
        if provision.id != article and provision.parent is not None:
            own = (provision.number.lower(),) if provision.number else ()
            route[provision.id] = route[provision.parent] + own
            yield route[provision.id], provision


def written(route: tuple[str, ...]) -> str:
    """Return a paragraph number as models write it: `1(a)(i)`; empty for no route."""
    return "".join(part if at == 0 else f"({part})" for at, part in enumerate(route))


def _articles(law: Law, treaty: Treaty) -> dict[str, Provision]:
    """Return the articles by number. A convention may be the annex of a resolution, so articles of annexes count too;

    of several with one number, the one with the title of the model is taken.
    """
    titles = {a.number: a.title for a in treaty.articles}
    found: dict[str, Provision] = {}
    for provision in law.provisions:
        number = provision.number
        if provision.level not in BASIC or number is None or provision.quoted:
            continue
        if number not in found or (
            not alike(found[number].heading or "", titles.get(number, ""))
            and alike(provision.heading or "", titles.get(number, ""))
        ):
            found[number] = provision
    return found


def _verify(article: Article, provision: Provision | None, reading: Reading) -> ArticleVerification:
    if provision is None:
        return ArticleVerification(article, None, elements=tuple(ElementEvidence(e) for e in article.elements))
    printed = {route for route, _ in paragraphs(reading.law, provision.id) if route}
    listed = {_route(p): p for p in article.paragraphs}
    return ArticleVerification(
        article=article,
        provision=provision.id,
        printed_title=provision.heading,
        title_agrees=alike(provision.heading, article.title) if provision.heading else None,
        missing_paragraphs=tuple(p for route, p in listed.items() if route not in printed),
        unlisted_paragraphs=tuple(written(r) for r in sorted(printed - set(listed), key=_order)) if listed else (),
        elements=tuple(_evidence(element, provision, reading) for element in article.elements),
    )


def _evidence(element: Element, provision: Provision, reading: Reading) -> ElementEvidence:
    """Return the words for the element: in its own paragraph if any stand there, else anywhere in the article."""
    wanted = _route(element.paragraph) if element.paragraph else None
    routes = {p.id: route for route, p in paragraphs(reading.law, provision.id)}
    mentions = reading.within(provision.id)
    held = {m.concept for m in mentions}
    if not set(element.all) <= held:
        return ElementEvidence(element)
    shown = [m for m in mentions if m.concept in (element.any or element.all)]
    if not shown:
        return ElementEvidence(element)

    def at_home(mention: Mention) -> bool:
        route = routes.get(mention.quote.provision, ())
        return wanted is not None and not mention.quote.heading and route[: len(wanted)] == wanted

    best = min(shown, key=lambda m: (not at_home(m), m.quote.heading))
    return ElementEvidence(element, best.quote, reading.words(best.quote), at_home(best))


def _route(paragraph: str) -> tuple[str, ...]:
    return tuple(part.lower() for part in re.findall(r"[0-9A-Za-z]+", paragraph))


def _order(route: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in route)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", title.casefold().replace("-", "")))


def _are(counted: Sized) -> str:
    return "is" if len(counted) == 1 else "are"


def _listed(items: list[str], most: int = 8) -> str:
    rest = len(items) - most
    return ", ".join(items[:most]) + (f" and {rest} more" if rest > 0 else "")
