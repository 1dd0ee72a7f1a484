"""The pattern language as it is written: words, groups, options, slots and gaps, read into nested items.

(a|b c) one of them · [x|y] one of them or nothing · ..N ordered and ~N unordered gap · {concept} slot · =word exact form
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_GAP = 60
MAX_DEPTH = 20
"""Groups within groups."""

_TOKEN = re.compile(r"=?[^\W_]+(?:['’][^\W_]+)*|[()\[\]|]|\{\w+\}|\.\.\d+|~\d+|[-–,]|\S.*", re.DOTALL)
"""The last alternative takes all that cannot be read."""
_SLOT = re.compile(r"\{(\w+)\}")
_GAP = re.compile(r"(\.\.|~)(\d+)")
_CLOSING = {"(": ")", "[": "]"}


class PatternError(ValueError):
    """A pattern that cannot be read or that stands for too many phrases."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How two stretches follow each other: at most `size` words between, in order or in any order."""

    size: int = 0
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention of a concept."""

    concept: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Branches of which one is taken, or none where it is optional."""

    branches: tuple[tuple[Item, ...], ...]
    optional: bool
    has_slot: bool
    must_open: bool
    """Does a branch hold a gap, or a slot beside other things?"""


Item = str | Slot | Choice | Gap
"""A word is a str, in lower case, with `=` before it for an exact form."""


def read_pattern(text: str) -> tuple[Item, ...]:
    """Return the items in their order. Raises PatternError, which says what cannot be read."""
    return _Reader(_TOKEN.findall(text.replace("’", "'").rstrip())).read()


def choice(branches: tuple[tuple[Item, ...], ...], optional: bool) -> Choice:
    """Return the choice between these branches."""
    nested = [item for branch in branches for item in branch if not isinstance(item, str)]
    if not nested:
        return Choice(branches, optional, False, False)
    return Choice(branches, optional, any(has_slot(i) for i in nested), any(holds_more(b) for b in branches))


def has_slot(item: Item) -> bool:
    """Is the item a slot, or does one of its branches hold one?"""
    return item.has_slot if isinstance(item, Choice) else isinstance(item, Slot)


def holds_more(branch: Sequence[Item]) -> bool:
    """Does a branch hold a gap, or a slot beside other things?"""
    for item in branch:
        if isinstance(item, Choice):
            if item.must_open or item.has_slot:
                return True
        elif isinstance(item, Gap) or (isinstance(item, Slot) and len(branch) > 1):
            return True
    return False


class _Reader:
    """Reads one pattern by recursive descent."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def read(self) -> tuple[Item, ...]:
        items = self._sequence()
        if self.at < len(self.tokens):
            raise PatternError(f"unexpected {self.tokens[self.at]!r}")
        return items

    def _sequence(self) -> tuple[Item, ...]:
        items: list[Item] = []
        tokens, end = self.tokens, len(self.tokens)
        while self.at < end:
            token = tokens[self.at]
            first = token[0]
            if first.isalnum() or (first == "=" and token[1:2].isalnum()):
                items.append(token.lower())
            elif first in "([":
                items.append(self._choice(first))
                continue
            elif first in ")]|":
                break
            elif first not in "-–,":
                items.append(_slot_or_gap(token))
            self.at += 1
        return tuple(items)

    def _choice(self, opening: str) -> Choice:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise PatternError(f"groups within groups, more than {MAX_DEPTH} deep; split the pattern")
        branches: list[tuple[Item, ...]] = []
        while not branches or self._here() == "|":
            self.at += 1
            items = self._sequence()
            if not items:
                raise PatternError("an empty alternative; write [x] for what may be left out")
            branches.append(items)
        if self._here() != _CLOSING[opening]:
            raise PatternError(f"a {_CLOSING[opening]!r} is missing")
        self.at += 1
        self.depth -= 1
        return choice(tuple(branches), optional=opening == "[")

    def _here(self) -> str | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None


def _slot_or_gap(token: str) -> Slot | Gap:
    slot = _SLOT.fullmatch(token)
    if slot:
        return Slot(slot[1])
    gap = _GAP.fullmatch(token)
    if gap:
        if len(gap[2]) > 4 or not 0 < int(gap[2]) <= MAX_GAP:
            raise PatternError(f"a gap of {gap[2][:20]}; allowed are 1 to {MAX_GAP} words")
        return Gap(int(gap[2]), ordered=gap[1] == "..")
    hint = "; what may be left out is written [x]" if token.startswith("?") else ""
    raise PatternError(f"cannot read {token[:20]!r}{hint}")
