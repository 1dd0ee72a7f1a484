"""Words of a page with boxes, font sizes and styles, at the lowest price that pdfium's C interface allows.

Two calls per word (the boxes of its first and last character); size, baseline and font are asked for only when the height of
the text changes. Calls per character would cost two and a half times as much.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium

from .letters import LetterReader, joined_letters
from .page import RAISED, Page, Run

MOST_CHARACTERS = 200_000
"""No printed page comes near; a file that claims more would cost unbounded time."""

LARGEST_PAGE = 14_400
"""Points; the standard allows no larger page."""

WIDE_GAP = 0.85
"""A gap of so many font sizes ends a run. Justified words in narrow columns pass it and are joined again within their column."""

# pdfium marks a hyphen at the end of a line with U+FFFE (older builds: U+0002) and then continues without a break.
_WORD = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_HYPHENS = ("\ufffe", "\x02")

_Found = tuple[str, tuple[float, ...], float, float, float, float, bool, bool, int]
"""Text, edges of its words, top, bottom, baseline, size, bold, italic, angle: x along the text, y growing upward."""

_Look = tuple[float, float, int, bool, bool]
"""Size, baseline, angle, bold, italic. The angle counts quarter turns against the clock; 4 is any other direction."""


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
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        self._letters = LetterReader()

    def page(self, raw_page: Any, number: int) -> Page:
        """Return the page with its runs in the order of the file."""
        left, top, width, height = self._extent(raw_page)
        text_page = pdfium.FPDFText_LoadPage(raw_page)
        if not text_page:
            return Page(number, width, height, ())
        try:
            scan = self._scanned(raw_page, text_page, width * height)
            found = self._collect(text_page, scan)
            cut = pdfium.FPDFText_CountChars(text_page) > MOST_CHARACTERS
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        shown = pdfium.FPDFPage_GetRotation(raw_page)
        letters = Counter[int]()
        for item in found:
            letters[item[-1]] += len(item[0])
        angle = letters.most_common(1)[0][0] if letters else shown
        angle = angle if angle < 4 else 0
        runs = tuple([_turned(item, angle, left, top, width, height) for item in found])
        if angle % 2:
            width, height = height, width
        # Displaying turns the page clockwise by `shown`; text that runs upward (angle 1) then needs exactly one such turn.
        turn, turned = (angle - shown) % 4, bool(angle or shown)
        return Page(number, width, height, runs, turn=turn, turned=turned, cut=cut, ocr=scan and bool(found))

    def _extent(self, raw_page: Any) -> tuple[float, float, float, float]:
        """Left, top, width and height of the page in its own, unturned space."""
        if not pdfium.FPDF_GetPageBoundingBox(raw_page, self._box_ref):
            return 0.0, 842.0, 595.0, 842.0
        box = self._box
        width, height = box.right - box.left, box.top - box.bottom
        if not (0 < width <= LARGEST_PAGE and 0 < height <= LARGEST_PAGE):
            return 0.0, 842.0, 595.0, 842.0
        return box.left, box.top, width, height

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

    def _collect(self, text_page: Any, scan: bool) -> list[_Found]:
        """The runs of a page. One loop, as it turns once for every word of the law."""
        text, index = _text(text_page)
        box, box_ref, char_box, whole = self._box, self._box_ref, pdfium.FPDFText_GetLooseCharBox, self._letters.whole
        shortest = 2 if scan else 4
        found: list[_Found] = []
        texts: list[str] = []
        edges: list[float] = []
        size = base = 0.0
        angle, bold, italic = 0, False, False
        run_top = run_bottom = run_size = run_base = 0.0
        run_angle = run_bold = run_italic = run_length = 0
        end, x_end, top_before, bottom_before, broken = 0, -1.0, -1.0, -1.0, True

        def close() -> None:
            if texts:
                kept, places = joined_letters(texts, edges)
                look = (
                    run_top,
                    run_bottom,
                    run_base,
                    run_size,
                    2 * run_bold > run_length,
                    2 * run_italic > run_length,
                    run_angle,
                )
                found.append((" ".join(kept), tuple(places), *look))
                texts.clear()
                edges.clear()

        for match in _WORD.finditer(text):
            start, stop = match.span()
            word = match[0]
            first, last = (start, stop - 1) if index is None else (index[start], index[stop - 1])
            if not char_box(text_page, first, box_ref):
                continue
            x0, x1, y_top, y_bottom = box.left, box.right, box.top, box.bottom
            if last != first:
                char_box(text_page, last, box_ref)
                x1 = box.right
            raised, same = False, y_top == top_before and y_bottom == bottom_before
            if not same:
                top_before, bottom_before, size_before, base_before = y_top, y_bottom, size, base
                size, base, angle, bold, italic = self._look(text_page, first, y_bottom)
                raised = size < 0.8 * size_before and base > base_before + 0.15 * size_before
            if angle:
                x0, x1 = min(x0, box.left), max(x1, box.right)
                x0, y_top, x1, y_bottom = _along(angle, x0, max(y_top, box.top), x1, min(y_bottom, box.bottom))
            if not broken:
                gap = x0 - x_end
                broken = (
                    gap > WIDE_GAP * (size if size > run_size else run_size)
                    or gap < -0.5 * size
                    # Lines end with two characters, words with one.
                    or (start - end > 1 and "\n" in text[end:start])
                )
                if not broken and not same:
                    shared = min(y_top, run_top) - max(y_bottom, run_bottom)
                    # Another direction or line, or a note in smaller type close beside the text.
                    broken = (
                        angle != run_angle
                        or shared < 0.5 * min(y_top - y_bottom, run_top - run_bottom)
                        or (gap > 0.4 * run_size and abs(size - run_size) > 0.1 * run_size)
                    )
            if broken:
                close()
                run_top, run_bottom, run_base, run_size, run_angle = y_top, y_bottom, base, size, angle
                run_bold = run_italic = run_length = 0
            elif size > 1.1 * run_size:
                # Small capitals or a raised number came first: the run stands on the larger letters.
                if len(texts) == 1 and run_base > base + 0.15 * size and texts[0].isdigit():
                    texts[0] = texts[0].translate(RAISED)
                run_top, run_bottom, run_base, run_size = y_top, y_bottom, base, size
            length = stop - start
            if length > 1 and not angle and not word.isalpha() and (word[0].isdigit() or word[-1].isdigit()):
                word = self._letters.with_note_number(text_page, word, first, last)
            elif raised and not broken and word.isdigit():
                word = word.translate(RAISED)
            if length > shortest and word not in whole and not angle and index is None:
                pieces = self._letters.parted(text_page, word, start, size, scan=scan)
                for piece in pieces[:-1]:
                    texts.append(piece.text)
                    edges += (piece.x0, piece.x1)
                if pieces:
                    word, x0, _ = pieces[-1]
            run_length += length
            if bold:
                run_bold += length
            if italic:
                run_italic += length
            texts.append(word)
            edges += (x0, x1)
            end, x_end = stop, x1
            broken = word[-1] in _HYPHENS
        close()
        return found

    def _look(self, text_page: Any, index: int, bottom: float) -> _Look:
        """How a letter is set; `bottom` is its lower edge, for the rare file that states no matrix."""
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        angle, base = 0, bottom
        if pdfium.FPDFText_GetMatrix(text_page, index, self._matrix_ref):
            matrix = self._matrix
            a, b = matrix.a, matrix.b
            if b == 0 and a > 0 and matrix.c == 0:
                size, base = size * abs(matrix.d) or size, matrix.f
            else:
                size = size * math.hypot(matrix.c, matrix.d) or size
                if abs(b) <= 0.02 * abs(a):
                    angle = 0 if a >= 0 else 2
                elif abs(a) <= 0.02 * abs(b):
                    angle = 1 if b > 0 else 3
                else:
                    angle = 4
                base = (matrix.f, -matrix.e, -matrix.f, matrix.e, matrix.f)[angle]
        pdfium.FPDFText_GetFontInfo(text_page, index, self._name, 128, self._flags_ref)
        key = (self._name.value, self._flags.value)
        weight = self._fonts.get(key)
        if weight is None:
            name = key[0].decode("utf-8", "replace").lower()
            weight = self._fonts[key] = (
                any(sign in name for sign in ("bold", "black", "heavy")) or bool(key[1] & 1 << 18),
                "italic" in name or "oblique" in name or bool(key[1] & 1 << 6),
            )
        return size, base, angle, *weight


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
    text, edges, y_top, y_bottom, base, size, bold, italic, own = item
    x0, x1 = edges[0], edges[-1]
    askew = own != angle
    if askew:
        # Back to the page's own space by the opposite turn, then into the direction of the page.
        x0, y_top, x1, y_bottom = _along((4 - own) % 4 if own < 4 else 0, x0, y_top, x1, y_bottom)
        x0, y_top, x1, y_bottom = _along(angle, x0, y_top, x1, y_bottom)
        base, edges = y_bottom, (x0, x1) * (len(edges) // 2)
    x_from, y_from = left, top
    if angle:
        x_from, y_from, _, _ = _along(angle, left, top, left + width, top - height)
    if x_from:
        edges = tuple([edge - x_from for edge in edges])
    if angle % 2:
        width, height = height, width
    place = x0 - x_from, y_from - y_top, x1 - x_from, y_from - y_bottom
    base = y_from - base
    if not (_near(place[0], place[2], width) and _near(place[1], place[3], height) and 0 < size < 1000):
        # Beside the paper, where nobody sees it, or nowhere at all in a damaged file: kept, but no text of the law.
        place, base, size, edges, askew = (0.0, 0.0, 1.0, 1.0), 1.0, 1.0, (0.0, 1.0) * (len(edges) // 2), True
    return Run(text, *place, base, size, bold, italic, edges, askew)


def _near(low: float, high: float, extent: float) -> bool:
    """Does it lie on the paper, or at most half a paper's width off it? False for what is no number."""
    return -0.5 * extent <= low <= high <= 1.5 * extent
