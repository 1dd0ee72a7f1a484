"""Draw findings at random for a person to judge: what was said of which clause, with the clause.

    python benchmarks/draw_findings.py LAWS_FOLDER --count 150 --seed 20261121 > sample.txt

Every law of the folder that has a lexicon is checked; findings of severity high and critical are drawn without replacement.
Each is printed with a number, the law, the rule, the section, the message, and the section's whole text. With --silent,
sections without any finding of medium or more are drawn instead, to be searched for what was missed.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from uncc_diff import pipeline
from uncc_diff.errors import UnccDiffError
from uncc_diff.model.comparison import Comparison
from uncc_diff.model.law import Law

GRAVE = ("high", "critical")
COUNTED = ("medium", *GRAVE)


def comparisons(folder: Path) -> list[tuple[str, Comparison]]:
    """Return the comparison of every law in the folder that can be read in its language."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".yaml" or path.name in ("INDEX.md", "README.md"):
            continue
        try:
            comparison = pipeline.compare([path])
        except UnccDiffError as error:
            print(f"{path.name}: left out, {error.message}", file=sys.stderr)
            continue
        if all(caveat.code != "language_without_lexicon" for caveat in comparison.law.caveats):
            found.append((path.name, comparison))
    return found


def words(law: Law, id: str) -> str:  # noqa: A002
    """Return the section as a person reads it: numbers, headings and text of all that stands in it."""
    lines = []
    for provision in law.walk(id):
        parts = (f"({provision.number})" if provision.number else "", provision.heading or "", provision.text)
        lines.append(" ".join(part for part in parts if part))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--silent", action="store_true", help="draw sections without findings instead")
    given = parser.parse_args()
    rows: list[tuple[str, str, str, str]] = []
    for name, comparison in comparisons(given.laws):
        law = comparison.law
        flagged = set()
        for finding in comparison.findings:
            basic = law.basic(finding.provision) if finding.provision else None
            if basic is None:
                continue
            if finding.severity in COUNTED:
                flagged.add(basic.id)
            if finding.severity in GRAVE and not given.silent:
                said = f"{finding.severity} | {finding.rule} | {finding.message}"
                rows.append((name, law.by_id[str(finding.provision)].citation, said, words(law, basic.id)))
        if given.silent:
            rows += [
                (name, p.citation, "nothing was found", words(law, p.id)) for p in law.basics if p.id not in flagged
            ]
    drawn = random.Random(given.seed).sample(rows, min(given.count, len(rows)))
    print(f"{len(drawn)} of {len(rows)} drawn, seed {given.seed}\n")
    for number, (name, citation, said, text) in enumerate(sorted(drawn), 1):
        print(f"#{number} | {name} | {citation} | {said}\n{text}\n")


if __name__ == "__main__":
    main()
