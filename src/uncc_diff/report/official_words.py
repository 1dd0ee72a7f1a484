"""The official words of articles, from the user's own copy of the text: what a report quotes of them, and where it cut."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ..model.finding import Finding
from ..model.treaty import Article, Treaty
from .coverage import Coverage, Row
from .escape import plain
from .treaty_difference.wording import place

MOST_WORDS = 150
"""Longer articles are cut; `treaty show` prints them whole."""
_ASKED = frozenset({"partial", "absent", "unclear", "elsewhere"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one article, paragraph by paragraph: its citation (`28(4)`) and what stands there."""

    treaty: Treaty
    article: Article
    lines: tuple[tuple[str, str], ...]
    cut: bool
    """Is anything of the article left out?"""


def quotation(treaty: Treaty, article: Article, elements: Collection[str] = ()) -> Quotation | None:
    """Return the article's official words, None where no text was imported.

    With ids of `elements`, only the paragraphs in which the model places them are quoted, if it places any.
    """
    if not article.official:
        return None
    wanted = [_route(e.paragraph) for e in article.elements if e.id in elements and e.paragraph]
    chosen = [row for row in article.official if not wanted or _leads(_route(row[0]), wanted)] or list(article.official)
    lines, left = [], MOST_WORDS
    for number, text in chosen:
        words = plain(text).split()
        if left > 0 and words:
            said = " ".join(words[:left]) + (" …" if len(words) > left else "")
            lines.append((place(article.number, number), said))
        left -= len(words)
    return Quotation(treaty, article, tuple(lines), cut=left < 0 or len(chosen) < len(article.official))


def quotations(coverage: Iterable[Coverage], findings: Sequence[Finding]) -> tuple[Quotation, ...]:
    """Return, in treaty order, the words of every article that a text falls short of or that a finding rests on."""
    based = {basis.id for finding in findings for basis in finding.basis}
    found = []
    for one in coverage:
        for row in one.rows:
            short = row.status in _ASKED and row.article.role != "final"
            if short or row.article.id in based:
                found.append(quoted(row))
    return tuple(q for q in found if q is not None)


def quoted(row: Row) -> Quotation | None:
    """Return the words for a row: what is missing in part is quoted where it stands, all else from the beginning."""
    return quotation(row.treaty, row.article, row.gap.missing if row.status == "partial" else ())


def _route(paragraph: str) -> tuple[str, ...]:
    return tuple(part for part in paragraph.replace(")", "").split("(") if part)


def _leads(route: tuple[str, ...], wanted: Sequence[tuple[str, ...]]) -> bool:
    """Is this paragraph one of those wanted, below one of them, or the opening words above one of them?"""
    return any(route[: len(w)] == w or w[: len(route)] == route for w in wanted)
