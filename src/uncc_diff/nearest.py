"""The id that a mistyped one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known id most like `word`, or None when none is alike."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """Return the sentence for an error about an id that does not exist."""
    hint = nearest(word, known)
    return f"unknown {what} {word!r}" + (f"; did you mean {hint!r}?" if hint else "")
