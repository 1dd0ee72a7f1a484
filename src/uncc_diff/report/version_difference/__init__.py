"""Two texts of a law held against each other, written out; other formats show the new text with what was kept as known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..formats import FORMATS

if TYPE_CHECKING:
    from ...model.comparison import Comparison
    from ...model.versions import VersionDifference

__all__ = ["OWN", "render", "verdict", "with_known"]

OWN = ("terminal", "markdown", "json", "html")
"""Formats that show the difference itself."""


def render(
    difference: VersionDifference,
    format: str,  # noqa: A002 - the user's word
    *,
    width: int = 80,
    colour: bool = False,
    everything: bool = False,
    **options: Any,
) -> str | bytes:
    """Return the difference in any format. Raises UsageError for an unknown one.

    `width`, `colour` and `everything` shape the terminal; `options` are those of the formats that know nothing of
    differences: they get the new text, its findings that the old one had too marked as known.
    """
    from .. import find_format

    find_format(format)
    if format == "json":
        from .data import as_json

        return as_json(difference)
    if format not in OWN:
        return FORMATS[format].render(with_known(difference), **options)
    from .document import document

    blocks = document(difference, everything=everything or format != "terminal")
    if format == "markdown":
        from .markdown import markdown

        return markdown(blocks)
    if format == "html":
        from .page import page

        return page(blocks)
    from .terminal import terminal

    return terminal(blocks, width, colour)


def verdict(difference: VersionDifference) -> tuple[str, ...]:
    """Return the result in a few lines, the gravest first."""
    from . import document

    return document.verdict(difference)


def with_known(difference: VersionDifference) -> Comparison:
    """Return the comparison of the new text, its kept findings marked as known, and further faults beside them as findings."""
    kept = {new.id for _, new in difference.kept}
    own = {f.id for f in difference.new.findings}
    marked = (replace(f, baseline="known") if f.id in kept else f for f in difference.new.findings)
    return replace(difference.new, findings=(*marked, *(f for f in difference.appeared if f.id not in own)))
