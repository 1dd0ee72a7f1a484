"""Where a section, article or clause may start: every line that looks like it, with the weight of its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .grammar import CODE_NUMBER, LATIN_SUFFIXES, Grammar
from .numbers import Key, Number, as_fraction, parse_number
from .rows import SENTENCE_END, Row, begins_small, letters_of

_LATIN = "|".join(LATIN_SUFFIXES)
_CODE = (
    r"\d{1,3}[A-Z]?[-–]\d{1,3}[A-Z]?[-–](?!(?:19|20)\d\d)\d{2,4}(?:\.\d{1,3})?(?=\.?\s)|\d{2,3}\.\d{2,4}(?=\.?[\s(])"
)
"""Numbers of codes that stand without a word: no dates, and no numbers of paragraphs such as 1.10."""

_BARE = re.compile(
    r"^(?P<open>[\[“”\"«‘'*]{0,3}\s?)(?P<left>\()?"
    rf"(?P<number>{_CODE}|\d{{1,3}}(?:\.\d{{1,2}}(?=[\s(]))?(?:[\s-]?[A-Z]{{1,3}}(?![\w'’])(?!(?<=\s[A-Z])\s[a-z]{{2}})|[a-z](?=[.)]))?(?:[\s-]?(?:{_LATIN})\b)?)(?P<right>\))?"
    r"(?P<sign>\s?[.,:;](?!\d)|(?=\s?\(\d)|(?=\s?[-–—]+\s?\()|(?=\s)|$)(?P<dash>\s?[-–—_]{1,3}(?=[\s(]|$))?\s*"
)
_SIGN = re.compile(
    rf"^[\[“\"]?§\s*(?P<number>{CODE_NUMBER}|\d{{1,4}}(?:[.-]\d{{1,4}})?[a-z]{{0,2}}(?![\w-]))(?P<sign>[\].:]*)\s*"
)
_AFTER_WORD = re.compile(r"(?:\s*[.,:;)\]°º]+|\s*[-–—_]+(?=\s|\(|$|\w))*(?:\[\d{1,3}\](?=\s))?\s*")
"""The signs behind a worded number, and the call of a footnote there."""
_BEHIND_NOTE = re.compile(r"^(?P<note>[^\d.]{2,60}\.?)\s(?P<number>\d{1,3}[A-Z]?)\.\s+(?=[(A-Z“\"])")
_PUNCTUATED = 1.0
"""Weight that a number with a full stop, or with the word section, has above that of a number alone."""

_PAGE = re.compile(r"(?:[.…·\s_]{3,}|\s{2,}|\t)\d{1,4}\s*$")
_SUBSECTION = re.compile(r"^[(\[]\s?[1lI]\s?[)\]]")

_LONGEST_HEADING, _LONGEST_BOLD = 120, 220
"""Characters of a line with a section's number and heading, where no full stop stands behind the number."""


@dataclass(slots=True)
class Start:
    """A line that may start a basic unit."""

    row: int
    family: str
    """`section`, `article` ... when the line says the word; `bare`, `paren` or `sign` when only a number stands there."""
    number: Number
    number_at: int
    number_end: int
    rest_at: int
    """Where, in the row, the text behind the number and its punctuation begins."""
    weight: float = 0.0

    @property
    def key(self) -> Key:
        return self.number.key

    def move(self, by: int) -> None:
        """Shift the places within the row, whose beginning was cut off."""
        self.number_at += by
        self.number_end += by
        self.rest_at += by


def possible_starts(rows: Sequence[Row], grammar: Grammar, *, loose: bool = False) -> list[Start]:
    """Return every line that may start a basic unit, in order, weighed by what can be seen on and around the line.

    `loose` takes a whole sentence behind a number without full stop too, as the paragraphs of schedules are printed.
    """
    found: list[Start] = []
    for at, row in enumerate(rows):
        if row.table:
            continue
        start = _worded(at, row, grammar) or _numbered(at, row, grammar, loose=loose)
        if start is not None:
            start.weight += _surroundings(rows, at, start, grammar)
            found.append(start)
    _order_decimals(found)
    return found


def _order_decimals(starts: Sequence[Start]) -> None:
    """Read 33.021 as between 33.02 and 33.03 where more of the law's numbers rise so; 9.10 stands behind 9.9."""
    decimal = [start.number for start in starts if "." in start.number.bare]
    digits = [as_fraction(number) for number in decimal]
    if _rising(digits) > _rising(decimal):
        for start in starts:
            start.number = as_fraction(start.number)


def _rising(numbers: Sequence[Number]) -> int:
    return sum(low.key < high.key for low, high in pairwise(numbers))


def _worded(at: int, row: Row, grammar: Grammar) -> Start | None:
    match = grammar.unit.match(row.text)
    if match is None or row.text[match.start("word")].islower():
        return None
    number = parse_number(match["number"] + (match["after"] or ""), grammar)
    if number is None or (match["bracket"] and not match["close"]):
        return None
    end = match.end()
    signs = _AFTER_WORD.match(row.text, end)
    rest_at = signs.end() if signs else end
    rest = row.text[rest_at:]
    tail = row.text[end:]
    if tail.startswith("(") and not _SUBSECTION.match(tail):
        return None
    if signs is None or not signs.group().strip():
        if grammar.reference_tail.match(tail) and not tail.lstrip()[:1].isupper():
            return None
        if begins_small(rest):
            return None
    if re.match(r"^[\s]*[,;]", tail) and rest[:1].islower():
        return None
    level = grammar.level_of_unit[" ".join(match["word"].lower().split())]
    return Start(at, level, number, match.start("number"), match.end("number"), rest_at, 3.0)


def _numbered(at: int, row: Row, grammar: Grammar, *, loose: bool) -> Start | None:
    signed = _SIGN.match(row.text)
    if signed:
        number = parse_number(signed["number"], grammar)
        return Start(at, "sign", number, 0, signed.end("number"), signed.end(), 2.0) if number else None
    match = _BARE.match(row.text)
    if match is None or bool(match["left"]) != bool(match["right"]):
        return None
    number = parse_number(match["number"], grammar)
    if number is None:
        return None
    rest = row.text[match.end() :]
    weight = 2.0
    if match["left"]:
        if not match["number"][-1].isupper() or not rest[:1].isupper():
            return None
        weight = 0.6
    elif not match["sign"].strip():
        if _SUBSECTION.match(rest):
            weight = 1.4
        elif match["dash"]:
            weight = 1.0
        elif rest[:1].isupper() and (loose or _is_heading(row, rest)):
            weight = 0.9 if row.line.bold else 0.3
        elif not rest and row.line.bold:
            weight = 0.5
        else:
            return None
    elif match["sign"].strip() in ",:;":
        if not match["open"].strip() and not number.key[1]:
            return None
        weight = 0.8
    if begins_small(rest):
        weight -= 2.0
    return Start(
        at,
        "paren" if match["left"] else "bare",
        number,
        match.start("number"),
        match.end("number"),
        match.end(),
        weight,
    )


def _is_heading(row: Row, rest: str) -> bool:
    return len(row.text) < (_LONGEST_BOLD if row.line.bold else _LONGEST_HEADING) and not SENTENCE_END.search(rest)


def _surroundings(rows: Sequence[Row], at: int, start: Start, grammar: Grammar) -> float:
    row = rows[at]
    weight = 0.0
    if row.gap or row.line.mark is not None:
        weight += 0.5
    if row.line.bold:
        weight += 0.5
    if _SUBSECTION.match(row.text[start.rest_at :]):
        weight += 1.0
    elif start.weight < _PUNCTUATED and at + 1 < len(rows) and _SUBSECTION.match(rows[at + 1].text):
        weight += 0.8
    before = rows[at - 1] if at else None
    if before is not None and not before.table:
        reference = grammar.reference_end.search(before.text)
        if reference and not row.gap and not (reference.start() == 0 and _stands_alone(rows, at - 1)):
            weight -= 4.0
        elif not SENTENCE_END.search(before.text) and not row.gap and begins_small(before.text):
            weight -= 1.0
    return weight


def _stands_alone(rows: Sequence[Row], at: int) -> bool:
    """Is the row the heading above a number (`Regulations`, `Schedules`) rather than the end of a sentence?"""
    above = at == 0 or rows[at].gap or bool(SENTENCE_END.search(rows[at - 1].text))
    return above and rows[at].text[:1].isupper()


def without_page(text: str) -> str:
    """Return a line of a contents list without dot leaders and page number."""
    return _PAGE.sub("", text).rstrip(" .…·_")


def starts_behind_notes(
    starts: Sequence[Start], rows: Sequence[Row], entries: Mapping[Key, str], grammar: Grammar
) -> list[Start]:
    """Return `starts` and those whose number stands behind words of its heading: a left margin note run into the line."""
    if not entries:
        return list(starts)
    known = {start.row for start in starts}
    found = list(starts)
    letters = {key: letters_of(heading) for key, heading in entries.items()}
    for at, row in enumerate(rows):
        inside = _BEHIND_NOTE.match(row.text)
        if inside is None or at in known:
            continue
        number = parse_number(inside["number"], grammar)
        if number is None or not letters.get(number.key, "").startswith(letters_of(inside["note"])):
            continue
        found.append(Start(at, "bare", number, inside.start("number"), inside.end("number"), inside.end(), 3.0))
    return sorted(found, key=lambda start: start.row)


def weigh_by_contents(starts: Sequence[Start], rows: Sequence[Row], entries: Mapping[Key, str]) -> None:
    """Add weight to starts whose number and heading the contents list names."""
    for start in starts:
        heading = entries.get(start.key)
        if heading is None:
            continue
        near = " ".join(
            [*(r.text for r in rows[max(0, start.row - 2) : start.row]), rows[start.row].text[start.rest_at :]]
            + [r.text for r in rows[start.row + 1 : start.row + 4]]
        )
        wanted = set(re.findall(r"\w{4,}", heading.lower()))
        if wanted and sum(word in near.lower() for word in wanted) >= 0.6 * len(wanted):
            start.weight += 2.0


def written_starts(rows: Sequence[Row], grammar: Grammar) -> list[Start]:
    """Return lines that begin with an ordinal in words, as transitional articles do: `PRIMERO.-`, `Décimo segundo.`"""
    ordinals = "|".join(re.escape(w) for w in sorted(grammar.ordinals, key=len, reverse=True) if not w[0].isdigit())
    if not ordinals:
        return []
    pattern = re.compile(
        rf"^(?P<number>(?i:(?:{ordinals})(?:\s+(?:y\s+|e\s+|et\s+)?(?:{ordinals}))*))\s?[.:°º)]+\s?[-–—]*\s*"
    )
    found: list[Start] = []
    for at, row in enumerate(rows):
        match = pattern.match(row.text)
        if match is None or row.table or row.text[:1].islower():
            continue
        value = sum(grammar.ordinals[word] for word in match["number"].lower().split() if word in grammar.ordinals)
        number = Number(match["number"], (value, ()))
        found.append(Start(at, "written", number, 0, match.end("number"), match.end(), 2.0))
    return found
