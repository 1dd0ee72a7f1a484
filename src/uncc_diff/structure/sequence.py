"""Which of the possible starts are the law's sections: the heaviest chain of rising numbers, found as a whole.

A greedy walk is lost after one false start (a list item, a reference at the start of a line); the best chain is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .numbers import Key
from .units import Start

_GAP_COST = 0.45
_LONGEST_GAP = 6
"""Skipped numbers beyond this many cost no more."""

_LONG_LEAP, _LEAP = 30, 3.0
"""Numbers that leap far belong to another law that this one amends."""

_INSERTED_FAR = 4
"""A number with a letter that stands further behind the last one was inserted into another law."""

_LATE_BEGINNING = 0.25
_NEAR = 4
_MOST_ENDS = 200
"""Ends kept for each number; more are only met where codes count a thousand sections in one chapter."""


def best_chain(starts: Sequence[Start]) -> list[Start]:
    """Return the chain of starts, in order, with strictly rising numbers and the greatest weight less gaps.

    Runs in n log n: every start looks at the best ends of the few numbers just below its own, and at the best end
    below them all.
    """
    keys = sorted({start.key for start in starts})
    rank = {key: at for at, key in enumerate(keys)}
    best = [0.0] * len(starts)
    before: list[int | None] = [None] * len(starts)
    end_of_base: dict[int, list[int]] = {}
    lower = _Lowest(len(keys))
    for at, start in enumerate(starts):
        base = start.key[0]
        score, link = start.weight - _LATE_BEGINNING * min(max(base - 1, 0), 12), None
        options = [i for near in range(base - _NEAR, base + 1) for i in end_of_base.get(near, ())]
        far = lower.best_below(rank[start.key])
        if far is not None:
            options.append(far)
        for option in options:
            if starts[option].key >= start.key:
                continue
            value = best[option] + start.weight - _gap(starts[option].key, start.key)
            if value > score:
                score, link = value, option
        best[at], before[at] = score, link
        ends = end_of_base.setdefault(base, [])
        ends[:] = [i for i in ends if not (starts[i].key == start.key and best[i] <= score)][-_MOST_ENDS:]
        ends.append(at)
        lower.offer(rank[start.key], score, at)
    if not starts:
        return []
    last: int | None = max(range(len(starts)), key=lambda i: (best[i], -i))
    chain: list[Start] = []
    while last is not None:
        chain.append(starts[last])
        last = before[last]
    return chain[::-1]


def chain_weight(chain: Sequence[Start]) -> float:
    """Return the weight of a chain less its gaps."""
    gaps = sum(_gap(a.key, b.key) for a, b in pairwise(chain))
    return sum(start.weight for start in chain) - gaps


def _gap(low: Key, high: Key) -> float:
    step = high[0] - low[0]
    if step == 0:
        return 0.0
    missing = step - 1 + (1 if high[1] else 0)
    leaps = missing > _LONG_LEAP or (high[1] and step > _INSERTED_FAR)
    return _GAP_COST * min(missing, _LONGEST_GAP) + (_LEAP if leaps else 0.0)


class _Lowest:
    """Best chain end among all numbers below a rank (a tree of prefix maxima)."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[float, int] | None] = [None] * (size + 1)

    def best_below(self, rank: int) -> int | None:
        found: tuple[float, int] | None = None
        while rank > 0:
            here = self._best[rank]
            if here is not None and (found is None or here > found):
                found = here
            rank -= rank & -rank
        return found[1] if found else None

    def offer(self, rank: int, score: float, at: int) -> None:
        rank += 1
        while rank < len(self._best):
            here = self._best[rank]
            if here is None or (score, -at) > (here[0], -here[1]):
                self._best[rank] = (score, at)
            rank += rank & -rank


def missing_between(chain: Sequence[Start]) -> list[tuple[Start, int, int]]:
    """Return the holes in the chain: the start behind each hole, and the first and last number missing."""
    return [(high, low.key[0] + 1, high.key[0] - 1) for low, high in pairwise(chain) if high.key[0] - low.key[0] > 1]
