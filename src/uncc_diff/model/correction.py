"""A reviewer's correction of the splitting, with the reason that the report shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """Says of one line that a section starts there, or that none does."""

    words: str
    """The words the line begins with; spaces and case do not count."""
    reason: str
    starts: str | None = None
    """Number of the section, article ... that starts on the line; None when the line starts none."""
    page: int | None = None
    """Page of the line, needed only where several lines begin alike."""
