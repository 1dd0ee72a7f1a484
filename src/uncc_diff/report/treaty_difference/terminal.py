"""The document for a terminal: tables become short paragraphs, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from ..escape import plain
from .blocks import Block, Heading, Items, Paragraph, Table


def terminal(blocks: Iterable[Block], width: int) -> str:
    """Return plain text, wrapped at `width` columns."""
    return "\n".join(line for block in blocks for line in _lines(block, width)) + "\n"


def _lines(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Heading):
        text = plain(block.text)
        yield text.upper() if block.level == 2 else text
    elif isinstance(block, Paragraph):
        yield from wrap(plain(block.text), width)
        yield ""
    elif isinstance(block, Items):
        for item in block.items:
            yield from wrap(plain(item), width, initial_indent="- ", subsequent_indent="  ")
        yield ""
    else:
        yield from _table(block, width)
        yield ""


def _table(table: Table, width: int) -> Iterator[str]:
    """Yield each row as one entry; cells are named by the head from the second on."""
    for first, *rest in table.rows:
        told = "; ".join(f"{name}: {cell}" for name, cell in zip(table.head[1:], rest, strict=True) if cell)
        yield from wrap(
            plain(f"{table.head[0]} {first} | {told}"), width, initial_indent="  ", subsequent_indent="    "
        )
