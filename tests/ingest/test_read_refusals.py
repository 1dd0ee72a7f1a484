"""Input that is no law to be read: each is one clear error that says what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import docx, paragraph

from uncc_diff import ingest
from uncc_diff.errors import InputError
from uncc_diff.ingest import read, read_bytes


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


REFUSED = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t ", "holds no text"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word"),
    "law.rtf": (b"{\\rtf1\\ansi Section 1}", "RTF"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "an image"),
    "junk.bin": (bytes(range(256)) * 20, "is not a text"),
    "nul.txt": (b"\0" * 500, "is not a text"),
    "law.odt": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "fees.xlsx": (zipped(xl__workbook=b"x") + b"", "no DOCX"),
    "many.zip": (zipped(readme=b"x"), "no DOCX"),
    "cut.docx": (docx(paragraph("Section 1"))[:-200], "cannot be unpacked"),
    "text.docx": (b"Section 1 of the Act", "not a DOCX file inside"),
    "hollow.docx": (docx(""), "holds no text"),
    "broken.docx": (zipped(word__document=b"") + b"", "no DOCX"),
    "broken.xml": (b"<?xml version='1.0'?><akomaNtoso><act>", "broken XML"),
    "page.pdf": (b"<html><body>This file is gone.</body></html>", "holds no PDF"),
    "hollow.html": (b"<html><body><img src='law.png'></body></html>", "holds no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_with_a_way_out(name: str) -> None:
    data, message = REFUSED[name]
    with pytest.raises(InputError, match=message) as caught:
        read_bytes(data, name)
    assert name in caught.value.message
    assert caught.value.hint.endswith(".")


def test_a_part_that_is_no_xml_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", b"not xml")
    with pytest.raises(InputError, match="broken XML"):
        read_bytes(data.getvalue(), "act.docx")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read(tmp_path / "act.pdf")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "LARGEST", 10)
    path = tmp_path / "act.txt"
    path.write_bytes(b"Section 1. Too long")
    with pytest.raises(InputError, match="at most"):
        read(path)


def test_a_part_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from uncc_diff.ingest import docx_package

    monkeypatch.setattr(docx_package, "_LARGEST_PART", 1000)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_bytes(docx(paragraph("a" * 2000)), "act.docx")


def test_a_part_that_claims_to_be_endless_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    from uncc_diff.ingest import docx_package

    data = docx(paragraph("a" * 2000))
    monkeypatch.setattr(docx_package, "_LARGEST_PART", 1000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("it was unpacked"))
    with pytest.raises(InputError, match="unpacks to more than"):
        read_bytes(data, "act.docx")


def test_more_text_than_any_law_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from uncc_diff.ingest import formats, lines

    monkeypatch.setattr(lines, "MOST_LINES", 5)
    with pytest.raises(InputError, match="5 lines of text"):
        read_bytes(b"1. Wires.\n" * 6, "act.txt")
    monkeypatch.setattr(formats, "LARGEST_TEXT", 20)
    with pytest.raises(InputError, match="MB of text"):
        read_bytes(b"1. Wires.\n" * 6, "act.txt")
