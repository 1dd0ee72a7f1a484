"""The arrangement of sections before the law: what it lists, and the rows it covers, which are no part of the body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .grammar import Grammar
from .numbers import Key
from .rows import Row, letters_of
from .units import Start, without_page

_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_TURNS = 40
"""Places where numbers begin again that are looked at; a contents list comes before the first few."""

_NAMELESS = ("bare", "paren")
_MOST = 0.6
_LONGEST_TITLE = 60
_LONGEST_ENTRY = 5
"""Rows that one entry of a contents list can take."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list: its rows `first` to `last` (not included), and what it says each number is headed."""

    first: int = 0
    last: int = 0
    entries: dict[Key, str] = field(default_factory=dict)
    headings: dict[Key, list[Row]] = field(default_factory=dict)
    """The same, as cut from the rows of the list."""
    unit: str | None = None
    """The level that the list calls its entries, such as clause."""

    def covers(self, row: int) -> bool:
        return self.first <= row < self.last


def find_contents(rows: Sequence[Row], starts: Sequence[Start], grammar: Grammar) -> Contents:
    """Return the contents list, empty where the law has none.

    It is told by its title, or by numbers that rise through short entries and then begin again.
    """
    title = next((at for at, row in enumerate(rows) if _is_title(row.text, grammar)), None)
    if title is not None and rows[title].start > rows[-1].start * 0.6:
        title = None
    listed = _of_commonest_family([s for s in starts if s.family != "paren" and (title is None or s.row > title)])
    turn = _turn(listed, rows, titled=title is not None)
    if turn is None or (title is None and _within_units(listed[0], starts)):
        return Contents()
    entries = listed[:turn]
    first = title if title is not None else _open(rows, entries[0].row, grammar)
    last = _close(rows, entries[-1], listed[turn].row, grammar)
    unit = _unit(rows[first : entries[0].row], grammar)
    headings = _headings(rows, entries, last, grammar)
    words = {key: without_page(" ".join(row.text for row in cuts)) for key, cuts in headings.items()}
    return Contents(first, last, words, headings, unit)


def _is_title(text: str, grammar: Grammar) -> bool:
    """Is it the title of a list? Converters tear the first letter from a word: `T able of contents`."""
    return len(text) < _LONGEST_TITLE and "".join(_LETTERS.findall(text.lower())) in grammar.contents_titles


def _of_commonest_family(starts: Sequence[Start]) -> list[Start]:
    """A list names its units in one way; lines that count something else, such as sections that hold articles, go."""
    counted = Counter(start.family for start in starts)
    if not counted:
        return []
    commonest = max(sorted(counted), key=lambda family: counted[family])
    return [start for start in starts if start.family == commonest]


def _within_units(first: Start, starts: Sequence[Start]) -> bool:
    """Does a list of bare numbers begin behind units called by name? Then it is one of theirs: definitions, duties."""
    named = [s for s in starts if s.family not in _NAMELESS]
    return first.family in _NAMELESS and any(s.row < first.row for s in named) and any(s.row > first.row for s in named)


def _turn(listed: Sequence[Start], rows: Sequence[Row], *, titled: bool) -> int | None:
    """Return the index in `listed` where numbering begins again: the first section of the body."""
    if len(listed) < 4:
        return None
    first = listed[0].key
    again_at = [at for at in range(2 if titled else 4, len(listed)) if listed[at].key == first]
    coded = 2 * len({s.key[0] for s in listed}) <= len({s.key for s in listed})
    for at in again_at[:_MOST_TURNS]:
        following = [s.key for s in listed[at + 1 : at + 9]]
        begins_again = any(first < key and key[0] <= first[0] + 3 for key in following) or at == len(listed) - 1
        passed = {s.key if coded else s.key[0] for s in listed[:at]}
        reaches = len(passed) >= (2 if titled else 4)
        again = {s.key if coded else s.key[0] for s in listed[at:]}
        shared = len(passed & again) >= _MOST * len(passed)
        believed = shared or _headed_again(listed[:at], listed[at:], rows)
        if begins_again and reaches and believed and (titled or _short(listed[: at + 1], rows)):
            return at
    return None


def _headed_again(entries: Sequence[Start], body: Sequence[Start], rows: Sequence[Row]) -> bool:
    """Do most of the numbers behind the list stand before its words? They do where only a part of the law follows."""
    listed = {start.key: letters_of(rows[start.row].text[start.rest_at :]) for start in entries}
    known = [(start, listed[start.key]) for start in body if listed.get(start.key)]
    alike = sum(letters_of(rows[start.row].text[start.rest_at :]).startswith(words) for start, words in known)
    return alike >= 2 and alike >= _MOST * min(len(known), len(listed))


def _short(entries: Sequence[Start], rows: Sequence[Row]) -> bool:
    """Are nearly all of these entries as short as headings?"""
    lengths = [sum(len(row.text) for row in rows[low.row : high.row]) for low, high in pairwise(entries)]
    return sum(length > 220 for length in lengths) <= 0.1 * len(lengths)


def _open(rows: Sequence[Row], row: int, grammar: Grammar) -> int:
    """Return the first row of an untitled list: group headings before its first entry belong to it."""
    while row and (grammar.group.match(rows[row - 1].text) or _plain(rows[row - 1].text) in grammar.contents_columns):
        row -= 1
    return row


def _close(rows: Sequence[Row], entry: Start, body: int, grammar: Grammar) -> int:
    """Return the row behind the list: its last entry may run on, and schedules may be listed after it."""
    at = entry.row + 1
    if at < body and not rows[entry.row].text[entry.rest_at :].strip():
        at += 1  # the title on the line below the number
    while at < body and at - entry.row < _LONGEST_ENTRY and _continues(rows, at, grammar):
        at += 1
    while at < body and (grammar.schedule.match(rows[at].text) and len(rows[at].text) < 160):
        at += 1
        while at < body and _continues(rows, at, grammar):
            at += 1
    return at


def _continues(rows: Sequence[Row], at: int, grammar: Grammar) -> bool:
    text = rows[at].text
    if text[:1].islower():
        return True
    words = re.sub(r"^(?:an?|the)\s+", "", text.lower())
    if any(words.startswith(f"{word} ") for word in grammar.lists["law_words"]) or grammar.enacting.search(text):
        return False
    return (
        not rows[at].gap
        and rows[at].line.page == rows[at - 1].line.page
        and not text.isupper()
        and len(text) < 90
        and not (rows[at - 1].text.rstrip().endswith("."))
        and any(c.islower() for c in text)
    )


def _headings(rows: Sequence[Row], entries: Sequence[Start], last: int, grammar: Grammar) -> dict[Key, list[Row]]:
    headings: dict[Key, list[Row]] = {}
    expected = entries[0].key[0]
    for low, high in zip(entries, [*entries[1:], None], strict=True):
        stop = high.row if high is not None else last
        words = [rows[low.row].cut(low.rest_at)[1]]
        for row in rows[low.row + 1 : stop]:
            if grammar.group.match(row.text) or row.text.isupper() or row.line.centred or row.line.italic:
                break
            if len(words) >= _LONGEST_ENTRY or (words[0].text and _plain(row.text) in grammar.contents_columns):
                break
            words.append(row)
        key = low.key
        if key[0] < expected and not key[1]:
            key = (expected, ())
        words[-1] = words[-1].cut(len(without_page(words[-1].text)))[0]
        headings.setdefault(key, words)
        expected = key[0] + 1
    return headings


def _unit(rows: Sequence[Row], grammar: Grammar) -> str | None:
    """Return the level that the title or the column heading of the list names."""
    for row in rows:
        text = _plain(row.text)
        for level, signs in grammar.maps["unit_signs"].items():
            if text in signs:
                return level
    return None


def _plain(text: str) -> str:
    return " ".join(_LETTERS.findall(text.lower()))
