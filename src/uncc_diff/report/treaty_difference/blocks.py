"""The document behind every written form: headings, paragraphs, lists and tables, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.difference import ArticleRow, Bearing, ElementRow, TreatyDifference
from ...model.treaty import Article, Element, Treaty
from .wording import BEARINGS, CHECKED, RELATIONS, change_words, cite, place, told


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Items | Table


def document(difference: TreatyDifference, *, everything: bool = True) -> tuple[Block, ...]:
    """Return the document; without `everything`, the elements that both treaties share alike are left out."""
    return tuple(_document(difference, everything))


def _document(d: TreatyDifference, everything: bool) -> Iterator[Block]:
    here, there = d.here.short, d.there.short
    yield Heading(f"{here} held against {there}", 1)
    yield Items((_facts(d.here), _facts(d.there)))
    yield Paragraph(
        f"Every row says how {here} stands to {there}. Both are told in our own words, so quote the treaties themselves. A "
        "number without a paragraph means that the article has none, or that the model leaves it out where it could not be "
        "checked. What a treaty asks binds a State only once it is a Party. This is not legal advice."
    )
    yield from _summary(d)
    yield Heading("Article by article")
    yield Table(
        (here, there, f"{here} is", "What differs", "Compared with"),
        tuple(row for a in d.articles for row in _article_rows(a, d)),
    )
    yield from _only(f"Only in {here}", [(row.article, row.note, row.stated) for row in d.articles if not row.answers])
    yield from _only(f"Only in {there}", [(row.article, row.note, row.stated) for row in d.dropped])
    yield from _bearing_table(d, "Safeguards that are stronger", "stronger_safeguard")
    yield from _bearing_table(d, "Safeguards that are weaker", "weaker_safeguard")
    yield from _bearing_table(d, "Elements that reach further", "wider")
    yield from _bearing_table(d, "Elements that reach less far", "narrower")
    yield from _bearing_table(d, "Changes whose effect is open", "open")
    yield Heading("Element by element")
    if not everything:
        yield Paragraph("Elements that both treaties share alike are left out here; markdown, html and json list them.")
    for row in d.articles:
        shown = [e for e in row.elements if everything or e.change != "same"]
        if shown:
            yield Heading(_pair(row, d), 3)
            yield Table(
                (here, f"in {here}", there, f"in {there}", "Change", "Effect"),
                tuple(_element_cells(row, e) for e in shown),
            )
    yield from _reservations(d)


def _facts(treaty: Treaty) -> str:
    counts = Counter(article.checked for article in treaty.articles)
    checked = ", ".join(f"{counts[c]} {CHECKED[c]}" for c in ("official", "outline", "no") if counts[c])
    return (
        f"{treaty.short}: {treaty.title} ({treaty.source}). {treaty.status} Model {treaty.model_version}; "
        f"of {len(treaty.articles)} articles, {checked}."
    )


def _summary(d: TreatyDifference) -> Iterator[Block]:
    relations = Counter(answer.relation for row in d.articles for answer in row.answers)
    bearings = Counter(e.bearing for row in d.articles for e in row.elements)
    new = [row.article.number for row in d.articles if not row.answers]
    counted = ", ".join(f"{relations[r]} {RELATIONS[r]}" for r in RELATIONS if relations[r])
    yield Heading("In short")
    yield Items(
        (
            f"{len(d.articles) - len(new)} of {len(d.articles)} articles of {d.here.short} have a counterpart in "
            f"{d.there.short}: {counted}.",
            f"Only in {d.here.short}: {_numbers(new)}.",
            f"Only in {d.there.short}: {_numbers(row.article.number for row in d.dropped)}.",
            f"Elements of articles with a counterpart: {bearings['stronger_safeguard']} safeguards stronger, "
            f"{bearings['weaker_safeguard']} weaker; {bearings['wider']} elements reach further, "
            f"{bearings['narrower']} less far.",
        )
    )


def _numbers(numbers: Iterable[str]) -> str:
    listed = list(numbers)
    return f"{'Article' if len(listed) == 1 else 'Articles'} {', '.join(listed)}" if listed else "no article"


def _article_rows(row: ArticleRow, d: TreatyDifference) -> Iterator[tuple[str, ...]]:
    named = f"{row.article.number} {row.article.title}"
    for answer in row.answers:
        yield (
            named,
            f"{answer.article.number} {answer.article.title}",
            RELATIONS[answer.relation],
            answer.difference,
            _basis(d, row.article, answer.article),
        )
    if not row.answers:
        silence = "" if row.stated else "The model states no counterpart."
        yield (named, "–", "new" if row.stated else "not stated", row.note or silence, _basis(d, row.article, None))


def _basis(d: TreatyDifference, here: Article | None, there: Article | None) -> str:
    sides = [(d.here, here), (d.there, there)]
    return "; ".join(f"{treaty.short}: {CHECKED[article.checked]}" for treaty, article in sides if article is not None)


def _only(title: str, rows: list[tuple[Article, str, bool]]) -> Iterator[Block]:
    yield Heading(title)
    if not rows:
        yield Paragraph("Nothing.")
        return
    yield Table(
        ("Article", "What it holds", "Remark", "Compared with"),
        tuple(
            (
                f"{a.number} {a.title}",
                a.gist,
                note if stated else "The model states no counterpart.",
                CHECKED[a.checked],
            )
            for a, note, stated in rows
        ),
    )


def _bearing_table(d: TreatyDifference, title: str, bearing: Bearing) -> Iterator[Block]:
    rows = [(row, e) for row, e in d.element_rows(bearing)]
    yield Heading(title)
    if not rows:
        yield Paragraph("None.")
        return
    here, there = d.here.short, d.there.short
    yield Table(
        (here, there, "Element", "Change", "Compared with"),
        tuple(
            (
                cite(row.article, e.here) if e.here else f"{row.article.number}: –",
                cite(e.there_article, e.there) if e.there and e.there_article else _answering(row),
                _gists(e),
                change_words(e),
                _basis(d, row.article, e.there_article or row.answers[0].article),
            )
            for row, e in rows
        ),
    )


def _answering(row: ArticleRow) -> str:
    return f"{', '.join(answer.article.number for answer in row.answers)}: –"


def _gists(row: ElementRow) -> str:
    held = [told(e) for e in (row.here, row.there) if e is not None]
    return held[0] if len(set(held)) == 1 else f"{held[0]} (there {held[1]})"


def _element_cells(row: ArticleRow, e: ElementRow) -> tuple[str, ...]:
    return (
        cite(row.article, e.here) if e.here else "–",
        _cell(e.here),
        cite(e.there_article, e.there) if e.there and e.there_article else "–",
        _cell(e.there),
        change_words(e),
        BEARINGS[e.bearing],
    )


def _cell(element: Element | None) -> str:
    if element is None:
        return "–"
    return told(element) if element.need == "required" else f"{told(element)} [{element.need}]"


def _pair(row: ArticleRow, d: TreatyDifference) -> str:
    others = ", ".join(answer.article.number for answer in row.answers)
    return f"{d.here.short} {row.article.number} and {d.there.short} {others}: {row.article.title}"


def _reservations(d: TreatyDifference) -> Iterator[Block]:
    yield Heading("Reservations and declarations that the treaties themselves speak of")
    for treaty in (d.here, d.there):
        lines = tuple(
            f"{treaty.short} {_cited(article, line)}" for article in treaty.articles for line in article.reservations
        )
        yield Items(lines or (f"{treaty.short}: none",))


def _cited(article: Article, line: str) -> str:
    """Return the line with its place in front: `3(a): ...` of article 23 becomes `23(3)(a): ...`."""
    paragraph, colon, rest = line.partition(": ")
    if colon and re.fullmatch(r"\d\w*(\(\w+\))*", paragraph):
        return f"{place(article.number, paragraph)}: {rest}"
    return f"{article.number}: {line}"
