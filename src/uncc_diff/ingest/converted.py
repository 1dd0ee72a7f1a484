"""What programs that turn a PDF into text or markdown leave in it, set right step by step."""

from __future__ import annotations

from collections.abc import Sequence

from .amendment_notes import label_amendment_notes
from .block_order import in_reading_order
from .interrupting_lines import label_interrupting
from .joined_entries import separate_entries
from .joined_schedules import separate_schedules
from .lines import Draft
from .repeated_lines import label_repeated


def set_right(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with running heads and notes labelled, what was joined parted, and numbers before their texts."""
    drafts = label_interrupting(label_repeated(drafts))
    drafts = separate_schedules(separate_entries(drafts))
    return in_reading_order(label_amendment_notes(drafts))
