"""What the law calls itself, and the date of the version at hand where its text says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .grammar import Grammar
from .rows import SENTENCE_END, Row, is_shouted

_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th|º|°|er)?"
_FAR = 90
MOST_TITLE_ROWS = 6
"""Lines that a title can take."""

_LONGEST_FRONT = 5
"""How many times the cited title the front's may be as long; what is longer holds more than the title."""

_GLUED = re.compile(r"\d{4}[A-Z][a-z]")
_LEADERS = re.compile(r"(?:\s?[.…·]){5,}")
_LONG_TITLE = re.compile(r"(?i)^an? act (?:to|for|defining|providing)\b")


def find_title(rows: Sequence[Row], grammar: Grammar) -> str:
    """Return the first line among `rows` that names a kind of law and stands out; else the first line; else nothing.

    A line with a kind and a number alone (`Decree No. 14`) gives way to a later one that says what the law is about.
    """
    for wants_look in (True, False):
        named = [at for at, row in enumerate(rows[:80]) if _names_law(row, grammar, wants_look=wants_look)]
        full = next((at for at in named if not _is_bare(title_at(rows, at, grammar), grammar)), None)
        if named:
            return title_at(rows, named[0] if full is None else full, grammar)
    return rows[0].text if rows else ""


def _names_law(row: Row, grammar: Grammar, *, wants_look: bool) -> bool:
    text = row.text
    if len(text) > 180 or not _any_of(grammar.lists["law_words"]).search(text) or _LONG_TITLE.match(text):
        return False
    if text.lower() in grammar.lists["law_words"] or _any_of(grammar.lists["bodies"]).match(text):
        return False
    if grammar.group.match(text) or grammar.unit.match(text) or _LEADERS.search(text):
        return False
    stands_out = row.line.bold or row.line.centred or is_shouted(text)
    return stands_out or (not wants_look and not SENTENCE_END.search(text))


def _is_bare(title: str, grammar: Grammar) -> bool:
    """Does the title say the kind of law and its number or date, and nothing of what it is about?"""
    rest = _any_of((*grammar.lists["law_words"], *grammar.lists["months"], "no", "year", "of", "the")).sub("", title)
    return not re.search(r"[^\W\d_]{3,}", rest)


@lru_cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?i)(?<!\w)(?:{each})(?!\w)" if each else r"(?!)")


def find_date(rows: Sequence[Row], grammar: Grammar) -> str | None:
    """Return the ISO date of assent, certification or publication, if the text before the first section states one."""
    months = grammar.lists["months"]
    if not months:
        return None
    signs = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(re.escape(s) for s in grammar.lists['date_signs'])})(?!\w)")
    named = "|".join(f"{re.escape(m)}|{re.escape(m[:3])}\\.?" for m in months)
    day_first = re.compile(
        rf"(?i){_DAY}(?:\s+(?:day\s+)?(?:of|de|du|do))?\s+(?P<month>{named}),?(?:\s+(?:of|de|del|do))?\s+(?P<year>\d{{4}})"
    )
    month_first = re.compile(rf"(?i)(?P<month>{named})\s+{_DAY},?\s+(?P<year>\d{{4}})")
    for row in rows:
        for sign in signs.finditer(row.text):
            near = row.text[sign.start() : sign.end() + _FAR]
            found = day_first.search(near) or month_first.search(near)
            if found is None:
                continue
            month = next(n for n, m in enumerate(months, 1) if m[:3] == found["month"].lower()[:3])
            if 1 <= int(found["day"]) <= 31:
                return f"{found['year']}-{month:02d}-{int(found['day']):02d}"
    return None


def title_at(rows: Sequence[Row], at: int, grammar: Grammar) -> str:
    """Return the title that begins on row `at`: the lines that follow in the same look belong to it."""
    first = rows[at]
    words = [first.text]
    subject = _any_of(grammar.lists["title_subjects"])
    if at + 1 < len(rows) and subject.match(rows[at + 1].text) and not SENTENCE_END.search(rows[at + 1].text):
        return f"{first.text} {rows[at + 1].text}"
    for row in rows[at + 1 : at + MOST_TITLE_ROWS]:
        if row.line.bold != first.line.bold or is_shouted(row.text) != is_shouted(first.text) or row.gap:
            break
        if row.line.size and first.line.size and abs(row.line.size - first.line.size) > 0.6:
            break
        if grammar.unit.match(row.text) or grammar.group.match(row.text) or _LEADERS.search(row.text):
            break
        words.append(row.text)
    return " ".join(words)


def cited_title(texts: Iterable[str], grammar: Grammar) -> str | None:
    """Return the title by which the law says that it may be cited, or None."""
    words = grammar.lists["citing"]
    if not words:
        return None
    signs = "|".join(re.escape(w) for w in words)
    kinds = "|".join(re.escape(w) for w in grammar.lists["law_words"])
    pattern = re.compile(
        rf"(?i:(?:{signs})\s+(?:as\s+)?\(?(?:the\s+)?)[“\"‘]?(?P<title>[A-ZÀ-Ö][^.;:“”\"]{{2,140}}?\b(?i:{kinds})\b"
        r"(?:,?\s+(?:No\.\s?)?\d+(?:\s+of\s+\d{4})?)?)"
    )
    for text in texts:
        found = pattern.search(text)
        if found:
            return " ".join(found["title"].split())
    return None


def best_title(told: str | None, front: str, cited: str | None) -> str:
    """Return the title that the format tells, else that on the law's front unless it is something else than what is cited.

    One that runs into the next words (`Lamps Act 2031Public Act`), and a front far longer than a title, give way too.
    """
    if cited is None:
        return told or front
    if _GLUED.search(told or front) or (not told and len(front) > _LONGEST_FRONT * len(cited)):
        return cited
    return told or (front if _letters(cited) and _letters(cited) in _letters(front) else cited)


def _letters(title: str) -> str:
    named = re.sub(r"\bbill\b", "act", title.lower())  # a bill cites the Act that it is to be
    return "".join(c for c in re.sub(r"\d+|\bno\.|\bof\b", "", named) if c.isalpha())
