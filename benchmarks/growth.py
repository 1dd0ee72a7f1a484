"""How the time and memory of each stage grow with the number of sections of a law, as a text of a fictional State.

python benchmarks/growth.py [--sections 100 200 400 800] [--megabytes 5]

Seconds of each stage in user time, and per section; a stage is linear while the last column stays level. `--megabytes` also
compares a text of that size in a process of its own and tells its time and peak memory.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from uncc_diff import pipeline
from uncc_diff.report import render
from uncc_diff.treaties import load_treaties

T = TypeVar("T")
STAGES = ("read", "parse", "annotate", "map", "check", "json", "terminal")
PEAK = """
import gc, sys, time, pathlib
gc.set_threshold(200_000, 20, 20)
from uncc_diff import pipeline
from uncc_diff.report import render
began = time.process_time()
comparison = pipeline.compare([pathlib.Path(sys.argv[1])])
render(comparison, format="json")
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
except ImportError:
    peak = float("nan")
print(f"{time.process_time() - began:.1f} s, peak {peak:.0f} MB")
"""
KINDS = (
    (
        "Access to system number {n}",
        """A person who intentionally and without right enters a computer system of somebody else commits an offence
and is liable on conviction to a fine not exceeding {n} thousand crowns, or to imprisonment for a term not exceeding
three years, or to both.""",
        """Subsection (1) does not apply to a person who—
(a) acts with the consent of the owner of the system;
(b) acts under a warrant issued under section {before}; or
(c) tests the security of the system in good faith.""",
    ),
    (
        "Preservation of data of kind {n}",
        """Where a police officer has reasonable grounds to believe that computer data is vulnerable to loss, the officer may
by written notice order a service provider to preserve the data for a period of up to ninety days.""",
        "A court may, on application, extend the period under subsection (1).",
        "A person who fails to comply with an order under section {before} commits an offence.",
    ),
    (
        "Meaning of words in this Part",
        """In this Part, unless the context otherwise requires—
"lamp register" means the register of lamps kept under section {before};
"traffic data of kind {n}" means data that show where, when and how long a computer system sent something;
"keeper" means a person who keeps a lamp.""",
    ),
    (
        "Powers of the Minister over matter {n}",
        """The Minister may by regulations prescribe such other matters as he thinks fit, including the closing of websites that
publish false statements likely to cause public disorder or to offend the dignity of the State, and no person shall
without the permission of the Authority use an encrypted service, except as section {before} provides.""",
    ),
    (
        "Search and seizure in case {n}",
        """A magistrate may issue a warrant authorizing a police officer to enter any place, to search a computer system and
to seize and copy computer data specified in the warrant.""",
        "Notwithstanding subsection (1), an officer may search without a warrant where delay would defeat the search.",
        """The officer shall give the occupier an inventory of what was seized, and an appeal lies to the High Court.""",
    ),
)
MOST_SECTIONS = 900
"""Beyond a thousand, numbers look like years."""


def law(sections: int, rounds: int = 1) -> str:
    """Return a law of so many sections, in parts of twenty; each says its subsections so many times."""
    lines = ["REPUBLIC OF ARVENA", "", "THE LAMPS AND SYSTEMS ACT", ""]
    for n in range(1, sections + 1):
        if n % 20 == 1:
            lines += [f"PART {n // 20 + 1}", f"MATTERS OF GROUP {n // 20 + 1}", ""]
        heading, *subsections = (text.format(n=n, before=max(1, n - 7)) for text in KINDS[n % len(KINDS)])
        numbered = (f"({number}) {text}" for number, text in enumerate(subsections * rounds, start=1))
        lines += [f"{n}. {heading}", *numbered, ""]
    return "\n".join(lines)


def stages(text: str) -> dict[str, float]:
    """Return the least seconds of two runs of each stage."""
    least = dict.fromkeys(STAGES, float("inf"))
    treaties, rules = load_treaties(pipeline.DEFAULT_TREATIES), tuple(pipeline.load_rules())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.txt"
        path.write_text(text, encoding="utf-8")
        for _ in range(2):

            def timed(stage: str, work: Callable[[], T]) -> T:
                gc.collect()
                began = time.process_time()
                result = work()
                least[stage] = min(least[stage], time.process_time() - began)
                return result

            source = timed("read", lambda: pipeline.read(path))
            tree = timed("parse", lambda source=source: pipeline.parse(source))
            reading = timed("annotate", lambda tree=tree: pipeline.annotate(tree))
            mapping = timed("map", lambda reading=reading: pipeline.map_articles(reading, treaties))
            findings = timed("check", lambda r=reading, m=mapping: pipeline.check(r, m, rules))
            comparison = pipeline.Comparison(
                reading, treaties, mapping, findings, tool_version="0", rules_version="0", profile="default"
            )
            timed("json", lambda c=comparison: render(c, format="json"))
            timed("terminal", lambda c=comparison: render(c, format="terminal"))
    return least


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sections", type=int, nargs="+", default=[100, 200, 400, 800])
    parser.add_argument("--megabytes", type=float, default=0)
    options = parser.parse_args()
    gc.set_threshold(200_000, 20, 20)  # as the command line has it
    stages(law(20))
    took = {count: stages(law(count)) for count in options.sections}
    print(f"{'':<10}" + "".join(f"{count:>16}" for count in took))
    for stage in STAGES:
        cells = (f"{t[stage]:8.3f} {1000 * t[stage] / count:5.2f} ms" for count, t in took.items())
        print(f"{stage:<10}" + "".join(f"{cell:>16}" for cell in cells))
    if options.megabytes:
        text = law(MOST_SECTIONS, round(options.megabytes * 2**20 / len(law(MOST_SECTIONS))))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "law.txt"
            path.write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True)
        print(f"\ncompare of {len(text) / 2**20:.1f} MB: {done.stdout.strip()}")


if __name__ == "__main__":
    main()
