"""What the pages of a document have in common: body size, edges of the body, columns and their languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .columns import Columns, columns_of, tongues_of
from .furniture import furniture
from .line_numbers import split_line_numbers
from .margins import Body, body_of, page_class, usual_bodies
from .page import Page, Run
from .strips import strips_of


@dataclass(frozen=True, slots=True)
class Sorted:
    """A page with its runs sorted by what they are."""

    page: Page
    text: list[Run]
    running: list[Run]
    numbers: list[Run]
    columns: Columns | None
    body: Body | None
    lonely: bool = False
    """Does the page alone, of many, seem to be set in columns? It is read across then."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All pages sorted, and what is usual among them."""

    pages: tuple[Sorted, ...]
    size: float
    """Font size in which most of the text is set."""
    bodies: dict[tuple[int, int, int], Body]
    tongues: tuple[str, ...]
    """Languages printed side by side, the most frequent first; empty where columns are of one language or there are none."""
    places: dict[str, int]
    """The column in which each of these languages usually stands."""

    def usual(self, page: Page) -> Body | None:
        return self.bodies.get(page_class(page))


def survey(pages: Sequence[Page]) -> Survey:
    """Return what the pages show together."""
    marked = furniture(pages)
    sizes = Counter[float]()
    split: list[tuple[list[Run], list[Run], list[Run]]] = []
    for page, ids in zip(pages, marked, strict=True):
        text = [run for run in page.runs if id(run) not in ids]
        running = [run for run in page.runs if id(run) in ids]
        numbers, text = split_line_numbers(page, text)
        split.append((text, running, numbers))
        for run in text:
            sizes[round(run.size * 2) / 2] += len(run.text)
    if sum(bool(numbers) for _, _, numbers in split) >= 2:
        for index, (text, running, numbers) in enumerate(split):
            if not numbers:
                numbers, text = split_line_numbers(pages[index], text, expected=True)
                split[index] = (text, running, numbers)
    sorted_pages = [_sorted(page, *parts) for page, parts in zip(pages, split, strict=True)]
    _doubt_lonely_columns(sorted_pages)
    tongues, places = _languages(sorted_pages)
    if tongues:
        sorted_pages = [_with_short_columns(item, len(tongues)) for item in sorted_pages]
    single = [item.body for item in sorted_pages]
    return Survey(
        tuple(sorted_pages),
        sizes.most_common(1)[0][0] if sizes else 0.0,
        usual_bodies(pages, single),
        tongues,
        places,
    )


def _sorted(page: Page, text: list[Run], running: list[Run], numbers: list[Run]) -> Sorted:
    strips = strips_of(text)
    columns = columns_of(text, strips)
    return Sorted(page, text, running, numbers, columns, None if columns else body_of(strips))


def _doubt_lonely_columns(pages: list[Sorted]) -> None:
    """Columns on one page of many are more likely a table or a list of names: read those row by row."""
    counts = Counter(len(item.columns.strips) for item in pages if item.columns is not None)
    for index, item in enumerate(pages):
        if item.columns is not None and len(pages) > 2 and counts[len(item.columns.strips)] < max(2, 0.05 * len(pages)):
            pages[index] = replace(item, columns=None, body=None, lonely=True)


def _with_short_columns(item: Sorted, usual: int) -> Sorted:
    """Signatures and lists do not fill their columns; where languages stand side by side, the gutters alone tell."""
    if item.columns is not None:
        return item
    strips = strips_of(item.text)
    if len(strips) != usual or min(strip.width for strip in strips) < 0.3 * max(strip.width for strip in strips):
        return item
    return replace(item, columns=Columns(tuple(strips), ()), body=None)


def _languages(pages: Sequence[Sorted]) -> tuple[tuple[str, ...], dict[str, int]]:
    """The languages that stand side by side, and the usual column of each."""
    seen = Counter[str]()
    places: dict[str, Counter[int]] = {}
    mixed = total = 0
    for item in pages:
        if item.columns is None:
            continue
        total += 1
        found = tongues_of(item.columns)
        mixed += len({tongue for tongue in found if tongue}) > 1
        for index, tongue in enumerate(found):
            if tongue:
                seen[tongue] += 1
                places.setdefault(tongue, Counter())[index] += 1
    if not total or mixed < 0.3 * total:
        return (), {}
    usual = tuple(tongue for tongue, count in seen.most_common() if count >= 0.2 * total)
    return usual, {tongue: places[tongue].most_common(1)[0][0] for tongue in usual}
