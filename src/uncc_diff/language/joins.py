"""Patterns with gaps and slots, joined from what was found of their stretches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from .lexicon import Lexicon
from .passages import Flow
from .pattern_text import Gap
from .patterns import Pattern, Stretch
from .vocabulary import BySentence, Hits

Range = tuple[int, int]

_LONGEST = 12
"""Words that a stretch before the first one may have, in an unordered gap."""


def pattern_ranges(
    pattern: Pattern, lexicon: Lexicon, hits: Hits, concepts: Mapping[str, Sequence[Range]], flow: Flow
) -> Sequence[Range]:
    """Return the word ranges where the pattern stands, by their start.

    `concepts` holds the mentions already found. No join leaves its sentence, nor runs from one paragraph of an
    enumeration into the next.
    """
    if len(pattern.stretches) == 1:
        return _of_stretch(pattern.stretches[0], lexicon, hits, concepts)
    shared = -1
    for stretch in pattern.stretches:
        shared &= _sentences(stretch, lexicon, hits, concepts)
        if not shared:
            return ()
    parts = [_parts(stretch, lexicon, hits, concepts, shared) for stretch in pattern.stretches]
    ranges: list[Range] = []
    while shared:
        lowest = shared & -shared
        number = lowest.bit_length() - 1
        shared ^= lowest
        ranges += _joined([_in_order([by[number] for by in part if number in by]) for part in parts], pattern, flow)
    return ranges


def _joined(found: Sequence[Sequence[Range]], pattern: Pattern, flow: Flow) -> Sequence[Range]:
    """Return what the pattern spans in one sentence, given where each stretch stands in it."""
    joined: dict[int, Range] = {}
    join = _Join(found, pattern.gaps, flow)
    for first in found[0]:
        whole = join.extend(first, 1)
        if whole is not None:
            # of several beginnings that reach the same end, the nearest says it best
            joined[whole[1]] = max(whole, joined.get(whole[1], whole))
    return sorted(joined.values())


def _in_order(parts: Sequence[Sequence[Range]]) -> Sequence[Range]:
    return parts[0] if len(parts) == 1 else sorted(chain(*parts))


def _of_stretch(
    stretch: Stretch, lexicon: Lexicon, hits: Hits, concepts: Mapping[str, Sequence[Range]]
) -> Sequence[Range]:
    parts = [hits.of(lexicon.key(stretch))] if stretch.phrases else []
    parts += [concepts[slot] for slot in stretch.slots if slot in concepts]
    return _in_order(parts)


def _sentences(stretch: Stretch, lexicon: Lexicon, hits: Hits, concepts: Mapping[str, Sequence[Range]]) -> int:
    """Return the sentences that hold the stretch, one bit each."""
    found = hits.sentences(lexicon.key(stretch)) if stretch.phrases else 0
    for slot in stretch.slots:
        if slot in concepts:
            found |= hits.of_concept(slot, concepts[slot])[0]
    return found


def _parts(
    stretch: Stretch, lexicon: Lexicon, hits: Hits, concepts: Mapping[str, Sequence[Range]], sentences: int
) -> list[BySentence]:
    """Return where the stretch stands by sentence, in parts of which each has a place in one of the sentences."""
    parts = list(hits.within(lexicon.key(stretch), sentences)) if stretch.phrases else []
    return parts + [hits.of_concept(slot, concepts[slot])[1] for slot in stretch.slots if slot in concepts]


class _Join:
    """The search for one place after another where the stretches of a pattern stand."""

    def __init__(self, found: Sequence[Sequence[Range]], gaps: Sequence[Gap], flow: Flow) -> None:
        self._found = found
        self._gaps = gaps
        self._flow = flow
        unordered = [at for at, gap in enumerate(gaps, 1) if not gap.ordered]
        self._ordered_from = unordered[-1] + 1 if unordered else 0
        """Number of the stretch from which on all gaps have an order."""
        self._hopeless: set[tuple[int, int, int]] = set()
        """Where which stretch was looked for in vain, so that words which repeat are not tried in every combination.

        Of the words joined so far, later ordered gaps see the end, and the text that the beginning stands in.
        """

    def extend(self, so_far: Range, number: int) -> Range | None:
        """Return what the first way to join the stretches from this number on spans, or None."""
        if number == len(self._found):
            return so_far
        start, end = so_far
        state = number, end, self._flow.segment_of[start] if number >= self._ordered_from else -start - 1
        if state in self._hopeless:
            return None
        gap = self._gaps[number - 1]
        furthest = end + gap.size
        candidates = self._found[number]
        low = end if gap.ordered else start - gap.size - _LONGEST
        for at in range(bisect_left(candidates, (low, 0)), len(candidates)):
            next_start, next_end = candidates[at]
            if next_start > furthest:
                break
            before = next_end <= start and start - next_end <= gap.size
            if next_start < end and not (before and not gap.ordered):
                continue
            whole = (min(start, next_start), max(end, next_end))
            if not self._flow.runs_on(whole[0], whole[1] - 1):
                continue
            found = self.extend(whole, number + 1)
            if found is not None:
                return found
        self._hopeless.add(state)
        return None
