"""Which articles several laws answer, and which all of them leave unanswered: a line per article, a column per law."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from ..model.comparison import Comparison
from ..model.mapping import GapStatus
from .coverage import SHORT_WORDS, Coverage
from .escape import cell, plain
from .view import NO_ADVICE, View

FORMATS = ("terminal", "csv")
_SIGNS: dict[GapStatus, str] = {
    "met": "yes",
    "partial": "part",
    "absent": "-",
    "elsewhere": "else",
    "unclear": "?",
    "not_required": "",
}
_ANSWERED = frozenset({"met", "partial", "elsewhere"})


def render(comparisons: Sequence[Comparison], format: str, *, width: int = 80) -> str:  # noqa: A002 - the user's word
    """Return the matrix of articles and laws; all laws must have been compared with the same treaties."""
    views = [View(comparison) for comparison in comparisons]
    tables = list(zip(*(view.coverage for view in views), strict=True))
    return _csv(views, tables) if format == "csv" else _terminal(views, tables, width)


def unanswered(coverages: Sequence[Coverage]) -> list[str]:
    """Return the numbers of the articles that ask something and that no law answers, even in part or perhaps."""
    rows = zip(*(coverage.rows for coverage in coverages), strict=True)
    return [same[0].article.number for same in rows if all(row.status == "absent" for row in same)]


def _names(views: Sequence[View]) -> list[str]:
    return [", ".join(plain(file.name) for file in view.comparison.law.files) for view in views]


def _terminal(views: Sequence[View], tables: Sequence[Sequence[Coverage]], width: int) -> str:
    from rich.console import Console
    from rich.table import Table

    buffer = StringIO()
    console = Console(
        file=buffer, width=max(60, width), color_system=None, emoji=False, markup=False, highlight=False, _environ={}
    )
    for number, name in enumerate(_names(views), 1):
        console.print(f"{number}  {name}")
    for coverages in tables:
        treaty = coverages[0].treaty
        table = Table(box=None, pad_edge=False, padding=(0, 1), show_edge=False)
        table.add_column(plain(treaty.short), no_wrap=True)
        table.add_column("asks for", overflow="fold", ratio=1)
        for number in range(1, len(views) + 1):
            table.add_column(str(number), no_wrap=True)
        for same in zip(*(coverage.rows for coverage in coverages), strict=True):
            if any(row.status != "not_required" for row in same):
                article = same[0].article
                table.add_row(plain(article.number), plain(article.title), *(_SIGNS[row.status] for row in same))
        console.print()
        console.print(table)
        left = unanswered(coverages)
        said = f"Articles {', '.join(left)}" if left else "no article"
        console.print(f"{plain(treaty.short)}: left unanswered by all {len(views)} laws: {said}.")
    console.print()
    signs = ", ".join(f"{sign} {SHORT_WORDS[status]}" for status, sign in _SIGNS.items() if sign)
    console.print(f"{signs}. Absent means absent in these texts. {NO_ADVICE}")
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _csv(views: Sequence[View], tables: Sequence[Sequence[Coverage]]) -> str:
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["treaty", "article", "title", *map(cell, _names(views)), "answered by"])
    for coverages in tables:
        for same in zip(*(coverage.rows for coverage in coverages), strict=True):
            article = same[0].article
            answered = sum(row.status in _ANSWERED for row in same)
            statuses = [row.status for row in same]
            writer.writerow([coverages[0].treaty.id, article.number, cell(article.title), *statuses, answered])
    return buffer.getvalue()
