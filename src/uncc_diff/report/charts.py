"""Where the shapes of the two charts lie: the heat map of coverage and the radar by dimension. Numbers only, no markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from .coverage import Coverage, Row

DIMENSIONS = {
    "scope": "Scope",
    "definition": "Definitions",
    "offence": "Offences",
    "participation": "Participation",
    "penalty": "Sanctions",
    "procedure": "Procedure",
    "power": "Powers",
    "safeguard": "Safeguards",
    "jurisdiction": "Jurisdiction",
    "cooperation": "Cooperation",
    "provider_duty": "Providers",
    "institution": "Institutions",
    "other": "Other",
}
"""Roles of articles and the names of the axes, in the order in which laws deal with them."""
_WORTH = {"met": 1.0, "partial": 0.5, "absent": 0.0}
"""Only these statuses are judged; articles left to other laws or unclear move no axis."""

CELL_WIDTH, CELL_HEIGHT, LABEL_WIDTH, PER_LINE = 44, 30, 92, 16
RADIUS, CENTRE_X, CENTRE_Y = 120, 230, 170


@dataclass(frozen=True, slots=True)
class Cell:
    """One article in the heat map."""

    row: Row
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A treaty's articles, chapter by chapter."""

    coverage: Coverage
    cells: tuple[Cell, ...]
    labels: tuple[tuple[str, int], ...]
    """Chapter and the y at which its first line begins."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Axis:
    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A treaty in the radar; `values` pairs the axis with the share met, None where nothing could be judged."""

    coverage: Coverage
    points: str
    dots: tuple[tuple[float, float], ...]
    values: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Radar:
    axes: tuple[Axis, ...]
    rings: tuple[str, ...]
    shapes: tuple[Shape, ...]


def heat_map(coverage: Coverage) -> HeatMap:
    """Return the cells of one treaty; a chapter with many articles goes on in the next line."""
    cells: list[Cell] = []
    labels: list[tuple[str, int]] = []
    line, column, chapter = -1, 0, None
    for row in coverage.rows:
        if row.article.chapter != chapter:
            chapter, line, column = row.article.chapter, line + 1, 0
            labels.append((chapter, line * CELL_HEIGHT))
        elif column == PER_LINE:
            line, column = line + 1, 0
        cells.append(Cell(row, LABEL_WIDTH + column * CELL_WIDTH, line * CELL_HEIGHT))
        column += 1
    return HeatMap(coverage, tuple(cells), tuple(labels), LABEL_WIDTH + PER_LINE * CELL_WIDTH, (line + 1) * CELL_HEIGHT)


def radar(coverages: Sequence[Coverage]) -> Radar | None:
    """Return the radar over the dimensions that could be judged, or None when there are fewer than three."""
    shares = [{role: _share(coverage, role) for role in DIMENSIONS} for coverage in coverages]
    roles = [role for role in DIMENSIONS if any(share[role] is not None for share in shares)]
    if len(roles) < 3:
        return None
    angles = [2 * pi * number / len(roles) - pi / 2 for number in range(len(roles))]
    axes = tuple(_axis(DIMENSIONS[role], angle) for role, angle in zip(roles, angles, strict=True))
    rings = tuple(_points([(share, angle) for angle in angles]) for share in (0.25, 0.5, 0.75, 1.0))
    shapes = []
    for coverage, share in zip(coverages, shares, strict=True):
        judged = [
            (value, angle) for role, angle in zip(roles, angles, strict=True) if (value := share[role]) is not None
        ]
        values = tuple((DIMENSIONS[role], share[role]) for role in roles)
        dots = tuple(_point(value, angle) for value, angle in judged)
        shapes.append(Shape(coverage, _points(judged), dots, values))
    return Radar(axes, rings, tuple(shapes))


def _share(coverage: Coverage, role: str) -> float | None:
    """Return the mean over the judged articles of this role: met counts one, in part one half."""
    worth = [_WORTH[row.status] for row in coverage.rows if row.article.role == role and row.status in _WORTH]
    return sum(worth) / len(worth) if worth else None


def _axis(name: str, angle: float) -> Axis:
    x, y = _point(1.0, angle)
    label_x, label_y = _point(1.12, angle)
    anchor = "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"
    return Axis(name, x, y, label_x, label_y + 4, anchor)


def _point(share: float, angle: float) -> tuple[float, float]:
    # + 0.0 turns a negative zero, which depends on the platform's cosine, into zero.
    return round(CENTRE_X + RADIUS * share * cos(angle), 1) + 0.0, round(
        CENTRE_Y + RADIUS * share * sin(angle), 1
    ) + 0.0


def _points(polar: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in (_point(share, angle) for share, angle in polar))
