"""Does a score read as a probability? Bands of scores with the share that is right, as a table and as a drawing (SVG)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BANDS = 10
SIDE = 400
EDGE = 50


@dataclass(frozen=True)
class Band:
    """Candidates whose score lies in one tenth of the scale: how many, their mean score, and the share that is right."""

    lowest: float
    number: int
    mean: float
    right: float


def bands(scored: Sequence[tuple[float, bool]]) -> list[Band]:
    """Return the bands that hold a candidate; `scored` are pairs of score and whether the article is a right one."""
    found = []
    for n in range(BANDS):
        low, high = n / BANDS, (n + 1) / BANDS
        inside = [(s, yes) for s, yes in scored if low <= s < high or (s == high == 1.0)]
        if inside:
            mean = sum(s for s, _ in inside) / len(inside)
            found.append(Band(low, len(inside), mean, sum(yes for _, yes in inside) / len(inside)))
    return found


def table(found: Sequence[Band]) -> str:
    """Return a markdown table of the bands."""
    head = "| score | candidates | mean score | right |\n|---|---|---|---|\n"
    rows = (
        f"| {b.lowest:.1f} to {b.lowest + 1 / BANDS:.1f} | {b.number} | {b.mean:.2f} | {b.right:.2f} |" for b in found
    )
    return head + "\n".join(rows) + "\n"


def drawing(found: Sequence[Band]) -> str:
    """Return an SVG: mean score across, share that is right up, the area of a dot by the number of candidates."""

    def at(x: float, y: float) -> tuple[float, float]:
        return EDGE + x * SIDE, EDGE + (1 - y) * SIDE

    whole = SIDE + 2 * EDGE
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="12">',
        "<title>Score and share of right answers</title>",
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>',
        f'<line x1="{x0:.0f}" y1="{y0:.0f}" x2="{x1:.0f}" y2="{y1:.0f}" stroke="#888" stroke-dasharray="4 4"/>',
    ]
    for n in range(0, 11, 2):
        x, y = at(n / 10, n / 10)
        parts.append(f'<text x="{x:.0f}" y="{y0 + 18:.0f}" text-anchor="middle">{n / 10:.1f}</text>')
        parts.append(f'<text x="{x0 - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{n / 10:.1f}</text>')
    for band in found:
        x, y = at(band.mean, band.right)
        radius = 2 + band.number**0.5 / 2
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f5fa8" fill-opacity="0.6"/>')
    parts.append(f'<text x="{whole / 2:.0f}" y="{whole - 8}" text-anchor="middle">mean score of the band</text>')
    turn = f'transform="rotate(-90 14 {whole / 2:.0f})"'
    parts.append(f'<text x="14" y="{whole / 2:.0f}" text-anchor="middle" {turn}>share that is right</text>')
    return "\n".join([*parts, "</svg>", ""])
