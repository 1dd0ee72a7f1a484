"""The whole comparison: the one value that every report is a pure function of."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import SEVERITIES, Finding, Severity
from .law import Law
from .mapping import Mapping
from .party import Party
from .reading import Reading
from .treaty import Treaty


@dataclass(frozen=True)
class Comparison:
    """A law held against treaties and rules."""

    reading: Reading
    treaties: tuple[Treaty, ...]
    mapping: Mapping
    findings: tuple[Finding, ...]
    tool_version: str
    rules_version: str
    profile: str = "default"
    party: Party | None = None

    @property
    def law(self) -> Law:
        return self.reading.law

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of this severity or worse that are neither suppressed nor in the baseline."""
        worst = SEVERITIES.index(severity)
        return tuple(
            f
            for f in self.findings
            if SEVERITIES.index(f.severity) >= worst and f.suppressed is None and f.baseline == "new"
        )
