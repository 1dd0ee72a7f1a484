"""Words that a converter of PDF tore apart: `T reatment` where letters were set close, `ef fect` where two were one sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .lines import Draft

_WORD = re.compile(r"[^\W\d_]+")
_AFTER_CAPITAL = re.compile(
    r"(?<![\w’'.-])(?P<head>[B-HJ-Z]) (?P<rest>[a-z]{2,})\b|(?<![\w’'.-])(?P<caps>[A-Z]{1,2}) (?P<more>[A-Z]{2,})\b"
)
_AT_LIGATURE = re.compile(r"\b(?P<head>[A-Za-z]{0,7}f) (?P<rest>f ?[a-z]{2,12})\b")
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
    torn = sum(bool(_AFTER_CAPITAL.search(draft.text)) for draft in drafts)
    split = sum(_is_word(found) for draft in drafts for found in _AT_LIGATURE.finditer(draft.text))
    mended = list(drafts)
    if torn:
        words = Counter(word for draft in drafts for word in _WORD.findall(draft.text))
        behind = Counter(
            found["rest"] or found["more"] for draft in drafts for found in _AFTER_CAPITAL.finditer(draft.text)
        )
        known = {word.lower() for word in words}

        def joined(found: re.Match[str]) -> str:
            head, rest = found["head"] or found["caps"], found["rest"] or found["more"]
            alone = words[rest] > behind[rest]
            return found.group() if alone or (head + rest).lower() not in known else head + rest

        mended = [_with(draft, _AFTER_CAPITAL.sub(joined, draft.text)) for draft in mended]
    if split >= _OFTEN:
        mended = [_with(draft, _AT_LIGATURE.sub(_whole, draft.text)) for draft in mended]
    return mended


def _with(draft: Draft, text: str) -> Draft:
    return draft if text == draft.text else replace(draft, text=text)


def _is_word(found: re.Match[str]) -> bool:
    return bool(_WITH_LIGATURE.match(found.group().replace(" ", "").lower()))


def _whole(found: re.Match[str]) -> str:
    return found.group().replace(" ", "") if _is_word(found) else found.group()
