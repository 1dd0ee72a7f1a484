"""Patterns with gaps and slots, joined from what was found of their stretches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from .lexicon import Lexicon
from .passages import Flow
from .pattern_text import Gap
from .patterns import Pattern, Stretch
from .vocabulary import Hits

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
    found: list[Sequence[Range]] = []
    for stretch in pattern.stretches:
        ranges = _stretch_ranges(stretch, lexicon, hits, concepts)
        if not ranges:
            return ()
        found.append(ranges)
    if len(found) == 1:
        return found[0]
    joined: dict[int, Range] = {}
    rarest = min(found, key=len)
    firsts: Sequence[Range] = found[0]
    if len(firsts) > 3 * len(rarest):
        hopeful = {flow.sentence[start] for start, _ in rarest}
        firsts = [r for r in firsts if flow.sentence[r[0]] in hopeful]
    hopeless: set[tuple[int, int, int]] = set()
    for first in firsts:
        whole = _extend(first, found[1:], pattern.gaps, flow, hopeless)
        if whole is not None:
            # of several beginnings that reach the same end, the nearest says it best
            joined[whole[1]] = max(whole, joined.get(whole[1], whole))
    return sorted(joined.values())


def _stretch_ranges(
    stretch: Stretch, lexicon: Lexicon, hits: Hits, concepts: Mapping[str, Sequence[Range]]
) -> Sequence[Range]:
    said = hits.get(lexicon.key(stretch), ()) if stretch.phrases else ()
    if not stretch.slots:
        return said
    return sorted(chain(said, *(concepts.get(slot, ()) for slot in stretch.slots)))


def _extend(
    so_far: Range, rest: Sequence[Sequence[Range]], gaps: Sequence[Gap], flow: Flow, hopeless: set[tuple[int, int, int]]
) -> Range | None:
    """Return what the first way to join the rest spans, or None.

    `hopeless` keeps where how many stretches were looked for in vain, so that words which repeat are not tried in every
    combination. Of the words joined so far, later ordered gaps see the end, and the text that the beginning stands in.
    """
    if not rest:
        return so_far
    start, end = so_far
    state = len(rest), end, flow.segment_of[start] if all(gap.ordered for gap in gaps) else -start - 1
    if state in hopeless:
        return None
    gap = gaps[0]
    low = end if gap.ordered else start - gap.size - _LONGEST
    candidates = rest[0]
    for at in range(bisect_left(candidates, (low, 0)), len(candidates)):
        next_start, next_end = candidates[at]
        if next_start > end + gap.size:
            break
        before = next_end <= start and start - next_end <= gap.size
        if next_start < end and not (before and not gap.ordered):
            continue
        whole = (min(start, next_start), max(end, next_end))
        if not flow.runs_on(whole[0], whole[1] - 1):
            continue
        found = _extend(whole, rest[1:], gaps[1:], flow, hopeless)
        if found is not None:
            return found
    hopeless.add(state)
    return None
