"""A small law from an example's text, so that rules can be tried without a file and without guessing at structure.

An example is one section, or several that begin with `1. Heading` on a line of their own. Within a section `(1)` begins a
subsection and `(a)` a paragraph, each at the start of a line; a line without a marker after a paragraph is closing words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model.law import Law, Level, Piece, Provision
from ..model.source import SourceFile

_SECTION = re.compile(r"(?P<number>\d+[A-Z]?)\. (?P<heading>[^\n]+)")
_MARKER = re.compile(r"\((?P<number>\d+|[a-z])\) ")


@dataclass
class _Unit:
    id: str
    parent: str | None
    level: Level
    number: str | None
    citation: str
    heading: str | None
    start: int
    heading_at: int = 0
    lines: list[tuple[int, str]] = field(default_factory=list)


def law_of_example(text: str) -> Law:
    """Return the law that the example's text is."""
    units: list[_Unit] = []
    section: _Unit | None = None
    open_unit: _Unit | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line)
        if not words:
            continue
        opened = _SECTION.fullmatch(words)
        if opened:
            section = open_unit = _section(opened["number"], opened["heading"], start, start + opened.start("heading"))
            section.id += "_again" * any(unit.id == section.id for unit in units)
            units.append(section)
            continue
        if section is None:
            section = open_unit = _section("1", None, start, start)
            units.append(section)
        assert open_unit is not None
        marker = _MARKER.match(words)
        if marker:
            open_unit = _below(units, section, marker["number"], start)
            units.append(open_unit)
            start, words = start + marker.end(), words[marker.end() :]
        elif open_unit.level == "paragraph":
            open_unit = _closing(open_unit, section, start)
            units.append(open_unit)
        open_unit.lines.append((start, words))
    provisions = tuple(_provision(unit) for unit in units)
    return Law((SourceFile("example", ""),), "", "en", provisions, text=text)


def _section(number: str, heading: str | None, start: int, heading_at: int) -> _Unit:
    return _Unit(f"sec_{number}", None, "section", number, number, heading, start, heading_at)


def _below(units: list[_Unit], section: _Unit, number: str, start: int) -> _Unit:
    """Return a new subsection, or a paragraph of the last subsection or of the section."""
    parent = section
    if number.isalpha():
        here = [u for u in units if u.level == "subsection" and u.parent == section.id]
        parent = here[-1] if here else section
    level: Level = "paragraph" if number.isalpha() else "subsection"
    short = "para" if number.isalpha() else "subsec"
    return _Unit(
        f"{parent.id}__{short}_{number}", parent.id, level, number, f"{parent.citation}({number})", None, start
    )


def _closing(paragraph: _Unit, section: _Unit, start: int) -> _Unit:
    citation = paragraph.citation.rpartition("(")[0]
    parent = paragraph.parent or section.id
    return _Unit(f"{parent}__closing", parent, "closing", None, citation, None, start)


def _provision(unit: _Unit) -> Provision:
    pieces: list[Piece] = []
    words = ""
    for start, line in unit.lines:
        words += " " if words else ""
        pieces.append(Piece(len(words), start, len(line)))
        words += line
    end = unit.lines[-1][0] + len(unit.lines[-1][1]) if unit.lines else unit.heading_at + len(unit.heading or "")
    heading = (Piece(0, unit.heading_at, len(unit.heading)),) if unit.heading else ()
    return Provision(
        unit.id, unit.parent, unit.level, unit.number, unit.citation, unit.heading, words, unit.start, end,
        pieces=tuple(pieces), heading_pieces=heading,
    )  # fmt: skip
