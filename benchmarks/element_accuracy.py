"""How often the mapping's element statuses agree with labels made by reading the clauses.

    element_accuracy.py LAWS [--verbose]

Labels stand in element_labels.yaml beside this file. Prints accuracy overall, per status, for "without right" and for
intent. An option or safeguard that the clause holds is `added` in the output and `present` in the labels.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import yaml

from uncc_diff import pipeline
from uncc_diff.mapping.elements import compare_elements
from uncc_diff.mapping.units import Unit, units
from uncc_diff.model.reading import Reading
from uncc_diff.treaties import load_treaties

LABELS = Path(__file__).with_name("element_labels.yaml")
STATUSES = ("present", "absent", "narrower", "wider")


def unit_at(compared: tuple[Unit, ...], citation: str) -> Unit | None:
    """Return the unit with this citation, of the law itself first."""
    found = [u for u in compared if "".join(u.provision.citation.split()) == citation]
    return min(found, key=lambda u: (u.provision.quoted, u.provision.schedule)) if found else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    treaties = {t.id: t for t in load_treaties(("budapest", "uncc"))}
    readings: dict[str, tuple[Reading, tuple[Unit, ...]]] = {}
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for label in yaml.safe_load(LABELS.read_text(encoding="utf-8")):
        if label["law"] not in readings:
            reading = pipeline.annotate(pipeline.parse(pipeline.read(args.laws / label["law"])))
            readings[label["law"]] = reading, units(reading)
        reading, compared = readings[label["law"]]
        unit = unit_at(compared, label["section"])
        want = {element: status for status in STATUSES for element in label.get(status, ())}
        for address in label["articles"]:
            treaty, number = address.split("/")
            article = treaties[treaty].article(number)
            assert article is not None
            found = {m.id: m.status for m in compare_elements(reading, unit, article, ())} if unit else {}
            for element, status in want.items():
                if element not in {e.id for e in article.elements}:
                    continue
                got = "present" if found.get(element) == "added" else found.get(element, "no unit")
                for key in ("all", status, *((element,) if element in ("without_right", "intent") else ())):
                    total[key] += 1
                    right[key] += got == status
                if args.verbose and got != status:
                    print(
                        f"{label['law'][:12]} {label['section']:8} {address:12} {element:16} labelled {status:8} got {got}"
                    )
    for key in ("all", *STATUSES, "without_right", "intent"):
        print(f"{key:14} {right[key] / max(1, total[key]):.3f}  ({right[key]} of {total[key]})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
