"""Ruled grids on the pages of a PDF: pdfplumber finds their cells, on the few pages that are drawn as if they had any."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pypdfium2.raw as pdfium

from uncc_diff.model.source import Box

Grid = list[list[Box | None]]
"""Rows of cells from top to bottom; None where a cell is merged with another. Points from the top left of the page."""

_UPRIGHTS = 3
"""Upright rules that the smallest table has: its sides and one between."""

_SHORTEST = 12.0
_THIN = 3.0
"""Points; a rectangle no thicker than this is drawn as a rule."""

_MOST_SHAPES = 20_000
"""A page with more shapes is a drawing."""


def grids_of(document: Any, numbers: Sequence[int]) -> dict[int, list[Grid]]:
    """Return the ruled grids of those of the pages (counted from 1) that hold any."""
    drawn = [number for number in numbers if _is_ruled(document, number)]
    if not drawn:
        return {}
    import pdfplumber
    from pypdfium2 import PdfiumError

    try:
        part = _only(document, drawn)
    except PdfiumError:
        return {}  # a damaged file: its tables are read as lines, and the report says so

    found: dict[int, list[Grid]] = {}
    with pdfplumber.open(part) as file:
        for number, page in zip(drawn, file.pages, strict=True):
            left, top = page.bbox[:2]
            grids = [[_cells(row, left, top) for row in table.rows] for table in page.find_tables()]
            if grids:
                found[number] = grids
            page.close()
    return found


def _only(document: Any, numbers: Sequence[int]) -> BytesIO:
    """Return a PDF of these pages alone: pdfplumber parses every page before the one that it is asked for."""
    from pypdfium2 import PdfDocument

    part = PdfDocument.new()
    part.import_pages(document, [number - 1 for number in numbers])
    written = BytesIO()
    part.save(written)
    part.close()
    return written


def _cells(row: Any, left: float, top: float) -> list[Box | None]:
    return [Box(c[0] - left, c[1] - top, c[2] - left, c[3] - top) if c else None for c in row.cells]


def _is_ruled(document: Any, number: int) -> bool:
    """Are rules or frames drawn on the page, enough for a table? Asked of pdfium, which knows in a moment."""
    raw = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not raw:
        return False
    try:
        count = pdfium.FPDFPage_CountObjects(raw)
        if count > _MOST_SHAPES:
            return False
        return sum(_uprights(pdfium.FPDFPage_GetObject(raw, at)) for at in range(count)) >= _UPRIGHTS
    finally:
        pdfium.FPDF_ClosePage(raw)


def _uprights(shape: Any) -> int:
    """Return how many upright rules the shape is: two for a frame, none for what is no drawing."""
    if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
        return 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, (left, bottom, right, top))):
        return 0
    if top.value - bottom.value < _SHORTEST:
        return 0
    return 1 if right.value - left.value <= _THIN else 2
