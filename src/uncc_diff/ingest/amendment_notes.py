"""Notes of consolidated texts that stand on lines of their own: the note's small digit, and `Ins. by Act ...`."""

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


def label_amendment_notes(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with amendment notes and their calls labelled `footnote`.

    A lone digit is a call only before a note or an opening bracket, so that a section number on its own line stays;
    a note in full words counts only behind its call, so that `Repealed by ...` as a section's text stays.
    """
    labelled = list(drafts)
    for at, draft in enumerate(drafts):
        if draft.kind != "body" or len(draft.text) > _LONGEST:
            continue
        text = draft.text.strip()
        following = drafts[at + 1].text.strip() if at + 1 < len(drafts) else ""
        called = at > 0 and _CALL.match(drafts[at - 1].text.strip()) is not None
        is_call = _CALL.match(text) and (following.startswith("[") or _NOTE.match(following))
        is_note = _NOTE.match(text) and (called or _ABBREVIATED.match(text) or _BEHIND_CALL.match(text))
        if is_call or is_note:
            labelled[at] = replace(draft, kind="footnote")
    return labelled
