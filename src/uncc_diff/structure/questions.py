"""What stands at the start of each line of a section: a marker or a defined term, and what the words around it say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .depth import ASIDE, TOP, Question
from .grammar import Grammar
from .markers import PLAIN, Marker, Sense, marker_at, plain_marker_at
from .paper import Page
from .rows import ITEM_END, OPENER, SENTENCE_END, Row, begins_small
from .unquoted_terms import unquoted_terms

_SOLE = (Sense("digit", (1,)),)
_ASIDE = (Sense(ASIDE, (1,)),)
_DEFINITION = (Sense("definition", (1,)),)
_TAIL = re.compile(
    r"^[,;]|^(?:and|or|to|y|o|e|et|ou)\s+[(\[\d]|^(?:of|above|below|hereof|thereof)\s+(?:this|that|the|section|article)\b"
)
_MOST_GLUED = 4
_SHORT = 14
_ROWS_OF_ASIDE = 12
"""Rows of an explanation before its list."""


@dataclass(slots=True)
class Token:
    """A marker or defined term at the start of the row at `position`; its text goes on at `end`."""

    position: int
    row: Row
    at: int
    end: int
    marker: Marker | None
    term: str | None = None
    aside: bool = False
    """Does an explanation or illustration begin here that holds a list of its own, or follows one?"""


def find_tokens(rows: Sequence[Row], grammar: Grammar, page: Page) -> list[Token]:
    """Return the markers and defined terms at the starts of the rows, in order; several where they are glued together."""
    tokens: list[Token] = []
    terms = unquoted_terms(rows, grammar)
    for position, row in enumerate(rows):
        if row.table or row.block:
            continue
        sole = grammar.sole_paragraph.match(row.text)
        if sole:
            only = Marker(0, sole.end(), sole.group().split()[-1].strip(" .:-–—") or "1", TOP, _SOLE)
            tokens.append(Token(position, row, 0, sole.end(), only))
            continue
        if grammar.aside.match(row.text) and _holds_list(rows, position, tokens):
            tokens.append(Token(position, row, 0, 0, None, aside=True))
            continue
        at = 0
        for glued in range(_MOST_GLUED):
            marker = marker_at(row.text, at) if at else row.marker
            if marker is None:
                break
            if glued and not (begins_list(marker) and (marker.style == "()" or _is_dotted_letter(row, marker))):
                break
            if glued and _TAIL.match(row.text[marker.end :]):
                break
            tokens.append(Token(position, row, marker.at, marker.end, marker))
            at = marker.end
        if at == 0 and page.plain_markers and (plain := plain_marker_at(row.text)):
            tokens.append(Token(position, row, 0, plain.end, plain))
            at = plain.end
        if at == 0:
            following = rows[position + 1].text[:60] if position + 1 < len(rows) else ""
            defined = grammar.definition.match(f"{row.text} {following}")
            if defined:
                tokens.append(Token(position, row, 0, 0, None, _term(defined["term"])))
            elif position in terms:
                tokens.append(Token(position, row, 0, 0, None, terms[position]))
    return tokens


def _holds_list(rows: Sequence[Row], position: int, tokens: Sequence[Token]) -> bool:
    """Does a list begin in the explanation, or does it follow another that held one?"""
    if any(token.aside for token in tokens):
        return True
    for below in rows[position + 1 : position + 1 + _ROWS_OF_ASIDE]:
        if below.marker is not None:
            return begins_list(below.marker) and below.marker.style == "()"
    return False


def _is_dotted_letter(row: Row, marker: Marker) -> bool:
    """Is it the `a.` of `(2) a. Save as`, no initial of a name and no word?"""
    return marker.style == "." and marker.number.islower() and row.text[marker.end : marker.end + 1].isupper()


def _term(quoted: str) -> str:
    return quoted.strip().strip("“”\"«»‘’'„ ").strip()


def begins_list(marker: Marker) -> bool:
    """Can the marker be the first of a list?"""
    return any(sense.ordinal[0] == 1 for sense in marker.senses)


def ask(rows: Sequence[Row], token: Token, grammar: Grammar, *, anywhere: bool) -> Question:
    """Return the question that a token puts to the solver: what it can mean, and how likely it is no marker at all."""
    before = _text_before(rows, token.position)
    indent = token.row.indent if token.at == 0 else None
    if token.aside:
        return Question(_ASIDE, ASIDE, True, 0.0)
    if token.marker is None:
        sentence = not before or ITEM_END.search(before) or token.row.gap
        return Question(_DEFINITION, "", True, 3.0 if sentence else 0.3, None)
    if token.at > 0:
        return Question(token.marker.senses, token.marker.style, True, 2.4, None)
    opener = not before or bool(OPENER.search(before))
    cost = 4.2
    rest = token.row.text[token.end :]
    if before and not token.row.gap and not token.row.line.bold:
        if grammar.reference_end.search(before) and not (SENTENCE_END.search(before) or _conjunction(before)):
            cost = 0.25
        elif not ITEM_END.search(before):
            cost = 2.0 if token.marker.style == "()" else 0.9
    if _TAIL.match(rest):
        cost = min(cost, 0.4)
    if token.marker.style == PLAIN:
        cost = min(cost, 0.9)
    if token.marker.style in (".", "-", "°", "[]") and begins_small(rest):
        cost = min(cost, 1.2)
    return Question(token.marker.senses, token.marker.style, opener, cost, indent, anywhere)


def _text_before(rows: Sequence[Row], position: int) -> str:
    """Return the line before, with the one before that where it is but a word or two."""
    if not position:
        return ""
    before = rows[position - 1].text
    if len(before) < _SHORT and position > 1 and not rows[position - 2].table:
        return f"{rows[position - 2].text} {before}"
    return before


def _conjunction(text: str) -> bool:
    return bool(re.search(r"(?i)[;,]\s*(?:and|or|y|o|e|et|ou|và|hoặc)$", text))
