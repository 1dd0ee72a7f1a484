"""Pages without a text layer, read by the Tesseract program where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from .page import Page

DOTS_PER_INCH = 300
LONGEST = 120
"""Seconds for one page."""

# Tesseract names its languages by three letters.
_TESSERACT = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "ms": "msa", "nl": "nld", "pl": "pol",
    "pt": "por", "ro": "ron", "ru": "rus", "sw": "swa", "tr": "tur", "vi": "vie", "zh": "chi_sim",
}  # fmt: skip


def can_recognise() -> bool:
    """Is Tesseract on the path?"""
    return shutil.which("tesseract") is not None


def recognised_page(document: Any, number: int, language: str | None) -> Page | None:
    """Return what Tesseract reads on a page, in points of that page; None when it fails or sees no text.

    `language` is a BCP 47 tag; English when it is None.
    """
    import pypdfium2

    from .document import read_pages

    program = shutil.which("tesseract")
    if program is None:
        return None
    tag = (language or "en").split("-")[0].lower()
    with tempfile.TemporaryDirectory() as folder:
        picture, result = Path(folder) / "page.png", Path(folder) / "page"
        document[number - 1].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().save(picture)
        command = [
            program,
            str(picture),
            str(result),
            "-l",
            _TESSERACT.get(tag, tag),
            "--dpi",
            str(DOTS_PER_INCH),
            "pdf",
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return None
        layered = result.with_suffix(".pdf")
        if done.returncode or not layered.is_file():
            return None
        read = pypdfium2.PdfDocument(layered.read_bytes())
        try:
            page = next(read_pages(read, None))
        finally:
            read.close()
    return replace(page, number=number, ocr=True) if isinstance(page, Page) and page.runs else None
