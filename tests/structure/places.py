"""What must hold for the tree of any text: nothing lost, nothing twice, every piece maps back to the letter."""

from __future__ import annotations

import re
from collections import Counter

from uncc_diff.model.law import Law
from uncc_diff.model.source import Source
from uncc_diff.structure.grammar import western_digits

WORDS_OF_NUMBER = 4
"""Words beside numbers that one line may give to numbers: `Part First`, `Article Five`, `Parágrafo único`."""

_WORD = re.compile(r"[^\W_]+")


def faults(law: Law, source: Source, *, aside: range = range(0)) -> list[str]:
    """Return what is wrong with the tree. `aside` are source offsets that are no part of the body (a contents list)."""
    found = [*_names(law), *_pieces(law)]
    covered: Counter[int] = Counter()
    for p in law.provisions:
        for piece in (*p.pieces, *p.heading_pieces):
            covered.update(range(piece.start, piece.start + piece.length))
    printed = {word for p in law.provisions if p.number for word in _WORD.findall(western_digits(p.number).lower())}
    noted = {at for n in law.notes for at in range(n.start, n.start + len(n.text) + 8)}
    for line in source.lines:
        lost = ""
        for at, character in enumerate(line.text, line.start):
            if not character.isalnum() or at in aside:
                lost += " "
            elif covered[at] > 1:
                found.append(f"{character!r} at {at} stands twice: {line.text!r}")
            elif line.kind in ("body", "table", "margin") and not covered[at] and at not in noted:
                lost += character
            else:
                lost += " "
        begins = any(line.start <= p.start <= line.end for p in law.provisions)
        names = begins or any(word in printed for word in _WORD.findall(western_digits(lost).lower()))
        if lost.strip() and not (names and _is_number(lost, printed)):
            found.append(f"{' '.join(lost.split())!r} is lost: {line.text!r}")
    return found


def _names(law: Law) -> list[str]:
    found = []
    seen: set[str] = set()
    for p in law.provisions:
        if p.id in seen:
            found.append(f"id {p.id} stands twice")
        if p.parent is not None and p.parent not in seen:
            found.append(f"{p.id} stands before its parent {p.parent}")
        if not p.citation:
            found.append(f"{p.id} has no citation")
        seen.add(p.id)
    return found


def _pieces(law: Law) -> list[str]:
    found = []
    for p in law.provisions:
        for piece in p.pieces:
            if p.text[piece.at : piece.at + piece.length] != law.text[piece.start : piece.start + piece.length]:
                found.append(f"{p.id}: {p.text[piece.at : piece.at + piece.length]!r} is not what the source has there")
        bare = [False] * len(p.text)
        for piece in p.pieces:
            bare[piece.at : piece.at + piece.length] = [True] * piece.length
        if any(character.strip() and not inside for character, inside in zip(p.text, bare, strict=True)):
            found.append(f"{p.id}: words that come from no place in the source")
    return found


def _is_number(lost: str, printed: set[str]) -> bool:
    """Are the words that stand in no text or heading the numbers of provisions, with the words that name them?"""
    words = [word for word in _WORD.findall(western_digits(lost).lower()) if word not in printed]
    return len(words) <= WORDS_OF_NUMBER
