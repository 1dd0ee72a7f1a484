"""Which language a law is written in, told by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .grammar import languages, load_grammar

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 30_000
"""Characters looked at; from the whole text, so that a foreign cover page does not decide."""

_LEAST = 0.08
"""Share of stop words below which no language is named."""


def detect_language(lines: Iterable[str]) -> str:
    """Return the BCP 47 tag of the language whose stop words fill the text most, or `und`."""
    every = list(lines)
    chosen = every[:: max(1, sum(map(len, every)) // _SAMPLE)]
    sample = [word for line in chosen for word in _WORD.findall(line.lower())]
    if not sample:
        return "und"
    counted = Counter(sample)
    shares = {
        tag: sum(counted[word] for word in set(load_grammar(tag).lists["stop_words"])) / len(sample)
        for tag in languages()
    }
    best = max(sorted(shares), key=lambda tag: shares[tag])
    return best if shares[best] >= _LEAST else "und"
