"""Marginal notes: which runs stand beside the text, how they group into notes, and before which line each note belongs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .page import Page, Run, rows_of
from .strips import Strip

ENOUGH_LINES = 8
"""A page with so many lines of body shows the edges of its body itself."""

_SECTION_START = re.compile(
    r"""^[\[“"‘]{0,2}\d{0,2}\[?(?:(?:section|article|clause|regulation|rule|art|sec)\b\.?\s*\d|\d{1,4}[A-Z]{0,3}\s*[.:—–])""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """Left and right edge of the body of a page, and on which sides of it notes were found."""

    x0: float
    x1: float
    left_notes: bool = False
    right_notes: bool = False


def body_of(strips: Sequence[Strip]) -> Body | None:
    """The body as one page alone shows it, or None where it shows too little."""
    main = max(strips, key=lambda strip: strip.letters, default=None)
    if main is None or len(main.runs) < ENOUGH_LINES:
        return None
    notes = [strip for strip in strips if strip is not main and _is_beside(strip, main)]
    return Body(
        main.x0,
        main.x1,
        any(strip.x1 <= main.x0 for strip in notes),
        any(strip.x0 >= main.x1 for strip in notes),
    )


def _is_beside(strip: Strip, main: Strip) -> bool:
    """Is the strip one of notes: much narrower than the body, with less text, in type no larger?"""
    if strip.width > 0.5 * main.width or strip.letters > 0.5 * main.letters:
        return False
    return median([run.size for run in strip.runs]) <= 1.02 * median([run.size for run in main.runs])


def usual_bodies(pages: Sequence[Page], bodies: Sequence[Body | None]) -> dict[tuple[int, int, int], Body]:
    """The usual body of left and of right pages, for each size of page: the median edges of the pages that show them."""
    groups = defaultdict[tuple[int, int, int], list[Body]](list)
    for page, body in zip(pages, bodies, strict=True):
        if body is not None:
            groups[page_class(page)].append(body)
    return {
        key: Body(
            median(body.x0 for body in group),
            median(body.x1 for body in group),
            sum(body.left_notes for body in group) >= max(1, 0.2 * len(group)),
            sum(body.right_notes for body in group) >= max(1, 0.2 * len(group)),
        )
        for key, group in groups.items()
    }


def page_class(page: Page) -> tuple[int, int, int]:
    """Left or right page, and its size to within ten points: what decides where the margins are."""
    return page.number % 2, round(page.width / 20), round(page.height / 20)


def split_notes(runs: Sequence[Run], own: Body | None, usual: Body | None, size: float) -> tuple[list[Run], list[Run]]:
    """Return (notes, text) of a page; `size` is the usual font size of the document's text."""
    body = own or usual
    if body is None or (usual is not None and own is not None and not _agrees(own, usual)):
        body = usual if usual is not None else own
    if body is None:
        return [], list(runs)
    left = body.left_notes or (usual is not None and usual.left_notes)
    right = body.right_notes or (usual is not None and usual.right_notes)
    notes: list[Run] = []
    text: list[Run] = []
    for run in runs:
        beside = (run.x1 <= body.x0 + 1 and left) or (run.x0 >= body.x1 - 1 and right)
        if beside and run.size <= 1.02 * size:
            notes.append(run)
        else:
            text.append(run)
    if sum(len(run.text) for run in notes) > sum(len(run.text) for run in text):
        return [], list(runs)
    return notes, text


def _agrees(own: Body, usual: Body) -> bool:
    """A page whose body is much narrower than usual, such as a cover or a list, does not show the edges."""
    return own.x1 - own.x0 >= 0.85 * (usual.x1 - usual.x0)


def group_notes(runs: Sequence[Run], lines: Sequence[tuple[float, str]]) -> list[tuple[int, list[list[Run]]]]:
    """Return the notes as (index of the text line before which it belongs, its rows), in the order of those lines.

    `lines` are the baselines and texts of the page's lines, from top to bottom.
    """
    bases = [base for base, _ in lines]
    starts = [base for base, text in lines if _SECTION_START.match(text)]
    grouped: list[tuple[int, list[list[Run]]]] = []
    middle = (min(run.x0 for run in runs) + max(run.x1 for run in runs)) / 2 if runs else 0.0
    sides = [[run for run in runs if run.x0 < middle], [run for run in runs if run.x0 >= middle]]
    if sides[0] and sides[1] and max(run.x1 for run in sides[0]) > min(run.x0 for run in sides[1]):
        sides = [list(runs)]
    for side in sides:
        notes: list[list[list[Run]]] = []
        for row in rows_of(side):
            base, size = row[0].base, row[0].size
            if notes and base - notes[-1][-1][0].base <= 1.7 * size and not _opens(base, size, starts):
                notes[-1].append(row)
            else:
                notes.append([row])
        grouped.extend((_place(note[0][0].base, note[0][0].size, bases, lines), note) for note in notes)
    grouped.sort(key=lambda item: (item[0], item[1][0][0].base))
    return grouped


def _opens(base: float, size: float, starts: Sequence[float]) -> bool:
    """Is a section's first line level with this row? Then a new note begins, even without space above it."""
    return any(abs(base - start) <= 0.3 * size for start in starts)


def _place(base: float, size: float, bases: Sequence[float], lines: Sequence[tuple[float, str]]) -> int:
    """The nearest line; the line before or after it when that one opens a section and is hardly farther."""
    if not bases:
        return 0
    after = bisect_left(bases, base)
    nearest = min(range(max(0, after - 1), min(len(bases), after + 1)), key=lambda index: abs(bases[index] - base))
    if not _SECTION_START.match(lines[nearest][1]):
        for index in (nearest - 1, nearest + 1):
            if (
                0 <= index < len(bases)
                and abs(bases[index] - base) <= 1.5 * size
                and _SECTION_START.match(lines[index][1])
            ):
                return index
    return nearest
