"""The example bill as data: its clauses numbered, its references filled in, its units with their depth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SOURCE = Path(__file__).with_name("arvena-cybercrime-bill-2026.yaml")


@dataclass(frozen=True)
class Unit:
    """One numbered or unnumbered piece of a clause; `depth` 0 is the clause itself."""

    text: str
    depth: int


@dataclass(frozen=True)
class Clause:
    number: int
    heading: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Part:
    number: str
    heading: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Bill:
    """The bill; `words` holds its title page, long title, enactment and schedule as they stand in the YAML."""

    parts: tuple[Part, ...]
    words: dict[str, Any]


def load_bill() -> Bill:
    """Return the bill with `{key}` replaced by the number of the clause of that key."""
    data = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    clauses = [clause for part in data["parts"] for clause in part["clauses"]]
    numbers = {clause["key"]: number for number, clause in enumerate(clauses, 1) if "key" in clause}
    count = iter(range(1, len(clauses) + 1))
    parts = tuple(
        Part(
            part["number"], part["heading"], tuple(_clause(next(count), clause, numbers) for clause in part["clauses"])
        )
        for part in data.pop("parts")
    )
    schedule = data["schedule"]
    schedule["refers"] = schedule["refers"].format(**numbers)
    schedule["rows"] = [[cell.format(**numbers) for cell in row] for row in schedule["rows"]]
    return Bill(parts, data)


def _clause(number: int, clause: dict[str, str], numbers: dict[str, int]) -> Clause:
    lines = clause["text"].rstrip("\n").split("\n")
    units = tuple(Unit(line.strip().format(**numbers), (len(line) - len(line.lstrip())) // 2) for line in lines)
    return Clause(number, clause["heading"], units)
