"""What a file is called in formats that point into a repository, and where in it a finding lies."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..model.comparison import Comparison
from .escape import plain
from .placed import Placed

Paths = Mapping[str, str]
"""By SHA-256 of a file: its path as the user gave it, relative to the repository. Without an entry, the bare name is used."""


def path(comparison: Comparison, placed: Placed, paths: Paths) -> str:
    """Return the path of the file that the finding lies in, with forward slashes."""
    file = comparison.law.files[placed.file]
    return plain(paths.get(file.sha256, file.name)).replace("\\", "/")


def uri(comparison: Comparison, placed: Placed, paths: Paths) -> str:
    """Return the path as a relative URI reference."""
    return quote(path(comparison, placed, paths), safe="/~-._")


def line(placed: Placed) -> int | None:
    """Return the line in the file, or None where the file has pages: a line of a page is no line of a file."""
    return None if placed.page is not None else placed.line


def message(placed: Placed) -> str:
    """Return the finding's message with the page, where there is one."""
    page = f" (page {placed.page})" if placed.page is not None else ""
    return f"{placed.message}{page}"
