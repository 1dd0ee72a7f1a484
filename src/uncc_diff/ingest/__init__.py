"""Read a law from a file: PDF, DOCX, web page, XML, markdown or plain text, told apart by content first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import InputError
from ..model.source import Source

__all__ = ["LARGEST", "read", "read_bytes"]

LARGEST = 200 * 2**20
"""Bytes; a larger file is refused. The longest gazette issues are far below it."""

Progress = Callable[[int, int], None]


def read(path: Path, *, language: str | None = None, progress: Progress | None = None) -> Source:
    """Return the file's text as labelled lines.

    `language` (a BCP 47 tag) chooses a column where languages stand side by side, and states the language where the
    format does not. `progress` is told (pages done, pages in all) while a PDF is read. Raises InputError when the
    file is missing, empty, too large, of an unknown type or broken.
    """
    data = _bytes_of(path)
    if _is_pdf(data):
        from .pdf import read_pdf

        return read_pdf(path, language=language, progress=progress)
    return _read_unpaged(data, path.name, language)


def read_bytes(data: bytes, name: str, *, language: str | None = None, progress: Progress | None = None) -> Source:
    """Return the text of `data` as labelled lines, for input that lies in no file; `name` is told in reports."""
    _refuse_extremes(len(data), name)
    if _is_pdf(data):
        from .pdf import read_pdf_data

        return read_pdf_data(data, name, language=language, progress=progress)
    return _read_unpaged(data, name, language)


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(f"{path.name} is a folder, not a law.", hint="Name the files in it.")
    try:
        size = path.stat().st_size
        _refuse_extremes(size, path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.", hint="Check the spelling and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path.name} cannot be opened: {reason}.", hint="Check the name and its rights.") from None


def _refuse_extremes(size: int, name: str) -> None:
    if size == 0:
        raise InputError(f"{name} is empty.", hint="Save or download the law again.")
    if size > LARGEST:
        raise InputError(
            f"{name} has {-(-size // 2**20)} MB; at most {LARGEST // 2**20} MB can be read.",
            hint="Cut the file to the pages of the law.",
        )


def _is_pdf(data: bytes) -> bool:
    """The mark may follow some stray bytes, as readers of PDF allow."""
    return b"%PDF-" in data[:1024] and data.lstrip()[:1] != b"<"


def _read_unpaged(data: bytes, name: str, language: str | None) -> Source:
    from .formats import recognise

    return recognise(data, name)(data, name, language)
