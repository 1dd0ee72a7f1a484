"""The report for a terminal: verdict first, then the worst findings with the words and the place, then the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from ..model.comparison import Comparison
from ..model.finding import Severity
from .coverage import SHORT_WORDS, Coverage, Row
from .escape import plain
from .placed import Group, Placed
from .view import NO_ADVICE, View

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_WORST = 8
"""Groups of findings shown in full unless all are asked for."""
_PLACES = 12
_GROUNDS = 2
_DOUBTS = 12
_LACKS = 3
_STYLES: dict[Severity, str] = {
    "critical": "bold white on red",
    "high": "bold red",
    "medium": "bold yellow",
    "low": "cyan",
    "note": "dim",
}
_STATUS_STYLES = {"met": "green", "partial": "yellow", "absent": "red", "unclear": "magenta"}


def render(
    *comparisons: Comparison,
    width: int = 80,
    colour: bool = False,
    everything: bool = False,
    quiet: bool = False,
    gaps: bool = True,
) -> str:
    """Return the report, at most `width` columns wide, without a single control code unless `colour`.

    `everything` shows all findings and all articles, `quiet` the verdict only; `gaps` off leaves the treaties out.
    """
    from rich.console import Console

    buffer = StringIO()
    console = Console(
        file=buffer,
        width=max(40, width),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
        soft_wrap=False,
        _environ={},
    )
    views = [View(comparison) for comparison in comparisons]
    for number, view in enumerate(views):
        if number:
            console.print()
        _report(console, view, everything=everything, quiet=quiet, gaps=gaps)
    if len(views) > 1:
        from .several import summary

        console.print()
        console.print(summary(views, gaps=gaps))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _report(console: Console, view: View, *, everything: bool, quiet: bool, gaps: bool) -> None:
    _verdict(console, view, gaps)
    if quiet:
        return
    _findings(console, view, everything)
    if gaps and not view.unread:
        for coverage in view.coverage:
            _gap_table(console, coverage, everything)
        _beyond(console, view)
    _doubts(console, view, everything)


def _verdict(console: Console, view: View, gaps: bool) -> None:
    from rich.text import Text

    console.print(Text(view.title, style="bold"))
    console.print(Text(view.identity, style="dim"))
    lines = view.verdict if gaps else view.verdict[:1]
    for number, line in enumerate(lines):
        console.print(_hanging(line, "", style="bold" if number == 0 else ""))


def _findings(console: Console, view: View, everything: bool) -> None:
    groups = view.groups if everything else view.groups[:_WORST]
    if not groups:
        return
    _title(console, "Findings" if len(groups) == len(view.groups) else "Worst findings")
    for group in groups:
        _group(console, group, everything)
    left = [p for g in view.groups[len(groups) :] for p in g.findings]
    if left:
        number = len(left)
        console.print(_hanging(f"… and {number} more finding{'' if number == 1 else 's'}: --verbose lists all.", ""))


def _group(console: Console, group: Group, everything: bool) -> None:
    shown = group.findings if everything else group.findings[:1]
    for placed in shown:
        _finding(console, placed, everything)
    rest = [p.place for p in group.findings[len(shown) :]]
    if rest:
        more = f" and {len(rest) - _PLACES} more" if len(rest) > _PLACES else ""
        console.print(_hanging(f"The same in {_places(rest[:_PLACES])}{more}.", "  ", style="dim"))
    console.print()


def _places(names: Sequence[str]) -> str:
    """Return the places in one row; what a law calls its units is said once: sections 4, 9(1), 12."""
    apart = list(dict.fromkeys(names))
    units = {name.partition(" ")[0] for name in apart}
    if len(apart) > 1 and len(units) == 1 and all(" " in name for name in apart) and not apart[0].startswith("the "):
        return f"{units.pop()}s {', '.join(name.partition(' ')[2] for name in apart)}"
    return ", ".join(apart)


def _finding(console: Console, placed: Placed, everything: bool) -> None:
    from rich.text import Text

    finding = placed.finding
    page = f", page {placed.page}" if placed.page is not None else ""
    head = Text(f"{finding.severity.upper()}", style=_STYLES[finding.severity])
    head.append(f"  {placed.place}{page}", style="bold")
    if placed.heading:
        head.append(f"  {placed.heading}", style="default")
    console.print(head)
    console.print(_hanging(placed.message, "  "))
    if placed.excerpt and (placed.excerpt.words or placed.excerpt.before):
        console.print(_quoted(placed))
    if finding.remedy:
        console.print(_hanging(f"Mend: {plain(finding.remedy)}", "  "))
    sure = "" if finding.confidence == "high" else f"; {finding.confidence} confidence"
    grounds = _listed(placed.standard, len(placed.standard) if everything else _GROUNDS)
    console.print(_hanging(f"{f'{grounds}; ' if grounds else ''}rule {plain(finding.rule)}{sure}", "  ", style="dim"))


def _listed(items: Sequence[str], most: int) -> str:
    """Return the items joined by semicolons, those beyond `most` as a number."""
    more = f"; and {len(items) - most} more" if len(items) > most else ""
    return "; ".join(items[:most]) + more


def _quoted(placed: Placed) -> object:
    from rich.padding import Padding
    from rich.text import Text

    assert placed.excerpt is not None
    text = Text("“", style="italic")
    text.append(placed.excerpt.before)
    text.append(placed.excerpt.words, style="bold underline")
    text.append(placed.excerpt.after)
    text.append("”")
    return Padding(text, (0, 2, 0, 4))


def _gap_table(console: Console, coverage: Coverage, everything: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    shown = [row for row in coverage.rows if everything or row.status in ("partial", "unclear")]
    absent = [] if everything else [row for row in coverage.rows if row.status == "absent"]
    said = "every article" if everything else "what is not met" if shown or absent else "nothing seen that is not met"
    _title(console, f"{plain(coverage.treaty.short)}: {said}")
    if shown:
        table = Table(box=None, pad_edge=False, padding=(0, 1), show_edge=False)
        table.add_column("Art.", no_wrap=True)
        table.add_column("Asks for", ratio=6, overflow="fold")
        table.add_column("In this text", no_wrap=True)
        table.add_column("Where", ratio=3, overflow="fold")
        table.add_column("Lacks", ratio=7, overflow="fold")
        for row in shown:
            status = Text(SHORT_WORDS[row.status], style=_STATUS_STYLES.get(row.status, ""))
            lacks = _listed(row.missing, len(row.missing) if everything else _LACKS)
            table.add_row(plain(row.article.number), plain(row.article.title), status, _where(row), lacks)
        console.print(table)
    if absent:
        named = "; ".join(f"{plain(row.article.number)} {plain(row.article.title)}" for row in absent)
        console.print(_hanging(f"Absent in this text: {named}.", ""))
    _met(console, coverage, everything)


def _where(row: Row) -> str:
    shown = ", ".join(row.citations[:4])
    return shown + (f" +{len(row.citations) - 4}" if len(row.citations) > 4 else "")


def _met(console: Console, coverage: Coverage, everything: bool) -> None:
    met = [plain(row.article.number) for row in coverage.rows if row.status == "met"]
    if met and not everything:
        console.print(_hanging(f"Met: Article{'s' if len(met) > 1 else ''} {', '.join(met)}.", ""))


def _beyond(console: Console, view: View) -> None:
    if not view.beyond:
        return
    _title(console, "Beyond these treaties")
    for excess in view.beyond:
        named = f"{excess.place} {excess.heading}".strip()
        console.print(_hanging(f"{named}: {plain(excess.entry.why)}", "  "))


def _doubts(console: Console, view: View, everything: bool) -> None:
    if view.doubts:
        _title(console, "Doubtful")
        shown = view.doubts if everything else view.doubts[:_DOUBTS]
        for line in shown:
            console.print(_hanging(line, "- "))
        if len(shown) < len(view.doubts):
            console.print(_hanging(f"… and {len(view.doubts) - len(shown)} more: --verbose lists all.", ""))
    console.print()
    console.print(_hanging(NO_ADVICE, "", style="dim"))


def _title(console: Console, words: str) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(words, style="bold"))


def _hanging(words: str, mark: str, *, style: str = "") -> object:
    """Return the words with their lines indented behind the mark."""
    from rich.padding import Padding
    from rich.text import Text

    text: Text = Text(words, style=style)
    if mark.strip():
        from rich.table import Table

        grid = Table.grid(padding=(0, 1))
        grid.add_row(Text(mark.strip()), text)
        return grid
    return Padding(text, (0, 0, 0, len(mark)))
