"""How `treaty check` compares with what critics have said of a treaty.

    python benchmarks/score_treaty_faults.py FAULTS.yaml [--first 4] [--last 47] [--defended docs/treaty-critique.md]

FAULTS.yaml names the treaty (`law: uncc`) and lists `faults: [{section, kinds}]`. Prints how many of its (article, fault)
pairs are reported, and how many reported pairs between the first and last article are in it or defended by a line that
begins with `- ARTICLE FAULT:`.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import yaml

from uncc_diff import pipeline
from uncc_diff.treaties import load_treaty

Pairs = set[tuple[str, str]]


def order(pair: tuple[str, str]) -> tuple[int, str]:
    return int(pair[0]), pair[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("faults", type=Path)
    parser.add_argument("--first", type=int, default=4)
    parser.add_argument("--last", type=int, default=47)
    parser.add_argument("--defended", type=Path, default=Path(__file__).parents[1] / "docs" / "treaty-critique.md")
    given = parser.parse_args()
    data = yaml.safe_load(given.faults.read_text(encoding="utf-8"))
    said: Pairs = {(str(row["section"]), kind) for row in data["faults"] for kind in row["kinds"]}
    findings = pipeline.examine_treaty(load_treaty(str(data["law"])))
    reported: Pairs = {(f.article.number, fault) for f in findings for fault in f.faults}
    inside = {pair for pair in reported if given.first <= int(pair[0]) <= given.last}
    text = given.defended.read_text(encoding="utf-8") if given.defended.is_file() else ""
    defended: Pairs = set(re.findall(r"(?m)^- (\d+) (\w+):", text))
    found, known = said & reported, inside & said
    print(f"pairs that critics named and the check reports: {len(found)} of {len(said)} ({len(found) / len(said):.0%})")
    print(f"reported pairs of articles {given.first} to {given.last} that critics named: {len(known)} of {len(inside)}")
    print(f"... that critics named or that are defended: {len(known | (inside & defended))} of {len(inside)}")
    for title, pairs in (("missed", said - reported), ("not named by critics", inside - said)):
        print(f"{title}:")
        for article, fault in sorted(pairs, key=order):
            print(f"  {article} {fault}{' (defended)' if (article, fault) in defended else ''}")


if __name__ == "__main__":
    main()
