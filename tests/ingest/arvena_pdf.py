"""Small gazettes of the Republic of Arvena, drawn as PDF: every layout from the same few primitives."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

BODY = [
    "1. This Act may be cited as the Data Harbours Act, and it",
    "comes into force when the Council of Arvena says so by notice.",
    "2. In this Act, unless another sense is plain, a harbour is any",
    "place in which the data of several persons are held for hire.",
    "3. (1) Nobody may keep a harbour who has not been entered in",
    "the Book of Harbours by the Warden under this Act.",
    "(2) The Warden enters whoever shows that the harbour is safe",
    "and has paid the fee that the Second Schedule sets.",
    "4. A keeper who lets a stranger read what lies in the harbour,",
    "knowing that no right to it exists, commits an offence.",
    "5. The Warden answers to the Council once in every year and",
    "lays before it a list of all harbours entered or struck out.",
]
NOTES = {
    0: ["Short title", "and start"],
    2: ["Meaning of", "harbour"],
    4: ["Entry in", "the Book"],
    8: ["Unlawful", "reading"],
}


def drawn(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4, **options: object) -> bytes:
    """The PDF whose pages the functions draw, one each."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=True, **options)  # type: ignore[arg-type]
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(
    canvas: Canvas,
    x: float,
    y: float,
    lines: Iterable[str],
    size: float = 11,
    lead: float = 14,
    font: str = "Times-Roman",
) -> None:
    """Lines from the point (x, y), y counted from the top of the page, each `lead` below the one before."""
    height = canvas._pagesize[1]
    canvas.setFont(font, size)
    for index, line in enumerate(lines):
        canvas.drawString(x, height - y - index * lead, line)


def act_page(
    number: int, *, notes: bool = True, head: bool = True, numbers: bool = False, offset: int = 0
) -> Callable[[Canvas], None]:
    """A page of the Act with a running head; notes outside, so on the right of odd pages and on the left of even ones."""

    def draw(canvas: Canvas) -> None:
        left = 110 if number % 2 else 190
        if head:
            title = f"Data Harbours Act   {number}" if number % 2 else f"{number}   Data Harbours Act"
            write(canvas, left + 60, 60, [title], 10, font="Times-Italic")
        write(canvas, left, 110, BODY)
        for line, words in NOTES.items() if notes else ():
            write(canvas, left + 305 if number % 2 else left - 70, 110 + 14 * line, words, 8, 9)
        for line in range(4, len(BODY), 5) if numbers else ():
            write(canvas, left - 22, 110 + 14 * line, [str(line + 1 + offset)], 10)

    return draw


TRILINGUAL = {
    "rw": [
        "Ingingo ya mbere: Ibisobanuro by’amagambo",
        "Muri iri tegeko, amagambo akurikira afite",
        "ibisobanuro bikurikira cyangwa ibindi bya",
    ]
    * 3,
    "en": [
        "Article One: Meaning of the words",
        "In this law the words that follow have the",
        "meaning that is given to them or by any",
    ]
    * 3,
    "fr": [
        "Article premier : Sens des mots de la loi",
        "Dans la présente loi, les mots qui suivent",
        "ont le sens qui est donné par les articles",
    ]
    * 3,
}


def trilingual_page(canvas: Canvas) -> None:
    """Three columns in three languages, each line of which fills its column."""
    width, height = landscape(A4)
    canvas.setPageSize((width, height))
    canvas._pagesize = (width, height)
    write(canvas, 340, 40, ["Official Gazette of Arvena"], 10, font="Times-Bold")
    for index, lines in enumerate(TRILINGUAL.values()):
        write(canvas, 80 + 240 * index, 90, lines)
    write(canvas, 415, 560, [str(canvas.getPageNumber())], 10)
