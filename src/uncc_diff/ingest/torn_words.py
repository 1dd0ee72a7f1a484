"""Words that a converter of PDF tore apart: `T reatment` where letters were set close, `ef fect` where two were one sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .lines import Draft

_WORD = re.compile(r"[^\W\d_]+")
_AFTER_CAPITAL = re.compile(r"(?<![\w’'.-])[B-HJ-Z] [a-z]{2,}\b|(?<![\w’'.-])[A-Z]{1,2} [A-Z]{2,}\b")
_AT_LIGATURE = re.compile(r"\b[A-Za-z]{0,7}f f ?[a-z]{2,12}\b")
_WITH_LIGATURE = re.compile(
    r"(?:un|in|co)?(?:affect|affair|affirm|affix|afford|buffer|differ|difficult|diffus|effect|efficien|effort|offen[cds]|offer|offic"
    r"|offline|offset|offshore|staff|sufficien|suffer|tariff|traffic)"
)
"""Words of laws in English with a sign that stands for two or three letters."""

_OFTEN = 3
"""Torn words of a kind that a text must hold for them to be more than words that stand side by side."""


def mend_torn_words(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines without the spaces that stand within words; no letter is added or lost.

    A capital goes to the letters behind it where these are no word of the text, but both together are one.
    """
    text = "\n".join(draft.text for draft in drafts)
    torn = _torn_at_capitals(text)
    split = sum(map(_is_word, _AT_LIGATURE.finditer(text))) >= _OFTEN
    if not torn and not split:
        return list(drafts)
    return [_mended(draft, torn, split) for draft in drafts]


def _torn_at_capitals(text: str) -> frozenset[str]:
    """Return the pairs, as they stand in the text, that are one word of it while the second is none by itself."""
    pairs = Counter(found.group() for found in _AFTER_CAPITAL.finditer(text))
    known = set(_WORD.findall(text.lower())) if pairs else set()
    likely = [pair for pair in pairs if pair.replace(" ", "").lower() in known]
    if not likely:
        return frozenset()
    words = Counter(_WORD.findall(text))
    behind: Counter[str] = Counter()
    for pair, count in pairs.items():
        behind[pair.split()[1]] += count
    return frozenset(pair for pair in likely if words[pair.split()[1]] <= behind[pair.split()[1]])


def _mended(draft: Draft, torn: frozenset[str], split: bool) -> Draft:
    text = draft.text
    if torn:
        text = _AFTER_CAPITAL.sub(
            lambda pair: pair.group().replace(" ", "") if pair.group() in torn else pair.group(), text
        )
    if split:
        text = _AT_LIGATURE.sub(_whole, text)
    return draft if text == draft.text else replace(draft, text=text)


def _is_word(found: re.Match[str]) -> bool:
    return bool(_WITH_LIGATURE.match(found.group().replace(" ", "").lower()))


def _whole(found: re.Match[str]) -> str:
    return found.group().replace(" ", "") if _is_word(found) else found.group()
