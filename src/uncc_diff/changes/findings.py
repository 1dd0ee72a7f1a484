"""Which findings of the new text are new, and which of the old are fixed or kept, by rule and aligned section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.comparison import Comparison
from ..model.finding import Finding
from .clauses import Clause


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the findings."""

    appeared: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]


def fates(old: Comparison, new: Comparison, clauses: Sequence[Clause]) -> Fates:
    """Return the findings as appeared, fixed and kept; a fault that only changed its words is kept."""
    clause_of_old = {i: n for n, clause in enumerate(clauses) for i in clause.old.ids}
    clause_of_new = {i: n for n, clause in enumerate(clauses) for i in clause.new.ids}
    left = list(old.findings)
    kept: dict[int, Finding] = {}
    for same_place in (True, False):
        for number, finding in enumerate(new.findings):
            if number in kept:
                continue
            place = _place(new, finding, clause_of_new)
            before = next(
                (
                    f
                    for f in left
                    if f.rule == finding.rule
                    and (_place(old, f, clause_of_old) == place if same_place else f.id == finding.id)
                ),
                None,
            )
            if before is not None:
                left.remove(before)
                kept[number] = before
    return Fates(
        appeared=tuple(f for n, f in enumerate(new.findings) if n not in kept),
        fixed=tuple(left),
        kept=tuple((kept[n], f) for n, f in enumerate(new.findings) if n in kept),
    )


def _place(comparison: Comparison, finding: Finding, clause_of: dict[str, int]) -> object:
    """Return what two findings share when they stand in aligned sections; all on the whole law share one place."""
    if finding.provision is None:
        return "law"
    law = comparison.law
    around = (finding.provision, *(p.id for p in law.ancestors(finding.provision)))
    return next((clause_of[i] for i in around if i in clause_of), (finding.provision, id(comparison)))
