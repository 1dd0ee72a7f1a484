"""Hyphens at line ends: is a word broken there, or is the hyphen its own?

pdfium marks both with U+FFFE. The document itself is the dictionary: whichever form it prints whole elsewhere wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .page import Placed

SOFT_HYPHEN = "\u00ad"

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LAST = re.compile(r"(?:[^\W\d_]+[-‐‑])*[^\W\d_]+$")
_FIRST = re.compile(r"^[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_MARKS = "-‐‑\ufffe\x02\u00ad"
_SURE = "\ufffe\x02\u00ad"
# English forms that keep their hyphen before an ordinary word.
_OWN_HYPHEN = frozenset(
    [
        "non",
        "self",
        "co",
        "ex",
        "pre",
        "anti",
        "cross",
        "vice",
        "sub",
        "inter",
        "multi",
        "semi",
        "quasi",
        "e",
        "well",
        "so",
        "counter",
    ]
)


def decide_hyphens(lines: Sequence[Placed]) -> list[Placed]:
    """Return the lines with `-` where the hyphen belongs to the word and U+00AD where the word is only broken there."""
    if not any(line.text and line.text[-1] in _MARKS for line in lines):
        return [_cleared(line) for line in lines]
    known = Counter(word for line in lines for word in _WORD.findall(line.text.lower()))
    decided: list[Placed] = []
    for index, line in enumerate(lines):
        if line.text and line.text[-1] in _MARKS:
            mark = line.text[-1]
            hyphen = _hyphen(line.text[:-1], _next_text(lines, index), known, sure=mark in _SURE)
            line = line._replace(text=line.text[:-1] + hyphen)
        decided.append(_cleared(line))
    return decided


def _cleared(line: Placed) -> Placed:
    """A mark of pdfium's inside a line, where a column's lines met, is a plain hyphen."""
    text = line.text
    if "\ufffe" in text or "\x02" in text:
        return line._replace(text=text.replace("\ufffe", "-").replace("\x02", "-"))
    return line


def _next_text(lines: Sequence[Placed], index: int) -> str:
    """The line that continues this one: the next of its kind, over notes, numbers and the edges of pages."""
    kind = lines[index].kind
    for line in lines[index + 1 : index + 40]:
        if line.kind == kind:
            return line.text
        if kind != "body":
            break
    return ""


def _hyphen(before: str, after: str, known: Counter[str], *, sure: bool) -> str:
    left, right = _LAST.search(before), _FIRST.match(after)
    if left is None or right is None:
        return "-"
    head, tail = left[0].lower(), right[0].lower()
    piece = re.split("[-‐‑]", head)[-1]
    joined, hyphened = known[head + tail], known[f"{head}-{tail}"]
    if joined or hyphened:
        return SOFT_HYPHEN if joined > hyphened else "-"
    if right[0][0].isupper() and not before.isupper():
        return "-"
    if piece in _OWN_HYPHEN or "-" in tail:
        return "-"
    # Two words that both stand alone elsewhere make a compound; a fragment that does not is half a word.
    whole = known[piece] > 0 and known[tail] > 1 and len(piece) > 2 and len(tail) > 3
    if not sure:
        return "-" if whole or known[piece] > 1 else SOFT_HYPHEN
    return "-" if whole else SOFT_HYPHEN
