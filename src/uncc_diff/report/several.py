"""Several laws at once, one line each: what a terminal shows under their reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .coverage import SHORT_WORDS
from .escape import plain
from .view import WORST_FIRST, View

if TYPE_CHECKING:
    from rich.table import Table


def summary(views: Sequence[View], *, gaps: bool) -> Table:
    """Return a table with a row per law and one for all: findings by severity and, with `gaps`, articles met by treaty."""
    from rich.table import Table

    treaties = list(dict.fromkeys((t.id, t.short) for view in views for t in view.comparison.treaties)) if gaps else []
    table = Table(box=None, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column(f"{len(views)} laws", overflow="fold", ratio=1)
    for severity in WORST_FIRST:
        table.add_column(severity, justify="right", no_wrap=True)
    for _, short in treaties:
        table.add_column(f"{plain(short)} {SHORT_WORDS['met']}", justify="right", no_wrap=True)
    for view in views:
        table.add_row(_name(view), *(str(n) for n in view.severities.values()), *_met(view, treaties))
    total = [sum(view.severities[severity] for view in views) for severity in WORST_FIRST]
    table.add_row("together", *(str(n) for n in total), *("" for _ in treaties), style="bold")
    return table


def _name(view: View) -> str:
    return ", ".join(plain(file.name) for file in view.comparison.law.files)


def _met(view: View, treaties: Sequence[tuple[str, str]]) -> list[str]:
    coverage = {
        c.treaty.id: f"{c.counts['met']} of {c.asked}" if c.binding else str(c.counts["met"]) for c in view.coverage
    }
    return ["" if view.unread else coverage.get(id, "") for id, _ in treaties]  # noqa: A001 - the treaty's id
