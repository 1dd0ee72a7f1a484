"""The pattern language of the lexicon, compiled to plain phrases and joins between them.

A pattern is words with `(a|b c)` alternatives, `[x|y]` options, `..N` ordered and `~N` unordered gaps, `{concept}`
slots and `=word` exact forms. What has neither gap nor slot becomes a set of plain phrases, matched in one pass over
the whole law; gaps and slots become joins between such sets, looked at only where all of them were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Literal

from .inflection import Inflection

MAX_PHRASES = 1000
"""Phrases that one stretch of a pattern may stand for."""
MAX_VARIANTS = 32
"""Joins that one pattern may stand for."""
MAX_GAP = 60

Phrase = tuple[str, ...]
"""Inflection-free words; `=word` for an exact form."""

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<word>=?[^\W_]+(?:['’][^\W_]+)*)
      | (?P<mark>[()\[\]|])
      | \{(?P<slot>\w+)\}
      | \.\.(?P<after>\d+)
      | ~(?P<around>\d+)
      | (?P<join>[-–,])
    )""",
    re.VERBOSE,
)


class PatternError(ValueError):
    """A pattern that cannot be read or that stands for too many phrases."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How two stretches follow each other: at most `size` words between, in order or in any order."""

    size: int = 0
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Plain phrases, or mentions of concepts, of which one must be found."""

    phrases: tuple[Phrase, ...]
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Stretches and the gaps between them; a plain pattern is one stretch without slots."""

    stretches: tuple[Stretch, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def plain(self) -> bool:
        return len(self.stretches) == 1 and not self.stretches[0].slots

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(slot for stretch in self.stretches for slot in stretch.slots)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str


@dataclass(frozen=True, slots=True)
class _Slot:
    concept: str


@dataclass(frozen=True, slots=True)
class _Choice:
    branches: tuple[tuple[_Item, ...], ...]
    optional: bool
    has_slot: bool
    must_open: bool
    """Does a branch hold a gap, or a slot beside other things?"""


_Item = _Word | _Slot | _Choice | Gap


def compile_pattern(text: str, inflection: Inflection) -> tuple[Pattern, ...]:
    """Return the patterns that the text stands for; several when stretches are optional or groups hold gaps.

    Raises PatternError, which says what is wrong with the text.
    """
    opened = _without_groups_of_gaps(_Reader(text).read())
    return tuple(dict.fromkeys(pattern for items in opened for pattern in _compile(items, inflection)))


def _without_groups_of_gaps(items: Sequence[_Item]) -> list[list[_Item]]:
    """Return the items once for each way through the groups that hold more than words or bare slots."""
    found: list[list[_Item]] = [[]]
    for item in items:
        tails: list[list[_Item]] = [[item]]
        if isinstance(item, _Choice) and item.must_open:
            simple = tuple(branch for branch in item.branches if not _holds_more(branch))
            tails = [[_choice(simple, item.optional)]] if simple else []
            tails += [t for b in item.branches if _holds_more(b) for t in _without_groups_of_gaps(b)]
            if item.optional and not simple:
                tails.append([])
        found = [head + tail for head in found for tail in tails]
        if len(found) > MAX_VARIANTS:
            raise PatternError(f"groups with gaps or slots stand for more than {MAX_VARIANTS} joins; split the pattern")
    return found


def _choice(branches: tuple[tuple[_Item, ...], ...], optional: bool) -> _Choice:
    has_slot = any(_has_slot(part) for branch in branches for part in branch)
    return _Choice(branches, optional, has_slot, any(_holds_more(branch) for branch in branches))


def _holds_more(branch: Sequence[_Item]) -> bool:
    """Does a branch hold a gap, or a slot beside other things?"""
    return any(
        isinstance(part, Gap)
        or (isinstance(part, _Slot) and len(branch) > 1)
        or (isinstance(part, _Choice) and (part.must_open or part.has_slot))
        for part in branch
    )


def _compile(items: Sequence[_Item], inflection: Inflection) -> Iterable[Pattern]:
    stretches: list[tuple[Stretch, bool]] = []
    gaps: list[Gap] = []
    waiting: list[_Item] = []
    gap: Gap | None = None

    def close() -> None:
        nonlocal gap
        for stretch in _stretches(waiting, inflection):
            if stretches:
                gaps.append(gap or Gap())
            stretches.append(stretch)
            gap = None
        waiting.clear()

    for item in items:
        if isinstance(item, Gap):
            close()
            if not stretches or gap is not None:
                raise PatternError("a gap needs words before and after it")
            gap = item
        else:
            waiting.append(item)
    close()
    if gap is not None or not stretches:
        raise PatternError("a gap needs words before and after it" if stretches else "the pattern is empty")
    return _variants(stretches, gaps)


def _variants(stretches: Sequence[tuple[Stretch, bool]], gaps: Sequence[Gap]) -> Iterable[Pattern]:
    """Yield the pattern with and without each optional stretch; where one is left out the wider gap beside it stays."""
    if 2 ** sum(optional for _, optional in stretches) > MAX_VARIANTS:
        raise PatternError(f"too many optional parts: more than {MAX_VARIANTS} variants")
    for choice in product(*((True, False) if optional else (True,) for _, optional in stretches)):
        kept = [i for i, chosen in enumerate(choice) if chosen]
        if not kept:
            raise PatternError("every part is optional: the pattern would match nothing")
        between = tuple(max(gaps[a:b], key=lambda g: (g.size, not g.ordered)) for a, b in pairwise(kept))
        yield Pattern(tuple(stretches[i][0] for i in kept), between)


def _stretches(items: Sequence[_Item], inflection: Inflection) -> Iterable[tuple[Stretch, bool]]:
    """Yield stretches and whether they may be left out: words together, everything with a slot on its own."""
    words: list[_Item] = []
    for item in items:
        if _has_slot(item):
            if words:
                yield _plain(words, inflection)
                words = []
            yield _slotted(item, inflection)
        else:
            words.append(item)
    if words:
        yield _plain(words, inflection)


def _has_slot(item: _Item) -> bool:
    return item.has_slot if isinstance(item, _Choice) else isinstance(item, _Slot)


def _plain(items: Sequence[_Item], inflection: Inflection) -> tuple[Stretch, bool]:
    compound = inflection.compound_words
    found: set[Phrase] = set()
    for raw in _expand(items, inflection):
        if compound.isdisjoint(raw):
            found.add(raw)
        else:
            found.update(_written_ways(raw, inflection))
    optional = () in found
    found.discard(())
    if not found:
        raise PatternError("nothing is left when articles are passed over")
    return Stretch(tuple(sorted(found))), optional


def _slotted(item: _Item, inflection: Inflection) -> tuple[Stretch, bool]:
    if isinstance(item, _Slot):
        return Stretch((), (item.concept,)), False
    assert isinstance(item, _Choice)
    phrases: set[Phrase] = set()
    slots: list[str] = []
    for branch in item.branches:
        if len(branch) == 1 and isinstance(branch[0], _Slot):
            slots.append(branch[0].concept)
        else:
            phrases.update(_plain(branch, inflection)[0].phrases)
    return Stretch(tuple(sorted(phrases)), tuple(slots)), item.optional


def _expand(items: Sequence[_Item], inflection: Inflection) -> list[Phrase]:
    """Return all word sequences that the items stand for, articles left out. Raises PatternError beyond the bound."""
    found: list[Phrase] = [()]
    for item in items:
        if isinstance(item, _Word):
            word = _word(item.text, inflection)
            found = [head + word for head in found]
            continue
        assert isinstance(item, _Choice)
        tails = [phrase for branch in item.branches for phrase in _expand(branch, inflection)]
        if item.optional:
            tails.append(())
        tails = list(dict.fromkeys(tails))
        if len(found) * len(tails) > MAX_PHRASES:
            raise PatternError(f"stands for more than {MAX_PHRASES} phrases; split it or use a gap")
        found = [head + tail for head in found for tail in tails]
    return found


def _word(text: str, inflection: Inflection) -> Phrase:
    if text in inflection.skipped:
        return ()
    return (text,) if text.startswith("=") else (inflection.normal(text),)


def _written_ways(phrase: Phrase, inflection: Inflection) -> list[Phrase]:
    """Return the phrase in every way its compounds are written."""
    ways: list[Phrase] = [()]
    at = 0
    while at < len(phrase):
        for size in (3, 2, 1):
            part = phrase[at : at + size]
            if len(part) == size and part in inflection.compounds:
                ways = [way + written for way in ways for written in inflection.compounds[part]]
                at += size
                break
        else:
            ways = [(*way, phrase[at]) for way in ways]
            at += 1
    return ways


class _Reader:
    """Reads one pattern by recursive descent."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.at = 0

    def read(self) -> tuple[_Item, ...]:
        items = self._sequence()
        if self.at < len(self.tokens):
            raise PatternError(f"unexpected {self.tokens[self.at]!r}")
        return items

    def _sequence(self) -> tuple[_Item, ...]:
        items: list[_Item] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token in ("(", "["):
                items.append(self._choice("]" if token == "[" else ")"))
            elif isinstance(token, str):
                break
            else:
                items.append(token)
                self.at += 1
        return tuple(items)

    def _choice(self, closing: Literal[")", "]"]) -> _Choice:
        self.at += 1
        branches = [self._branch()]
        while self._here() == "|":
            self.at += 1
            branches.append(self._branch())
        if self._here() != closing:
            raise PatternError(f"a {closing!r} is missing")
        self.at += 1
        return _choice(tuple(branches), optional=closing == "]")

    def _branch(self) -> tuple[_Item, ...]:
        items = self._sequence()
        if not items:
            raise PatternError("an empty alternative; write [x] for what may be left out")
        return items

    def _here(self) -> object:
        return self.tokens[self.at] if self.at < len(self.tokens) else None


def _tokens(text: str) -> Iterable[str | _Word | _Slot | Gap]:
    at = 0
    text = text.rstrip()
    for match in _TOKEN.finditer(text):
        if match.start() != at:
            break
        at = match.end()
        kind, said = match.lastgroup, match[match.lastgroup or 0]
        if kind == "word":
            yield _Word(said.lower().replace("’", "'"))
        elif kind == "mark":
            yield said
        elif kind == "slot":
            yield _Slot(said)
        elif kind in ("after", "around"):
            if not 0 < int(said) <= MAX_GAP:
                raise PatternError(f"a gap of {said}; allowed are 1 to {MAX_GAP} words")
            yield Gap(int(said), ordered=kind == "after")
    if at < len(text):
        hint = "; what may be left out is written [x]" if text[at:].strip().startswith("?") else ""
        raise PatternError(f"cannot read {text[at:].strip()[:20]!r}{hint}")
