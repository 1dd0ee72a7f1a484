"""A treaty model for reading: its articles in one list, or one article with all that the model says and the official words."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.treaty import Article, Checked, Element, Need, Qualifier, Treaty
from .escape import plain

CHECKED: dict[Checked, str] = {
    "official": "compared with the official text",
    "outline": "compared with an outline, not with the official text",
    "no": "not compared with any text",
}
QUALIFIED: dict[Qualifier, str] = {
    "may": "left to the Party",
    "consider": "to be considered only",
    "endeavour": "a duty to try only",
    "as_appropriate": "as appropriate",
    "as_reasonable": "as is reasonable",
    "domestic_law": "as domestic law has it",
}
_HEADS: dict[Need, str] = {
    "required": "Elements",
    "option": "Options of a Party",
    "safeguard": "Safeguards",
    "exclusion": "Exclusions",
}


def treaty_list(treaties: tuple[Treaty, ...]) -> str:
    """Return the treaties with their status, how many articles they hold and how many of these were checked."""
    lines = []
    for treaty in treaties:
        checked = sum(article.checked == "official" for article in treaty.articles)
        text = "; official text imported" if treaty.official_text else ""
        facts = (
            f"{len(treaty.articles)} articles, {checked} compared with the official text; model {treaty.model_version}"
        )
        lines += [
            f"{treaty.id:<14}{treaty.title}",
            f"{'':<14}{facts}{text}",
            f"{'':<14}{treaty.status}",
        ]
    return "\n".join(lines) + "\n"


def treaty_page(treaty: Treaty) -> str:
    """Return the head of a treaty and one line per article."""
    head = [treaty.title, f"status: {treaty.status}"]
    if treaty.status_source:
        head.append(f"status kept by: {treaty.status_source}")
    if treaty.closed_list:
        head.append("reservations: only those that its articles list")
    head += [f"source: {treaty.source}", f"model: {treaty.model_version}", ""]
    rows = [f"{a.number:>5}  {a.title} ({a.role}, {a.duty.replace('_', ' ')})" for a in treaty.articles]
    return "\n".join(head + rows) + "\n"


def article_page(treaty: Treaty, article: Article) -> str:
    """Return one article: gist, elements, reservations, counterparts and, when imported, the official words."""
    lines = [
        f"{treaty.short} Article {article.number}: {article.title}",
        f"{article.gist} (in our own words)",
        f"role: {article.role}; duty: {article.duty.replace('_', ' ')}; {CHECKED[article.checked]}",
    ]
    for need, head in _HEADS.items():
        held = [element for element in article.elements if element.need == need]
        if held:
            lines += ["", head, *(line for element in held for line in _element(element))]
    if article.reservations:
        lines += ["", "Reservations and declarations", *(f"  {line}" for line in article.reservations)]
    if article.counterparts:
        lines += ["", "Counterparts"]
    for other in article.counterparts:
        difference = f": {other.difference}" if other.difference else ""
        where = f"{other.treaty}/{other.article}" if other.article else other.treaty
        lines.append(f"  {where} ({other.relation.replace('_', ' ')}){difference}")
    return "\n".join([*lines, "", *_official(treaty, article)]) + "\n"


def _element(element: Element) -> Iterator[str]:
    facts = [element.kind.replace("_", " ")]
    if element.paragraph:
        facts.append(f"paragraph {element.paragraph}")
    facts += [QUALIFIED[q] for q in element.qualified]
    yield f"  {element.id} ({', '.join(facts)}): {element.gist or ', '.join(element.any + element.all)}"
    signs = (
        ("any of", element.any),
        ("all of", element.all),
        ("narrower", element.narrower),
        ("wider", element.wider),
    )
    yield from (f"    {words}: {', '.join(concepts)}" for words, concepts in signs if concepts)


def _official(treaty: Treaty, article: Article) -> list[str]:
    if article.official:
        words = [f"  {number + '  ' if number else ''}{plain(text)}" for number, text in article.official]
        return [f"Official words ({treaty.source}, from your own copy)", *words]
    return [
        f"The official words are not here: `uncc-diff treaty import {treaty.id} FILE` keeps your copy of {treaty.source}."
    ]
