"""Labels that a converter of PDF set together, before their texts or behind them: `(a)` `(b)` `(c)`, then three texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .label_lines import Label, follows, label_of

_ITEM_END = re.compile(r"(?:;|[;,]\s*(?:and|or|and/or)|^(?:and|or))$")
_ALONE = re.compile(r"^(?:and|or)$")
"""A word that joins items, on a line of its own."""
_END = re.compile(r"[.;:,—–][\"”’)\]]*$|;\s*(?:and|or)$")
_LONGEST_LIST = 120
"""Lines that the texts of a list can take."""

_TITLES = 3
"""Numbers of a contents list that stand together, at least."""

_LONGEST_TITLE = 120


def unstacked(texts: Sequence[str], gaps: Sequence[bool]) -> dict[int, int]:
    """Return, for each label that stands apart from its text, the place of the line that it belongs before.

    `gaps` says before which lines there is blank space. A stack whose texts cannot be told apart stays as it is.
    """
    found: dict[int, int] = {}
    stacks = _stacks(texts)
    following = {stack.start: stack for stack in stacks}
    for stack in stacks:
        if stack.start in found:
            continue
        first = label_of(texts[stack.start])
        if first is None or not first.lists:
            places = _titles(texts, gaps, stack)
        else:
            places = _behind(texts, gaps, stack, following)
            if first.is_first and (places is None or texts[stack.stop][:1].isupper()):
                places = _before(texts, gaps, stack) or places
        if places:
            labels = [*stack]
            if len(places) > len(stack):
                labels += following[_next_label(texts, stack.stop)]
            found.update(zip(labels, places, strict=True))
    return found


def _stacks(texts: Sequence[str]) -> list[range]:
    """Return the places of labels that stand one below the other and count on: letters, romans, or numbers of titles."""
    found: list[range] = []
    labels = [label_of(text) for text in texts]
    start = 0
    for at, (label, below) in enumerate([*pairwise([*labels, None])]):
        if label is not None and below is not None and _counts_on(label, below):
            continue
        if at > start and labels[start] is not None:
            found.append(range(start, at + 1))
        start = at + 1
    return found


def _counts_on(label: Label, below: Label) -> bool:
    if label.lists:
        return below.lists and follows(below.inner, label.inner)
    return not label.inner and not below.inner and below.number == (label.number or 0) + 1


def _next_label(texts: Sequence[str], at: int) -> int:
    stop = min(len(texts), at + _LONGEST_LIST)
    return next((n for n in range(at, stop) if label_of(texts[n])), stop)


def _behind(texts: Sequence[str], gaps: Sequence[bool], stack: range, following: dict[int, range]) -> list[int] | None:
    """Return where the texts begin that follow a stack; with those of the stack behind them where they are its too."""
    first, stop = stack.stop, _next_label(texts, stack.stop)
    if first >= stop:
        return None
    ends = [n for n in range(first, stop - 1) if _ITEM_END.search(texts[n]) and not _ALONE.match(texts[n + 1])]
    items = [first, *(n + 1 for n in ends)]
    second = following.get(stop)
    if second is not None and len(items) == len(stack) + len(second):
        last, begins = label_of(texts[stack[-1]]), label_of(texts[stop])
        apart = second.stop >= len(texts) or not texts[second.stop][:1].islower()
        if last and begins and _counts_on(last, begins) and apart:
            return items
    if len(items) >= len(stack):
        return items[: len(stack)]
    blocks = [first, *(n for n in range(first + 1, stop) if gaps[n] and _END.search(texts[n - 1]))]
    return blocks if len(blocks) == len(stack) else None


def _before(texts: Sequence[str], gaps: Sequence[bool], stack: range) -> list[int] | None:
    """Return where the texts begin that stand before a stack, between words that announce a list and its labels."""
    last = stack.start - 1
    if last < 0 or not _END.search(texts[last]) or (stack.stop < len(texts) and texts[stack.stop][:1].islower()):
        return None
    items: list[int] = []
    floor = max(0, last - _LONGEST_LIST)
    for at in range(last, floor, -1):
        if label_of(texts[at]):
            return None
        if _ITEM_END.search(texts[at - 1]) or (len(items) == len(stack) - 1 and gaps[at]):
            items.append(at)
        if len(items) == len(stack):
            small = all(texts[item][:1].islower() for item in items)
            return items[::-1] if small and not _ITEM_END.search(texts[at - 1]) else None
    return None


def _titles(texts: Sequence[str], gaps: Sequence[bool], stack: range) -> list[int] | None:
    """Return where the titles of a contents list begin whose numbers stand together behind them.

    The last of them may stand behind its number, as the titles of the next numbers do.
    """
    if len(stack) < _TITLES:
        return None
    begun: list[int] = []
    at = stack.start - 1
    while at >= 0 and len(begun) < len(stack) and label_of(texts[at]) is None and not texts[at].isupper():
        if len(texts[at]) > _LONGEST_TITLE:
            break
        if gaps[at]:
            begun.append(at)
        at -= 1
    own = stack.stop
    below = label_of(texts[own + 1]) if own + 1 < len(texts) else None
    last = label_of(texts[stack[-1]])
    if len(begun) >= len(stack) - 1 and below and last and _counts_on(last, below) and not label_of(texts[own]):
        return [*begun[: len(stack) - 1][::-1], own]
    return begun[::-1] if len(begun) == len(stack) else None
