"""How fast PDFs are read and split, as ratios taken in one run.

    python benchmarks/read_pdf.py GAZETTE.pdf [ACT.pdf ...]

For each file: pages per second of bare pypdfium2 (words with boxes and font sizes, one process) against `ingest.read` alone
and with `structure.parse`; how the time grows from a quarter of the pages to half and all of them; the time of pdfplumber's
text extraction where --pdfplumber is given; and the peak memory of reading and splitting in a process of its own.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from uncc_diff.ingest import read, read_bytes
from uncc_diff.structure import parse

WORD = re.compile(r"\S+")
PEAK = """
import sys, pathlib
from uncc_diff.ingest import read
from uncc_diff.structure import parse
parse(read(pathlib.Path(sys.argv[1])))
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak / (2**20 if sys.platform == "darwin" else 2**10))
except ImportError:
    print("nan")
"""


def bare_words(path: Path) -> int:
    """Every word with its box and font size, and nothing else: the yardstick."""
    document = pypdfium2.PdfDocument(path)
    box = pdfium.FS_RECTF()
    box_ref = ctypes.byref(box)
    found = 0
    for page in document:
        text_page = page.get_textpage()
        count = text_page.count_chars()
        buffer = ctypes.create_string_buffer(2 * count + 2)
        pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        words = []
        for match in WORD.finditer(buffer.raw[: 2 * count].decode("utf-16-le", "replace")):
            pdfium.FPDFText_GetLooseCharBox(text_page, match.start(), box_ref)
            left, top = box.left, box.top
            pdfium.FPDFText_GetLooseCharBox(text_page, match.end() - 1, box_ref)
            size = pdfium.FPDFText_GetFontSize(text_page, match.start())
            words.append((match[0], left, top, box.right, box.bottom, size))
        found += len(words)
        text_page.close()
        page.close()
    document.close()
    return found


def read_and_split(path: Path) -> int:
    return len(parse(read(path)).provisions)


def pdfplumber_text(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(len(page.extract_text() or "") for page in document.pages)


def medians(works: list[Callable[[Path], object]], path: Path, rounds: int) -> list[float]:
    """Median seconds of each; one after the other in every round, so that a busy machine slows all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, taken, strict=True):
            began = time.process_time()
            work(path)
            times.append(time.process_time() - began)
    return [statistics.median(times) for times in taken]


def first_pages(path: Path, count: int) -> bytes:
    """The PDF cut to its first pages."""
    whole, part = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    part.import_pages(whole, list(range(count)))
    data = io.BytesIO()
    part.save(data)
    part.close()
    whole.close()
    return data.getvalue()


def growth(path: Path, pages: int) -> list[tuple[int, float]]:
    """Milliseconds per page for a quarter of the pages, half, and all."""
    found = []
    for count in (pages // 4, pages // 2, pages):
        data = first_pages(path, count)
        began = time.process_time()
        parse(read_bytes(data, "part.pdf"))
        found.append((count, 1000 * (time.process_time() - began) / count))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pdfplumber", action="store_true", help="also time pdfplumber's text extraction (slow)")
    options = parser.parse_args()
    for path in options.files:
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
        document.close()
        bare, reading, both = medians([bare_words, read, read_and_split], path, options.rounds)
        peak = subprocess.run(
            [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True
        ).stdout.strip()
        print(f"{path.name}: {pages} pages")
        print(f"  bare pypdfium2      {pages / bare:6.0f} pages/s")
        print(f"  reading             {pages / reading:6.0f} pages/s   ratio {bare / reading:.2f}")
        print(f"  reading, splitting  {pages / both:6.0f} pages/s   ratio {bare / both:.2f}")
        print(f"  peak memory         {float(peak):6.0f} MB")
        if pages >= 8:
            print("  ms per page         " + ", ".join(f"{ms:.1f} for {count}" for count, ms in growth(path, pages)))
        if options.pdfplumber:
            [plumber] = medians([pdfplumber_text], path, 1)
            print(f"  pdfplumber          {pages / plumber:6.0f} pages/s   ratio {plumber / both:.1f} times our time")


if __name__ == "__main__":
    main()
