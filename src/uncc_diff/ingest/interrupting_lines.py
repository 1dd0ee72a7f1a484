"""Running heads and feet in a text that has lost its pages: lines that come again and again and interrupt sentences.

A phrase of the law that happens to fill several lines always stands within sentences; a heading always between them. Only
what was printed at the edge of pages falls now between paragraphs, now into the midst of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..roman import roman_value
from .lines import Draft

_OFTEN, _OFTEN_ALONE = 3, 4
"""How often a line must stand: beside other such lines, and where it is the only one at the edge of its pages."""

_LONGEST = 160
_LONGEST_RUN = 8
"""Lines of furniture that one page can end and the next begin with."""

_MOST_WORDS = 4
"""A line that ends in a full stop and has more words is a sentence."""

_LINES_ON_PAGE = 6
"""Lines of text at least that stand on a page, on average."""

_SPREAD = 0.3
"""Share of the text, at least, from the first to the last of such lines."""

_BESIDE = 0.6
"""Share of a line's places that must be beside proven furniture for it to be furniture too."""

_FEWEST_PAGES = 4
_STEP = 3
"""By how much a page's number is above that of the page before; some pages show none."""

_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_LONE = re.compile(
    r"^[-–—|\s]*(?:(?i:page|pg|p)\b\.?\s*)?(?P<number>\d{1,4}|[ivxl]{1,7}|[IVXL]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*$"
)
_LIST_MARKER = re.compile(r"^[“\"\[]?[(\[]\s*\w{1,5}\s*[)\]]")
_NUMBERED = re.compile(r"^(?:\W*\d{1,3}(?:[-.]\d+)*[A-Z]{0,2}[.)](?!\d)|\W*[^\W\d]+\W+\d+\w?\W*$)")
"""`12. Heading` and `Article 5`: numbers that rise with the law itself."""

_ENDED = re.compile(r"[.;:!?—–]['\"”’)\]]*$|[;,]\s*(?:and|or)$|--$")
_ITEM_ENDED = re.compile(r"(?:;|[;,]\s*(?:and|or))$")
_PAGE = ("# page", "# page in roman")
"""What lone page numbers are known by."""


@dataclass(slots=True)
class _Tally:
    """How the places of one line stand to the text around them."""

    places: int = 0
    cuts: int = 0
    """Those within a sentence."""
    lists: int = 0
    """Those between two items of a list."""
    beside: int = 0
    """Those beside other lines that come again."""
    rises: bool = False
    """Does it hold a number that rises from place to place as those of pages do?"""


def label_interrupting(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with those labelled `running` that recur through the text and interrupt it; none is dropped."""
    labelled = list(drafts)
    body = [at for at, draft in enumerate(drafts) if draft.kind == "body" and draft.mark is None and draft.text.strip()]
    texts = [" ".join(drafts[at].text.split()) for at in body]
    keys = _recurring(texts)
    if not keys:
        return labelled
    runs = list(_runs(keys))
    tallies = _tally(texts, keys, runs)
    proven = {key for key, tally in tallies.items() if _interrupts(key, tally)}
    holding = [run for run in runs if any(keys[at] in proven for at in run)]
    counted = Counter(keys[at] for run in holding for at in run)
    proven |= {key for key, count in counted.items() if count >= max(_OFTEN, _BESIDE * tallies[key].places)}
    titles = _titles(keys, proven, holding)
    for run in holding:
        for at in run:
            if keys[at] in proven and at not in titles:
                labelled[body[at]] = replace(drafts[body[at]], kind="running")
    return labelled


def _recurring(texts: Sequence[str]) -> dict[int, str]:
    """Return what each line that recurs through the text is known by: its words, with numbers that may change left out."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if key := _key(text):
            places[key].append(at)
    for name, is_roman in zip(_PAGE, (False, True), strict=True):
        places[name] = _rising(texts, roman=is_roman)
    found: dict[int, str] = {}
    for key, here in places.items():
        if len(here) < _OFTEN or len(here) * _LINES_ON_PAGE > len(texts):
            continue
        if here[-1] - here[0] >= _SPREAD * len(texts):
            found.update(dict.fromkeys(here, key))
    return found


def _key(text: str) -> str:
    words = text.split()
    if len(text) > _LONGEST or text[-1:] in ",;:" or _LIST_MARKER.match(text):
        return ""
    if text.endswith(".") and len(words) > _MOST_WORDS:
        return ""
    if not _LETTER.search(text):
        return text if text.isdigit() else ""
    return text if _NUMBERED.match(text) else _NUMBER.sub("#", text)


def _rising(texts: Sequence[str], *, roman: bool) -> list[int]:
    """Return the places of the longest series of lone numbers that rise by one, or by a few where pages had no number."""
    best: dict[int, tuple[int, int]] = {}
    before: dict[int, int | None] = {}
    for at, text in enumerate(texts):
        number = _LONE.match(text)
        if number is None or number["number"].isdigit() == roman:
            continue
        value = roman_value(number["number"]) if roman else int(number["number"])
        if value is None:
            continue
        near = [best[low] for low in range(value - _STEP, value) if low in best]
        length, last = max(near, default=(0, None))
        before[at] = last
        best[value] = max(best.get(value, (0, at)), (length + 1, at))
    length, at_end = max(best.values(), default=(0, None))
    chain: list[int] = []
    while at_end is not None and length >= _FEWEST_PAGES:
        chain.append(at_end)
        at_end = before[at_end]
    return chain[::-1]


def _runs(keys: dict[int, str]) -> Iterator[list[int]]:
    """Yield the recurring lines that stand one behind the other."""
    run: list[int] = []
    for at in sorted(keys):
        if run and at != run[-1] + 1:
            if len(run) <= _LONGEST_RUN:
                yield run
            run = []
        run.append(at)
    if run and len(run) <= _LONGEST_RUN:
        yield run


def _tally(texts: Sequence[str], keys: dict[int, str], runs: Sequence[Sequence[int]]) -> dict[str, _Tally]:
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for run in runs:
        before = texts[run[0] - 1] if run[0] else "."
        behind = texts[run[-1] + 1] if run[-1] + 1 < len(texts) else ""
        small = behind[:1].islower()
        cut = small and not _ENDED.search(before)
        between = bool(_ITEM_ENDED.search(before)) and (small or bool(_LIST_MARKER.match(behind)))
        for key in {keys[at] for at in run}:
            tally = tallies[key]
            tally.places += 1
            tally.cuts += cut
            tally.lists += between
            tally.beside += len({keys[at] for at in run}) > 1
    numbers: dict[str, list[list[str]]] = defaultdict(list)
    for at in sorted(keys):
        if "#" in keys[at]:
            numbers[keys[at]].append(_NUMBER.findall(texts[at]))
    for key, found in numbers.items():
        tallies[key].rises = any(_counts(column) for column in zip(*found, strict=False))
    return tallies


def _counts(column: Sequence[str]) -> bool:
    return all(0 < int(high[-6:]) - int(low[-6:]) <= _STEP for low, high in pairwise(column))


def _interrupts(key: str, tally: _Tally) -> bool:
    """Does the line stand within sentences so often, and between them too, that it is no part of either?"""
    if key[:1].islower():
        return False
    between = tally.cuts + tally.lists
    if key in _PAGE:
        return tally.cuts > 0 and between > 1
    if tally.rises:
        return tally.cuts > 0 or between > 1
    if tally.beside >= _BESIDE * tally.places:
        return (between > 1 and (tally.cuts > 0 or "#" in key or between >= _OFTEN)) or (tally.cuts > 0 and "#" in key)
    return tally.places >= _OFTEN_ALONE and 1 < tally.cuts < tally.places and len(key.split()) > 2


def _titles(keys: dict[int, str], proven: set[str], holding: Sequence[Sequence[int]]) -> set[int]:
    """Return where a line stands first, and alone: the title that the running heads repeat."""
    first: dict[str, int] = {}
    for at in sorted(keys):
        first.setdefault(keys[at], at)
    alone = {run[0] for run in holding if len(run) == 1}
    return {at for key, at in first.items() if key in proven and at in alone and "#" not in key and key not in _PAGE}
