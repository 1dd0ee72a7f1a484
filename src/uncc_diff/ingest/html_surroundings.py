"""Where on a page the law stands: the block that holds its prose and its numbered units; the rest is chrome.

The words of a page's menus and those of a law look alike in every language, but laws number their units and write in
sentences, and menus are links. Nothing here knows a language or a site.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .html_lines import PageLine
from .lines import Draft

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNIT = re.compile(r"^\W{0,3}([^\W\d]{2,15})\.?\s*[(\[]?(\d{1,4})(?!\d)")
"""A word and a number, as units are named in most languages."""

_MARKER = re.compile(r"^\W{0,2}(?:\d{1,3}|[a-z]{1,4})\s?[.)]\W", re.I)
_PROSE = 60
"""Characters outside links from which a line counts as prose."""

_UNIT_WEIGHT, _MARKER_WEIGHT, _PROSE_WEIGHT, _PROSE_MOST = 6.0, 2.0, 1 / 100, 8.0
_MAIN_SHARE = 0.85
"""Share of what its parent holds that makes a child the place of the law."""

_LINKED = 0.6
"""Share of links from which a line at the law's edges is navigation."""

_BARE = 0.02
"""Share of links and menus up to which a page has no navigation."""

_LINKED_BESIDE, _MOST_BESIDE = 0.25, 0.5
"""What stands beside the law's place belongs to it with at most this share of links, and this much of its length."""

_LEAST_PROSE_BEFORE, _LEAST_PROSE_AFTER = 0.0, 0.6
"""And with this share of prose and numbered units: titles stand before a law, buttons and notices after it."""

_VERSION_SHARE, _SAME_NUMBERS = 0.15, 0.6
"""Versions of one law beside each other: each holds this share of the page's law, and of the numbers of the others."""

Unit = tuple[str, str]
"""The word and the number that a unit begins with."""


@dataclass(frozen=True, slots=True)
class LawOnPage:
    """A page's lines with all around the law labelled `chrome`."""

    drafts: list[Draft]
    element: HtmlElement | None
    """The element that holds the law; None when nothing on the page looks like one."""
    left_out: tuple[str, ...] = ()
    """Languages (or `another version`) of the same law that the page holds besides."""
    hidden: int = 0
    """Lines of prose that the page hides in the midst of the law."""


def find_law(lines: Sequence[PageLine], language: str | None = None) -> LawOnPage:
    """Return where the law stands. Of several versions of it, the one in `language`, else the fullest, is kept."""
    marks = _numbered_units(lines)
    weights = [_weight(line, mark) for line, mark in zip(lines, marks, strict=True)]
    if not any(weights):
        return LawOnPage([_as_chrome(line.draft) if line.aside else line.draft for line in lines], None)
    page = _Page(lines, weights)
    place = page.heaviest(page.elements[0])
    left_out: tuple[str, ...] = ()
    versions = same_law(page, place, marks)
    top = None
    if versions:
        top, left_out = choose_version(page, versions, marks, language)
        place = page.heaviest(top)
    kept = range(len(lines)) if top is None and _stands_alone(lines) else page.widened(place, top)
    keep = [at in kept and not line.aside for at, line in enumerate(lines)]
    _trim_navigation(lines, keep)
    notes = [line.draft.kind == "footnote" for line in lines]
    drafts = [
        line.draft if inside or (note and at in kept) else _as_chrome(line.draft)
        for at, (line, inside, note) in enumerate(zip(lines, keep, notes, strict=True))
    ]
    hidden = sum(
        1 for at in kept if lines[at].hidden and drafts[at].kind == "chrome" and len(drafts[at].text) >= _PROSE
    )
    return LawOnPage(drafts, place, left_out, hidden)


def _stands_alone(lines: Sequence[PageLine]) -> bool:
    """Is the page bare of navigation, as hand-made ones are, so that all of it is the law?"""
    around = sum(line.linked if not line.aside else len(line.draft.text) for line in lines)
    return around <= _BARE * sum(len(line.draft.text) for line in lines)


def _as_chrome(draft: Draft) -> Draft:
    return replace(draft, kind="chrome")


def _numbered_units(lines: Sequence[PageLine]) -> list[Unit | None]:
    """Return for each line the word and number of the unit it begins, where that word counts to three at least."""
    named = [None if line.aside else _UNIT.match(line.draft.text) for line in lines]
    numbers: dict[str, set[str]] = defaultdict(set)
    for unit in named:
        if unit:
            numbers[unit[1].casefold()].add(unit[2])
    return [(u[1].casefold(), u[2]) if u and len(numbers[u[1].casefold()]) >= 3 else None for u in named]


def _weight(line: PageLine, unit: Unit | None) -> float:
    """Return how much the line looks like one of a law."""
    length = len(line.draft.text)
    free = length - line.linked
    if line.aside or free <= 0:
        return 0.0
    weight = _UNIT_WEIGHT if unit else 0.0
    if not unit and _MARKER.match(line.draft.text) and free >= length / 2:
        weight = _MARKER_WEIGHT
    return weight + (min(free * _PROSE_WEIGHT, _PROSE_MOST) if free >= _PROSE else 0.0)


class _Page:
    """Sums over the lines that begin in each element."""

    def __init__(self, lines: Sequence[PageLine], weights: Sequence[float]) -> None:
        self.elements: list[HtmlElement] = list(lines[0].element.getroottree().iter())
        self.lines = lines
        self.weights = weights
        self.weight: dict[HtmlElement, float] = defaultdict(float)
        self._reach: dict[HtmlElement, range] = {}
        for at, (line, weight) in enumerate(zip(lines, weights, strict=True)):
            self.weight[line.element] += weight
            reach = self._reach.get(line.element, range(at, at))
            self._reach[line.element] = range(reach.start, at + 1)
        for element in reversed(self.elements):
            parent = element.getparent()
            if parent is None or element not in self._reach:
                continue
            self.weight[parent] += self.weight[element]
            inner, outer = self._reach[element], self._reach.get(parent, self._reach[element])
            self._reach[parent] = range(min(inner.start, outer.start), max(inner.stop, outer.stop))

    def reach(self, element: HtmlElement) -> range:
        """Return the places of the lines in the element."""
        return self._reach.get(element, range(0))

    def heaviest(self, element: HtmlElement) -> HtmlElement:
        """Return the smallest element within this one that holds nearly all of its weight."""
        while len(element):
            child = max(element, key=lambda inner: self.weight[inner])
            if self.weight[child] < _MAIN_SHARE * self.weight[element]:
                break
            element = child
        return element

    def widened(self, place: HtmlElement, top: HtmlElement | None) -> range:
        """Return the lines of the place and of what stands before and after it and reads like more of the same."""
        kept = self.reach(place)
        first, last = True, True
        while place is not top and (around := place.getparent()) is not None and (first or last):
            reach = self.reach(around)
            first = first and self._belongs(range(reach.start, kept.start), kept, _LEAST_PROSE_BEFORE)
            last = last and self._belongs(range(kept.stop, reach.stop), kept, _LEAST_PROSE_AFTER)
            kept = range(reach.start if first else kept.start, reach.stop if last else kept.stop)
            place = around
        return kept

    def _belongs(self, beside: range, kept: range, least: float) -> bool:
        """Is what stands beside the law's place short against it, not made of links, and prose enough?"""
        lines = [self.lines[at] for at in beside if not self.lines[at].aside]
        length = sum(len(line.draft.text) for line in lines)
        if not length:
            return True
        linked = sum(line.linked for line in lines)
        prose = sum(len(self.lines[at].draft.text) for at in beside if self.weights[at])
        whole = sum(len(self.lines[at].draft.text) for at in kept)
        return linked <= _LINKED_BESIDE * length and prose >= least * length and length <= _MOST_BESIDE * whole


def _trim_navigation(lines: Sequence[PageLine], keep: list[bool]) -> None:
    """Drop the runs of links before the law's first and after its last line."""
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for at in order:
            if keep[at] and lines[at].linked < _LINKED * len(lines[at].draft.text):
                break
            keep[at] = False


def same_law(page: _Page, place: HtmlElement, marks: Sequence[Unit | None]) -> list[HtmlElement]:
    """Return the elements that each hold a whole version of the law, numbered alike; empty when there is but one."""
    versions: list[HtmlElement] = []
    counts: list[set[str]] = []
    for child in place:
        numbers = [mark for at in page.reach(child) if (mark := marks[at]) is not None]
        if not numbers or page.weight[child] < _VERSION_SHARE * page.weight[place]:
            continue
        word = Counter(word for word, _ in numbers).most_common(1)[0][0]
        versions.append(child)
        counts.append({number for other, number in numbers if other == word})
    if len(versions) < 2:
        return []
    common = set.intersection(*counts)
    return versions if all(len(common) >= _SAME_NUMBERS * len(count) for count in counts) else []


def choose_version(
    page: _Page, versions: Sequence[HtmlElement], marks: Sequence[Unit | None], language: str | None
) -> tuple[HtmlElement, tuple[str, ...]]:
    """Return the version to read, and the languages of the others.

    The fullest is read unless another is in the language asked for; of equally full ones the first, the original.
    """
    from .pdf.tongues import NAMES, tongue_of

    texts = [" ".join(page.lines[at].draft.text for at in page.reach(version)) for version in versions]
    tongues = [tongue_of(text) for text in texts]
    asked = language.split("-")[0].lower() if language else None
    units = [sum(1 for at in page.reach(version) if marks[at]) for version in versions]
    best = tongues.index(asked) if asked in tongues else max(range(len(versions)), key=lambda at: (units[at], -at))
    others = (NAMES.get(tongue or "", "another version") for at, tongue in enumerate(tongues) if at != best)
    return versions[best], tuple(others)
