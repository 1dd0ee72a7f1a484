"""What a change of the reader or parser gains and loses, law by law: provisions, held against a saved state.

python benchmarks/splits.py LAWS_FOLDER --save before.json
python benchmarks/splits.py LAWS_FOLDER --against before.json
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from uncc_diff import pipeline
from uncc_diff.errors import UnccDiffError


def split(path: Path) -> list[str]:
    """Return a line for each provision: level, citation and heading; for a file that cannot be read, the error alone."""
    try:
        law = pipeline.outline(path)
    except UnccDiffError as error:
        return [f"error: {error.message.splitlines()[0]}"]
    return [f"{p.level} {p.citation} {p.heading or ''}".rstrip() for p in law.provisions]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    now = {
        path.name: split(path) for path in sorted(given.laws.iterdir()) if path.is_file() and path.name != "INDEX.md"
    }
    before = json.loads(given.against.read_text(encoding="utf-8")) if given.against else {}
    for name, provisions in now.items():
        had = Counter(before.get(name, ()))
        has = Counter(provisions)
        print(f"{name}: {len(provisions)} provisions", end="")
        print(f", {(has - had).total()} gained, {(had - has).total()} lost" if given.against else "")
        for sign, rows in (("+", has - had), ("-", had - has)) if given.against else ():
            for row in sorted(rows.elements()):
                print(f"  {sign} {row}")
    if given.save:
        given.save.write_text(json.dumps(now, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
