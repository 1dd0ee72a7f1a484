"""Words that a conversion from PDF ran together: it drops the space between two runs, and the runs remain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .docx_values import Paragraph, Run

_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"^[^\W\d_]+")


class Vocabulary:
    """The words of a document that stand whole within a run."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._words: set[str] = set()
        for paragraph in paragraphs:
            for at, run in enumerate(paragraph.runs):
                for word in _WORD.finditer(run.text):
                    starts = word.start() > 0 or at == 0 or not paragraph.runs[at - 1].text[-1:].isalpha()
                    last = at + 1 == len(paragraph.runs)
                    ends = word.end() < len(run.text) or last or not paragraph.runs[at + 1].text[:1].isalpha()
                    if starts and ends:
                        self._words.add(word[0].casefold())

    def parted(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return the runs with a space where two words of this document meet in what is no word of it.

        Editors split words over runs too, so both halves must be words of the document, or one of them in a text in
        capitals, where small capitals are set as runs of their own; and the runs must look alike, for a word that begins
        with a larger capital is split there by design.
        """
        text = ""
        parted: list[Run] = []
        for run in runs:
            alike = (
                parted
                and parted[-1].size == run.size
                and parted[-1].bold == run.bold
                and parted[-1].italic == run.italic
            )
            if alike and self._are_two(_LAST.search(text), _FIRST.match(run.text)):
                run = replace(run, text=f" {run.text}")
            parted.append(run)
            text = (text + run.text)[-200:]
        return tuple(parted)

    def _are_two(self, left: re.Match[str] | None, right: re.Match[str] | None) -> bool:
        if left is None or right is None or len(left[0]) < 2 or len(right[0]) < 2:
            return False
        if (left[0] + right[0]).casefold() in self._words:
            return False
        known = (left[0].casefold() in self._words) + (right[0].casefold() in self._words)
        return known == 2 or (known == 1 and left[0].isupper() and right[0].isupper())
