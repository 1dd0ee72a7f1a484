"""Pages without text, read by a program for recognising it; here a stand-in writes what that program would."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from arvena_pdf import BODY, act_page, drawn
from reportlab.pdfgen.canvas import Canvas

from uncc_diff.errors import InputError
from uncc_diff.ingest.pdf import read_pdf_data


def picture(canvas: Canvas) -> None:
    canvas.rect(50, 50, 400, 600, fill=1)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were run; each leaves a page of the Act behind."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        Path(command[2] + ".pdf").write_bytes(drawn(act_page(1, notes=False, head=False)))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("uncc_diff.ingest.pdf.ocr.shutil.which", lambda _: "tesseract")
    monkeypatch.setattr("uncc_diff.ingest.pdf.ocr.subprocess.run", run)
    return commands


def test_only_pages_without_text_are_recognised_and_told(asked: list[list[str]]) -> None:
    source = read_pdf_data(drawn(act_page(1), picture), "act.pdf", language="fr")
    assert [line.text for line in source.lines if line.page == 2] == BODY
    assert [(caveat.code, caveat.page) for caveat in source.caveats] == [("noisy_ocr", 2)]
    (command,) = asked
    assert command[command.index("-l") + 1] == "fra"


def test_a_failing_program_leaves_the_page_without_text(
    monkeypatch: pytest.MonkeyPatch, asked: list[list[str]]
) -> None:
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr("uncc_diff.ingest.pdf.ocr.subprocess.run", fail)
    source = read_pdf_data(drawn(act_page(1), picture), "act.pdf")
    assert [caveat.code for caveat in source.caveats] == ["no_text_layer"]
    with pytest.raises(InputError, match="no text was recognised"):
        read_pdf_data(drawn(picture), "act.pdf")
