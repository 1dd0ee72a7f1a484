"""How fast PDFs are read, as ratios taken in one run.

    python benchmarks/read_pdf.py GAZETTE.pdf [ACT.pdf ...]

For each file: pages per second of bare pypdfium2 (words with boxes and font sizes, one process) against
`read_pdf`, the time of pdfplumber's text extraction where --pdfplumber is given, and the peak memory of reading in a
process of its own.
"""

from __future__ import annotations

import argparse
import ctypes
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from uncc_diff.ingest.pdf import read_pdf

WORD = re.compile(r"\S+")
PEAK = """
import sys, pathlib
from uncc_diff.ingest.pdf import read_pdf
read_pdf(pathlib.Path(sys.argv[1]))
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


def pdfplumber_text(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(len(page.extract_text() or "") for page in document.pages)


def seconds(work: Callable[[Path], object], path: Path, rounds: int) -> float:
    """Median seconds of some rounds."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work(path)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


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
        bare, ours = seconds(bare_words, path, options.rounds), seconds(read_pdf, path, options.rounds)
        peak = subprocess.run(
            [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True
        ).stdout.strip()
        print(f"{path.name}: {pages} pages")
        print(
            f"  bare pypdfium2 {pages / bare:6.0f} pages/s   read_pdf {pages / ours:6.0f} pages/s   ratio {bare / ours:.2f}"
        )
        print(f"  peak memory    {float(peak):6.0f} MB")
        if options.pdfplumber:
            plumber = seconds(pdfplumber_text, path, 1)
            print(f"  pdfplumber     {plumber:6.2f} s   read_pdf {ours:6.2f} s   ratio {ours / plumber:.3f}")


if __name__ == "__main__":
    main()
