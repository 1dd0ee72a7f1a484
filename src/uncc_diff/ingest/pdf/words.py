"""Words of a page with boxes, font sizes and styles, at the lowest price that pdfium's C interface allows.

Two calls per word (the boxes of its first and last character); size, baseline and font are asked for only when the height of
the text changes. Calls per character would cost two and a half times as much.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from .page import RAISED, Page, Run, Word

MOST_CHARACTERS = 200_000
"""No printed page comes near; a file that claims more would cost unbounded time."""

WIDE_GAP = 0.85
"""A gap of so many font sizes ends a run. Justified words in narrow columns pass it and are joined again within their column."""

GLUED_GAP = 0.085
"""White space between two letters, beyond what is usual in their word, that shows two words run together; in font sizes."""

# pdfium marks a hyphen at the end of a line with U+FFFE (older builds: U+0002) and then continues without a break.
_WORD = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_HYPHENS = ("\ufffe", "\x02")
# A digit that stands directly after a letter or closing mark, or before an opening bracket, may be the number of a note.
_NOTE_NUMBER = re.compile(
    r"^(?P<before>\d{1,3})(?=[\[“\"‘(]\S)|(?<=[^\W\d])(?P<after>[)\]”\"’.,;:]*\d{1,3})$|(?<=[)\]”\"’.,;:])\d{1,3}$"
)


class _Style:
    """Size, baseline, direction and font from one point of the page onward; refilled, never kept."""

    __slots__ = ("angle", "base", "bold", "italic", "size")

    def __init__(self) -> None:
        self.size = 0.0
        self.base = 0.0
        self.angle = 0
        self.bold = False
        self.italic = False


class WordReader:
    """Reads one page after another with buffers that are made once."""

    def __init__(self) -> None:
        self._box = pdfium.FS_RECTF()
        self._box_ref = ctypes.byref(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)
        self._fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        self._whole: set[str] = set()
        self._scan = False
        self._sides = tuple(ctypes.c_float() for _ in range(4))

    def page(self, raw_page: Any, number: int) -> Page:
        """Return the page with its runs in the order of the file."""
        text_page = pdfium.FPDFText_LoadPage(raw_page)
        if not text_page:
            return Page(number, *self._extent(raw_page)[2:], runs=())
        try:
            return self._read(raw_page, text_page, number)
        finally:
            pdfium.FPDFText_ClosePage(text_page)

    def _extent(self, raw_page: Any) -> tuple[float, float, float, float]:
        """Left, top, width and height of the page in its own, unturned space."""
        if not pdfium.FPDF_GetPageBoundingBox(raw_page, self._box_ref):
            return 0.0, 842.0, 595.0, 842.0
        box = self._box
        return box.left, box.top, box.right - box.left, box.top - box.bottom

    def _scanned(self, raw_page: Any, text_page: Any, area: float) -> bool:
        """Is the page a picture with a layer of recognised text: text without ink, or one image over nearly all of it?"""
        drawn = pdfium.FPDFText_GetTextObject(text_page, 0)
        if drawn and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return True
        count = pdfium.FPDFPage_CountObjects(raw_page)
        # The picture is drawn first, under the text, or last, over it; some programs wrap it in a form.
        for at in {0, 1, count - 2, count - 1} & set(range(count)):
            shape = pdfium.FPDFPage_GetObject(raw_page, at)
            kind = pdfium.FPDFPageObj_GetType(shape)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and 0 < pdfium.FPDFFormObj_CountObjects(shape) <= 3:
                kind = pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(shape, 0))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = self._sides
                pdfium.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, self._sides))
                if (right.value - left.value) * (top.value - bottom.value) > 0.8 * area:
                    return True
        return False

    def _read(self, raw_page: Any, text_page: Any, number: int) -> Page:
        left, top, width, height = self._extent(raw_page)
        shown = pdfium.FPDFPage_GetRotation(raw_page)
        text, index = _text(text_page)
        self._scan = self._scanned(raw_page, text_page, width * height)
        found = self._collect(text_page, text, index)
        angles = Counter[int]()
        for item in found:
            angles[item[7]] += len(item[0])
        angle = angles.most_common(1)[0][0] if angles else (4 - shown) % 4
        angle = angle if angle < 4 else 0
        runs = tuple(_turned(item, angle, left, top, width, height) for item in found)
        if angle % 2:
            width, height = height, width
        cut = pdfium.FPDFText_CountChars(text_page) > MOST_CHARACTERS
        # Displaying turns the page clockwise by `shown`; text that runs upward (angle 1) then needs exactly one such turn.
        return Page(
            number,
            width,
            height,
            runs,
            turn=(angle - shown) % 4,
            turned=bool(angle or shown),
            cut=cut,
            ocr=self._scan and bool(found),
        )

    def _collect(self, text_page: Any, text: str, index: list[int] | None) -> list[_Found]:
        box, box_ref, char_box = self._box, self._box_ref, pdfium.FPDFText_GetLooseCharBox
        style = _Style()
        shortest = 2 if self._scan else 4
        found: list[_Found] = []
        words: list[Word] = []
        run_bold = run_italic = run_length = 0
        run_angle = run_top = run_bottom = run_size = run_base = 0.0
        end = 0
        x_end = top_before = bottom_before = -1.0
        broken = True

        def close() -> None:
            if words:
                kept = _spaced_letters(words)
                found.append(
                    (
                        " ".join([word.text for word in kept]),
                        tuple(kept),
                        run_top,
                        run_bottom,
                        run_base,
                        run_size,
                        (run_bold * 2 > run_length, run_italic * 2 > run_length),
                        int(run_angle),
                    )
                )
                words.clear()

        for match in _WORD.finditer(text):
            start, stop = match.span()
            word = match[0]
            first = start if index is None else index[start]
            last = stop - 1 if index is None else index[stop - 1]
            if not char_box(text_page, first, box_ref):
                continue
            x0, x1, y_top, y_bottom = box.left, box.right, box.top, box.bottom
            if last != first:
                char_box(text_page, last, box_ref)
                x1 = box.right
            raised = False
            if y_top != top_before or y_bottom != bottom_before:
                size_before, base_before = style.size, style.base
                top_before, bottom_before = y_top, y_bottom
                self._style(text_page, first, style)
                raised = style.size < 0.8 * size_before and style.base > base_before + 0.15 * size_before
            if style.angle:
                x0, x1 = min(x0, box.left), max(x1, box.right)
                x0, y_top, x1, y_bottom = _along(style.angle, x0, max(y_top, box.top), x1, min(y_bottom, box.bottom))
            if not broken:
                gap = x0 - x_end
                broken = (
                    # Lines end with two characters, words with one.
                    (start - end > 1 and "\n" in text[end:start])
                    or gap > WIDE_GAP * max(style.size, run_size)
                    or gap < -0.5 * style.size
                    or style.angle != run_angle
                    # A note in smaller type close beside the text.
                    or (gap > 0.4 * run_size and abs(style.size - run_size) > 0.1 * run_size)
                    or min(y_top, run_top) - max(y_bottom, run_bottom)
                    < 0.5 * min(y_top - y_bottom, run_top - run_bottom)
                )
            if last != first and not style.angle and (word[0].isdigit() or word[-1].isdigit()):
                word = self._with_note_number(text_page, word, first, last, style.size)
            if raised and not broken and word.isdigit():
                word = word.translate(RAISED)
            if broken:
                close()
                run_top, run_bottom, run_base, run_size, run_angle = (
                    y_top,
                    y_bottom,
                    style.base,
                    style.size,
                    style.angle,
                )
                run_bold = run_italic = run_length = 0
            elif style.size > 1.1 * run_size:
                # Small capitals or a raised number came first: the run stands on the larger letters.
                run_top, run_bottom, run_base, run_size = y_top, y_bottom, style.base, style.size
            length = stop - start
            if length > shortest and word not in self._whole and not style.angle and index is None:
                pieces = self._pieces(text_page, word, start, style.size)
                words.extend(pieces[:-1])
                word, x0 = pieces[-1].text, pieces[-1].x0
            run_length += length
            run_bold += length * style.bold
            run_italic += length * style.italic
            words.append(Word(word, x0, x1))
            end, x_end = stop, x1
            broken = word[-1] in _HYPHENS
        close()
        return found

    def _style(self, text_page: Any, index: int, style: _Style) -> None:
        matrix = self._matrix
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        if pdfium.FPDFText_GetMatrix(text_page, index, self._matrix_ref):
            a, b = matrix.a, matrix.b
            style.size = size * math.hypot(matrix.c, matrix.d) or size
            if abs(b) <= 0.02 * abs(a):
                style.angle = 0 if a >= 0 else 2
            elif abs(a) <= 0.02 * abs(b):
                style.angle = 1 if b > 0 else 3
            else:
                style.angle = 4
            style.base = (matrix.f, -matrix.e, -matrix.f, matrix.e, matrix.f)[style.angle]
        else:
            style.size, style.angle, style.base = size, 0, self._box.bottom
        length = pdfium.FPDFText_GetFontInfo(text_page, index, self._name, 128, self._flags_ref)
        key = (self._name.raw[: max(0, min(length, 128) - 1)], self._flags.value)
        look = self._fonts.get(key)
        if look is None:
            name = key[0].decode("utf-8", "replace").lower()
            bold = any(sign in name for sign in ("bold", "black", "heavy", "semibold")) or bool(key[1] & 1 << 18)
            italic = "italic" in name or "oblique" in name or bool(key[1] & 1 << 6)
            look = self._fonts[key] = (bold, italic)
        style.bold, style.italic = look

    def _pieces(self, text_page: Any, word: str, first: int, size: float) -> list[Word]:
        """The words that the file ran together, parted where white space shows between letters; one when it is whole.

        Letters are measured only when a word is met for the first time: words run together are new words.
        """
        box, box_ref, char_box = self._box, self._box_ref, pdfium.FPDFText_GetLooseCharBox
        edges = []
        for at in range(first, first + len(word)):
            char_box(text_page, at, box_ref)
            edges.append((box.left, box.right))
        gaps = [after[0] - before[1] for before, after in pairwise(edges)]
        limit = sorted(gaps)[len(gaps) // 2] + GLUED_GAP * size
        cuts = [
            at + 1
            for at, gap in enumerate(gaps)
            if gap > limit and word[at].isalpha() and word[at + 1].isalpha() and gap < 0.6 * size
        ]
        if len(cuts) > len(word) // 3:
            cuts = []
        if not cuts and self._scan:
            cuts = self._rescaled(text_page, word, first)
        if not cuts and not self._scan:
            self._whole.add(word)
        pieces = []
        for start, stop in pairwise([0, *cuts, len(word)]):
            pieces.append(Word(word[start:stop], edges[start][0], edges[stop - 1][1]))
        return pieces

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

    def _with_note_number(self, text_page: Any, word: str, first: int, last: int, size: float) -> str:
        """The word with a raised number at its edge in superscript digits, so that nobody takes it for a number of the law."""
        match = _NOTE_NUMBER.search(word)
        if match is None:
            return word
        box = self._box
        at_start = match.start() == 0
        pdfium.FPDFText_GetLooseCharBox(text_page, first if at_start else last, self._box_ref)
        digit = box.top - box.bottom
        pdfium.FPDFText_GetLooseCharBox(text_page, last if at_start else first, self._box_ref)
        if digit > 0.8 * (box.top - box.bottom):
            return word
        if at_start:
            return match[0].translate(RAISED) + word[match.end() :]
        digits = re.search(r"\d+$", word)
        return word if digits is None else word[: digits.start()] + digits[0].translate(RAISED)


_Found = tuple[str, tuple[Word, ...], float, float, float, float, tuple[bool, bool], int]
"""Text, words, top, bottom, baseline, size, (bold, italic), angle: x along the text, y growing upward."""


def _text(text_page: Any) -> tuple[str, list[int] | None]:
    """The text of a page, and the index of the character for each letter of it, or None where they are the same."""
    count = min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)
    if count <= 0:
        return "", None
    buffer = ctypes.create_string_buffer(2 * count + 2)
    units = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))) - 1
    text = buffer.raw[: 2 * max(units, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text, None
    index: list[int] = []
    at = 0
    for letter in text:
        index.append(max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at)))
        at += 2 if letter > "\uffff" else 1
    return text, index


def _spaced_letters(words: list[Word]) -> list[Word]:
    """Join letters that were set apart for emphasis (`S C H E D U L E`) into words; wider gaps part the words."""
    if len(words) < 4 or sum(len(word.text) == 1 for word in words) < 0.7 * len(words):
        return words
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(words))
    usual = gaps[len(gaps) // 2]
    joined = [words[0]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 <= 1.6 * usual + 0.3:
            joined[-1] = Word(joined[-1].text + word.text, joined[-1].x0, word.x1)
        else:
            joined.append(word)
    return joined


def _along(angle: int, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    """The rectangle as its own reader sees it: left, top, right, bottom with x along the text and y growing upward."""
    if angle == 1:
        return bottom, -left, top, -right
    if angle == 2:
        return -right, -bottom, -left, -top
    if angle == 3:
        return -top, right, -bottom, left
    return left, top, right, bottom


def _turned(item: _Found, angle: int, left: float, top: float, width: float, height: float) -> Run:
    """The run in points from the top left of the page as it is read; `angle` is the direction of most of its text."""
    text, words, y_top, y_bottom, base, size, (bold, italic), own = item
    x0, x1 = words[0].x0, words[-1].x1
    askew = own != angle
    if askew:
        # Back to the page's own space by the opposite turn, then into the direction of the page.
        x0, y_top, x1, y_bottom = _along((4 - own) % 4 if own < 4 else 0, x0, y_top, x1, y_bottom)
        x0, y_top, x1, y_bottom = _along(angle, x0, y_top, x1, y_bottom)
        base = y_bottom
        words = tuple([Word(word.text, x0, x1) for word in words])
    x_from, y_from, _, _ = _along(angle, left, top, left + width, top - height)
    if x_from:
        words = tuple([Word(word.text, word.x0 - x_from, word.x1 - x_from) for word in words])
    return Run(
        text,
        x0 - x_from,
        y_from - y_top,
        x1 - x_from,
        y_from - y_bottom,
        y_from - base,
        size,
        bold,
        italic,
        words,
        askew,
    )
