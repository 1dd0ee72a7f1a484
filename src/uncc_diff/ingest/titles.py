"""The title that a file states beside its text, where the text bears it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Draft

_BREAK = re.compile(r"\s[|–—»·:-]+\s")
_REMARK = re.compile(r"\s*\([^()]*\)$")
_OPENING = 40
"""Lines of the law among which its title is looked for."""

_SHORTEST = 6


def told_title(stated: str | None, drafts: Sequence[Draft]) -> str | None:
    """Return the part of the stated title that the law itself repeats near its beginning.

    The title of a page or file names the site, the template or the typist as often as the law.
    """
    opening = [_letters(draft.text) for draft in [draft for draft in drafts if draft.kind == "body"][:_OPENING]]
    parts = [" ".join(part.split()) for part in _BREAK.split(stated or "")]
    parts += [bare for part in parts if (bare := _REMARK.sub("", part)) != part]
    told = [p for p in parts if len(_letters(p)) >= _SHORTEST and any(_letters(p) in line for line in opening)]
    return max(told, key=len, default=None)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
