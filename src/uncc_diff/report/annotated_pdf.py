"""The user's own PDF with each finding as a highlight and a note at its words, and an outline of findings (extra: office).

A new file is made; the one that was read is never touched. Annotations follow ISO 32000: their places are in the page's
own space (origin at the bottom left, before any rotation), while the boxes of lines are as the page is displayed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from ..errors import InputError, UsageError
from ..model.comparison import Comparison
from ..model.finding import Severity
from ..model.law import Law
from ..model.reading import Quote
from ..model.source import Box, Line
from . import places
from .placed import Placed
from .view import View

_COLOURS: dict[Severity, str] = {
    "critical": "ff9aa2", "high": "ffb7a5", "medium": "ffe08a", "low": "a8e0ee", "note": "d5dae0",
}  # fmt: skip
_NOTE = 20.0
"""Side of a note's sign as viewers draw it, in points."""
_SHORT = 3
"""Letters of a line too short to tell by its box which way it runs."""
_PRINTED = 4
"""The annotation flag that lets it be printed."""
_NARROW, _WIDE = "iljtfrI.,;:'’|!()[]-“”\"", "mwMW—@%"


def render(comparison: Comparison, source: bytes, *, file: int = 0) -> bytes:
    """Return the PDF `source`, which is file number `file` of the law, with the findings that count.

    Raises UsageError without pypdf and InputError when the PDF cannot be written anew.
    """
    try:
        from pypdf import PdfReader, PdfWriter
        from pypdf.errors import PyPdfError
    except ImportError:
        raise UsageError(
            "the annotated PDF needs pypdf, which is not installed", hint="pip install 'uncc-diff[office]'"
        ) from None
    view = View(comparison)
    try:
        writer = PdfWriter(clone_from=PdfReader(BytesIO(source)))
        _annotate(writer, view, file)
        buffer = BytesIO()
        writer.write(buffer)
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
        # A damaged file fails in as many ways as there are objects in it; reading it for text was more lenient.
        name = comparison.law.files[file].name
        raise InputError(
            f"{name}: this PDF cannot be written anew with notes ({type(error).__name__}: {error})",
            hint="have a viewer save it as a new PDF and try that one; other formats do not need this",
        ) from None
    return buffer.getvalue()


def _annotate(writer: Any, view: View, file: int) -> None:
    law = view.comparison.law
    taken: dict[int, list[float]] = defaultdict(list)
    pages: dict[str, int] = {}
    edges = _edges(law, file)
    turns = [page.rotation % 360 for page in writer.pages]
    for placed in view.active:
        if placed.finding.provision is None or placed.file != file:
            continue
        lines = list(_lines(law, placed, turns))
        if not lines:
            continue
        first = (lines[0][0].page or 1) - 1
        pages[placed.finding.id] = first
        for number in dict.fromkeys((line.page or 1) - 1 for line, _ in lines):
            boxes = [box for line, box in lines if (line.page or 1) - 1 == number]
            _highlight(writer, number, boxes, placed)
        beside = (edges[first], lines[0][1].y0)
        _note(writer, first, beside, _said(placed), placed, taken[first])
    whole = [p for p in view.active if p.finding.provision is None]
    if whole and file == 0:
        text = "On the whole text\n\n" + "\n\n".join(f"{p.finding.severity}: {p.message}" for p in whole)
        _note(writer, 0, (_NOTE, _NOTE), text, whole[0], taken[0])
    _outline(writer, view, pages, whole if file == 0 else [])


def _lines(law: Law, placed: Placed, turns: list[int]) -> Iterator[tuple[Line, Box]]:
    """Yield the lines that hold the words of the finding, each with the box of these words in it."""
    finding = placed.finding
    quote = finding.quote
    if quote is None:
        provision = law.by_id[finding.provision or ""]
        quote = Quote(provision.id, 0, min(len(provision.text), 80))
    provision = law.by_id[quote.provision]
    pieces = provision.heading_pieces if quote.heading else provision.pieces
    found = False
    for piece in pieces:
        start, end = max(quote.start, piece.at), min(max(quote.end, quote.start + 1), piece.at + piece.length)
        if start < end:
            for line, box in _stretch(law, piece.start + start - piece.at, piece.start + end - piece.at, turns):
                found = True
                yield line, box
    if not found:
        start, _ = places.offsets(law, quote)
        line_there = law.line_at(start)
        if line_there is not None and line_there.box is not None:
            yield line_there, line_there.box


def _stretch(law: Law, start: int, end: int, turns: list[int]) -> Iterator[tuple[Line, Box]]:
    """Yield the lines of a stretch of the source and the part of each box that it takes."""
    while start < end:
        line = law.line_at(start)
        if line is None:
            return
        stop = min(end, line.end)
        if line.box is not None and stop > start:
            yield line, _part(line, start - line.start, stop - line.start, turns[(line.page or 1) - 1])
        start = max(line.end, start) + 1


def _part(line: Line, start: int, end: int, turn: int) -> Box:
    """Return the box of some letters of a line, from how wide letters usually are.

    On a page that is displayed turned (by `turn` degrees), a line that runs up or down was drawn along the page's own
    width, so its letters are counted from where that begins.
    """
    assert line.box is not None
    x0, y0, x1, y1 = line.box
    whole = _width(line.text)
    if not whole:
        return line.box
    before, behind = (_width(line.text[:at]) / whole for at in (start, end))
    if y1 - y0 <= x1 - x0 or len(line.text) < _SHORT:
        return Box(x0 + before * (x1 - x0), y0, x0 + behind * (x1 - x0), y1)
    if turn == 90:
        return Box(x0, y0 + before * (y1 - y0), x1, y0 + behind * (y1 - y0))
    if turn == 270:
        return Box(x0, y1 - behind * (y1 - y0), x1, y1 - before * (y1 - y0))
    return line.box


def _width(text: str) -> float:
    """Return the width of a text in letters of usual width."""
    return sum(0.55 if c in _NARROW or c == " " else 1.55 if c in _WIDE else 1.3 if c.isupper() else 1.0 for c in text)


def _highlight(writer: Any, page: int, boxes: Iterable[Box], placed: Placed) -> None:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject, TextStringObject

    corners = [_in_page(writer.pages[page], box) for box in boxes]
    quads = [c for x0, y0, x1, y1 in corners for c in (x0, y1, x1, y1, x0, y0, x1, y0)]
    xs, ys = [c for x0, _, x1, _ in corners for c in (x0, x1)], [c for _, y0, _, y1 in corners for c in (y0, y1)]
    mark = Highlight(
        rect=(min(xs), min(ys), max(xs), max(ys)),
        quad_points=ArrayObject([FloatObject(q) for q in quads]),
        highlight_color=_COLOURS[placed.finding.severity],
        printing=True,
    )
    mark[NameObject("/T")] = TextStringObject("uncc-diff")
    mark[NameObject("/Contents")] = TextStringObject(_said(placed))
    mark[NameObject("/F")] = NumberObject(_PRINTED)
    mark[NameObject("/NM")] = TextStringObject(f"uncc-diff:{placed.finding.id}:{page + 1}")
    writer.add_annotation(page_number=page, annotation=mark)


def _edges(law: Law, file: int) -> dict[int, float]:
    """Return by page (from 0) where the leftmost line begins: left of it a note covers no words."""
    edges: dict[int, float] = {}
    for line in law.lines:
        if line.file == file and line.box is not None and line.page is not None:
            edges[line.page - 1] = min(line.box.x0, edges.get(line.page - 1, line.box.x0))
    return edges


def _note(writer: Any, page: int, beside: tuple[float, float], text: str, placed: Placed, taken: list[float]) -> None:
    """Put a note left of the point, below those that stand there already."""
    from pypdf.annotations import Text
    from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject, TextStringObject

    edge, top = beside
    while any(abs(top - other) < _NOTE for other in taken):
        top += _NOTE
    taken.append(top)
    left = max(2.0, edge - 1.5 * _NOTE)
    place = _in_page(writer.pages[page], Box(left, top, left + _NOTE, top + _NOTE))
    note = Text(rect=place, text=text)
    colour = _COLOURS[placed.finding.severity]
    rgb = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    note[NameObject("/C")] = ArrayObject([FloatObject(round(c, 3)) for c in rgb])
    note[NameObject("/T")] = TextStringObject("uncc-diff")
    note[NameObject("/Name")] = NameObject("/Note")
    note[NameObject("/F")] = NumberObject(_PRINTED)
    writer.add_annotation(page_number=page, annotation=note)


def _in_page(page: Any, box: Box) -> tuple[float, float, float, float]:
    """Return the box in the page's own space: left, bottom, right, top."""
    crop = page.cropbox
    media = page.mediabox
    left, bottom = max(float(crop.left), float(media.left)), max(float(crop.bottom), float(media.bottom))
    right, top = min(float(crop.right), float(media.right)), min(float(crop.top), float(media.top))
    corners = [
        {
            0: (left + x, top - y),
            90: (left + y, bottom + x),
            180: (right - x, bottom + y),
            270: (right - y, top - x),
        }[page.rotation % 360]
        for x, y in ((box.x0, box.y0), (box.x1, box.y1))
    ]
    xs, ys = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
    return round(xs[0], 2), round(ys[0], 2), round(xs[1], 2), round(ys[1], 2)


def _said(placed: Placed) -> str:
    """Return what the note says: the fault, the cure, the grounds."""
    finding = placed.finding
    parts = [
        f"{finding.severity.upper()}: {finding.title} ({placed.place})",
        placed.message,
        f"Mend: {finding.remedy}" if finding.remedy else "",
        "; ".join(placed.standard),
        f"Rule {finding.rule}, {finding.confidence} confidence. Not legal advice.",
    ]
    return "\n\n".join(part for part in parts if part)


def _outline(writer: Any, view: View, pages: dict[str, int], whole: list[Placed]) -> None:
    number = len(pages) + len(whole)
    title = f"uncc-diff: {number} finding{'' if number == 1 else 's'}"
    root = writer.add_outline_item(title=title, page_number=0, is_open=False)
    for placed in view.active:
        at = 0 if placed in whole else pages.get(placed.finding.id)
        if at is not None:
            named = f"{placed.finding.severity}: {placed.place}, {placed.finding.title}"
            writer.add_outline_item(title=named, page_number=at, parent=root)
