"""Lines of PDFs in the layouts of gazettes: their order, their kinds, and that each is an exact slice of the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from arvena_pdf import BODY, NOTES, TRILINGUAL, act_page, drawn, trilingual_page, write
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from uncc_diff.ingest.pdf import read_pdf, read_pdf_data
from uncc_diff.model.source import Source


def texts(source: Source, kind: str, page: int | None = None) -> list[str]:
    return [line.text for line in source.lines if line.kind == kind and page in (None, line.page)]


def all_slices_exact(source: Source) -> bool:
    return all(source.text[line.start : line.end] == line.text for line in source.lines)


@pytest.fixture(scope="module")
def act() -> Source:
    return read_pdf_data(drawn(*[act_page(number) for number in range(1, 5)]), "act.pdf")


def test_body_reads_through_without_notes_and_heads(act: Source) -> None:
    assert texts(act, "body") == BODY * 4
    assert all_slices_exact(act)


@pytest.mark.parametrize("page", [1, 2, 3, 4])
def test_each_note_stands_before_the_line_beside_it(act: Source, page: int) -> None:
    lines = [line for line in act.lines if line.page == page and line.kind in ("margin", "body")]
    for line, note in NOTES.items():
        at = next(index for index, found in enumerate(lines) if found.text == BODY[line])
        assert [found.text for found in lines[at - len(note) : at]] == note
        assert all(found.kind == "margin" for found in lines[at - len(note) : at])


def test_running_heads_with_page_numbers_are_labelled(act: Source) -> None:
    assert texts(act, "running", 1) == ["Data Harbours Act 1"]
    assert texts(act, "running", 2) == ["2 Data Harbours Act"]


def test_lines_know_their_place_and_look(act: Source) -> None:
    head = next(line for line in act.lines if line.kind == "running")
    assert head.italic
    assert head.size == 10
    body = next(line for line in act.lines if line.kind == "body")
    assert (body.page, body.size, body.bold, body.centred) == (1, 11, False, False)
    assert body.box is not None
    assert body.box.x0 == pytest.approx(110, abs=1)
    assert body.box.y0 < 110 < body.box.y1


def test_note_numbers_of_two_contiguous_notes_part_at_the_section() -> None:
    def draw(canvas: Canvas) -> None:
        act_page(1, notes=False)(canvas)
        write(canvas, 415, 110, ["Short title", "of this Act", "and others", "Meaning of", "harbour"], 8, 9.4)

    source = read_pdf_data(drawn(draw, act_page(2), act_page(3)), "act.pdf")
    kinds = [(line.kind, line.text) for line in source.lines if line.page == 1]
    second = kinds.index(("body", BODY[2]))
    assert kinds[second - 2 : second] == [("margin", "Meaning of"), ("margin", "harbour")]


def test_line_numbers_are_labelled_and_kept_out_of_the_body() -> None:
    source = read_pdf_data(drawn(*[act_page(number, numbers=True) for number in (1, 2, 3)]), "bill.pdf")
    assert texts(source, "line_number", 2) == ["5", "10"]
    assert texts(source, "body", 2) == BODY
    assert texts(source, "margin", 2) == [word for note in NOTES.values() for word in note]


def two_columns(canvas: Canvas) -> None:
    canvas.setFont("Times-Bold", 14)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 70, "GAZETTE OF THE REPUBLIC OF ARVENA: SUPPLEMENT ON DATA")
    write(canvas, 60, 110, [line[:38] for line in BODY], 10, 13)
    write(canvas, 310, 110, [line[:38].upper() for line in BODY], 10, 13)


def test_two_columns_are_read_one_after_the_other_under_their_heading() -> None:
    source = read_pdf_data(drawn(two_columns, two_columns, two_columns), "gazette.pdf")
    left, right = [line[:38].strip() for line in BODY], [line[:38].upper().strip() for line in BODY]
    page = [line.text.strip() for line in source.lines if line.page == 2 and line.kind == "body"]
    assert page == left + right


def test_the_english_column_is_read_and_the_others_are_named() -> None:
    source = read_pdf_data(drawn(*[trilingual_page] * 3, size=landscape(A4)), "gazette.pdf")
    assert texts(source, "body", 2) == TRILINGUAL["en"]
    assert source.language == "en"
    (caveat,) = [caveat for caveat in source.caveats if caveat.code == "language_columns"]
    assert "French" in caveat.message
    assert "Kinyarwanda" in caveat.message
    assert texts(source, "running", 2) == ["Official Gazette of Arvena", "2"]


@pytest.mark.parametrize("language", ["fr", "rw"])
def test_another_column_is_read_when_asked_for(language: str) -> None:
    source = read_pdf_data(drawn(*[trilingual_page] * 3, size=landscape(A4)), "gazette.pdf", language=language)
    assert texts(source, "body", 3) == TRILINGUAL[language]
    assert source.language == language


def test_a_language_that_no_column_has_is_told() -> None:
    source = read_pdf_data(drawn(*[trilingual_page] * 3, size=landscape(A4)), "gazette.pdf", language="es")
    assert "No column in Spanish" in source.caveats[0].message


def penalties(canvas: Canvas) -> None:
    write(canvas, 110, 100, ["The fees and fines of this Act are these:"])
    xs, ys = (110, 200, 330, 470), (130, 152, 190, 228)
    for x in xs:
        canvas.line(x, A4[1] - ys[0], x, A4[1] - ys[-1])
    for y in ys:
        canvas.line(xs[0], A4[1] - y, xs[-1], A4[1] - y)
    cells = [
        ["Section", "Offence", "Fine in crowns"],
        ["4", "Unlawful reading", "not above 900"],
        ["6", "False entry", "not above 50"],
    ]
    for y, row in zip(ys, cells, strict=False):
        for x, cell in zip(xs, row, strict=False):
            write(canvas, x + 4, y + 14, [cell], 10)
    write(canvas, 204, 152 + 26, ["by a keeper"], 10)
    write(canvas, 110, 260, ["Whoever owes a fine pays it within one month to the Warden."])


def test_a_ruled_table_is_kept_as_rows_between_the_lines_around_it() -> None:
    source = read_pdf_data(drawn(penalties), "schedule.pdf")
    assert [(line.kind, line.text) for line in source.lines] == [
        ("body", "The fees and fines of this Act are these:"),
        ("table", "Section\tOffence\tFine in crowns"),
        ("table", "4\tUnlawful reading by a keeper\tnot above 900"),
        ("table", "6\tFalse entry\tnot above 50"),
        ("body", "Whoever owes a fine pays it within one month to the Warden."),
    ]
    assert all_slices_exact(source)


def noted(canvas: Canvas) -> None:
    write(canvas, 110, 110, BODY)
    canvas.setFont("Times-Roman", 11)
    end = 110 + canvas.stringWidth(BODY[3])
    write(canvas, end, 110 + 3 * 14 - 4, ["7"], 6)
    write(
        canvas,
        110,
        700,
        ["7 Replaced by the Harbours (Change) Act, section 2,", "from the first day of spring."],
        8,
        10,
    )


def test_footnotes_are_labelled_and_their_number_is_raised_in_the_text() -> None:
    source = read_pdf_data(drawn(noted), "act.pdf")
    assert texts(source, "footnote") == [
        "7 Replaced by the Harbours (Change) Act, section 2,",
        "from the first day of spring.",
    ]
    assert texts(source, "body")[3] == BODY[3] + "⁷"


def test_pages_of_several_sizes_and_turns_read_alike() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 11)
        for index, line in enumerate(BODY):
            canvas.drawString(100, A4[0] - 100 - 14 * index, line)

    def small(canvas: Canvas) -> None:
        canvas.setPageRotation(0)
        canvas.setPageSize((400, 500))
        canvas.setFont("Times-Roman", 11)
        for index, line in enumerate(BODY):
            canvas.drawString(40, 420 - 14 * index, line)

    source = read_pdf_data(drawn(act_page(1, notes=False, head=False), turned, small), "act.pdf")
    for page in (1, 2, 3):
        assert texts(source, "body", page) == BODY
    first = next(line for line in source.lines if line.page == 2)
    assert first.box is not None
    # The page is shown upright, so its text begins at the top left of what is shown.
    assert (first.box.x0, first.box.y1) == (pytest.approx(100, abs=2), pytest.approx(103, abs=4))


def test_text_on_its_side_has_its_box_where_it_is_shown() -> None:
    def sideways(canvas: Canvas) -> None:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 11)
        for index, line in enumerate(BODY):
            canvas.drawString(100, A4[0] - 100 - 14 * index, line)

    source = read_pdf_data(drawn(sideways), "act.pdf")
    assert texts(source, "body") == BODY
    box = source.lines[0].box
    assert box is not None
    # It runs up the page from its foot: the line starts 100 points above the foot and 100 from the left edge.
    assert (box.x1, box.y1) == (pytest.approx(103, abs=4), pytest.approx(A4[1] - 100, abs=2))
    assert box.y1 - box.y0 > box.x1 - box.x0


HYPHENS = [
    ("the communi-", "cation of data and every communication since", "\u00ad"),
    ("a non-", "governmental keeper of harbours", "-"),
    ("under the well-known cross-", "border scheme or a cross-border one", "-"),
]


@pytest.mark.parametrize(("first", "second", "expected"), HYPHENS)
def test_a_hyphen_at_the_end_of_a_line_is_decided(first: str, second: str, expected: str) -> None:
    source = read_pdf_data(drawn(lambda canvas: write(canvas, 100, 100, [first, second])), "act.pdf")
    assert texts(source, "body") == [first[:-1] + expected, second]


def test_letters_set_apart_are_joined_and_words_run_together_are_parted() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 100, 100, ["S C H E D U L E"])
        canvas.setFont("Times-Roman", 11)
        x, y = 100.0, A4[1] - 130
        for word in ("harbour", "keeper"):
            canvas.drawString(x, y, word)
            x += canvas.stringWidth(word) + 1.5

    assert texts(read_pdf_data(drawn(draw), "act.pdf"), "body") == ["SCHEDULE", "harbour keeper"]


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_pdf_data(drawn(act_page(1), act_page(2)), "act.pdf", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_path_and_its_bytes_read_alike(tmp_path: Path) -> None:
    data = drawn(act_page(1), act_page(2))
    path = tmp_path / "act.pdf"
    path.write_bytes(data)
    assert read_pdf(path) == read_pdf_data(data, "act.pdf")


def test_headings_in_the_middle_are_centred_and_indented_lines_are_not() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 110, 110, BODY)
        canvas.drawCentredString(252, A4[1] - 90, "PART I")
        write(canvas, 150, 300, ["(a) a harbour which lies in another State and", "(b) a harbour of the Council."])

    source = read_pdf_data(drawn(draw), "act.pdf")
    assert [line.text for line in source.lines if line.centred] == ["PART I"]


def test_signatures_under_parallel_languages_are_read_from_the_chosen_column() -> None:
    def signatures(canvas: Canvas) -> None:
        canvas.setPageSize(landscape(A4))
        canvas._pagesize = landscape(A4)
        write(canvas, 340, 40, ["Official Gazette of Arvena"], 10, font="Times-Bold")
        for x, office in ((120, "Umuyobozi"), (360, "Warden"), (600, "Gardien")):
            write(canvas, x, 120, ["ORLA Venn", office, "(signed)"])

    source = read_pdf_data(drawn(*[trilingual_page] * 3, signatures, size=landscape(A4)), "gazette.pdf")
    assert texts(source, "body", 4) == ["ORLA Venn", "Warden", "(signed)"]


def test_text_beside_the_paper_is_kept_apart() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 110, 110, BODY)
        write(canvas, 90_000, 200, ["printer's scratch"])

    source = read_pdf_data(drawn(draw), "act.pdf")
    assert texts(source, "body") == BODY
    assert texts(source, "running") == ["printer's scratch"]


def test_imprint_of_the_printer_is_no_text_of_the_law() -> None:
    imprint = [
        "Copies of this Act may be obtained from the Arvena Printing Office,",
        "Harbour Street 3. Price 4.50 crowns each.",
    ]

    def draw(canvas: Canvas) -> None:
        write(canvas, 110, 110, BODY)
        write(canvas, 150, 700, imprint, 8, 10, font="Times-Italic")

    assert texts(read_pdf_data(drawn(draw), "act.pdf"), "running") == imprint
