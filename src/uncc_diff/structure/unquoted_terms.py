"""Defined terms without quotation marks, told by the order of the alphabet in which they follow one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from .grammar import Grammar
from .markers import marker_at
from .rows import Row, letters_of

_LEAST = 4
"""Terms that must follow one another by the alphabet: three lines do so by chance in one case of six."""

_LEAST_VERBS = 3
"""Verbs of definitions, without which no line is looked at; a dash stands for some of them."""

_MOST = 0.75
_WORDS_OF_TERM = 7
_SORTED_BY = 3
"""Letters that are compared; behind them, hyphens and spaces are sorted in different ways."""

_NO_TERM = re.compile(
    r"(?i)^(?:the|an?|any|every|it|he|she|they|this|that|these|those|which|who|whose|and|or|but|if|where|when|for|in|of|to|as|by|on"
    r"|no|such|section|subsection|paragraph|part)\b"
)
_OPEN = re.compile(
    r"(?i)(?:\b(?:of|the|an?|and|or|in|to|for|by|with|on|at|as|from|that|which|any|this|its|is|be|not)|\w-)$"
)
"""A line that ends so goes on in the next one, which therefore begins no definition."""

_DASH = re.compile(r"(?P<term>[^\W\d_][^.;:,—–]{1,60}?)\s?(?:,\s[^.;:—–]{3,140}?,?)?\s?(?:[—–]|-{1,3})$")


def unquoted_terms(rows: Sequence[Row], grammar: Grammar) -> dict[int, str]:
    """Return the terms that rows begin to define, by the place of the row; empty where the section is no list of terms."""
    text = "\n".join(row.text for row in rows)
    if sum(text.count(verb) for verb in grammar.lists["definition_verbs"] if verb in text) < _LEAST_VERBS:
        return {}
    candidates = [(at, term) for at in range(len(rows)) if (term := _term(rows, at, grammar))]
    if len(candidates) < _LEAST:
        return {}
    chain = _rising([letters_of(term)[:_SORTED_BY] for _, term in candidates])
    if len(chain) < _LEAST or len(chain) < _MOST * len(candidates):
        return {}
    return dict(candidates[at] for at in chain)


def _term(rows: Sequence[Row], at: int, grammar: Grammar) -> str | None:
    """Return what the row would define, were it the beginning of a definition."""
    row = rows[at]
    if row.table or row.block or row.marker or (at and _OPEN.search(rows[at - 1].text)) or _NO_TERM.match(row.text):
        return None
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    term = term_at(f"{row.text} {below[:60]}", grammar) or (term_at(row.text, grammar) if marker_at(below) else None)
    return term if term and len(term) <= len(row.text) else None


def term_at(text: str, grammar: Grammar) -> str | None:
    """Return the words at the start of `text` that it says a meaning of, or that a dash follows at its end."""
    found = grammar.plain_definition.match(text) or _DASH.match(text)
    return found["term"].strip() if found and len(found["term"].split()) <= _WORDS_OF_TERM else None


def _rising(keys: Sequence[str]) -> list[int]:
    """Return the places of the longest run of keys, not all next to each other, of which none goes back."""
    tails: list[str] = []
    ends: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        place = bisect_right(tails, key)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(key)
            ends.append(at)
        else:
            tails[place], ends[place] = key, at
    chain: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
