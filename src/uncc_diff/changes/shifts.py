"""Safeguards that came or went and powers that grew or shrank, from concepts, roles, penalties and time limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model.finding import SEVERITIES, Severity
from ..model.reading import Mention, Quote
from ..model.versions import WORSE, Shift, ShiftKind
from .clauses import Clause, Side
from .measures import limit_shifts, penalty_shifts
from .telling import Telling, Tellings, load_tellings

_POWERS: dict[str, tuple[str, Severity]] = {
    "power": ("a power", "high"),
    "offence": ("an offence", "high"),
    "provider_duty": ("a duty of providers", "medium"),
}
_PROTECTING = frozenset({"safeguard"})


def shifts(clauses: Sequence[Clause]) -> tuple[Shift, ...]:
    """Return all shifts, what became worse first, then by severity, then in the order of the new text."""
    tellings = load_tellings()
    found = [shift for clause in clauses for shift in _of_clause(clause, tellings)]
    gained = _gained(clauses, tellings)
    found = [
        replace(s, elsewhere=tuple(i for i in gained.get(s.what, ()) if i != s.new))
        if s.kind == "safeguard_gone"
        else s
        for s in found
    ]
    return tuple(sorted(found, key=lambda s: (s.kind not in WORSE, -SEVERITIES.index(s.severity))))


def _of_clause(clause: Clause, tellings: Tellings) -> Iterator[Shift]:
    old, new = clause.old, clause.new
    if not new.ids or not old.ids:
        yield from _whole(clause, tellings)
    elif clause.changed:
        yield from _concepts(clause, tellings.safeguards, "safeguard_gone", "safeguard_gained")
        yield from _concepts(clause, tellings.powers, "power_shrunk", "power_grown")
        yield from penalty_shifts(old, new)
        yield from limit_shifts(old, new, tellings)


def _whole(clause: Clause, tellings: Tellings) -> Iterator[Shift]:
    """Yield what a section that was added or removed as a whole gives or takes."""
    side = clause.new if clause.new.ids else clause.old
    added = bool(clause.new.ids)
    role = side.role()
    place = (None, side.first) if added else (side.first, None)
    if role in _POWERS:
        what, severity = _POWERS[role]
        yield Shift("power_grown" if added else "power_shrunk", what, severity, *place)
    elif role in _PROTECTING or (not added and role not in ("definition", "institution", "scope", "penalty")):
        found = [
            (t, m) for t in tellings.safeguards if _told_of(t, role) for m in side.mentions(t.concept, t.beside)[:1]
        ]
        for telling, mention in found[:1]:
            quotes = (None, mention.quote) if added else (mention.quote, None)
            yield Shift(
                "safeguard_gained" if added else "safeguard_gone", telling.said, telling.severity, *place, *quotes
            )


def _concepts(clause: Clause, tellings: Sequence[Telling], going: ShiftKind, coming: ShiftKind) -> Iterator[Shift]:
    """Yield the concepts that stand on one side only; of several that the same words show, the most telling."""
    old, new = clause.old, clause.new
    texts = (old.text(), new.text())
    told: list[Quote] = []
    for telling in tellings:
        if not (_told_of(telling, old.role()) or _told_of(telling, new.role())):
            continue
        before, after = (side.mentions(telling.concept, telling.beside) for side in (old, new))
        if bool(before) == bool(after):
            continue
        side, mention, other = (old, before[0], texts[1]) if before else (new, after[0], texts[0])
        if _words(side, mention) in other or any(_overlap(mention.quote, quote) for quote in told):
            continue
        told.append(mention.quote)
        quotes = (mention.quote, None) if before else (None, mention.quote)
        kind = going if before else coming
        yield Shift(kind, telling.said, _severity(telling, old.role()), old.first, new.first, *quotes)


def _severity(telling: Telling, role: str) -> Severity:
    """Return how grave it is; nothing is critical outside the clauses that give power or make crimes."""
    return (
        "high"
        if telling.severity == "critical" and role not in (*_POWERS, "cooperation", "penalty")
        else telling.severity
    )


def _told_of(telling: Telling, role: str) -> bool:
    return not telling.roles or role in telling.roles


def _words(side: Side, mention: Mention) -> str:
    return " ".join(side.reading.words(mention.quote).lower().split())


def _overlap(one: Quote, other: Quote) -> bool:
    same = (one.provision, one.heading) == (other.provision, other.heading)
    return same and one.start < other.end and other.start < one.end


def _gained(clauses: Sequence[Clause], tellings: Tellings) -> dict[str, list[str]]:
    """Return, by safeguard in words, the provisions of the new text that have it and whose counterparts did not."""
    found: dict[str, list[str]] = {}
    for clause in clauses:
        if not clause.changed or clause.new.first is None:
            continue
        for telling in tellings.safeguards:
            sides = [side.mentions(telling.concept, telling.beside) for side in (clause.old, clause.new)]
            if sides[1] and not sides[0]:
                found.setdefault(telling.said, []).append(clause.new.first)
    return found
