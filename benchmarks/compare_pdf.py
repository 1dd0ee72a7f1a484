"""How long `uncc-diff compare FILE.pdf` takes as a whole process, against pdfplumber extracting the text of that file alone.

python benchmarks/compare_pdf.py FILE.pdf [--runs 3]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

YARDSTICK = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_text()
        page.close()
"""
OURS = "from uncc_diff.cli import main; main()"


def seconds(*arguments: str) -> float:
    """Return the seconds that one whole Python process takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    law = str(given.pdf)
    pairs = [(seconds(OURS, "compare", law, "--quiet"), seconds(YARDSTICK, law)) for _ in range(given.runs)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"compare {ours:.2f} s, pdfplumber text alone {theirs:.2f} s: {ours / theirs:.2f}x ({given.pdf.name})")


if __name__ == "__main__":
    main()
