"""Lines that hold nothing but a number: what they count, and which comes next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..roman import roman

_LABEL = re.compile(
    r"^[“\"]?(?:(?P<number>\d{1,3})(?P<letters>[A-Z]{0,2})\.)?\s?(?:\((?P<inner>\d{1,3}[A-Z]{0,2}|[a-z]{1,5}|[A-Z])\))?$"
)
_START = re.compile(
    r"^[“\"]?(?:(?P<number>\d{1,3})(?P<letters>[A-Z]{0,2})\.\s*(?=[(A-Z“\"]|$))?(?:\((?P<inner>\d{1,3}[A-Z]{0,2})\))?"
)
_ROMANS = tuple(map(roman, range(1, 16)))


@dataclass(frozen=True, slots=True)
class Label:
    """`10.` has a `number`, `(a)` what is `inner`, `2.(1)` both; `letters` as in `18A.`"""

    number: int | None
    inner: str
    letters: str = ""

    @property
    def counts_units(self) -> bool:
        """Is it the number of a section or subsection, not of an item in a list?"""
        return self.number is not None or self.inner[:1].isdigit()

    @property
    def lists(self) -> bool:
        """Is it the letter or small number of an item?"""
        return self.number is None and not self.inner[:1].isdigit()

    @property
    def is_first(self) -> bool:
        return self.inner in ("a", "i", "A")


def label_of(text: str) -> Label | None:
    """Return the label that the line is, or None where it holds other words."""
    found = _LABEL.match(text)
    if found is None or not (found["number"] or found["inner"]):
        return None
    return _label(found)


def begins_with(text: str) -> Label | None:
    """Return the number of a section or subsection that the line begins with, or None."""
    found = _START.match(text)
    if found is None or not (found["number"] or found["inner"]):
        return None
    return _label(found)


def _label(found: re.Match[str]) -> Label:
    return Label(int(found["number"]) if found["number"] else None, found["inner"] or "", found["letters"] or "")


def follows(label: str, before: str) -> bool:
    """Is `(label)` the next behind `(before)`: b behind a, ii behind i, 3 behind 2, 3A behind 3, 4 behind 3B?"""
    if label[:1].isdigit() and before[:1].isdigit():
        number, letters = _parts(label)
        last, last_letters = _parts(before)
        if number == last:
            return letters > last_letters
        return number == last + 1 and letters in ("", "A")
    if label in _ROMANS and before in _ROMANS and _ROMANS.index(label) == _ROMANS.index(before) + 1:
        return True
    return len(label) == len(before) == 1 and ord(label) == ord(before) + 1


def _parts(number: str) -> tuple[int, str]:
    digits = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits), number[len(digits) :]
