"""A difference as markdown: removed words struck out, added ones bold."""

from __future__ import annotations

from collections.abc import Sequence

from .. import escape
from .document import Block, Heading, Item, Run

_MARKS = {"plain": "", "strong": "**", "quiet": "", "removed": "~~", "added": "**"}


def markdown(blocks: Sequence[Block]) -> str:
    """Return the document."""
    lines: list[str] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Heading):
            lines += [f"{'#' * block.level} {escape.markdown(block.text)}", ""]
            continue
        words = "".join(_run(run) for run in block.runs)
        if isinstance(block, Item):
            severity = f"**{block.severity}** " if block.severity else ""
            lines.append(f"{'  ' * block.depth}- {severity}{words}")
            lines += [] if isinstance(following, Item) else [""]
        else:
            lines += [words, ""]
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def _run(run: Run) -> str:
    """Return the run with its marks inside its spaces, for marks beside a space are no marks."""
    mark = _MARKS[run.style]
    inner = run.text.strip()
    if not mark or not inner:
        return _escaped(run.text)
    before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    return f"{before}{mark}{_escaped(inner)}{mark}{after}"


def _escaped(text: str) -> str:
    """Escape the words; a run begins no line, so a leading space is the run's own."""
    return escape.markdown(text)
