"""A page whose order is unsure is named: overprinted words, columns on one page alone, tables without rules."""

from __future__ import annotations

from arvena_pdf import BODY, act_page, drawn, write
from reportlab.pdfgen.canvas import Canvas

from uncc_diff.ingest import read_bytes

FEES = (
    "entry in the Book",
    "copy of an entry",
    "change of keeper",
    "visit to a harbour",
    "appeal",
    "search of the Book",
)
NARROW = [
    "The Warden keeps the Book and",
    "shows it to whoever asks at",
    "the office between nine and",
    "noon on every working day;",
] * 4


def told(data: bytes) -> list[tuple[str, int | None]]:
    return [(caveat.code, caveat.page) for caveat in read_bytes(data, "act.pdf").caveats]


def overprinted(canvas: Canvas) -> None:
    write(canvas, 110, 110, BODY)
    write(canvas, 118, 110, [line[::-1] for line in BODY])


def fees(canvas: Canvas) -> None:
    write(canvas, 110, 110, BODY[:6])
    for at, words in enumerate(FEES):
        write(canvas, 110, 240 + 18 * at, [words])
        write(canvas, 330, 240 + 18 * at, [f"{at + 4} crowns"])


def two_columns(canvas: Canvas) -> None:
    write(canvas, 80, 110, NARROW)
    write(canvas, 330, 110, NARROW)


def test_plain_pages_raise_no_doubt() -> None:
    assert told(drawn(act_page(1), act_page(2), act_page(3))) == []


def test_words_upon_words_are_told() -> None:
    assert told(drawn(act_page(1, notes=False), overprinted)) == [("doubtful_reading_order", 2)]


def test_a_table_without_rules_is_told() -> None:
    assert told(drawn(act_page(1, notes=False), fees)) == [("table_flattened", 2)]


def test_columns_on_one_page_alone_are_told() -> None:
    pages = [act_page(number, notes=False) for number in (1, 2, 3)]
    assert told(drawn(*pages, two_columns)) == [("doubtful_reading_order", 4)]
