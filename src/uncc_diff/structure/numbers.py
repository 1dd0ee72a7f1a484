"""Numbers of sections and articles: 4, 22A, 3ZA, 4bis, 53.1, IV, first, ١٢; their order, and how they are printed bare."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..roman import roman_value
from .grammar import LATIN_SUFFIXES, Grammar, western_digits

Key = tuple[int, tuple[int, ...]]
"""Base number and the order of what is inserted behind it; () for the number itself."""

_PARTS = re.compile(
    rf"^(\d{{1,4}})(?:[.\-–/](\d{{1,3}}))?(?:[\s-]?([A-Za-z]{{1,3}}))??(?:[\s-]?({'|'.join(LATIN_SUFFIXES)})(?:[\s-]([A-Z]))?)?$",
    re.I,
)
_CODE = re.compile(r"^\d{1,4}[A-Z]{0,2}(?:[.:-]\d{1,4}[A-Z]?(?:-[a-z])?)+$")
_PART_OF_CODE = re.compile(r"(\d+)([A-Za-z]*)")
_DECIMAL = re.compile(r"^(\d+)\.(\d+)([A-Z]?)$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as cited, and the key that puts it in order."""

    bare: str
    key: Key


def parse_number(printed: str, grammar: Grammar) -> Number | None:
    """Return the number that `printed` shows; written-out ordinals and roman numbers become digits; None if it is none."""
    text = western_digits(printed.strip())
    written = _written(text, grammar)
    if written is not None:
        return Number(str(written), (written, ()))
    for ending in grammar.lists["ordinal_endings"]:
        if text.lower().endswith(ending) and text[: -len(ending)].strip().isdigit():
            text = text[: -len(ending)].strip()
            break
    found = _PARTS.match(text)
    if found:
        base, decimal, letters, latin, after = found.groups()
        order: tuple[int, ...] = ()
        if decimal:
            order += (1, int(decimal))
        if letters:
            order += _letters_order(letters)
        if latin:
            order += (1, LATIN_SUFFIXES[latin.lower()])
        if after:
            order += _letters_order(after)
        return Number(re.sub(r"\s+", "", text.replace("–", "-")), (int(base), order))
    text = text.replace("–", "-")
    if _CODE.match(text):
        return Number(text, _order_in_code(text))
    value = roman_value(text) if text.isupper() else None
    return Number(str(value), (value, ())) if value else None


def _order_in_code(text: str) -> Key:
    """Return the key of a number with several parts, such as title, chapter and section."""
    order: tuple[int, ...] = ()
    for digits, letters in _PART_OF_CODE.findall(text):
        order += (1, int(digits)) + (_letters_order(letters) if letters else ())
    return order[1], order[2:]


def as_fraction(number: Number) -> Number:
    """Return the number with its decimals read digit by digit, as codes that insert 33.021 behind 33.02 mean them."""
    found = _DECIMAL.match(number.bare)
    if found is None:
        return number
    base, decimals, letters = found.groups()
    order = (1, *(int(digit) for digit in decimals), *(_letters_order(letters) if letters else ()))
    return Number(number.bare, (int(base), order))


def _written(text: str, grammar: Grammar) -> int | None:
    """Return the value of an ordinal in words, simple or compound (`décimo quinto`)."""
    words = text.lower().replace("-", " ").split()
    whole = grammar.ordinals.get(" ".join(words))
    if whole is not None:
        return whole
    values = [grammar.ordinals.get(word) for word in words]
    return sum(v for v in values if v is not None) if len(values) > 1 and None not in values else None


def _letters_order(letters: str) -> tuple[int, ...]:
    """A before B before AA; ZA stands before A, as drafters use it to insert ahead of an insertion."""
    upper = letters.upper()
    if len(upper) > 1 and upper[0] == "Z":
        return (0, *(ord(c) - 64 for c in upper[1:]))
    return (1, len(upper), *(ord(c) - 64 for c in upper))
