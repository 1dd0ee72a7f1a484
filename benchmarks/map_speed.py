"""How long mapping takes beside reading the PDF, and whether it grows with the sections.

    map_speed.py PDF

Prints the seconds (of the processor) that pdfplumber needs for the text of the PDF, the seconds that mapping the law to uncc
and budapest and to all treaties takes (best of five, what is loaded once left out), and for the first quarter, half and
whole of the law the milliseconds per section.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pdfplumber

from uncc_diff import pipeline
from uncc_diff.mapping import map_articles
from uncc_diff.model.law import BASIC
from uncc_diff.model.treaty import Treaty
from uncc_diff.treaties import load_treaties, treaty_ids

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return the shortest of some runs."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def plumb(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


def mapping(path: Path, share: float, treaties: Sequence[Treaty]) -> tuple[int, float]:
    """Return how many sections the first `share` of the law has, and the seconds that mapping them takes."""
    law = pipeline.parse(pipeline.read(path))
    law = replace(law, provisions=law.provisions[: round(share * len(law.provisions))])
    reading = pipeline.annotate(law)
    map_articles(reading, treaties)
    return sum(p.level in BASIC for p in law.provisions), seconds(lambda: map_articles(reading, treaties))


def main() -> int:
    path = Path(sys.argv[1])
    start = time.process_time()
    plumb(path)
    whole = time.process_time() - start
    print(f"pdfplumber  {whole:.2f} s")
    usual = load_treaties(("uncc", "budapest"))
    for name, treaties in (("uncc, budapest", usual), ("all treaties", load_treaties(treaty_ids()))):
        _, taken = mapping(path, 1.0, treaties)
        print(f"mapping to {name}: {taken:.3f} s, {taken / whole:.3f} of pdfplumber's time")
    for share in (0.25, 0.5, 1.0):
        sections, taken = mapping(path, share, usual)
        print(f"{sections} sections: {1000 * taken / sections:.2f} ms each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
