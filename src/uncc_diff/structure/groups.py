"""Headings of parts, chapters, titles and of schedules: where they stand and which lines belong to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .grammar import Grammar, western_digits
from .markers import marker_at
from .numbers import parse_number
from .rows import OPENER, SENTENCE_END, Row, is_shouted

_RANK = {"book": 0, "title": 1, "part": 1, "chapter": 2, "division": 3}
_SEPARATOR = re.compile(r"^[\s.:°º]*(?:[-–—―]+\s*)?")
_LONGEST = 160
_MOST_ROWS = 5
_SAME_SIZE = 0.6
"""Points by which the sizes of one heading's lines may differ."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of a group or schedule: its rows from `row` to `last` (not included)."""

    row: int
    level: str
    word: str
    number: str | None
    rest_at: int
    """Where in the first row its title begins, if it stands there."""
    begins: bool = False
    """Is it the first of its kind where it stands, numbered 1, I, A or first?"""
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
        number = match["number"]
        if parse_number(number, grammar) is None or number.isascii() is False or number.isupper():
            number = western_digits(number)
        if not number.replace(" ", "").replace("-", "").isalpha() or len(number) < 6:
            number = re.sub(r"[\s-]+", "", number)
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
        bare = not rest or rest[0] in '([“"' or is_shouted(rest) or bool(grammar.unit.match(rest))
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
            at, "schedule", "Sch", number, match.end() + (separator.end() if separator else 0), firm=look or bare
        )
    return found


def find_endings(rows: Sequence[Row], grammar: Grammar, after: int) -> dict[int, Group]:
    """Return where, behind row `after`, the articles end: transitional articles, signatures, explanatory statements."""
    found: dict[int, Group] = {}
    for at in range(after + 1, len(rows)):
        row = rows[at]
        if row.table or len(row.text) > _LONGEST or row.text[:1].islower():
            continue
        if not (
            row.gap or row.line.bold or row.line.centred or row.text.isupper() or SENTENCE_END.search(rows[at - 1].text)
        ):
            continue
        if grammar.transitional.match(row.text):
            found[at] = Group(at, "schedule", row.text.strip(" .:").capitalize(), None, 0)
        elif grammar.closing.match(row.text):
            found[at] = Group(at, "closing", "", None, 0)
    return found


def find_cross_headings(
    rows: Sequence[Row], heads: Sequence[int], events: Sequence[int], grammar: Grammar, *, gaps: bool
) -> dict[int, Group]:
    """Return unnumbered headings between sections. `heads` are the first rows of the sections, their own heading included.

    Such a heading stands out from the text, ends no sentence, follows the end of one, and belongs to no numbered group.
    """
    bold = sum(row.line.bold for row in rows) <= 0.25 * len(rows)
    italic = sum(row.line.italic for row in rows) <= 0.25 * len(rows)
    found: dict[int, Group] = {}
    for head in heads:
        at = head
        nearest = bisect_left(events, head) - 1
        last = events[nearest] if nearest >= 0 else -1
        while at - 1 > last and head - at < 3 and _is_heading(rows[at - 1], bold=bold, italic=italic):
            at -= 1
        if at == head and gaps and at - 1 > last and rows[at].gap and rows[at - 1].gap:
            at -= _is_heading(rows[at - 1], bold=True, italic=True, set_off=True)
        if at == head or at == 0:
            continue
        titled = title_end(rows, last, head, grammar) if last >= 0 else 0
        below_title = titled == at and _is_smaller(rows[at], rows[last])
        if (
            not (below_title or SENTENCE_END.search(rows[at - 1].text) or OPENER.search(rows[at - 1].text))
            or titled > at
        ):
            continue
        found[at] = Group(at, "division", "", None, 0)
    return found


def _is_heading(row: Row, *, bold: bool, italic: bool, set_off: bool = False) -> bool:
    text = row.text
    if (
        row.table
        or row.block
        or not 3 < len(text) < 110
        or SENTENCE_END.search(text)
        or not text[:1].isupper()
        or marker_at(text)
    ):
        return False
    look = row.line
    return (
        text.isupper()
        or (set_off and len(text) < 80)
        or (look.centred and row.gap)
        or (look.bold and bold)
        or (look.italic and italic)
    )


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
        if _is_smaller(rows[row], rows[at]) and (row > at + 1 or _has_title(rows[at], grammar)):
            break
        if grammar.definition.match(text) or grammar.proviso.match(text):
            break
        row += 1
    return row


def _is_smaller(row: Row, above: Row) -> bool:
    """Is the row a heading of a lower level, where the format states levels? On a page sizes may differ within a title."""
    sizes = row.line.size, above.line.size
    return (
        row.line.box is None and row.line.bold and None not in sizes and (sizes[0] or 0) < (sizes[1] or 0) - _SAME_SIZE
    )


def _has_title(row: Row, grammar: Grammar) -> bool:
    """Does the title of a group stand on the line of its number?"""
    match = grammar.group.match(row.text)
    return match is not None and bool(re.search(r"\w", row.text[match.end() :]))


def ranks(groups: Iterable[Group]) -> dict[str, int]:
    """Return how deep each level of group lies in this law: what begins again at 1 more often lies deeper.

    Where that does not tell, what stands first lies outside; levels that the law does not use keep their usual place.
    """
    ones: Counter[str] = Counter()
    first: dict[str, int] = {}
    for group in sorted(groups, key=lambda g: g.row):
        if group.level in _RANK and group.number is not None:
            first.setdefault(group.level, group.row)
            ones[group.level] += group.begins
    used = sorted(first, key=lambda level: (ones[level], first[level]))
    rest = sorted(set(_RANK) - set(used), key=lambda level: _RANK[level])
    return {level: 2 * rank for rank, level in enumerate([*used, *rest])}
