"""Patterns with gaps and slots, joined from what was found of their stretches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from .lexicon import Lexicon, Part
from .passages import Flow
from .pattern_text import Gap
from .patterns import Pattern
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
    parts = lexicon.parts(pattern)
    if len(parts) == 1:
        key, slots = parts[0]
        return _in_order([*([hits.of(key)] if key else []), *(concepts[slot] for slot in slots if slot in concepts)])
    shared = -1
    for key, slots in parts:
        stands = hits.sentences(key) if key else 0
        for slot in slots:
            if slot in concepts:
                stands |= hits.of_concept(slot, concepts[slot])[0]
        shared &= stands
        if not shared:
            return ()
    placed = [_placed(part, hits, concepts, shared) for part in parts]
    ranges: list[Range] = []
    while shared:
        lowest = shared & -shared
        number = lowest.bit_length() - 1
        shared ^= lowest
        ranges += _joined([_in_order([by[number] for by in part if number in by]) for part in placed], pattern, flow)
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


def _placed(part: Part, hits: Hits, concepts: Mapping[str, Sequence[Range]], sentences: int) -> list[BySentence]:
    """Return where one part of a pattern stands, by sentence, and not less than in these sentences."""
    key, slots = part
    placed = hits.within(key, sentences) if key else []
    return placed + [hits.of_concept(slot, concepts[slot])[1] for slot in slots if slot in concepts]


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
