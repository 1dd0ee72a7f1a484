"""Is a text with numbered paragraphs a law? Lists of advice, minutes and instructions are numbered too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .grammar import Grammar
from .rows import Row
from .units import Start

_OPENING = 40
"""Rows in which a law gives its title and its enacting words."""

_SUBSECTION = re.compile(r"^[(\[]\s?1\s?[)\]]")
_OFTEN = 0.3
_LONGEST_HEADING = 60


def reads_like_law(rows: Sequence[Row], chain: Sequence[Start], grammar: Grammar) -> bool:
    """Does the text speak as laws do: of itself, of its parts, in a title with number or year, or in duties?

    A language whose laws count in words (`Article 1`) has no data for this, and is believed.
    """
    signs = grammar.lists["law_signs"]
    if not signs:
        return True
    text = " ".join(row.text for row in rows).lower()
    if any(name in text for names in grammar.maps["self_names"].values() for name in names):
        return True
    if any(_heads_group(row.text, grammar) for row in rows):
        return True
    if any(grammar.enacting.search(row.text) or grammar.numbered_law.search(row.text) for row in rows[:_OPENING]):
        return True
    if grammar.inner_reference.search(text):
        return True
    if sum(bool(_SUBSECTION.match(rows[start.row].text[start.rest_at :])) for start in chain) >= _OFTEN * len(chain):
        return True
    said = len(re.findall(rf"\b(?:{'|'.join(map(re.escape, signs))})\b", text))
    return said >= max(2, _OFTEN * len(chain))


def _heads_group(text: str, grammar: Grammar) -> bool:
    """Is it the heading of a part or schedule? A word that names sections too, says nothing."""
    if len(text) > _LONGEST_HEADING:
        return False
    group = grammar.group.match(text)
    return bool(group and group["word"].lower() not in grammar.level_of_unit) or bool(grammar.schedule.match(text))
