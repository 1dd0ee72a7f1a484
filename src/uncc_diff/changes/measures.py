"""Penalties and times that went up or down between two clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from ..model.finding import Severity
from ..model.reading import Fact
from ..model.versions import Shift, ShiftKind
from .clauses import Side
from .telling import Tellings

_GRAVEST: tuple[tuple[str, str], ...] = (("death", "the death penalty"), ("life", "imprisonment for life"))
_MONTHS: tuple[tuple[str, str, Severity], ...] = (
    ("max_months", "longest imprisonment", "high"),
    ("min_months", "shortest imprisonment", "high"),
)
_DAYS_IN_MONTH = 30


def penalty_shifts(old: Side, new: Side) -> Iterator[Shift]:
    """Yield what became of the penalties: each against its counterpart, or the heaviest where their number changed."""
    before, after = old.facts("penalty"), new.facts("penalty")
    if len(before) != len(after):
        before, after = _heaviest(before), _heaviest(after)
    for one, other in zip_longest(before, after):
        for up, what, severity in _compared(one, other, (_fined(old, one), _fined(new, other))):
            yield Shift(
                "power_grown" if up else "power_shrunk", what, severity, old.first, new.first,
                one.quote if one else None, other.quote if other else None, measured=True,
            )  # fmt: skip


def _heaviest(facts: Sequence[Fact]) -> list[Fact]:
    def weight(fact: Fact) -> tuple[float, ...]:
        value = fact.value
        return (
            value.get("death", False),
            value.get("life", False),
            value.get("max_months", 0),
            value.get("fine_max", 0),
        )

    return [max(facts, key=weight)] if facts else []


def _compared(old: Fact | None, new: Fact | None, fined: tuple[bool, bool]) -> Iterator[tuple[bool, str, Severity]]:
    """Yield (grown, what in words, severity) for every part of a penalty that changed."""
    before, after = (fact.value if fact else {} for fact in (old, new))
    for key, name in _GRAVEST:
        if bool(before.get(key)) != bool(after.get(key)):
            yield bool(after.get(key)), name, "critical"
    for key, name, severity in _MONTHS:
        one, other = before.get(key), after.get(key)
        if key == "min_months" and (before.get("exact") or after.get("exact")):
            continue  # a bare term is both bounds; the longest says it
        if one != other:
            yield (other or 0) > (one or 0), _change(name, one, other, _months), severity
    yield from _fines(before, after, fined)


def _fines(
    before: dict[str, Any], after: dict[str, Any], fined: tuple[bool, bool]
) -> Iterator[tuple[bool, str, Severity]]:
    """Yield the change of the highest fine; a fine without an amount is one without limit, not none."""
    one, other = before.get("fine_max"), after.get("fine_max")
    if one == other:
        return
    if one is None or other is None:
        if one is None and other is not None and fined[0]:
            yield False, f"fine limited to {_sum(other)}, it had no limit", "low"
        elif one is not None and fined[1]:
            yield True, f"fine without limit (was {_sum(one)})", "medium"
        else:
            yield other is not None, _change("highest fine", one, other, _sum), "low"
    elif before.get("currency") == after.get("currency"):
        yield other > one, _change("highest fine", one, other, _sum), "medium"


def _fined(side: Side, fact: Fact | None) -> bool:
    """Does the sentence of the penalty speak of a fine?"""
    return fact is not None and "fine" in side.sentence(fact.quote, fact.sentence)


def limit_shifts(old: Side, new: Side, tellings: Tellings) -> Iterator[Shift]:
    """Yield the times that became longer or shorter, where it is known whom that serves."""
    before, after = old.facts("time_limit"), new.facts("time_limit")
    if len(before) != len(after):
        return  # which time answers which cannot be told
    for one, other in zip(before, after, strict=True):
        days = (one.value["days"], other.value["days"])
        if days[0] == days[1]:
            continue
        concepts = old.sentence(one.quote, one.sentence) & new.sentence(other.quote, other.sentence)
        kind = _kind(days[1] > days[0], concepts, tellings)
        if kind is not None:
            what = f"time {'up' if days[1] > days[0] else 'down'} from {_time(one)} to {_time(other)}"
            yield Shift(kind, what, "high", old.first, new.first, one.quote, other.quote, measured=True)


def _kind(longer: bool, concepts: set[str], tellings: Tellings) -> ShiftKind | None:
    if concepts & tellings.shorter_takes_protection:
        return "safeguard_gained" if longer else "safeguard_gone"
    if concepts & tellings.longer_gives_power:
        return "power_grown" if longer else "power_shrunk"
    if concepts & tellings.shorter_gives_power:
        return "power_shrunk" if longer else "power_grown"
    return None


def _change(name: str, old: float | None, new: float | None, say: Callable[[float], str]) -> str:
    if old is None or new is None:
        return f"{name} introduced: {say(new)}" if new is not None else f"{name} gone (was {say(old or 0)})"
    return f"{name} {'up' if new > old else 'down'} from {say(old)} to {say(new)}"


def _months(months: float) -> str:
    if months >= 12 and months % 12 == 0:
        return _plural(months / 12, "year")
    return _plural(months, "month") if months >= 1 else _plural(round(months * _DAYS_IN_MONTH), "day")


def _sum(amount: float) -> str:
    return f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"


def _time(fact: Fact) -> str:
    return _plural(fact.value["amount"], fact.value["unit"])


def _plural(number: float, unit: str) -> str:
    return f"{number:g} {unit}{'' if number == 1 else 's'}"
