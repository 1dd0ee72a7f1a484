"""Roman numerals, read and written."""

from __future__ import annotations

import re

_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WELL_FORMED = re.compile(r"^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_LETTERS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman_value(text: str) -> int | None:
    """Return the value of a well-formed roman number in any case, or None."""
    upper = text.upper()
    if not _WELL_FORMED.match(upper):
        return None
    values = [_DIGITS[c] for c in upper]
    return sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def roman(number: int) -> str:
    """Return the number in small roman letters; empty from 4000 on, for which there are none."""
    text = ""
    for value, letters in _LETTERS:
        text += letters * (number // value) if number < 4000 else ""
        number %= value
    return text
