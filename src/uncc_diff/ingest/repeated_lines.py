"""Running heads and feet of texts that know their pages but not the place of a line on it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .lines import Draft

_EDGE = 2
"""Lines at the top and at the foot of a page that can be running heads."""

_OFTEN = 3
"""Pages that a line must stand on before it counts as running."""

_LONGEST = 120
_MOST_WORDS = 8
"""A line that ends like a sentence and has more words is one, however often it recurs at the edge of a page."""

_LIST_MARKER = re.compile(r"^[(\[]\s*\w{1,5}\s*[)\]]")
_NUMBER = re.compile(r"\d+")
_UNIT = re.compile(r"^\W*[^\W\d]+\W+\d+\w?\W*$")
"""One word and a number: `Article 5`, `Part 2`. Recurring with rising numbers it is the law's own count."""

_PAGE_NUMBER = re.compile(r"^[-–—\[( ]*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\]) ]*$", re.I)
_WORD = re.compile(r"[^\W\d]+")


def label_repeated(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with those labelled `running` that recur at the edges of pages, and lone page numbers there.

    Numbers may change if they follow the page number, or beside words enough to know the line by. Lines without a
    page are returned as they are.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.page is not None and draft.kind == "body":
            pages[draft.page].append(at)
    if len(pages) < 2:
        return list(drafts)
    edges = sorted({at for places in pages.values() for at in (*places[:_EDGE], *places[-_EDGE:])})
    seen = Counter(key for at in edges for key in _keys(drafts[at]))
    labelled = list(drafts)
    for at in edges:
        if _PAGE_NUMBER.match(drafts[at].text.strip()) or any(seen[key] >= _OFTEN for key in _keys(drafts[at])):
            labelled[at] = replace(drafts[at], kind="running")
    return labelled


def _keys(draft: Draft) -> Iterator[str]:
    """Yield what the line may be recognised by on another page."""
    text = " ".join(draft.text.split()).casefold()
    words = _WORD.findall(text)
    sentence = text[-1:] in ".;:," and len(words) > _MOST_WORDS
    if not any(len(word) > 2 for word in words) or sentence or len(text) > _LONGEST or _LIST_MARKER.match(text):
        return
    yield text
    if _UNIT.match(text):
        return
    for number in list(_NUMBER.finditer(text)):
        offset = int(number.group()[:9]) - (draft.page or 0)
        yield f"{text[: number.start()]}page{offset:+d}{text[number.end() :]}"
    if len(words) > 1:
        yield " ".join(["words", *words])
