"""Notes of consolidated texts that stand on lines of their own: the note's small digit, `Ins. by Act ...`, histories of codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .lines import Draft

_CALL = re.compile(r"^(\d{1,2}|[*†‡]{1,3})$")
"""A superscript digit that fell on a line of its own."""

_VERB = r"(?:Ins|Subs|Rep|Omitted|Omt|Added|Amended|Numbered|Renumbered|Deleted|Inserted|Substituted|Repealed)"
_NOTE = re.compile(
    rf"^(?:\d{{1,2}}\s*\.?\s*|[*†‡]{{1,3}}\s*|\[\d{{1,3}}\]\s*)?{_VERB}\b\.?(?:[\s,]+(?:and\s+)?{_VERB}\b\.?)*\s+by\b",
    re.I,
)
_ABBREVIATED = re.compile(r"^\s*(?:\d{1,2}\s*\.?\s*)?(?:Ins|Subs|Rep)\.", re.I)
_BEHIND_CALL = re.compile(r"^\[\d{1,3}\]\s")
_LONGEST = 200
_HISTORY = re.compile(
    r"^[(\[{]?(?:(?:Added|Amended|Enacted|Renumbered|Redesignated|Repealed|Transferred)(?:\s(?:and|from|by|as)\b[^.;]{0,60}?)?\s(?:by\s)?)?"
    r"(?:(?:Acts|Laws|Stats?|Code)\b\.?\s(?:19|20)\d\d|(?:Pub\.\s?|P\.\s?)[LA]\.|L\.\s?\d|(?:19|20)\d\d,?\s(?:c|ch|P\.\s?A)\b)"
    r"|^[(\[{]?(?:History|Source|Credits?)\s?[:.—–-]+\s?(?=\S)"
)
"""The history of a section of a code: `Added by Acts 1985, 69th Leg., ch. 600, Sec. 1, eff. Sept. 1, 1985.`"""

_LEGISLATION = re.compile(
    r"\b\d{2,4}\b.*\b(?:c|ch|Leg|eff|pp?|Sec|Nos?|S\.\s?L|H\.\s?B|S\.\s?B)\.|§|\b(?:ch|P\.\s?A|P\.\s?L|L)\.\s?\d|\b\d{4} c \d",
    re.I,
)
_LAID_DOWN = re.compile(r"\b(?:shall|must|may|means|commits|is|are|applies|apply|has|have)\b")
_AMENDED_BY = re.compile(r"^\(?Amended\sby:?$")
_UNFINISHED = re.compile(
    r"(?:[^.)\]}\s]|\b(?:ch|Ch|c|Sec|eff|Leg|pp?|Nos?|Acts|S|R|Sess|Sept|Oct|Nov|Dec|Jan|Feb|Aug)\.)$"
)
_LONGEST_HISTORY = 2000


def label_amendment_notes(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with amendment notes and their calls labelled `footnote`.

    A lone digit is a call only before a note or an opening bracket, so that a section number on its own line stays;
    a note in full words counts only behind its call, so that `Repealed by ...` as a section's text stays.
    """
    labelled = list(drafts)
    goes_on = False
    for at, draft in enumerate(drafts):
        text = draft.text.strip()
        following = drafts[at + 1].text.strip() if at + 1 < len(drafts) else ""
        if draft.kind == "body" and (
            _is_history(text)
            or (goes_on and _goes_on(text))
            or (_AMENDED_BY.match(text) and _heads_history(drafts, at))
        ):
            labelled[at] = replace(draft, kind="footnote")
            goes_on = bool(_UNFINISHED.search(text)) and bool(following) and not _AMENDED_BY.match(text)
            continue
        goes_on = False
        if draft.kind != "body" or len(draft.text) > _LONGEST:
            continue
        called = at > 0 and _CALL.match(drafts[at - 1].text.strip()) is not None
        is_call = _CALL.match(text) and (following.startswith("[") or _NOTE.match(following))
        is_note = _NOTE.match(text) and (called or _ABBREVIATED.match(text) or _BEHIND_CALL.match(text))
        if is_call or is_note:
            labelled[at] = replace(draft, kind="footnote")
    return labelled


def _heads_history(drafts: Sequence[Draft], at: int) -> bool:
    below = next((draft.text.strip() for draft in drafts[at + 1 : at + 3] if draft.text.strip()), "")
    return _is_history(below)


def _goes_on(text: str) -> bool:
    """Is it a further line of a history, no beginning of the next section?"""
    return bool(_LEGISLATION.search(text)) and not (
        _LAID_DOWN.search(text) or text.lower().startswith(("sec", "§", "art", "("))
    )


def _is_history(text: str) -> bool:
    """Is it the history of a section, which names years, chapters and pages of statute books and lays nothing down?"""
    if len(text) > _LONGEST_HISTORY or not _HISTORY.match(text):
        return False
    return bool(_LEGISLATION.search(text)) and not _LAID_DOWN.search(text)
