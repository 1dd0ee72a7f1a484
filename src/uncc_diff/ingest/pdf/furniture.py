"""Running heads and feet, page numbers and printer's marks, found by what repeats at the edges of the document's own pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from statistics import median

from .page import Page, Run, rows_of

ROWS_AT_HEAD = 3
ROWS_AT_FOOT = 4

_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W_]+|#")
_PAGE_NUMBER = re.compile(
    r"""^\W{0,2}(?:(?:page|p\.|pg\.?)\s*)?   # an opening dash or bracket, the word page
        (?P<number>\d{1,4}|[ivxlc]{1,7})     # the number itself
        (?:\s*(?:of|/|de)\s*\d{1,4})?\W{0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
# What printers put on a cover or under the last line: price, printer, where to buy or download. Words of the trade, not of a law.
_IMPRINT = re.compile(
    r"""\b(?:price|postage|copies\ of\ this)\b.{0,60}\b(?:\d+[.,/]\d\d|\d+/?-|each|obtained)
      | \b(?:acts?|bills?|gazettes?|copies)\b.{0,40}\b(?:can|may)\ be\ (?:purchased|obtained|downloaded)\b
      | \bprinted\ (?:at|by|and\ published|for)\b
      | \bgovernment\ print(?:er|ing)\b.{0,40}$
      | \b(?:obtained|purchased|downloaded)\b.{0,40}\b(?:from|at)\b.{0,60}(?:print|bureau|office|www\.|https?:)
      | ^(?:https?://|www\.)\S+$
      | \bISBN\b | \bISSN\b""",
    re.VERBOSE | re.IGNORECASE,
)

# One of these is in every imprint; looking for plain words first spares most pages the pattern.
_IMPRINT_WORDS = (
    "price",
    "postage",
    "copies",
    "print",
    "obtained",
    "purchased",
    "download",
    "www",
    "http",
    "isbn",
    "issn",
)


@dataclass(frozen=True, slots=True)
class Edge:
    """One row at the head or foot of a page."""

    page: int
    """Index of the page."""
    rank: int
    """0 for the outermost row."""
    distance: float
    """Baseline from the edge of the page, in points."""
    isolated: bool
    """Is the space to the next row inward wider than between lines of a paragraph?"""
    runs: tuple[Run, ...]
    text: str
    key: str
    """Words without digits and punctuation, sorted, so that left and right pages agree."""


def furniture(pages: Sequence[Page]) -> list[set[int]]:
    """For each page, the `id` of its runs that are no text of the law: heads, feet, page numbers, imprints, text askew."""
    marked = [{id(run) for run in page.runs if run.askew} for page in pages]
    for at_head in (True, False):
        edges = [edge for index, page in enumerate(pages) for edge in _edges(index, page, at_head)]
        for edge in _running(edges, len(pages)):
            marked[edge.page].update(map(id, edge.runs))
    usual = median([run.size for page in pages for run in page.runs] or [0.0])
    for index, page in enumerate(pages):
        marked[index].update(_imprint(page, usual))
    return marked


def _edges(index: int, page: Page, at_head: bool) -> list[Edge]:
    upright = [run for run in page.runs if not run.askew]
    if not upright:
        return []
    # Rows near the edge only: a fifth of the page is more than any head takes, and the rest need not be sorted here.
    if at_head:
        limit = min(run.y0 for run in upright) + 0.2 * page.height
        near = [run for run in upright if run.y0 <= limit]
    else:
        limit = max(run.y1 for run in upright) - 0.2 * page.height
        near = [run for run in upright if run.y1 >= limit]
    rows = rows_of(near)
    if not at_head:
        rows.reverse()
    edges = []
    for rank, row in enumerate(rows[: ROWS_AT_HEAD if at_head else ROWS_AT_FOOT]):
        text = " ".join(run.text for run in row)
        key = " ".join(sorted(_LETTERS.findall(_DIGITS.sub("#", text.lower()))))
        base = row[0].base
        inward = abs(rows[rank + 1][0].base - base) if rank + 1 < len(rows) else page.height
        distance = base if at_head else page.height - base
        edges.append(Edge(index, rank, distance, inward > 1.6 * max(run.size for run in row), tuple(row), text, key))
    return edges


def _running(edges: Sequence[Edge], pages: int) -> list[Edge]:
    """The edges that repeat, and those that stand where others repeat; contiguous from the edge of the page inward."""
    places = defaultdict[str, list[float]](list)
    for edge in edges:
        places[edge.key].append(edge.distance)
    level = {key: median(found) for key, found in places.items()}
    near = {key: sum(abs(distance - level[key]) <= 12 for distance in found) for key, found in places.items()}
    often = max(2, round(0.1 * pages)) if pages > 3 else 2

    def repeats(edge: Edge) -> bool:
        enough = often if edge.rank == 0 else max(often, round(0.25 * pages))
        return near[edge.key] >= enough and abs(edge.distance - level[edge.key]) <= 12 and edge.key.strip("# ") != ""

    numbered = _numbered(edges)
    repeated = [edge for edge in edges if repeats(edge)]
    usual = [key for key, count in Counter(edge.key for edge in repeated).most_common(6) if count >= often]
    bands = Counter(round(edge.distance / 3) for edge in repeated if edge.rank == 0)
    settled = {band for band, count in bands.items() if count >= 0.4 * pages}
    accepted: list[Edge] = []
    for _, group in groupby(edges, key=lambda edge: edge.page):
        block: list[Edge] = []
        for edge in group:
            if not (
                repeats(edge)
                or (edge.page, edge.rank) in numbered
                or (
                    edge.rank == 0
                    and edge.isolated
                    and (round(edge.distance / 3) in settled or any(_alike(edge.key, key) for key in usual))
                )
            ):
                break
            block.append(edge)
        # White space parts a head or foot from the text; rows that repeat without it are text, as in forms.
        while block and not block[-1].isolated:
            block.pop()
        accepted.extend(block)
    return accepted


def _numbered(edges: Sequence[Edge]) -> set[tuple[int, int]]:
    """Rows that hold only a page number which counts up with the pages, as (page, rank)."""
    offsets = Counter[int]()
    found: list[tuple[Edge, int | None]] = []
    for edge in edges:
        match = _PAGE_NUMBER.match(edge.text.strip())
        if match is None:
            continue
        number = _value(match["number"])
        found.append((edge, None if number is None else number - edge.page))
        if number is not None:
            offsets[number - edge.page] += 1
    return {
        (edge.page, edge.rank)
        for edge, offset in found
        if offset is not None and (offsets[offset] >= 2 or (edge.rank == 0 and edge.isolated and abs(offset) <= 2))
    }


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    digits = [values[letter] for letter in number.lower()]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, [*digits[1:], 0], strict=True))


def _alike(key: str, usual: str) -> bool:
    """The same head read by a noisy scanner: spaces and single letters differ."""
    bare, usual_bare = key.replace(" ", ""), usual.replace(" ", "")
    if len(usual_bare) < 8 or not 0.7 < len(bare) / len(usual_bare) < 1.4:
        return False
    return SequenceMatcher(None, sorted(bare), sorted(usual_bare), autojunk=False).ratio() >= 0.85


def _imprint(page: Page, usual: float) -> set[int]:
    """Rows with the words of printers, and the row next to each in the same size; `usual` is the font size of the text."""
    words = " ".join([run.text for run in page.runs]).lower()
    if not any(word in words for word in _IMPRINT_WORDS):
        return set()
    rows = rows_of([run for run in page.runs if not run.askew])
    marked: set[int] = set()
    for index, row in enumerate(rows):
        text = " ".join(run.text for run in row)
        # An Act may speak of the price of a thing; an imprint is small, or stands at the foot.
        small = max(run.size for run in row) < 0.95 * usual
        if not _IMPRINT.search(text) or not (small or index >= len(rows) - ROWS_AT_FOOT):
            continue
        marked.update(map(id, row))
        for near in (index - 1, index + 1):
            if 0 <= near < len(rows) and small:
                other = rows[near]
                if abs(other[0].base - row[0].base) < 1.5 * row[0].size and abs(other[0].size - row[0].size) < 0.3:
                    marked.update(map(id, other))
    return marked
