"""How well the roles of provisions are told, against labels that were made without seeing any output.

    score_roles.py LAWS [--labels FILE.yaml] [--misses]

LAWS is a folder with the real laws and the fictional ones of benchmarks/blind. Prints accuracy and macro F1 over all labelled
sections, then each role and each law. Accuracy is also given with a section's second role allowed. The signs of roles were
worked out on `roles.yaml` and `roles-later.yaml`, so their first line flatters; the next two read each law without what only
this law bears out (`left_out.py`). Of `roles-third.yaml` no miss was read: `--misses` lists what differs, never for that one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from left_out import read_with_signs_of_others

from uncc_diff import pipeline
from uncc_diff.language import Lexicon, annotate, load_lexicon
from uncc_diff.model.reading import Reading


@dataclass(frozen=True)
class Told:
    """A labelled section, and the role that was told."""

    law: str
    section: str
    role: str
    also: str | None
    told: str


def readings(laws: Path, names: Iterable[str], lexicon: Lexicon) -> dict[str, Reading]:
    """Return by name the readings of those laws that stand in the folder."""
    return {
        name: annotate(pipeline.outline(laws / name), lexicon)
        for name in dict.fromkeys(names)
        if (laws / name).exists()
    }


def told(read: dict[str, Reading], labels: Iterable[dict[str, str]]) -> list[Told]:
    """Return the labels beside what was told; a section that was not found counts as told `missing`."""
    found = []
    for label in labels:
        reading = read.get(label["law"])
        if reading is None:
            continue
        place = next((p for p in reading.law.basics if p.citation == label["section"]), None)
        role = reading.roles[place.id].name if place else "missing"
        found.append(Told(label["law"], label["section"], label["role"], label.get("also"), role))
    return found


def by_role(cases: Sequence[Told]) -> dict[str, tuple[int, float, float, float]]:
    """Return for each labelled role its number, precision, recall and F1."""
    figures = {}
    for role, number in sorted(Counter(c.role for c in cases).items()):
        right = sum(c.role == c.told == role for c in cases)
        said = sum(c.told == role for c in cases)
        precision, recall = right / said if said else 0.0, right / number
        figures[role] = (number, precision, recall, 2 * right / (said + number))
    return figures


def line(name: str, cases: Sequence[Told]) -> str:
    """Return one line of the table: number, accuracy, accuracy with the second role allowed, macro F1."""
    if not cases:
        return f"{name:<52}   0"
    exact = sum(c.role == c.told for c in cases) / len(cases)
    either = sum(c.told in (c.role, c.also) for c in cases) / len(cases)
    figures = by_role(cases)
    macro = sum(f for *_, f in figures.values()) / len(figures)
    return f"{name:<52} {len(cases):3}  {exact:.3f}  {either:.3f}  {macro:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--labels", type=Path, default=Path(__file__).parent / "labels" / "roles.yaml")
    parser.add_argument("--misses", action="store_true", help="list what differs")
    options = parser.parse_args()
    labels = yaml.load(options.labels.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    lexicon = load_lexicon()
    cases = told(readings(options.laws, (label["law"] for label in labels), lexicon), labels)
    print(f"{'':<52}   n  right  or also  macro F1")
    print(line("all", cases))
    there = [label for label in labels if (options.laws / label["law"]).exists()]
    for name, words in (
        ("without signs that only the law bears out", False),
        ("nor words that only it bears out", True),
    ):
        print(line(name, told(read_with_signs_of_others(options.laws, there, lexicon, words=words), there)))
    print("\nrole            n  precision recall  F1")
    for role, (number, precision, recall, f1) in by_role(cases).items():
        print(f"{role:<14} {number:3}  {precision:.3f}     {recall:.3f}   {f1:.3f}")
    print()
    for law in dict.fromkeys(c.law for c in cases):
        here = [c for c in cases if c.law == law]
        print(line(law[:50], here))
    if options.misses:
        print()
        for c in cases:
            if c.role != c.told:
                print(f"{c.law[:24]} {c.section}: {c.role}" + (f" ({c.also})" if c.also else "") + f", told {c.told}")


if __name__ == "__main__":
    main()
