"""A difference for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from .document import Block, Heading, Item, Paragraph, Run

_COLOURS = {"plain": "", "strong": "bold", "quiet": "dim", "removed": "red strike", "added": "green underline"}
_SEVERITIES = {
    "critical": "bold white on red",
    "high": "bold red",
    "medium": "bold yellow",
    "low": "cyan",
    "note": "dim",
}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
"""Where there are no colours, changed words stand between marks, as in the word diff of git."""


def terminal(blocks: Sequence[Block], width: int, colour: bool) -> str:
    """Return the document, at most `width` columns wide, without a control code unless `colour`."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    buffer = StringIO()
    console = Console(
        file=buffer, width=max(40, width), force_terminal=colour, color_system="standard" if colour else None,
        legacy_windows=False, emoji=False, markup=False, highlight=False, _environ={},
    )  # fmt: skip
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > 1:
                console.print()
            console.print(Text(block.text, style="bold"))
            continue
        text = Text()
        if isinstance(block, Paragraph):
            console.print()
        if isinstance(block, Item) and block.severity:
            text.append(block.severity.upper(), style=_SEVERITIES[block.severity])
            text.append("  ")
        for run in block.runs:
            text.append(_marked(run, colour), style=_COLOURS[run.style])
        depth = block.depth if isinstance(block, Item) else 0
        console.print(Padding(text, (0, 0, 0, 2 * depth)))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _marked(run: Run, colour: bool) -> str:
    before, after = ("", "") if colour else _MARKS.get(run.style, ("", ""))
    return f"{before}{run.text}{after}"
