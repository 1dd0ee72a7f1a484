"""Headings of parts, chapters, titles and of schedules: where they stand and which lines belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .grammar import Grammar, western_digits
from .markers import marker_at
from .rows import SENTENCE_END, Row

_RANK = {"book": 0, "title": 1, "part": 1, "chapter": 2, "division": 3}
_SEPARATOR = re.compile(r"^[\s.:°º]*(?:[-–—―]+\s*)?")
_LONGEST = 160
_MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of a group or schedule: its rows from `row` to `last` (not included)."""

    row: int
    level: str
    word: str
    number: str | None
    rest_at: int
    """Where in the first row its title begins, if it stands there."""
    firm: bool = True
    """Does its look say that it is a heading, not the start of a sentence?"""


def find_groups(rows: Sequence[Row], grammar: Grammar, *, sections_are_groups: bool) -> dict[int, Group]:
    """Return the group headings by row. `sections_are_groups`: in a law that counts articles, a section holds articles."""
    found: dict[int, Group] = {}
    for at, row in enumerate(rows):
        if row.table or len(row.text) > _LONGEST:
            continue
        match = grammar.group.match(row.text)
        if match is None:
            continue
        word = " ".join(match["word"].lower().split())
        if word in grammar.level_of_unit and not sections_are_groups:
            continue
        if match["word"].islower():
            continue
        tail = row.text[match.end() :]
        separator = _SEPARATOR.match(tail)
        rest = tail[separator.end() :] if separator else tail
        separated = bool(separator and separator.group().strip())
        if not _may_follow(tail, rest, separated) or _runs_on(rows, at, grammar):
            continue
        number = western_digits(re.sub(r"[\s-]+", "", match["number"])) if len(match["number"]) < 8 else match["number"]
        level = grammar.level_of_group[word]
        found[at] = Group(
            at, level, match["word"].capitalize(), number, match.end() + (separator.end() if separator else 0)
        )
    return found


def find_schedules(rows: Sequence[Row], grammar: Grammar) -> dict[int, Group]:
    """Return the headings of schedules and annexes by row."""
    found: dict[int, Group] = {}
    for at, row in enumerate(rows):
        if row.table or len(row.text) > _LONGEST:
            continue
        match = grammar.schedule.match(row.text)
        if match is None or match["word"].islower():
            continue
        tail = row.text[match.end() :]
        separator = _SEPARATOR.match(tail)
        rest = tail[separator.end() :] if separator else tail
        bare = not rest or rest[0] in '([“"' or rest.isupper()
        separated = bool(separator and separator.group().strip() and rest[:1].isupper())
        if not (bare or separated) or (SENTENCE_END.search(rest) and rest[:1].islower()) or _runs_on(rows, at, grammar):
            continue
        look = row.line.bold or row.line.centred or match["word"].isupper()
        ordinal = match["before"] or match["number"]
        number = None
        if ordinal:
            value = grammar.ordinals.get(ordinal.lower())
            number = str(value) if value else western_digits(ordinal)
        found[at] = Group(
            at, "schedule", "Sch", number, match.end() + (separator.end() if separator else 0), look or bare
        )
    return found


def _may_follow(tail: str, rest: str, separated: bool) -> bool:
    if not rest:
        return not tail.strip().startswith((",", ";"))
    if rest[0] in ",;)]":
        return False
    if rest[0].islower():
        return False
    return separated or not SENTENCE_END.search(rest) or rest.isupper()


def _runs_on(rows: Sequence[Row], at: int, grammar: Grammar) -> bool:
    """Is the line the rest of a sentence that began before it?"""
    if at == 0 or rows[at].gap or rows[at].line.bold or rows[at].line.centred:
        return False
    before = rows[at - 1].text
    if grammar.reference_end.search(before) and not before.isupper():
        return True
    return before[-1:] == "," or (before[-1:].islower() and len(before) > 60 and not rows[at].text.isupper())


def title_end(rows: Sequence[Row], at: int, stop: int, grammar: Grammar, *, leave: int = 0) -> int:
    """Return the row behind the title lines that follow a group heading at row `at`, `leave` rows short of `stop`."""
    row = at + 1
    while row < stop - leave and row - at <= _MOST_ROWS:
        text = rows[row].text
        previous = rows[row - 1].text
        shouted = text.isupper() or rows[row].line.centred or rows[row].line.bold or rows[row].line.italic
        plain = row == at + 1 and len(text) < 100 and not SENTENCE_END.search(text) and not text[:1].islower()
        runs_on = row > at + 1 and text[:1].islower() and len(text) < 100 and not SENTENCE_END.search(previous)
        if rows[row].table or len(text) > 200 or marker_at(text) or not (shouted or plain or runs_on):
            break
        if grammar.definition.match(text) or grammar.proviso.match(text):
            break
        row += 1
    return row


def nests_in(level: str, other: str) -> bool:
    """Does a group of `level` belong inside one of level `other`?"""
    return _RANK[level] > _RANK[other]
