"""Highlights lie on the words of their findings, however the page is turned or cut; the file that was read stays as it is."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

from uncc_diff import pipeline
from uncc_diff.errors import InputError
from uncc_diff.model.comparison import Comparison
from uncc_diff.report import annotated_pdf

RULE = "expression/insult-of-officials-or-symbols"
TEXT = """THE LANTERN NETWORKS ACT

1. This Act may be cited as the Lantern Networks Act.

2. A person who by means of a computer system insults the President
or a Minister commits an offence, for which the penalty is
imprisonment for a term not exceeding five years.

3. The Minister may, where it is expedient in the public interest, direct
a service provider to intercept the content of the communications of
any person.

4. A message that is offensive or annoying shall not be sent by anyone
who means to vex another, and whoever sends it commits an offence.
"""
CROP = (50, 300, 560, 800)
PLACES = {
    "as drawn": (0, 0, None),
    "cut": (0, 0, CROP),
    "drawn sideways, shown upright": (90, 90, None),
    "drawn upside down, shown upright": (180, 180, None),
    "drawn sideways the other way, shown upright": (270, 270, None),
    "drawn sideways, shown upright, cut": (90, 90, (20, 20, 580, 800)),
    "shown sideways": (90, 0, None),
    "shown sideways the other way": (270, 0, None),
    "shown sideways, cut": (90, 0, CROP),
}
ORIGINS = {0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}


def act(turn: int = 0, drawn: int = 0, crop: tuple[float, float, float, float] | None = None) -> bytes:
    """Return the act as a PDF of one page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=True)
    canvas.setFont("Times-Roman", 12)
    canvas.translate(*ORIGINS[drawn])
    canvas.rotate(drawn)
    top = 780 if drawn % 180 == 0 else 540
    for number, line in enumerate(TEXT.splitlines()):
        canvas.drawString(80, top - 16 * number, line)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(buffer.getvalue())))
    if crop:
        writer.pages[0].cropbox = RectangleObject(crop)
    writer.pages[0].rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def compared(source: bytes, folder: Path) -> Comparison:
    path = folder / "act.pdf"
    path.write_bytes(source)
    return pipeline.compare([path])


def annotations(data: bytes, kind: str) -> list:
    page = PdfReader(io.BytesIO(data)).pages[0]
    return [a.get_object() for a in page["/Annots"] if a.get_object()["/Subtype"] == kind]


def under(data: bytes, quads: list[float]) -> str:
    """Return the words of the page that lie under the quads."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    parts = []
    for i in range(0, len(quads), 8):
        xs, ys = quads[i : i + 8 : 2], quads[i + 1 : i + 8 : 2]
        parts.append(page.get_text_bounded(left=min(xs), bottom=min(ys), right=max(xs), top=max(ys)))
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize(("turn", "drawn", "crop"), PLACES.values(), ids=PLACES)
def test_highlights_lie_on_the_words(turn: int, drawn: int, crop: tuple | None, tmp_path: Path) -> None:
    source = act(turn, drawn, crop)
    comparison = compared(source, tmp_path)
    data = annotated_pdf.render(comparison, source)
    found = {str(a["/NM"]).split(":")[1].split("@")[0]: a for a in annotations(data, "/Highlight")}
    quote = next(f.quote for f in comparison.findings if f.rule == RULE)
    words = comparison.reading.words(quote)
    shown = under(source, [float(q) for q in found[RULE]["/QuadPoints"]])
    core = words.split()[1:-1] or words.split()
    assert all(word in shown for word in core), (words, shown)
    assert len(shown) <= len(words) + 12


def test_every_finding_has_its_note_and_its_line_in_the_outline(tmp_path: Path) -> None:
    source = act()
    comparison = compared(source, tmp_path)
    data = annotated_pdf.render(comparison, source)
    placed = [f for f in comparison.findings if f.provision]
    assert {str(a["/NM"]).removeprefix("uncc-diff:").rpartition(":")[0] for a in annotations(data, "/Highlight")} == {
        f.id for f in placed
    }
    notes = [str(a["/Contents"]) for a in annotations(data, "/Text")]
    assert all(any(f.message in note for note in notes) for f in comparison.findings)
    titles = [item["/Title"] for item in PdfReader(io.BytesIO(data)).outline[1]]
    assert len(titles) == len(comparison.findings)
    assert any(title.startswith("high: section 2, ") or title.startswith("critical: section 2, ") for title in titles)


def test_notes_stand_beside_the_text_and_not_on_each_other(tmp_path: Path) -> None:
    source = act()
    data = annotated_pdf.render(compared(source, tmp_path), source)
    boxes = [[float(side) for side in a["/Rect"]] for a in annotations(data, "/Text")]
    tops = [box[3] for box in boxes[:-1]]
    assert all(box[2] <= 80 for box in boxes)
    assert len({round(top) for top in tops}) == len(tops)


def test_suppressed_findings_are_left_out(tmp_path: Path) -> None:
    from dataclasses import replace

    source = act()
    comparison = compared(source, tmp_path)
    quiet = replace(comparison, findings=tuple(replace(f, suppressed="so be it") for f in comparison.findings))
    assert "/Annots" not in PdfReader(io.BytesIO(annotated_pdf.render(quiet, source))).pages[0]


def test_the_same_bytes_twice_and_the_original_untouched(tmp_path: Path) -> None:
    source = act()
    comparison = compared(source, tmp_path)
    assert annotated_pdf.render(comparison, source) == annotated_pdf.render(comparison, source)
    assert (tmp_path / "act.pdf").read_bytes() == source


def test_what_is_no_pdf_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    comparison = compared(act(), tmp_path)
    with pytest.raises(InputError, match=r"act\.pdf"):
        annotated_pdf.render(comparison, b"%PDF-1.7\nnothing of a PDF")
