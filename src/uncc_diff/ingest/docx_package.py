"""The parts of a DOCX file: opened with bounds, parsed without entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import InputError
from .xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_LARGEST_PART = 64 * 2**20
"""Bytes of one part when unpacked; the text of the longest codes needs a tenth of it."""

_DOCUMENT = "word/document.xml"
_OTHER_ZIPS = {
    "mimetype": "an OpenDocument or EPUB file",
    "xl/workbook.xml": "an Excel file",
    "ppt/presentation.xml": "a PowerPoint file",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts that text is read from; None where the file has no such part."""

    document: _Element
    styles: _Element | None = None
    numbering: _Element | None = None
    notes: dict[str, _Element] = field(default_factory=dict)
    """Roots of `footnotes` and `endnotes`."""
    title: str | None = None


def open_package(data: bytes, name: str) -> Package:
    """Return the parts of a DOCX file.

    Raises InputError when the bytes are another kind of zip, are damaged, or unpack to more than any law needs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _DOCUMENT not in names:
                what = next((what for part, what in _OTHER_ZIPS.items() if part in names), "a zip that holds no DOCX")
                raise InputError(f"{name} is {what}.", hint="Save the law as DOCX or PDF, or unpack the archive first.")

            def part(path: str) -> _Element | None:
                return parse_xml(_read(archive, path, name), name) if path in names else None

            document = parse_xml(_read(archive, _DOCUMENT, name), name)
            notes = {kind: root for kind in ("footnotes", "endnotes") if (root := part(f"word/{kind}.xml")) is not None}
            core = part("docProps/core.xml")
            title = core.findtext("{http://purl.org/dc/elements/1.1/}title") if core is not None else None
            return Package(document, part("word/styles.xml"), part("word/numbering.xml"), notes, title)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        why = "it is encrypted" if "encrypt" in str(error) else "the archive is damaged"
        raise InputError(
            f"{name} cannot be unpacked: {why}.", hint="Open it in Word and save it again, or give a PDF."
        ) from None


def _read(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """Return the part, reading no further than the bound whatever the archive claims its size to be."""
    if archive.getinfo(path).file_size <= _LARGEST_PART:
        with archive.open(path) as stream:
            data = stream.read(_LARGEST_PART + 1)
        if len(data) <= _LARGEST_PART:
            return data.replace(_STRICT, _TRANSITIONAL)
    raise InputError(f"{name} unpacks to more than {_LARGEST_PART // 2**20} MB.", hint="Give the law as PDF.")
