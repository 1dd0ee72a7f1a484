"""Two texts of a law held against each other: what became of each provision, what that does, and of which findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .comparison import Comparison
from .finding import SEVERITIES, Finding, Severity
from .reading import Quote

Change = Literal["same", "moved", "renumbered", "reworded", "split", "merged", "added", "removed"]
ShiftKind = Literal["safeguard_gone", "power_grown", "safeguard_gained", "power_shrunk"]
WORSE: frozenset[ShiftKind] = frozenset({"safeguard_gone", "power_grown"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision of the old text (id) and one of the new; None on one side for what was removed or added.

    `relation` names the strongest change: other words before another place before another number. A provision split in
    two gives two pairs with the same `old`, one merged of two gives two pairs with the same `new`.
    """

    old: str | None
    new: str | None
    relation: Change
    similarity: float = 0.0
    """Of their letters, 0..1, headings and numbers aside."""
    moved: bool = False
    """Does it stand in another order among its siblings?"""
    renumbered: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of one pair: in both texts, in the old one only, or in the new one only."""

    kind: Literal["kept", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """The words of a pair's own headings and texts, run by run; the parts below have pairs of their own."""

    pair: Pair
    heading: tuple[Words, ...]
    text: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A safeguard that came or went, or a power that grew or shrank, between a provision and its counterpart."""

    kind: ShiftKind
    what: str
    """In words: authorization by a court; longest imprisonment up from 3 years to 5 years."""
    severity: Severity
    old: str | None
    new: str | None
    old_quote: Quote | None = None
    new_quote: Quote | None = None
    elsewhere: tuple[str, ...] = ()
    """Provisions of the new text that gained the same safeguard: it may have moved there."""
    measured: bool = False
    """Is it an amount or a time that changed? Then `what` says itself which way."""


@dataclass(frozen=True)
class VersionDifference:
    """The old text and the new, each compared with treaties and rules, and what lies between them."""

    old: Comparison
    new: Comparison
    pairs: tuple[Pair, ...]
    """In the order of the new text; what was removed stands where it was."""
    reworded: tuple[Reworded, ...]
    shifts: tuple[Shift, ...]
    """Worst first: safeguards that vanished and powers that grew before what became better."""
    appeared: tuple[Finding, ...]
    """Findings of the new text that the old one did not have."""
    fixed: tuple[Finding, ...]
    """Findings of the old text that the new one does not have any more."""
    kept: tuple[tuple[Finding, Finding], ...]
    """The same fault in both: as found in the old text and in the new one."""

    def fails_at(self, severity: Severity) -> bool:
        """Did a finding of this severity or worse appear that is neither suppressed nor in the baseline?"""
        worst = SEVERITIES.index(severity)
        return any(
            SEVERITIES.index(f.severity) >= worst and f.suppressed is None and f.baseline == "new"
            for f in self.appeared
        )
