"""Which findings of the new text are new, and which of the old are fixed or kept, by rule and aligned section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model.comparison import Comparison
from ..model.finding import Finding
from ..model.reading import Quote, Reading
from .clauses import Clause


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the findings."""

    appeared: tuple[Finding, ...]
    """Those that no finding of the old text answers, then further faults of a rule in sections that had one before."""
    fixed: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]


def fates(old: Comparison, new: Comparison, clauses: Sequence[Clause]) -> Fates:
    """Return the findings as appeared, fixed and kept; a fault that only changed its words is kept.

    A rule speaks once of a section, so a second fault beside one that was there before is looked for in the words that
    its finding names, and appears as a finding of its own at its own place.
    """
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
    further = [
        fault
        for number, before in kept.items()
        if (clause := _clause(new, new.findings[number], clause_of_new, clauses)) is not None
        and (fault := _further(before, new.findings[number], clause, old.reading, new.reading)) is not None
    ]
    return Fates(
        appeared=(*(f for n, f in enumerate(new.findings) if n not in kept), *further),
        fixed=tuple(left),
        kept=tuple((kept[n], f) for n, f in enumerate(new.findings) if n in kept),
    )


def _further(before: Finding, after: Finding, clause: Clause, old: Reading, new: Reading) -> Finding | None:
    """Return the faults that the new section has beside those of the old, as one finding at the first of their words.

    As many words as went may have come in their stead, for a fault that changed its words is the same fault; and words
    that the old section held as often were no fault there for a reason that this cannot know.
    """
    inside = {p.id for i in clause.new.ids for p in new.law.walk(i)}
    words_before = Counter(_words(old, quote) for quote in _quotes(before))
    texts = (clause.old.text(), clause.new.text())
    come = []
    for quote in _quotes(after):
        words = _words(new, quote)
        if words_before[words] > 0:
            words_before[words] -= 1
        elif quote.provision in inside and texts[0].count(words) < texts[1].count(words):
            come.append(quote)
    come = come[sum(words_before.values()) :]
    if not come:
        return None
    named = ", ".join(dict.fromkeys(f"“{' '.join(new.words(quote).split())}”" for quote in come))
    return replace(
        after,
        id=f"{after.id}+",
        provision=come[0].provision,
        quote=come[0],
        message=f"{after.message} New beside what was there: {named}.",
        also=tuple(come[1:]),
    )


def _quotes(finding: Finding) -> tuple[Quote, ...]:
    """Return all the words that the finding names, each place once."""
    return tuple(dict.fromkeys((finding.quote, *finding.also))) if finding.quote is not None else ()


def _words(reading: Reading, quote: Quote) -> str:
    return " ".join(reading.words(quote).lower().split())


def _clause(
    comparison: Comparison, finding: Finding, clause_of: dict[str, int], clauses: Sequence[Clause]
) -> Clause | None:
    place = _place(comparison, finding, clause_of)
    return clauses[place] if isinstance(place, int) else None


def _place(comparison: Comparison, finding: Finding, clause_of: dict[str, int]) -> object:
    """Return what two findings share when they stand in aligned sections; all on the whole law share one place."""
    if finding.provision is None:
        return "law"
    law = comparison.law
    around = (finding.provision, *(p.id for p in law.ancestors(finding.provision)))
    return next((clause_of[i] for i in around if i in clause_of), (finding.provision, id(comparison)))
