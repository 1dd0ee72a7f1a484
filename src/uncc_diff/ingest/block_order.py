"""Reading order put right in the text of a PDF that a program wrote out block by block, numbers apart from what they number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .label_lines import label_of
from .late_numbers import late_numbers
from .lines import Draft
from .stacked_labels import unstacked


def in_reading_order(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with every number before the text it numbers; no line is lost, and none but these change place.

    A line that is moved takes a line number that keeps blank space where it stood: before a paragraph, not within it.
    """
    ordered = list(drafts)
    slots = [
        at for at, draft in enumerate(drafts) if draft.kind == "body" and draft.mark is None and draft.text.strip()
    ]
    lines = [drafts[at] for at in slots]
    if not any(label_of(line.text.strip()) for line in lines):
        return ordered
    for at, line in zip(slots, _with_labels(_with_numbers(lines)), strict=True):
        ordered[at] = line
    return ordered


def _texts(lines: Sequence[Draft]) -> tuple[list[str], list[bool]]:
    """Return the lines' words, and before which of them blank space stands."""
    numbers = [line.number for line in lines]
    gaps = [not at or abs(number - numbers[at - 1]) > 1 for at, number in enumerate(numbers)]
    return [" ".join(line.text.split()) for line in lines], gaps


def _with_numbers(lines: Sequence[Draft]) -> list[Draft]:
    ordered = list(lines)
    for number, first, rest in late_numbers(*_texts(lines)):
        top = min(number, first)
        kept = replace(lines[first], number=lines[rest].number - (first < rest))
        if first > rest:  # the first line stands behind the rest, which all moves down by one
            ordered[number + 1 : first + 1] = [replace(kept, number=lines[number].number), *ordered[number + 1 : first]]
        else:
            ordered[top : top + 2] = [replace(lines[number], number=lines[first].number), kept]
    return ordered


def _with_labels(lines: Sequence[Draft]) -> list[Draft]:
    places = unstacked(*_texts(lines))
    labels = {place: label for label, place in places.items()}
    ordered: list[Draft] = []
    for at, line in enumerate(lines):
        if at in labels:
            ordered.append(replace(lines[labels[at]], number=line.number))
        if at not in places:
            ordered.append(line)
    return ordered
