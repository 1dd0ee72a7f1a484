"""Numbers as laws write them: in figures, in words, or both; terms of time and sums of money, with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .wordings import any_of

Bound = Literal["most", "least", "range", "exact"]
_FURTHEST = 110
"""How many characters before its unit a number may begin, with all that repeats it."""
_NEAR = 34
"""How many characters before an amount a word that bounds it may begin."""


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time, e.g. `not exceeding five (5) years`. For a range `low` is its lower end."""

    amount: float
    unit: str
    """hour, day, week, month or year."""
    days: float
    bound: Bound
    start: int
    end: int
    low: float | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money or of penalty units."""

    amount: float
    currency: str
    """ISO code where the words name one currency, else the unit's common name; a key of `_facts.yaml`."""
    bound: Bound
    start: int
    end: int


class AmountGrammar:
    """The regular expressions made from `_facts.yaml`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.numbers = {word: float(value) for word, value in data["numbers"].items()}
        self.multipliers = {word: float(value) for word, value in data["multipliers"].items()}
        self.days = {word: float(value) for word, value in data["units_of_time"].items()}
        self.unit = re.compile(rf"(?:{any_of(self.days)})\b", re.IGNORECASE)
        self.currency_of = {name: code for code, names in data["currencies"].items() for name in names}
        figure = r"\d[\d,.’' ]*\d|\d"
        word = any_of([*self.numbers, *self.multipliers])
        spelled = rf"(?:{word})(?:[\s-]+(?:and\s+)?(?!an?\b)(?:{word}))*"
        number = rf"\(?\s*(?P<figure>{figure})\s*\)?(?:\s+{spelled}\b)?|\b(?P<words>{spelled})"
        count = rf"(?:{number})(?:\s*\(\s*(?P<again>[^()]{{1,40}})\))?"
        upper = rf"(?:\s*(?:{any_of(data['to'])})\s*(?P<upper>\d+|{spelled})(?:\s*\(\d+\))?)?"
        kind_of = rf"(?:(?:{any_of(data['kinds_of_days'])})\s+)?"
        self.term = re.compile(rf"{count}{upper}[\s-]*{kind_of}(?P<unit>{any_of(self.days)})\b", re.IGNORECASE)
        signs = any_of([n for n in self.currency_of if not n[-1].isalpha() or len(n) <= 5])
        names = any_of([n for n in self.currency_of if n[0].isalpha() and len(n) > 1])
        scale = any_of(self.multipliers)
        self.money = re.compile(
            rf"(?:(?<![^\W\d_])(?P<sign>{signs})\.?\s*(?P<after>{figure})(?:\s+(?P<scale>{scale})\b)?)"
            rf"|(?:{count}(?:\s+(?P<scale2>{scale})\b)?(?:\s+(?:of\s+)?[A-Z][a-z]+)?\s*\b(?P<name>{names})\b)",
            re.IGNORECASE,
        )
        self.at_most = re.compile(rf"\b(?:{any_of(data['at_most'])})\b", re.IGNORECASE)
        self.at_least = re.compile(rf"\b(?:{any_of(data['at_least'])})\b", re.IGNORECASE)
        behind = r"['’]?\s*,?\s*(?:(?!(?:and|or|to|in|a|an|but)\b)\w+\s+)?"
        bounds: tuple[tuple[str, Bound], ...] = (("most_behind", "most"), ("least_behind", "least"))
        self.behind = [(re.compile(rf"{behind}(?:{any_of(data[k])})\b", re.IGNORECASE), b) for k, b in bounds]
        self.between = re.compile(
            rf"\b(?:{any_of(data['between'])})\s+(?P<low>[\w() -]+?)\s+and\s+(?P<high>[\w() -]+?)[\s-]*$", re.IGNORECASE
        )

    def terms(self, text: str) -> Iterator[Term]:
        """Yield the lengths of time in a text, in order."""
        floor = 0
        for m in self._terms(text):
            amount = self._value(m["figure"], m["words"], m["again"])
            unit = m["unit"].lower()
            if amount is None or text[m.end() : m.end() + 1] == "-" or text[m.start() - 1 : m.start()] == "-":
                continue  # a twenty-four-hour, seven-day-a-week service is no term
            low = None
            between = self.between.search(text, max(0, m.start() - _NEAR), m.start("unit"))
            if between:
                low, high = self._number(between["low"]), self._number(between["high"])
                amount = high if high is not None else amount
            elif m["upper"]:
                upper = self._number(m["upper"])
                low, amount = amount, upper if upper is not None else amount
            bound, end = self._bound(text, floor, m.start(), m.end())
            if low is not None:
                bound = "range"
            floor = end
            yield Term(amount, unit.rstrip("s"), amount * self.days[unit], bound, m.start(), m.end(), low)

    def _terms(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where a number and a unit of time stand: looked for only before units, since numbers are said in many ways."""
        end = 0
        for unit in self.unit.finditer(text):
            start = max(end, text.rfind(" ", 0, max(0, unit.start() - _FURTHEST)) + 1)
            if unit.end() > end:
                for match in self.term.finditer(text, start, unit.end()):
                    end = match.end()
                    yield match

    def sums(self, text: str) -> Iterator[Sum]:
        """Yield the sums of money in a text, in order."""
        floor = 0
        for m in self.money.finditer(text):
            if m["sign"]:
                amount, name, scale = _figure(m["after"]), m["sign"], m["scale"]
            else:
                amount, name, scale = self._value(m["figure"], m["words"], m["again"]), m["name"], m["scale2"]
            if amount is None:
                continue
            amount *= self.multipliers[scale.lower()] if scale else 1
            currency = self.currency_of[re.sub(r"\s+", " ", name.lower())]
            bound, floor = self._bound(text, floor, m.start(), m.end())
            yield Sum(amount, currency, bound, m.start(), m.end())

    def _bound(self, text: str, floor: int, at: int, end: int) -> tuple[Bound, int]:
        """Return what the words around an amount, behind the amount before it, make of it, and where they end."""
        for pattern, bound in self.behind:
            match = pattern.match(text, end)
            if match:
                return bound, match.end()
        before = text[max(floor, at - _NEAR) : at]
        least = _last(self.at_least, before)
        most = _last(self.at_most, before)
        if least < 0 and most < 0:
            return "exact", end
        return ("least" if least >= most else "most"), end

    def _number(self, said: str) -> float | None:
        """Return a number said in figures, in words, or in both."""
        return self._value(None, None, said) if said[0].isdigit() else self._value(None, said, said)

    def _value(self, figure: str | None, words: str | None, again: str | None) -> float | None:
        """Return the number; of figures and words for the same one, the figures."""
        if figure:
            return _figure(figure)
        inside = re.search(r"\d[\d,.]*", again or "")
        if inside:
            value = _figure(inside[0])
            if value is not None:
                return value
        return self._spelled(words or "")

    def _spelled(self, words: str) -> float | None:
        total = part = 0.0
        seen = False
        spoken = re.findall(r"[a-z]+", words.lower())
        for word in spoken:
            if word in ("a", "an") and len(spoken) > 1 and spoken[1] not in self.multipliers:
                continue
            if word in self.numbers:
                part += self.numbers[word]
                seen = True
            elif word in self.multipliers:
                scale = self.multipliers[word]
                part = (part or 1.0) * scale
                seen = True
                if scale >= 1000:
                    total, part = total + part, 0.0
        return total + part if seen else None


def _figure(text: str) -> float | None:
    digits = re.sub(r"[\s,’']", "", text).rstrip(".")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    try:
        return float(digits)
    except ValueError:
        return None


def _last(pattern: re.Pattern[str], text: str) -> int:
    place = -1
    for match in pattern.finditer(text):
        place = match.end()
    return place
