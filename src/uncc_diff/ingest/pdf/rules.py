"""Ruled lines on a page, from its drawn paths: thin rectangles, frames, and strokes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

THIN = 3.0
"""Points; a rectangle no thicker than this is drawn as a rule."""
SHORTEST = 12.0
MOST_SHAPES = 20_000
"""A page with more shapes is a drawing."""


class Rule(NamedTuple):
    """A horizontal or vertical rule, in points from the top left of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def upright(self) -> bool:
        return self.y1 - self.y0 > self.x1 - self.x0


def rules_of(raw_page: Any) -> list[Rule]:
    """Return the rules of an unturned page."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(raw_page, ctypes.byref(box)):
        return []
    count = pdfium.FPDFPage_CountObjects(raw_page)
    if count > MOST_SHAPES:
        return []
    found: list[Rule] = []
    for at in range(count):
        shape = pdfium.FPDFPage_GetObject(raw_page, at)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH:
            for x0, y0, x1, y1 in _edges(shape):
                found.append(Rule(x0 - box.left, box.top - y1, x1 - box.left, box.top - y0))
    return [rule for rule in found if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= SHORTEST]


def _edges(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    """Rectangles (left, bottom, right, top) of the straight edges of a path."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    sides = [ctypes.byref(side) for side in (left, bottom, right, top)]
    if not pdfium.FPDFPageObj_GetBounds(shape, *sides):
        return
    x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
    if min(x1 - x0, y1 - y0) <= THIN:
        yield x0, y0, x1, y1
        return
    segments = pdfium.FPDFPath_CountSegments(shape)
    if not 2 <= segments <= 2000:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for at in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(shape, at)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        here = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(before, here)
        before = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(here, start)


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[tuple[float, float, float, float]]:
    if abs(one[0] - other[0]) <= 1 or abs(one[1] - other[1]) <= 1:
        yield min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
