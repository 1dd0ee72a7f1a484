"""Reports: a comparison in, text or bytes out. A report is a pure function: no clock, no absolute path, no luck of order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .formats import FORMATS, Format

if TYPE_CHECKING:
    from ..model.comparison import Comparison

__all__ = ["FORMATS", "Format", "render"]


def render(*comparisons: Comparison, format: str, **options: Any) -> str | bytes:  # noqa: A002 - the user's word
    """Return the comparisons in the named format. Raises UsageError for an unknown format, or several laws where one fits."""
    return find_format(format, laws=len(comparisons)).render(*comparisons, **options)


def find_format(name: str, *, laws: int = 1) -> Format:
    """Return the format of this name. Raises UsageError when there is none, or when it cannot hold so many laws."""
    from ..errors import UsageError

    found = FORMATS.get(name)
    if found is None:
        raise UsageError(f"there is no format {name!r}", hint=f"choose one of: {', '.join((*FORMATS, 'pdf'))}")
    if laws > 1 and not found.joins:
        raise UsageError(
            f"one {name} file holds one law, and {laws} were given",
            hint="give --output an existing folder, or --together to read them as one law",
        )
    return found
