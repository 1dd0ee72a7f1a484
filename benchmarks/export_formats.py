"""How long each export takes, given a comparison in memory, against pdfplumber's text of the same PDF in the same process.

The yardstick and the exports take turns, and medians are compared. The first export of each format, which pays for
imports, is told apart. A text format may take 1/20 of the yardstick, DOCX, XLSX and the annotated PDF 1/5.

python benchmarks/export_formats.py FILE.pdf [--runs 5]
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from uncc_diff import pipeline
from uncc_diff.report import FORMATS, annotated_pdf, render

SLOW = frozenset({"docx", "xlsx", "pdf"})
SHARE, SHARE_OF_SLOW = 1 / 20, 1 / 5


def plain_text(path: Path) -> int:
    """Return the number of characters that pdfplumber finds."""
    with pdfplumber.open(path) as pdf:
        found = 0
        for page in pdf.pages:
            found += len(page.extract_text())
            page.close()
        return found


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    source = given.pdf.read_bytes()
    comparison = pipeline.compare([given.pdf])
    exports: dict[str, Callable[[], object]] = {
        name: lambda name=name: render(comparison, format=name) for name in FORMATS
    }
    exports["terminal --verbose"] = lambda: render(comparison, format="terminal", everything=True)
    exports["pdf"] = lambda: annotated_pdf.render(comparison, source)
    first = {name: seconds(export) for name, export in exports.items()}
    gc.collect()
    gc.freeze()  # what the comparison holds is no export's garbage
    yardstick: list[float] = []
    taken: dict[str, list[float]] = {name: [] for name in exports}
    for _ in range(given.runs):
        yardstick.append(seconds(lambda: plain_text(given.pdf)))
        for name, export in exports.items():
            taken[name].append(seconds(export))
    whole = statistics.median(yardstick)
    print(f"pdfplumber text of {given.pdf.name}: {whole * 1000:.0f} ms; {len(comparison.findings)} findings")
    for name, times in taken.items():
        share = SHARE_OF_SLOW if name in SLOW else SHARE
        middle = statistics.median(times)
        held = "ok" if middle <= whole * share else "TOO SLOW"
        print(
            f"{name:20} {middle * 1000:6.0f} ms, at most {whole * share * 1000:4.0f}: {held} "
            f"(first, with imports: {first[name] * 1000:.0f})"
        )


if __name__ == "__main__":
    main()
