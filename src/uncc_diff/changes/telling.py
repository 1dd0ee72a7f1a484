"""Which concepts are told when they come or go between two texts, in words: rules/mapping/shifts.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from ..data import RULES
from ..errors import DataError, Problem
from ..model.finding import SEVERITIES, Severity
from ..model.reading import RoleName
from ..yamlio import Mapping, load

FILE = RULES / "mapping" / "shifts.yaml"
_KEYS = ("said", "severity", "roles", "beside")


@dataclass(frozen=True, slots=True)
class Telling:
    """How the coming or going of a concept is told."""

    concept: str
    said: str
    severity: Severity
    roles: tuple[str, ...] = ()
    """Roles of the provisions it is told of; empty for all."""
    beside: frozenset[str] = frozenset()
    """Concepts of which the same sentence must speak; empty where its words stand for themselves."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """The concepts that protect, those that give power, and what a longer or shorter time does."""

    safeguards: tuple[Telling, ...]
    powers: tuple[Telling, ...]
    longer_gives_power: frozenset[str]
    shorter_gives_power: frozenset[str]
    shorter_takes_protection: frozenset[str]


@cache
def load_tellings() -> Tellings:
    """Return what shifts.yaml says. Raises DataError with every fault in it."""
    data = load(FILE)
    problems: list[Problem] = []
    safeguards, powers = (_tellings(data[key], problems) for key in ("safeguards", "powers"))
    if problems:
        raise DataError(problems)
    limits = data["limits"]
    return Tellings(
        safeguards,
        powers,
        longer_gives_power=frozenset(limits["longer_gives_power"]),
        shorter_gives_power=frozenset(limits["shorter_gives_power"]),
        shorter_takes_protection=frozenset(limits["shorter_takes_protection"]),
    )


def _tellings(entries: Mapping, problems: list[Problem]) -> tuple[Telling, ...]:
    found = []
    for concept, entry in entries.items():
        where = f"{FILE.name}:{entries.lines[concept]}"
        problems += [
            Problem(where, f"unknown key {key!r} (allowed: {', '.join(_KEYS)})") for key in entry if key not in _KEYS
        ]
        if entry.get("severity") not in SEVERITIES:
            problems.append(Problem(where, f"severity: one of {', '.join(SEVERITIES)}"))
        roles = tuple(entry.get("roles", ()))
        problems += [Problem(where, f"unknown role {role!r}") for role in roles if role not in get_args(RoleName)]
        severity: Severity = next((s for s in SEVERITIES if s == entry.get("severity")), "medium")
        found.append(Telling(concept, entry.get("said", ""), severity, roles, frozenset(entry.get("beside", ()))))
    return tuple(found)
