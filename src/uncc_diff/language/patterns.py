"""The pattern language of the lexicon, compiled to plain phrases and joins between them.

What has neither gap nor slot becomes a set of plain phrases, matched in one pass over the whole law; gaps and slots
become joins between such sets, looked at only where all of them were found. Every product that a text can stand for is
bounded before it is made, so that no pattern makes loading or matching slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from .inflection import Inflection
from .pattern_text import Choice, Gap, Item, PatternError, Slot, choice, has_slot, holds_more, read_pattern

MAX_PHRASES = 1000
"""Phrases that one stretch of a pattern may stand for."""
MAX_VARIANTS = 32
"""Joins that one pattern may stand for."""
MAX_GAPS = 6
MAX_UNORDERED = 1
"""Of these, in any order: with a second one all that stands before is tried with all that stands behind."""
MAX_REACH = 120
"""Words that all gaps of a join may pass over together."""
MAX_LENGTH = 4000
"""Characters of a pattern's text."""

Phrase = tuple[str, ...]
"""Inflection-free words; `=word` for an exact form."""


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


def compile_pattern(text: str, inflection: Inflection) -> tuple[Pattern, ...]:
    """Return the patterns that the text stands for; several when stretches are optional or groups hold gaps.

    Raises PatternError, which says what is wrong with the text.
    """
    if len(text) > MAX_LENGTH:
        raise PatternError(f"{len(text)} characters; allowed are {MAX_LENGTH}: split the pattern")
    opened = _without_groups_of_gaps(read_pattern(text))
    found = [pattern for items in opened for pattern in _compile(items, inflection)]
    if len(found) == 1:
        return (found[0],)
    if len(found) > MAX_VARIANTS:
        raise PatternError(f"stands for {len(found)} joins; allowed are {MAX_VARIANTS}: split the pattern")
    return tuple(dict.fromkeys(found))


def _without_groups_of_gaps(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items once for each way through the groups that hold more than words or bare slots."""
    if not _must_open(items):
        return [list(items)]
    found: list[list[Item]] = [[]]
    for item in items:
        tails: list[list[Item]] = [[item]]
        if isinstance(item, Choice) and item.must_open:
            simple = tuple(branch for branch in item.branches if not holds_more(branch))
            tails = [[choice(simple, item.optional)]] if simple else []
            for branch in item.branches:
                if holds_more(branch):
                    tails += _without_groups_of_gaps(branch)
                    _at_most(len(tails))
            if item.optional and not simple:
                tails.append([])
        _at_most(len(found) * len(tails))
        found = [head + tail for head in found for tail in tails]
    return found


def _must_open(items: Sequence[Item]) -> bool:
    """Must a group among the items be opened?"""
    return any(isinstance(item, Choice) and item.must_open for item in items)


def _at_most(joins: int) -> None:
    if joins > MAX_VARIANTS:
        raise PatternError(f"groups with gaps or slots stand for more than {MAX_VARIANTS} joins; split the pattern")


def _compile(items: Sequence[Item], inflection: Inflection) -> Iterable[Pattern]:
    stretches: list[tuple[Stretch, bool]] = []
    gaps: list[Gap] = []
    waiting: list[Item] = []
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
    if len(gaps) > MAX_GAPS:
        raise PatternError(f"{len(gaps) + 1} parts to join; allowed are {MAX_GAPS + 1}: make a concept of some of them")
    if sum(not gap.ordered for gap in gaps) > MAX_UNORDERED:
        raise PatternError(f"more than {MAX_UNORDERED} gap in any order (~N); give the others an order (..N)")
    reach = sum(gap.size for gap in gaps)
    if reach > MAX_REACH:
        raise PatternError(f"gaps of {reach} words together; allowed are {MAX_REACH}")
    return _variants(stretches, gaps)


def _variants(stretches: Sequence[tuple[Stretch, bool]], gaps: Sequence[Gap]) -> Iterable[Pattern]:
    """Yield the pattern with and without each optional stretch; where one is left out the wider gap beside it stays."""
    if 2 ** sum(optional for _, optional in stretches) > MAX_VARIANTS:
        raise PatternError(f"too many optional parts: more than {MAX_VARIANTS} variants")
    for chosen in product(*((True, False) if optional else (True,) for _, optional in stretches)):
        kept = [i for i, taken in enumerate(chosen) if taken]
        if not kept:
            raise PatternError("every part is optional: the pattern would match nothing")
        between = tuple(max(gaps[a:b], key=lambda g: (g.size, not g.ordered)) for a, b in pairwise(kept))
        yield Pattern(tuple(stretches[i][0] for i in kept), between)


def _stretches(items: Sequence[Item], inflection: Inflection) -> Iterable[tuple[Stretch, bool]]:
    """Yield stretches and whether they may be left out: words together, everything with a slot on its own."""
    words: list[Item] = []
    for item in items:
        if has_slot(item):
            if words:
                yield _plain(words, inflection)
                words = []
            yield _slotted(item, inflection)
        else:
            words.append(item)
    if words:
        yield _plain(words, inflection)


def _plain(items: Sequence[Item], inflection: Inflection) -> tuple[Stretch, bool]:
    compound = inflection.compound_words
    found: set[Phrase] = set()
    for raw in _expand(items, inflection):
        if compound.isdisjoint(raw):
            found.add(raw)
        else:
            found.update(_written_ways(raw, inflection))
            _few(len(found))
    optional = () in found
    found.discard(())
    if not found:
        raise PatternError("nothing is left when articles are passed over")
    return Stretch(tuple(sorted(found))), optional


def _slotted(item: Item, inflection: Inflection) -> tuple[Stretch, bool]:
    if isinstance(item, Slot):
        return Stretch((), (item.concept,)), False
    assert isinstance(item, Choice)
    phrases: set[Phrase] = set()
    slots: list[str] = []
    for branch in item.branches:
        if len(branch) == 1 and isinstance(branch[0], Slot):
            slots.append(branch[0].concept)
        else:
            phrases.update(_plain(branch, inflection)[0].phrases)
            _few(len(phrases))
    return Stretch(tuple(sorted(phrases)), tuple(slots)), item.optional


def _expand(items: Sequence[Item], inflection: Inflection) -> list[Phrase]:
    """Return all word sequences that the items stand for, articles left out. Raises PatternError beyond the bound."""
    found: list[Phrase] = [()]
    for item in items:
        if isinstance(item, str):
            word = _word(item, inflection)
            found = [head + word for head in found] if word else found
            continue
        assert isinstance(item, Choice)
        tails: list[Phrase] = []
        for branch in item.branches:
            alone = branch[0] if len(branch) == 1 else None
            tails += [_word(alone, inflection)] if isinstance(alone, str) else _expand(branch, inflection)
            _few(len(tails))
        if item.optional:
            tails.append(())
        tails = list(dict.fromkeys(tails))
        _few(len(found) * len(tails))
        found = [head + tail for head in found for tail in tails]
    return found


def _few(phrases: int) -> None:
    if phrases > MAX_PHRASES:
        raise PatternError(f"stands for more than {MAX_PHRASES} phrases; split it or use a gap")


def _word(text: str, inflection: Inflection) -> Phrase:
    if text in inflection.skipped:
        return ()
    return (text,) if text[0] == "=" else (inflection.normal(text),)


def _written_ways(phrase: Phrase, inflection: Inflection) -> list[Phrase]:
    """Return the phrase in every way its compounds are written."""
    ways: list[Phrase] = [()]
    at = 0
    while at < len(phrase):
        for size in (3, 2, 1):
            part = phrase[at : at + size]
            if len(part) == size and part in inflection.compounds:
                ways = [way + written for way in ways for written in inflection.compounds[part]]
                _few(len(ways))
                at += size
                break
        else:
            ways = [(*way, phrase[at]) for way in ways]
            at += 1
    return ways
