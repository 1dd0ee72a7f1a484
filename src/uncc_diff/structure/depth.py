"""How deep a marker nests: a puzzle of sequence. `(i)` after `(h)` is a letter unless `(ii)` follows.

A few best stacks of open lists are carried along (a beam); each marker goes on with one of the open lists, opens a list
below, or turns out to be a reference at the start of a line. The cheapest history at the end wins, so later markers
decide earlier doubts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .markers import Ordinal, Sense

_BEAM = 10
_HOPELESS = 9.0
"""Histories so much dearer than the cheapest are given up: no doubt weighs more than two wrong steps."""

_SKIP, _SKIP_MORE, _SKIP_MOST = 1.8, 0.35, 3.5
_REPEATED = 3.2
_BACKWARDS = 6.0
_OPEN_LATE = 4.5
_SECOND = 2.2
_OPEN_TWICE = 3.0
_POP = 0.04
_RESTART = 1.3
"""A list that begins again behind words that announce one: the second list of an unnumbered paragraph."""

TOP = "§"
"""Style of markers that always stand directly below the article, whatever list is open."""

ASIDE = "aside"
"""Style of headings of explanations and illustrations: lists in them are their own, and only subsections go on behind them."""

_SHIFT = 1.2


@dataclass(frozen=True, slots=True)
class Question:
    """A marker as the solver sees it."""

    senses: tuple[Sense, ...]
    style: str
    opener: bool
    """Do the words before it announce a list?"""
    text_cost: float
    """Price of taking it for a reference or other text: low where the words around it say so."""
    indent: float | None = None
    """Distance from the left edge, where the page tells."""
    anywhere: bool = False
    """May a list begin with any number here, as quoted provisions do?"""


class Answer(NamedTuple):
    """Depth from 0, or None for a marker that is none; and what is odd about it: `skipped`, `repeated`, `late`."""

    depth: int | None
    alphabet: str = ""
    doubt: str | None = None


class _Open(NamedTuple):
    kind: tuple[str, str]
    ordinal: Ordinal
    indent: float | None


class _History(NamedTuple):
    cost: float
    stack: tuple[_Open, ...]
    before: _History | None
    answer: Answer | None


def nest(questions: Sequence[Question]) -> list[Answer]:
    """Return the depth of every marker of one section."""
    beam = [_History(0.0, (), None, None)]
    for question in questions:
        grown: dict[tuple[_Open, ...], _History] = {}
        for history in beam:
            for cost, stack, answer in _moves(history.stack, question):
                total = history.cost + cost
                known = grown.get(stack)
                if known is None or total < known.cost:
                    grown[stack] = _History(total, stack, history, answer)
        beam = sorted(grown.values(), key=_cost)[:_BEAM]
        dearest = beam[0].cost + _HOPELESS
        while beam[-1].cost > dearest:
            beam.pop()
    answers: list[Answer] = []
    step: _History | None = beam[0]
    while step is not None and step.answer is not None:
        answers.append(step.answer)
        step = step.before
    return answers[::-1]


def _cost(history: _History) -> float:
    return history.cost


def _moves(stack: tuple[_Open, ...], question: Question) -> list[tuple[float, tuple[_Open, ...], Answer]]:
    moves: list[tuple[float, tuple[_Open, ...], Answer]] = [(question.text_cost, stack, Answer(None))]
    if question.style == TOP:
        sense = question.senses[0]
        entry = _Open((sense.alphabet, TOP), sense.ordinal, question.indent)
        return [*moves, (0.3, (entry,), Answer(0, sense.alphabet))]
    if question.style == ASIDE:
        kept = stack[:1] if stack and stack[0].kind[0] == "digit" else ()
        return [(0.0, (*kept, _Open((ASIDE, ASIDE), (1,), None)), Answer(len(kept), ASIDE))]
    for sense in question.senses:
        kind = (sense.alphabet, question.style)
        held = False
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].kind != kind:
                continue
            held = True
            cost, doubt = _step(stack[depth].ordinal, sense)
            if sense.ordinal == (1,) and question.opener and cost > _RESTART:
                cost, doubt = _RESTART, None
            cost += _POP * (len(stack) - 1 - depth) + _shift(stack[depth].indent, question.indent)
            entry = _Open(kind, sense.ordinal, _either(question.indent, stack[depth].indent))
            moves.append((cost, (*stack[:depth], entry), Answer(depth, sense.alphabet, doubt)))
        cost = 0.6 if question.opener else 1.5
        late = None
        if sense.ordinal != (1,) and sense.alphabet != "definition":
            cost += _late(sense, question, stack)
            late = "late"
        if held:
            cost += _OPEN_TWICE
        if (
            stack
            and question.indent is not None
            and stack[-1].indent is not None
            and question.indent < stack[-1].indent - 3
        ):
            cost += _SHIFT
        if len(stack) < 7:
            entry = _Open(kind, sense.ordinal, question.indent)
            moves.append((cost, (*stack, entry), Answer(len(stack), sense.alphabet, late)))
    return moves


def _late(sense: Sense, question: Question, stack: tuple[_Open, ...]) -> float:
    """Return what it costs to begin a list with another number than its first."""
    if question.anywhere and not stack:
        return 0.0
    if sense == ("digit", (2,)) and not stack:
        return _SECOND  # the first subsection is often printed without its number
    return _OPEN_LATE


def _step(last: Ordinal, sense: Sense) -> tuple[float, str | None]:
    if sense.alphabet == "definition":
        return 0.0, None
    now = sense.ordinal
    if now == (last[0] + 1,):
        return 0.0, None
    if now[0] == last[0] and len(now) > 1 and now > last:
        return 0.0 if now == (last[0], 1) or now[-1] - last[-1] <= 1 else 0.8, None
    if len(now) > 1 and now[0] == last[0] + 1:
        return 1.0, "skipped"
    if now > last:
        return _SKIP + min(_SKIP_MORE * (now[0] - last[0] - 1), _SKIP_MOST), "skipped"
    if now == last:
        return _REPEATED, "repeated"
    return _BACKWARDS, "repeated"


def _shift(known: float | None, now: float | None) -> float:
    if known is None or now is None or abs(known - now) <= 6:
        return 0.0
    return _SHIFT


def _either(now: float | None, known: float | None) -> float | None:
    return now if now is not None else known
