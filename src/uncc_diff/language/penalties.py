"""What a clause threatens: imprisonment, fine, both, life or death, with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from .amounts import AmountGrammar, Sum, Term
from .wordings import AnyOf

_DAYS_IN_MONTH = 30.0
_WITHIN = 170
"""How far behind the word `imprisonment` or `fine` its amount may stand."""
_BESIDE = 18
"""How far before the word its amount may end (three years of simple imprisonment)."""
_JOINED = 4
"""How far apart the two ends of a range before the word stand at most."""


@dataclass(slots=True)
class _Penalty:
    start: int
    end: int
    value: dict[str, Any] = field(default_factory=dict)


class PenaltyGrammar:
    """The regular expressions made from `_facts.yaml`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.amounts = AmountGrammar(data)
        self.prison = AnyOf(data["prison"])
        self.fine = AnyOf(data["fine"])
        self.life = AnyOf(data["life"])
        self.death = AnyOf(data["death"])
        self.per_day = AnyOf(data["per_day"])
        self.further = AnyOf(data["further"])
        self.both = AnyOf(data["both"])
        self.either = AnyOf(data["or"])
        self.before_further = tuple(data["before_further"])
        self.named = AnyOf(data["named_terms"])
        self.named_terms = {n: (float(a), float(b)) for n, (a, b) in data["named_terms"].items()}
        self.threats = (self.prison, self.fine, self.life, self.death, self.named)

    def find(self, text: str) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """Yield start, end and value of each penalty clause of a text.

        Value: `kind` (imprisonment, fine, both, death), `min_months`, `max_months`, `life`, `death`, `fine_min`,
        `fine_max`, `currency`, `per_day`, `joined` (or, and, either_or_both), `further_offence`; a key that the
        clause does not settle is left out. A bare term or sum (for five years) is both its least and its most, and
        `exact` says so: many interpretation Acts read it as a maximum.
        """
        lower = text.lower()
        if not any(threat.may_stand(lower) for threat in self.threats):
            return
        for start, end in _clauses(text, self.further, self.before_further):
            penalty = self._clause(text, start, end)
            if penalty is not None:
                yield penalty.start, penalty.end, penalty.value

    def _clause(self, text: str, start: int, end: int) -> _Penalty | None:
        clause = text[start:end]
        prison, fine = self.prison.search(clause), self.fine.search(clause)
        life, death, named = self.life.search(clause), self.death.search(clause), self.named.search(clause)
        if not (prison or fine or life or death or named):
            return None
        value: dict[str, Any] = {}
        places: list[tuple[int, int]] = []
        if prison or named or life:
            terms = _after(list(self.amounts.terms(clause)), prison, fine) if prison else []
            value |= _months(terms)
            places += [(t.start, t.end) for t in terms[:2]]
            for match in self.named.finditer(clause):
                low, high = self.named_terms[re.sub(r"\s+", " ", match[0].lower())]
                value["min_months"] = min(low, value.get("min_months", low))
                value["max_months"] = max(high, value.get("max_months", high))
                places.append(match.span())
        sums = _sums_of(list(self.amounts.sums(clause)), fine) if fine else []
        if sums:
            value |= _money(sums)
            places += [(s.start, s.end) for s in sums]
        if life:
            value["life"] = True
            places.append(life.span())
        if death:
            value["death"] = True
            places.append(death.span())
        imprisons = bool(life or {"min_months", "max_months"} & set(value))
        fines = bool(sums)
        if not (imprisons or fines or death):
            return None
        value["kind"] = "both" if imprisons and fines else "imprisonment" if imprisons else "fine" if fines else "death"
        if imprisons and fines:
            value["joined"] = self._joined(clause, prison or life or named, fine)
        if self.per_day.search(clause) and fines:
            value["per_day"] = True
        if self.further.search(clause[:160]):
            value["further_offence"] = True
        places += [
            m.span() for m in (prison, fine) if m and (m is not fine or fines) and (m is not prison or imprisons)
        ]
        return _Penalty(start + min(s for s, _ in places), start + max(e for _, e in places), value)

    def _joined(self, clause: str, prison: re.Match[str] | None, fine: re.Match[str] | None) -> str:
        if self.both.search(clause):
            return "either_or_both"
        assert prison and fine
        between = clause[min(prison.end(), fine.end()) : max(prison.start(), fine.start())]
        return "or" if self.either.search(between) else "and"


def _clauses(text: str, further: AnyOf, before_further: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between semicolons and full stops, parted before words on further offences."""
    cuts = {0, len(text)}
    cuts.update(m.end() for m in re.finditer(r";|\.(?=\s+[A-Z(])", text))
    for match in further.finditer(text):
        before = max(text.rfind(mark, 0, match.start()) for mark in before_further)
        if before > 40:
            cuts.add(before)
    ordered = sorted(cuts)
    yield from pairwise(ordered)


def _after(terms: Sequence[Term], prison: re.Match[str], fine: re.Match[str] | None) -> list[Term]:
    """Return the terms that belong to the imprisonment: those soonest behind the word, or right before it.

    Two that stand right before it with a word between them are the ends of a range (from six months to one year of).
    """
    behind = [t for t in terms if prison.end() <= t.start <= prison.end() + _WITHIN and t.unit != "hour"]
    if behind:
        first = behind[0]
        close = [t for t in behind if t.start - first.end < 45 and not _fine_between(first, t, fine)]
        return close[:2]
    before = [t for t in terms if 0 <= prison.start() - t.end <= _BESIDE]
    last = before[-1:]
    ends = [t for t in terms if last and 0 < last[0].start - t.end <= _JOINED]
    return [*ends[-1:], *last]


def _fine_between(first: Term, other: Term, fine: re.Match[str] | None) -> bool:
    return fine is not None and first.end <= fine.start() <= other.start


def _months(terms: Sequence[Term]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for term in terms:
        months = _in_months(term.amount, term.unit)
        if term.bound == "range" and term.low is not None:
            value |= {"min_months": _in_months(term.low, term.unit), "max_months": months}
        elif term.bound == "least":
            value["min_months"] = months
        elif term.bound == "most" or ("min_months" in value and "max_months" not in value):
            value["max_months"] = months
        elif len(terms) == 2 and not value:
            value["min_months"] = months
        elif not value:
            value |= {"min_months": months, "max_months": months, "exact": True}
    return value


def _in_months(amount: float, unit: str) -> float:
    months = {"year": 12.0, "month": 1.0, "week": 7 / _DAYS_IN_MONTH, "day": 1 / _DAYS_IN_MONTH}[unit] * amount
    return round(months, 2)


def _sums_of(sums: Sequence[Sum], fine: re.Match[str]) -> list[Sum]:
    near = [s for s in sums if abs(s.start - fine.end()) <= _WITHIN or abs(fine.start() - s.end) <= 60]
    # a sum in words is often said again in figures
    return [s for before, s in zip([None, *near], near, strict=False) if before is None or before.amount != s.amount][
        :2
    ]


def _money(sums: Sequence[Sum]) -> dict[str, Any]:
    value: dict[str, Any] = {"currency": sums[0].currency}
    for money in sums:
        if money.bound == "least":
            value["fine_min"] = money.amount
        elif money.bound == "most":
            value["fine_max"] = money.amount
        elif "fine_min" in value:
            value.setdefault("fine_max", money.amount)
        elif len(sums) == 2 and "fine_max" not in value:
            value["fine_min"] = money.amount
        elif "fine_max" not in value:
            value |= {"fine_min": money.amount, "fine_max": money.amount, "fine_exact": True}
    return value
