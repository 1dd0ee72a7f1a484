"""How long annotating and checking a law takes, as a share of what pdfplumber needs for the text of the same PDF.

    annotate.py LAW.pdf [LAW.pdf ...] [--times N]

Everything in one run and one process, imports and the lexicon's compiling aside: seconds of pdfplumber's text, of
annotate, of map and check, and their share of the first; of N times each (3 unless told) the quickest counts, but
pdfplumber reads once. Then what loading the lexicon costs, its phrase matcher included.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pdfplumber

from uncc_diff import pipeline
from uncc_diff.language import law_of_text, load_lexicon
from uncc_diff.treaties import load_treaties

T = TypeVar("T")


def timed(work: Callable[[], T], times: int = 1) -> tuple[float, T]:
    """Return the least seconds of so many times, and what the last one gave."""
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        least = min(least, time.perf_counter() - start)
    return least, result


def plumbed(path: Path) -> int:
    """Return how many characters pdfplumber reads from the pages."""
    with pdfplumber.open(path) as pdf:
        return sum(len(page.extract_text() or "") for page in pdf.pages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path, nargs="+", metavar="LAW.pdf")
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    gc.set_threshold(200_000, 20, 20)  # as the command line has it
    pipeline.annotate(law_of_text("This Act may be cited as the Lamps Act."))
    compiling, _ = timed(lambda: load_lexicon().vocabulary, options.times)
    treaties = load_treaties(pipeline.DEFAULT_TREATIES)
    rules = tuple(pipeline.load_rules())
    print(f"{'':<40} plumber  annotate  map    check  annotate + check")
    for path in options.laws:
        law = pipeline.outline(path)
        plumber, _ = timed(lambda path=path: plumbed(path))
        annotating, reading = timed(lambda law=law: pipeline.annotate(law), options.times)
        mapping_time, mapping = timed(lambda r=reading: pipeline.map_articles(r, treaties), options.times)
        checking, _ = timed(lambda r=reading, m=mapping: pipeline.check(r, m, rules), options.times)
        share = (annotating + checking) / plumber
        print(
            f"{path.name[:39]:<40} {plumber:6.2f}  {annotating:7.3f}  {mapping_time:6.3f} {checking:6.3f}  {share:.1%}"
        )
    print(f"\nlexicon and phrase matcher: {compiling:.3f} s")


if __name__ == "__main__":
    main()
