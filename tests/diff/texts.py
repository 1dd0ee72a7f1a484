"""Two small texts of a law of Arvena, from the clauses of a case."""

from __future__ import annotations

from pathlib import Path

from uncc_diff import pipeline
from uncc_diff.model.versions import VersionDifference

Clauses = dict[str, str]


def law(clauses: Clauses) -> str:
    """Return a law as text; keys are `number heading`."""
    lines = ["REPUBLIC OF ARVENA", "", "THE LANTERN NETWORKS ACT", ""]
    for title, text in clauses.items():
        number, _, heading = title.partition(" ")
        lines += [f"{number}. {heading}", text, ""]
    return "\n".join(lines)


def difference(old: Clauses, new: Clauses, folder: Path) -> VersionDifference:
    """Return what lies between two laws, read from files as the command reads them."""
    compared = []
    for name, clauses in (("old.txt", old), ("new.txt", new)):
        (folder / name).write_text(law(clauses), encoding="utf-8")
        compared.append(pipeline.compare([folder / name]))
    return pipeline.diff(*compared)
