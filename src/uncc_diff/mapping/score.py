"""From signals to a score that reads as a probability: one logistic function with few weights, kept in a YAML file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from operator import mul
from pathlib import Path

from ..data import RULES
from ..errors import DataError, Problem
from ..yamlio import Mapping, load
from .signals import NAMES, Signals

SHIPPED = RULES / "mapping" / "weights.yaml"
RIVAL = "rival"
"""Name of the signal that tells how far the best other article is ahead (0 for the best itself)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of every signal, the constant, and the score from which a match is accepted."""

    of: dict[str, float]
    constant: float
    rival: float
    accept: float
    doubtful: float
    """Below `accept` and from here on an article without a match is unclear, not absent."""

    def sum(self, signals: Signals) -> float:
        """Return constant + sum of weight times signal (log odds before rivals are looked at)."""
        parts = map(mul, map(self.of.__getitem__, NAMES), map(signals.__getitem__, NAMES))
        return sum(parts, self.constant)


def scored(weights: Weights, candidates: Sequence[Signals]) -> list[tuple[float, Signals]]:
    """Return for each candidate article of one provision its probability and its signals with `rival` added to them.

    p = 1 / (1 + exp(-(s + w * rival))): s the weighted sum, w the weight of `rival`, and `rival` how far the best sum
    among the candidates lies above its own.
    """
    sums = [weights.sum(signals) for signals in candidates]
    best = max(sums, default=0.0)
    return [
        (logistic(value + weights.rival * (best - value)), {**signals, RIVAL: best - value})
        for value, signals in zip(sums, candidates, strict=True)
    ]


def logistic(value: float) -> float:
    """Return 1 / (1 + exp(-value)) without overflow."""
    return 1 / (1 + exp(-value)) if value >= 0 else exp(value) / (1 + exp(value))


@cache
def shipped_weights() -> Weights:
    """Return the weights in the package."""
    return load_weights(SHIPPED)


def load_weights(path: Path) -> Weights:
    """Return the weights in a YAML file. Raises DataError, naming file and line, for a missing, unknown or wrong entry."""
    data = load(path)
    given = data.get("weights") if isinstance(data, Mapping) else None
    if not isinstance(given, Mapping):
        raise DataError([Problem(f"{path.name}:1", "holds no mapping `weights`")])
    wanted = {*NAMES, RIVAL, "constant"}
    problems = []
    for name in [n for n in given if n not in wanted]:
        problems.append(
            Problem(f"{path.name}:{given.lines[name]}", f"no signal {name!r}; known: {', '.join(sorted(wanted))}")
        )
    for name in sorted(wanted - set(given)):
        problems.append(Problem(f"{path.name}:1", f"weights lack {name!r}"))
    numbers = {}
    for name, value in [*given.items(), *((k, data.get(k)) for k in ("accept", "doubtful"))]:
        try:
            numbers[name] = float(value)
        except (TypeError, ValueError):
            problems.append(Problem(f"{path.name}:1", f"{name} must be a number, not {value!r}"))
    if problems:
        raise DataError(problems)
    return Weights(
        of={name: numbers[name] for name in NAMES},
        constant=numbers["constant"],
        rival=numbers[RIVAL],
        accept=numbers["accept"],
        doubtful=numbers["doubtful"],
    )
