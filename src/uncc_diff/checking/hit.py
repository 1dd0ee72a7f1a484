"""What a kind of rule reports before it becomes a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.reading import Quote
from .index import Place


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule found its fault; None for the law as a whole."""

    place: Place | None
    looked_in: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """What the kind adds to the message's placeholders."""
    also: tuple[Quote, ...] = ()
    """Other words of the same section that show the same fault."""
