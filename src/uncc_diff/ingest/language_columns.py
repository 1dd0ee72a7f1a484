"""Laws printed in two or more languages, a column of a table for each: which column to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..data import LEXICON
from ..model.source import Caveat

_ENOUGH = 200
"""Characters from which the language of a column can be told."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that hold the same in several languages."""

    left_out: frozenset[int]
    """Columns in another language than the one to read."""
    caveat: Caveat


def language_columns(texts: Sequence[str], language: str | None) -> Columns | None:
    """Return which of the columns with these texts to leave out; None when they are in one language.

    Read is the language asked for, else one with a lexicon, else that of the first column.
    """
    if sum(len(text) >= _ENOUGH for text in texts) < 2:
        return None
    from .pdf.tongues import NAMES, tongue_of

    tongues = [tongue_of(text) if len(text) >= _ENOUGH else None for text in texts]
    present = [tongue for tongue in tongues if tongue]
    if len(set(present)) < 2:
        return None
    asked = language.split("-")[0].lower() if language else ""
    known = sorted(folder.name for folder in LEXICON.glob("*") if folder.is_dir())
    read = next((tongue for tongue in (asked, *known) if tongue in present), present[0])
    others = ", ".join(dict.fromkeys(NAMES.get(tongue, tongue) for tongue in present if tongue != read))
    message = f"Several languages stand side by side: the {NAMES.get(read, read)} column was read, left out: {others}."
    left_out = frozenset(at for at, tongue in enumerate(tongues) if tongue and tongue != read)
    return Columns(left_out, Caveat("language_columns", message))
