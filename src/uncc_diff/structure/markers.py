"""Markers of subsections, paragraphs and points: what stands at the start of a line, and every number it can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..roman import roman_value
from .grammar import LATIN_SUFFIXES, western_digits

Ordinal = tuple[int, ...]
"""Place in its alphabet, and of what is inserted behind it: (10, 1) is `ja`, between (10,) and (11,)."""


class Sense(NamedTuple):
    """One reading of a marker: `(i)` is letter 9 and roman 1."""

    alphabet: str
    ordinal: Ordinal


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in a row: `text[at:end]` with the space behind it; `number` bare; `style` the signs around it."""

    at: int
    end: int
    number: str
    style: str
    senses: tuple[Sense, ...]


_LATIN = "|".join(LATIN_SUFFIXES)
_TOKEN = (
    rf"\d{{1,3}}(?:[A-Za-z]{{1,2}})?(?:\s?(?:{_LATIN}))?|[٠-٩]{{1,3}}|[a-zđñ]{{1,2}}[A-Z]?"
    r"|[ivxlc]{1,8}[a-z]?[A-Z]?|[IVXLC]{1,8}|[A-Z]{1,2}|[ء-ي]{1,3}"
)
_PAREN = re.compile(rf"[\[“”\"‘’'«*]{{0,3}}\s?\(\s?(?P<number>{_TOKEN})\s?\)[.:]?\s*(?:[-–—]\s+)?")
_SQUARE = re.compile(r"\[(?P<number>\d{1,2}|[a-z])\]\s+")
_HALF = re.compile(rf"[\[“\"‘«]{{0,2}}(?P<number>{_TOKEN})\)\s*")
_DOT = re.compile(
    r"[\[“\"‘«]{0,2}(?P<number>\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s)|(?:\d{1,3}(?:[A-Z]{1,2})?|[٠-٩]{1,3}|[a-zđ]|[A-Z]|[ivxlc]{1,7}|[IVXLC]{1,8})(?=\.))"
    r"\.?(?=[\s\-–—]|$|[A-ZÀ-ÖĐ])\s*(?:[-–—]\s*)?"
)
_DEGREE = re.compile(r"(?P<number>\d{1,3})\s?[.]?[°ºª]\.?\)?\s*[-–—.]?\s*")
_DASH = re.compile(
    r"(?P<number>\d{1,3}|[٠-٩]{1,3}|[ء-ي]|[IVXLC]{1,8}|[A-Z]|[a-z])\s?[-–—]\s+|(?P<glued>\d{1,2}|[٠-٩]{1,2}|[ء-ي])[-–—](?=[^\W\d])"
)
_PARAGRAPH_SIGN = re.compile(r"§\s?(?P<number>\d{1,3})\s?[.]?[°º]?\.?\s*[-–—.]?\s*")
_MAY_BEGIN = re.compile(rf"[^\w\s]|\w{{1,8}}(?:\.\d{{1,3}}){{0,3}}(?:\s?(?:{_LATIN}))?\s?[^\w\s]|\d{{1,3}}\s?[ºª]")
"""What every marker begins with, to pass over ordinary lines quickly."""

_STYLES = (
    ("()", _PAREN), ("§", _PARAGRAPH_SIGN), (")", _HALF), ("°", _DEGREE), (".", _DOT), ("-", _DASH), ("[]", _SQUARE),
)  # fmt: skip

PLAIN = " "
"""Style of markers without brackets or full stop."""

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_FOLD = str.maketrans({"ا": "أ", "إ": "أ", "آ": "أ", "ة": "ه", "ى": "ي"})


_PLAIN = re.compile(r"(?P<number>\d{1,2}|[a-z]|[ivx]{2,5})\s+(?=[^\W_]|[“\"(])")


def plain_marker_at(text: str) -> Marker | None:
    """Return a marker without any sign, as treaties print them (`1 Each Party`, `a the making of`), or None."""
    found = _PLAIN.match(text)
    if found is None:
        return None
    senses = _senses(found["number"], PLAIN)
    return Marker(0, found.end(), found["number"], PLAIN, senses) if senses else None


def marker_at(text: str, at: int = 0) -> Marker | None:
    """Return the marker that begins at `at`, or None."""
    if _MAY_BEGIN.match(text, at) is None:
        return None
    for style, pattern in _STYLES:
        found = pattern.match(text, at)
        if found is None:
            continue
        printed = found["number"] or found["glued"] if style == "-" else found["number"]
        number = western_digits(printed).rstrip(".")
        senses = _senses(number, style)
        if senses:
            return Marker(at, found.end(), number, style, senses)
    return None


def _senses(number: str, style: str) -> tuple[Sense, ...]:
    found: list[Sense] = []
    if "." in number:
        parts = tuple(int(part) for part in number.split("."))
        return (Sense(f"decimal{len(parts)}", parts[-1:]),)
    digits = re.match(rf"^(\d+)\s?([A-Za-z]*?)({_LATIN})?$", number)
    if digits:
        base, letters, latin = digits.groups()
        order = (int(base), *((LATIN_SUFFIXES[latin],) if latin else _letters(letters)))
        return (Sense("digit", order),)
    arabic = number.translate(_FOLD).rstrip("ـ")
    if arabic[:1] in _ARABIC:
        return tuple(
            Sense(name, (alphabet.index(arabic[0]) + 1,))
            for name, alphabet in (("abjad", _ABJAD), ("hijai", _ARABIC))
            if len(arabic) == 1
        ) or ((Sense("abjad", (5,)),) if arabic == "هـ" else ())
    if number in ("l", "I") and style == "()":
        found.append(Sense("digit", (1,)))  # what scans and converters make of the digit
    upper = number.isupper()
    case = str.upper if upper else str.lower
    value = roman_value(number) if number == case(number) else None
    if value:
        found.append(Sense("ROMAN" if upper else "roman", (value,)))
    elif number[:-1] and (inner := roman_value(number[:-1])) and number[:-1] == case(number[:-1]) and len(number) > 2:
        found.append(Sense("ROMAN" if upper else "roman", (inner, ord(number[-1].lower()) - 96)))
    name = "LETTER" if upper else "letter"
    if len(number) == 1:
        found.append(Sense(name, _letter(number)))
    elif len(number) == 2 and number[0].lower() in "abcdefghijklmnopqrstuvwxyz":
        if number[0] == number[1]:
            found.append(Sense(f"{name}{name}", (ord(number[0].lower()) - 96,)))
            found.append(Sense(name, (26 + ord(number[0].lower()) - 96,)))
        elif number[0].lower() == "a":
            found.append(Sense(name, (26 + ord(number[1].lower()) - 96,)))
        found.append(Sense(name, (*_letter(number[0]), ord(number[1].lower()) - 96)))
    elif len(number) == 3 and len(set(number)) == 1:
        found.append(Sense(f"{name}{name}{name}", (ord(number[0].lower()) - 96,)))
    return tuple(found)


def _letter(letter: str) -> Ordinal:
    """đ and ñ stand behind d and n."""
    extra = {"đ": (4, 1), "ñ": (14, 1)}.get(letter.lower())
    return extra if extra else (ord(letter.lower()) - 96,)


def _letters(letters: str) -> Ordinal:
    return tuple(ord(c) - 96 for c in letters.lower())
