"""The document as markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..escape import markdown as escaped
from .blocks import Block, Heading, Items, Paragraph


def markdown(blocks: Iterable[Block]) -> str:
    """Return CommonMark with tables as GitHub renders them."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escaped(block.text)}"
    elif isinstance(block, Paragraph):
        yield escaped(block.text)
    elif isinstance(block, Items):
        yield from (f"- {escaped(item)}" for item in block.items)
    else:
        yield _row(block.head)
        yield _row(["---"] * len(block.head), raw=True)
        yield from (_row(row) for row in block.rows)
    yield ""


def _row(cells: Iterable[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else escaped(cell) for cell in cells)} |"
