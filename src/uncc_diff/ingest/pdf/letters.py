"""Mending words by the place of their letters: run together, set apart, or with the number of a note at their edge."""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from .page import RAISED, Word

GLUED_GAP = 0.085
"""White space between two letters, beyond what is usual in their word, that shows two words run together; in font sizes."""

# A digit directly after a letter or closing mark, or before an opening bracket, may be the number of a note.
_NOTE_NUMBER = re.compile(r"^\d{1,3}(?=[\[“\"‘(]\S)|(?<=[^\W\d])[)\]”\"’.,;:]*\d{1,3}$|(?<=[)\]”\"’.,;:])\d{1,3}$")
_DIGITS_AT_END = re.compile(r"\d+$")
_MARKS = ".,;:()[]“”‘’\"'"


class LetterReader:
    """Looks at single letters, with buffers that are made once."""

    def __init__(self) -> None:
        self._box = pdfium.FS_RECTF()
        self._box_ref = ctypes.byref(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self.whole: set[str] = set()
        """Words that were looked at and are in one piece; letters cost too much to look twice."""

    def parted(self, text_page: Any, word: str, first: int, size: float, *, scan: bool) -> list[Word]:
        """The words that the file ran together, parted where white space shows between letters; one when it is whole.

        `first` is the index of its first letter. Words run together are new words, so each is looked at once; on a `scan`,
        where every word has its own width, always.
        """
        if not scan:
            core = word.strip(_MARKS)
            if core in self.whole:
                self.whole.add(word)
                return []
            self.whole.add(core)
        box, box_ref, char_box = self._box, self._box_ref, pdfium.FPDFText_GetLooseCharBox
        edges = []
        for at in range(first, first + len(word)):
            char_box(text_page, at, box_ref)
            edges.append((box.left, box.right))
        gaps = [after[0] - before[1] for before, after in pairwise(edges)]
        cuts = []
        if max(gaps) > GLUED_GAP * size:
            limit = sorted(gaps)[len(gaps) // 2] + GLUED_GAP * size
            cuts = [
                at + 1
                for at, gap in enumerate(gaps)
                if limit < gap < 0.6 * size and word[at].isalpha() and word[at + 1].isalpha()
            ]
        if len(cuts) > len(word) // 3:
            cuts = []
        if not cuts and scan:
            cuts = self._rescaled(text_page, word, first)
        if not cuts:
            return []
        self.whole.discard(word.strip(_MARKS))
        return [
            Word(word[start:stop], edges[start][0], edges[stop - 1][1])
            for start, stop in pairwise([0, *cuts, len(word)])
        ]

    def _rescaled(self, text_page: Any, word: str, first: int) -> list[int]:
        """Where letters of one height change their width: a scanner's program stretches each word on its own."""
        length = len(word)
        (wide, high), (last_wide, last_high) = (self._scale(text_page, first + at) for at in (0, length - 1))
        if abs(last_wide - wide) < 0.02 * abs(wide) or abs(last_high - high) > 0.01 * abs(high):
            return []
        cuts = []
        for at in range(1, length):
            here, _ = self._scale(text_page, first + at)
            if abs(here - wide) >= 0.02 * abs(wide):
                if word[at - 1].isalpha() and word[at].isalpha():
                    cuts.append(at)
                wide = here
        return cuts if len(cuts) <= length // 2 else []

    def _scale(self, text_page: Any, index: int) -> tuple[float, float]:
        """Width and height of a letter's font as drawn."""
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        pdfium.FPDFText_GetMatrix(text_page, index, self._matrix_ref)
        return size * self._matrix.a, size * self._matrix.d

    def with_note_number(self, text_page: Any, word: str, first: int, last: int) -> str:
        """The word with a raised number at its edge in superscript digits, so that nobody takes it for a number of the law."""
        match = _NOTE_NUMBER.search(word)
        if match is None:
            return word
        at_start = match.start() == 0
        digit, letter = (first, last) if at_start else (last, first)
        if self._height(text_page, digit) > 0.8 * self._height(text_page, letter):
            return word
        if at_start:
            return match[0].translate(RAISED) + word[match.end() :]
        digits = _DIGITS_AT_END.search(word)
        return word if digits is None else word[: digits.start()] + digits[0].translate(RAISED)

    def _height(self, text_page: Any, index: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(text_page, index, self._box_ref)
        return float(self._box.top - self._box.bottom)


def joined_letters(texts: list[str], edges: list[float]) -> tuple[list[str], list[float]]:
    """Join letters that were set apart for emphasis (`S C H E D U L E`) into words; wider gaps part the words.

    `edges` are the left and right edge of each word, one after the other.
    """
    if (
        len(texts) < 4
        or sum(map(len, texts)) > 1.6 * len(texts)
        or sum(len(text) == 1 for text in texts) < 0.7 * len(texts)
    ):
        return texts, edges
    gaps = [edges[at + 1] - edges[at] for at in range(1, len(edges) - 1, 2)]
    usual = sorted(gaps)[len(gaps) // 2]
    joined, kept = [texts[0]], edges[:2]
    for at, gap in enumerate(gaps, 1):
        if gap <= 1.6 * usual + 0.3:
            joined[-1] += texts[at]
            kept[-1] = edges[2 * at + 1]
        else:
            joined.append(texts[at])
            kept.extend(edges[2 * at : 2 * at + 2])
    return joined, kept
