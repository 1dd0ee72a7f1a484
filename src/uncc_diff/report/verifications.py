"""How a treaty model stood against a text: for reading, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.treaty import Treaty
from ..model.verification import ArticleVerification, Verification
from .escape import plain
from .json_writing import dump

SCHEMA = "uncc-diff-verification/1"


def render(verification: Verification, treaty: Treaty, reasons: tuple[str, ...], *, everything: bool = False) -> str:
    """Return the figures, then what disagrees article by article; with `everything` also the words behind each element."""
    lines = [
        f"{treaty.title}, model {treaty.model_version}, against “{plain(verification.text_title)}”",
        f"articles found      {verification.present}",
        f"titles that agree   {verification.titles}"
        if verification.titles.of
        else "titles that agree   the text prints none",
        f"paragraphs found    {verification.paragraphs}",
        f"elements with words {verification.elements} ({verification.elements.share:.1%}) in offences, powers, "
        f"safeguards and cooperation; {verification.all_elements} in all",
    ]
    body = [line for article in verification.articles for line in _article(article, everything)]
    if body:
        lines += ["", *body]
    lines += ["", "This is the text of the treaty." if not reasons else "This is not taken for the text of the treaty:"]
    lines += [f"- {plain(reason)}" for reason in reasons]
    return "\n".join(lines) + "\n"


def _article(found: ArticleVerification, everything: bool) -> Iterator[str]:
    faults = list(_faults(found))
    if not faults and not everything:
        return
    yield f"Article {found.article.number} {found.article.title}"
    yield from (f"  {fault}" for fault in faults)
    if everything:
        for evidence in found.elements:
            if evidence.quote is not None:
                home = "" if evidence.own_paragraph or not evidence.element.paragraph else " (in another paragraph)"
                at = f" {evidence.element.paragraph}" if evidence.element.paragraph else ""
                yield f"  {evidence.element.id}{at}: “{plain(evidence.words)}”{home}"


def _faults(found: ArticleVerification) -> Iterator[str]:
    if not found.present:
        yield "is not in the text"
        return
    if found.title_agrees is False:
        yield f"is headed “{plain(found.printed_title or '')}”"
    if found.missing_paragraphs:
        yield f"has no paragraph {', '.join(found.missing_paragraphs)}"
    if found.unlisted_paragraphs:
        yield f"has paragraphs that the model does not list: {plain(', '.join(found.unlisted_paragraphs))}"
    for evidence in found.elements:
        if evidence.quote is None:
            concepts = ", ".join(evidence.element.any + evidence.element.all)
            yield f"{evidence.element.id}: no words found ({concepts})"


def as_json(verification: Verification, reasons: tuple[str, ...]) -> str:
    """Return the verification as JSON: figures as [found, of], articles in order."""
    data = {
        "schema": SCHEMA,
        "treaty": verification.treaty,
        "text_title": verification.text_title,
        "accepted": not reasons,
        "reasons": list(reasons),
        "figures": {
            name: [figures.found, figures.of]
            for name, figures in (
                ("articles", verification.present),
                ("titles", verification.titles),
                ("paragraphs", verification.paragraphs),
                ("elements", verification.elements),
                ("all_elements", verification.all_elements),
            )
        },
        "articles": [_article_data(article) for article in verification.articles],
    }
    return dump(data)


def _article_data(found: ArticleVerification) -> dict[str, object]:
    return {
        "number": found.article.number,
        "title": found.article.title,
        "provision": found.provision,
        "printed_title": found.printed_title,
        "title_agrees": found.title_agrees,
        "missing_paragraphs": list(found.missing_paragraphs),
        "unlisted_paragraphs": list(found.unlisted_paragraphs),
        "elements": [
            {
                "id": e.element.id,
                "paragraph": e.element.paragraph,
                "words": e.words or None,
                "provision": e.quote.provision if e.quote else None,
                "own_paragraph": e.own_paragraph,
            }
            for e in found.elements
        ],
    }
