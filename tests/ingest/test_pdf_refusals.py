"""PDFs that cannot be read: one error that says what, where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from arvena_pdf import act_page, drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from uncc_diff.errors import InputError
from uncc_diff.ingest.pdf import read_pdf, read_pdf_data

WHOLE = drawn(act_page(1), act_page(2))


def picture(canvas: Canvas) -> None:
    canvas.rect(50, 50, 400, 600, fill=1)


@pytest.fixture(autouse=True)
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uncc_diff.ingest.pdf.reading.can_recognise", lambda: False)


REFUSED = {
    "empty": (b"", "is empty", "again"),
    "no PDF": (b"PK\x03\x04 a package", "not a PDF", "download"),
    "cut off": (WHOLE[: len(WHOLE) // 2], "breaks off", "again"),
    "nonsense": (b"%PDF-1.7\n" + b"\x00\xff harbour " * 300 + b"\n%%EOF", "damaged", "viewer"),
    "encrypted": (drawn(act_page(1), encrypt=StandardEncryption("warden")), "password", "copy"),
    "pictures": (drawn(picture, picture), "pages 1-2 are images", "Tesseract"),
}


@pytest.mark.parametrize(("data", "what", "cure"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_name_reason_and_cure(data: bytes, what: str, cure: str) -> None:
    with pytest.raises(InputError) as refused:
        read_pdf_data(data, "harbours.pdf")
    assert refused.value.message.startswith("harbours.pdf: ")
    assert what in refused.value.message
    assert cure in refused.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.pdf"):
        read_pdf(tmp_path / "nowhere.pdf")


def test_one_page_without_text_is_a_caveat_with_its_number() -> None:
    source = read_pdf_data(drawn(act_page(1), picture, act_page(3)), "act.pdf")
    assert [(caveat.code, caveat.page) for caveat in source.caveats] == [("no_text_layer", 2)]
    assert {line.page for line in source.lines} == {1, 3}


def test_a_file_that_opens_without_password_is_read() -> None:
    source = read_pdf_data(drawn(act_page(1), encrypt=StandardEncryption("", ownerPassword="warden")), "act.pdf")
    assert source.lines


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=60))
def test_damage_anywhere_ends_in_lines_or_in_one_clear_error(damage: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, value in damage:
        data[place] = value
    try:
        source = read_pdf_data(bytes(data), "harbours.pdf")
    except InputError as refused:
        assert refused.hint
    else:
        assert all(source.text[line.start : line.end] == line.text for line in source.lines)
