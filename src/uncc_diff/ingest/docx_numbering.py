"""Automatic list numbers: Word keeps them in the numbering part, not in the text that they stand before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .docx_package import W
from .list_numbers import written

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


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
