"""Opening a PDF, and every way in which that fails, said so that the user can mend it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from uncc_diff.errors import InputError

MOST_BYTES = 1 << 30
MOST_PAGES = 20_000
_TAIL = 64 * 1024


@contextmanager
def opened(data: Path | bytes, name: str) -> Iterator[Any]:
    """Yield the open pypdfium2 document; raise InputError for what is no readable PDF."""
    import pypdfium2

    _look(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error), name) from error
    try:
        if pages == 0:
            raise InputError(f"{name}: the PDF has no pages.", hint="Ask its publisher for a whole copy.")
        if pages > MOST_PAGES:
            raise InputError(
                f"{name}: the PDF has {pages} pages; at most {MOST_PAGES} are read.",
                hint="Split it and give the law's part.",
            )
        yield document
    finally:
        document.close()


def fingerprint(data: Path | bytes) -> str:
    """SHA-256 of the file, in hexadecimal digits."""
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _look(data: Path | bytes, name: str) -> None:
    """Refuse what is empty, too large, no PDF, or cut off at its end, before any of it is parsed."""
    if isinstance(data, bytes):
        size, head, tail = len(data), data[:1024], data[-_TAIL:]
    else:
        try:
            size = data.stat().st_size
            with data.open("rb") as file:
                head = file.read(1024)
                file.seek(max(0, size - _TAIL))
                tail = file.read()
        except OSError as error:
            raise InputError(
                f"{name}: {error.strerror or error}.", hint="Check the path and your right to read it."
            ) from error
    if size == 0:
        raise InputError(f"{name}: the file is empty.", hint="Download or copy it again.")
    if size > MOST_BYTES:
        raise InputError(f"{name}: the file is larger than 1 GiB.", hint="Split it, or compress its images.")
    if b"%PDF" not in head:
        raise InputError(
            f"{name}: this is not a PDF: it does not begin with %PDF.",
            hint="Check that the download is the file itself.",
        )
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise InputError(
            f"{name}: the PDF breaks off after {size} bytes: its closing table is missing, so pages may be missing too.",
            hint="Download or copy it again.",
        )


def _refused(reason: str, name: str) -> InputError:
    if "assword" in reason:
        return InputError(
            f"{name}: the PDF is encrypted and opens only with a password.",
            hint="Save a copy without a password (print it to a new PDF) and give that.",
        )
    if "ecurity" in reason:
        return InputError(
            f"{name}: the PDF is protected by a scheme that cannot be read here.",
            hint="Save an unprotected copy and give that.",
        )
    return InputError(
        f"{name}: the PDF is damaged and cannot be opened ({reason.rstrip('.')}).",
        hint="Download it again; if it stays so, open it in a viewer and save or print it to a new PDF.",
    )


def read_pages(document: Any, progress: Callable[[int, int], None] | None) -> Iterator[Any]:
    """Yield every page in order as a `Page`, or its number where the page itself is damaged."""
    import pypdfium2.raw as pdfium

    from .words import WordReader

    reader = WordReader()
    total = len(document)
    for number in range(1, total + 1):
        raw = pdfium.FPDF_LoadPage(document.raw, number - 1)
        if raw:
            try:
                yield reader.page(raw, number)
            finally:
                pdfium.FPDF_ClosePage(raw)
        else:
            yield number
        if progress is not None:
            progress(number, total)
