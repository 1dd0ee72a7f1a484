"""Automatic list numbers: Word keeps them in the numbering part, not in the text that they stand before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    glued: bool
    style: str | None
    legal: bool


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of every list as Word does; `label` must be called once per paragraph, in order."""

    _lists: dict[str, str] = field(default_factory=dict)
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _overrides: dict[str, dict[int, _Level | int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number_id: str, style: str | None) -> int:
        """Return the level that the list ties to the paragraph style; 0 where it ties none."""
        levels = self._levels.get(self._lists.get(number_id, ""), {})
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def label(self, number_id: str, at: int) -> str:
        """Return the number as Word shows it before this paragraph, with the space behind it; empty without a list."""
        abstract = self._lists.get(number_id)
        if abstract is None:
            return ""
        overrides = self._overrides.get(number_id, {})
        levels = {**self._levels.get(abstract, {}), **{i: o for i, o in overrides.items() if isinstance(o, _Level)}}
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        restart = overrides.get(at)
        if restart is not None and (number_id, at) not in self._begun:
            counts[at] = (restart if isinstance(restart, int) else restart.start) - 1
        self._begun.add((number_id, at))
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [i for i in counts if i > at]:
            del counts[deeper]
        if level.form == "bullet":
            return f"{_PRIVATE_USE.sub('•', level.text)} " if level.text.strip() else ""
        shown = _PLACE.sub(lambda place: self._place(int(place[1]) - 1, levels, counts, level.legal), level.text)
        return shown + ("" if level.glued or not shown else " ")

    @staticmethod
    def _place(at: int, levels: dict[int, _Level], counts: dict[int, int], legal: bool) -> str:
        level = levels.get(at)
        if level is None:
            return ""
        return written(counts.get(at, level.start), "decimal" if legal else level.form)


def read_numbering(root: _Element | None) -> Numbering:
    """Return the lists that the numbering part defines; none where there is no such part."""
    numbering = Numbering()
    for abstract in root.iter(f"{W}abstractNum") if root is not None else ():
        levels = {_int(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.iter(f"{W}lvl")}
        numbering._levels[abstract.get(f"{W}abstractNumId") or ""] = levels
    for number in root.iter(f"{W}num") if root is not None else ():
        number_id = number.get(f"{W}numId") or ""
        numbering._lists[number_id] = _value(number, "abstractNumId") or ""
        for override in number.iter(f"{W}lvlOverride"):
            at = _int(override.get(f"{W}ilvl"), 0)
            own, start = override.find(f"{W}lvl"), _value(override, "startOverride")
            if own is not None:
                numbering._overrides.setdefault(number_id, {})[at] = _level(own)
            elif start is not None:
                numbering._overrides.setdefault(number_id, {})[at] = _int(start, 1)
    return numbering


def _level(level: _Element) -> _Level:
    return _Level(
        start=_int(_value(level, "start"), 1),
        form=_value(level, "numFmt") or "decimal",
        text=_value(level, "lvlText") or "",
        glued=_value(level, "suff") == "nothing",
        style=_value(level, "pStyle"),
        legal=level.find(f"{W}isLgl") is not None,
    )


def _value(element: _Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return found.get(f"{W}val") if found is not None else None


def _int(text: str | None, default: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return default


def written(number: int, form: str) -> str:
    """Return the number in one of Word's number formats; in digits where the format is not known here."""
    make = _FORMS.get(form)
    if form == "none":
        return ""
    return make(number) if make is not None and number > 0 else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value) if number < 4000 else ""
        number %= value
    return text


def _letter(number: int) -> str:
    """a ... z, then aa, bb ..., as Word counts."""
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * min((number - 1) // 26 + 1, 30)


def _words(number: int) -> str:
    if number >= 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def _ordinal_words(number: int) -> str:
    head, dash, last = _words(number).rpartition("-")
    if last.isdigit():
        return _ordinal(number)
    return head + dash + (_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th"))


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "arabicAlpha": lambda number: _ARABIC_ALPHA[(number - 1) % len(_ARABIC_ALPHA)],
    "arabicAbjad": lambda number: _ARABIC_ABJAD[(number - 1) % len(_ARABIC_ABJAD)],
}
