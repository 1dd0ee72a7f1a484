"""What a rule says about a provision. Findings are data, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .reading import Quote

Severity = Literal["note", "low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("note", "low", "medium", "high", "critical")
Confidence = Literal["low", "medium", "high"]
Support = Literal["requires", "permits", "supports", "recommends"]


@dataclass(frozen=True, slots=True)
class Basis:
    """The authority of a rule, never overstated: a treaty article (`uncc/24`) or an entry of the bibliography."""

    support: Support
    id: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at the smallest provision that shows it. For an absence `quote` is the clause that should have had it."""

    id: str
    """Stable key: rule, aligned provision and normalized words; no line numbers, so it survives edits elsewhere."""
    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    faults: tuple[str, ...]
    indicators: tuple[str, ...]
    provision: str | None
    """None for a finding about the law as a whole."""
    quote: Quote | None
    message: str
    basis: tuple[Basis, ...]
    remedy: str
    looked_in: tuple[str, ...] = ()
    """Where an absence was looked for: provision ids, or `law`."""
    also: tuple[Quote, ...] = ()
    """Other words of the same section that show the same fault: a section is told of once for each rule."""
    suppressed: str | None = None
    """The reviewer's reason, when suppressed."""
    baseline: Literal["new", "known"] = "new"
