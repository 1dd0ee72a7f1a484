"""How one treaty stands to another, written out: for a terminal, as markdown, as a web page and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model.difference import TreatyDifference

FORMATS = ("terminal", "markdown", "json", "html")


def render(difference: TreatyDifference, format: str, *, width: int = 100) -> str:  # noqa: A002 - the user's word
    """Return the difference in one of `FORMATS`; `width` is that of the terminal. Raises UsageError for another format."""
    from ...errors import UsageError

    if format == "json":
        from .data import as_json

        return as_json(difference)
    from .blocks import document

    blocks = document(difference, everything=format != "terminal")
    if format == "markdown":
        from .markdown import markdown

        return markdown(blocks)
    if format == "html":
        from .page import page

        return page(blocks)
    if format == "terminal":
        from .terminal import terminal

        return terminal(blocks, width)
    raise UsageError(f"there is no format {format!r} here", hint=f"choose one of: {', '.join(FORMATS)}")
