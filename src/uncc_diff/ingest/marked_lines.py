"""Lines of formats that state their structure: collects running text and puts each unit's mark on its first line."""

from __future__ import annotations

import re

from ..model.source import LineKind, Mark
from .lines import Draft

_EDGES = " \t\n()[]{}.,:;-–—°º§\"'“”‘’«»"
_TOKEN = re.compile(r"[^\s()\[\]]+")
_WITH_DIGIT = re.compile(r"\d")
_ROMAN_OR_LETTER = re.compile(r"^(?:[ivxlcdm]+|[^\W\d_]{1,2})$", re.I)
_LATIN_ORDINAL = re.compile(r"(?<=\d)\s+(?=(?:bis|ter|quater|quinquies|sexies|septies|octies)\b)", re.I)
_UNIT_WORDS = frozenset({
    "schedule", "annex", "annexe", "appendix", "preamble", "part", "chapter", "title", "division", "book", "section",
    "article", "clause", "rule", "regulation", "partie", "livre", "chapitre", "titre", "libro", "livro",
    "capítulo", "título", "sección", "seção", "artículo", "artigo", "anexo", "phần", "chương", "mục", "điều",
    "الكتاب", "الباب", "الفصل", "القسم", "الجزء", "الفرع", "المادة", "الملحق",
})  # fmt: skip


def _collapsed(text: str | None) -> str:
    return " ".join((text or "").split())


class MarkedLines:
    """Collects text; `drafts` are the lines so far. Whitespace collapses, as in all markup."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.depth = 0
        self.quoted = False
        self._number = ""
        self._parts: list[str] = []
        self._asides: list[str] = []
        self._mark: Mark | None = None
        self._resumes = False

    def open(self, level: str, number: str | None = None, heading: str | None = None) -> None:
        """Begin a unit below the open one.

        Its first line is its number and heading; its number and first words where it has no heading.
        """
        self._end()
        self.depth += 1
        number, heading = _collapsed(number), _collapsed(heading)
        self._mark = Mark(level, bare_number(number) or None, heading or None, self.depth, self.quoted)
        self._number = number
        self.write(heading)
        self.flush()

    def close(self) -> None:
        """End the open unit. Text that comes before the next unit continues the unit around it."""
        self._end()
        self._mark = None
        self.depth -= 1
        self._resumes = self.depth > 0

    def write(self, text: str | None) -> None:
        """Add running text to the current line."""
        if text:
            self._parts.append(text)

    def aside(self, text: str) -> None:
        """Add a footnote, which will stand behind the current line."""
        self._asides.append(text)

    def flush(self) -> None:
        """End the current line. Without words there is none; a number and a mark wait for the next."""
        text = _collapsed("".join(self._parts))
        self._parts.clear()
        if text:
            self._add(f"{self._number} {text}".strip(), "body")
        if not self._number:
            self._add_asides()

    def _end(self) -> None:
        """End the current line even if it is but a number."""
        self.flush()
        if self._number:
            self._add(self._number, "body")
        self._add_asides()

    def _add_asides(self) -> None:
        asides, self._asides = self._asides, []
        for note in asides:
            if _collapsed(note):
                self.drafts.append(Draft(_collapsed(note), len(self.drafts) + 1, kind="footnote"))

    def row(self, cells: list[str]) -> None:
        """Add one row of a table."""
        self._end()
        text = "\t".join(_collapsed(cell) for cell in cells)
        if text.strip():
            self._add(text, "table")

    def _add(self, text: str, kind: LineKind) -> None:
        mark = self._mark
        if mark is None and self._resumes:
            mark = Mark("text", depth=self.depth, quoted=self.quoted)
        self._mark, self._resumes, self._number = None, False, ""
        self.drafts.append(Draft(text, len(self.drafts) + 1, kind=kind, mark=mark))


def bare_number(printed: str) -> str:
    """Return the number as a citation has it: `Section 12.` is 12, `(a)` a, `PART II` II, `4 bis` 4bis.

    Words stand where the number is written (`FIRST SCHEDULE` is FIRST); empty where there is none (`SCHEDULE`).
    """
    tokens = [bare for token in _TOKEN.findall(_LATIN_ORDINAL.sub("", printed)) if (bare := token.strip(_EDGES))]
    for of_this_kind in (_WITH_DIGIT, _ROMAN_OR_LETTER):
        numbers: list[str] = [token for token in tokens if of_this_kind.search(token)]
        if numbers:
            return numbers[-1]
    return " ".join(token for token in tokens if token.casefold() not in _UNIT_WORDS)
