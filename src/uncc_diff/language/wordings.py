"""Regular expressions for any of several wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


class AnyOf:
    """An expression for whole words, whatever their letters' case, tried only where a word that it needs stands."""

    def __init__(self, wordings: Iterable[str]) -> None:
        wordings = tuple(wordings)
        self._expression = re.compile(rf"\b(?:{any_of(wordings)})\b", re.IGNORECASE)
        self._needed = shortest(max(wording.lower().split(), key=len) for wording in wordings)

    def may_stand(self, text: str) -> bool:
        """Is there a word in the text, already in small letters, without which none of the wordings stands?"""
        return any(word in text for word in self._needed)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place where one of the wordings stands."""
        return self._expression.search(text) if self.may_stand(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield all places where one of the wordings stands, in order."""
        return self._expression.finditer(text) if self.may_stand(text.lower()) else iter(())


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches any of the words, the longest first, whatever spaces stand between them."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def shortest(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that hold no other one of them: where none of these stands, no name does."""
    names = set(names)
    return tuple(sorted(n for n in names if not any(o != n and o in n for o in names)))
