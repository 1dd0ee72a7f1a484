"""Justice Canada's XML of Acts and regulations (its LIMS vocabulary), whose elements name each unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.source import Source
from .lines import assemble
from .marked_lines import MarkedLines
from .xml import local_name, stated_language, whole_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNITS = {
    "Section": "section",
    "Subsection": "subsection",
    "Paragraph": "paragraph",
    "Subparagraph": "subparagraph",
    "Clause": "point",
    "Subclause": "point",
    "Subsubclause": "point",
    "Definition": "definition",
    "Item": "point",
    "Schedule": "schedule",
    "Preamble": "preamble",
}
_CONTINUED = "Continued"
"""Elements named so (`ContinuedSectionSubsection` ...) hold words of a unit that follow the units below it."""

_HEADS = frozenset({"Label", "MarginalNote", "TitleText"})
_NOTES = frozenset({"HistoricalNote", "Footnote", "HistoricalNoteSubItem", "FootnoteRef"})
_LINES = frozenset(
    {"Text", "Provision", "LongTitle", "ShortTitle", "TitleText", "OriginatingRef", "Repealed", "td", "MarginalNote"}
)
_ROWS = frozenset({"row", "tr"})
_AFTER_THE_LAW = frozenset({"RecentAmendments", "RelatedProvisions", "AmendingText"})
_GROUPS = ("part", "division", "chapter", "book", "title")


def read_lims(root: _Element, data: bytes, name: str, language: str | None) -> Source:
    """Return the marked lines of a Canadian Act, regulation or bill."""
    reader = _Reader(section="clause" if local_name(root) == "Bill" else "section")
    reader.children(root)
    reader.lines.flush()
    title = root.find("Identification/ShortTitle")
    if title is None:
        title = root.find("Identification/LongTitle")
    return assemble(
        reader.lines.drafts,
        data=data,
        name=name,
        title=whole_text(title) if title is not None else None,
        language=stated_language(root) or language,
    )


class _Reader:
    def __init__(self, section: str) -> None:
        self.lines = MarkedLines()
        self._section = section
        self._groups: list[int] = []
        """Levels of the headings that are open, outermost first."""

    def children(self, element: _Element) -> None:
        for child in element:
            self._element(child)

    def _element(self, element: _Element) -> None:
        name = local_name(element)
        if name == "Identification":
            self._identification(element)
        elif name in _UNITS:
            self._unit(element, self._section if name == "Section" else _UNITS[name])
        elif name == "Heading":
            self._heading(element)
        elif name in _AFTER_THE_LAW:
            self._footnotes(element)
        elif name.startswith(_CONTINUED):
            self._inside(element)
        elif name in _ROWS:
            self.lines.row([whole_text(cell) for cell in element])
        elif name in _NOTES:
            self.lines.aside(whole_text(element))
        elif name in _LINES or _mixed(element):
            self._inline(element)
            self.lines.flush()
        else:
            self.children(element)

    def _identification(self, element: _Element) -> None:
        """Long and short title are text of the law; bill numbers and dates of its making are notes on it."""
        for child in element:
            if local_name(child) in ("LongTitle", "ShortTitle"):
                self._inline(child)
                self.lines.flush()
            else:
                self._footnotes(child)

    def _footnotes(self, element: _Element) -> None:
        for text in _leaf_lines(element):
            self.lines.aside(text)
        self.lines.flush()

    def _unit(self, element: _Element, level: str) -> None:
        if level == "schedule":
            self._leave_groups(0)
        outer, self._groups = self._groups, []
        head = {local_name(child): child for child in element if local_name(child) in _HEADS}
        form = element.find("ScheduleFormHeading")
        if form is not None:
            head = {local_name(child): child for child in form if local_name(child) in _HEADS}
        label = head.get("Label")
        heading = head.get("MarginalNote", head.get("TitleText"))
        self.lines.open(level, *(_without_notes(part) for part in (label, heading)))
        for part in (label, heading):
            self._notes_of(part)
        for child in element if form is None else [*form, *(c for c in element if c is not form)]:
            if not any(child is part for part in (label, heading)):
                self._element(child)
        self._leave_groups(0)
        self._groups = outer
        self.lines.close()

    def _heading(self, element: _Element) -> None:
        """A heading opens a group that lasts to the next heading of its level or above."""
        level = int(element.get("level", "1")) if element.get("level", "1").isdigit() else 1
        self._leave_groups(level)
        self._groups.append(level)
        label, title = element.find("Label"), element.find("TitleText")
        number = _without_notes(label)
        first = number.split()[0].casefold() if number.split() else ""
        self.lines.open(first if first in _GROUPS else "division", number, _without_notes(title))
        for part in element:
            if part is label or part is title:
                self._notes_of(part)
            else:
                self._element(part)
        self.lines.flush()

    def _leave_groups(self, level: int) -> None:
        while self._groups and self._groups[-1] >= level:
            self._groups.pop()
            self.lines.close()

    def _inside(self, element: _Element) -> None:
        if _mixed(element) or not len(element):
            self._inline(element)
            self.lines.flush()
        else:
            self.children(element)

    def _inline(self, element: _Element) -> None:
        self.lines.write(element.text)
        for child in element:
            name = local_name(child)
            if name in _NOTES:
                self.lines.aside(whole_text(child))
            elif name in _UNITS or name.startswith(_CONTINUED) or name in _ROWS:
                self.lines.flush()
                self._element(child)
            else:
                self._inline(child)
            self.lines.write(child.tail)

    def _notes_of(self, element: _Element | None) -> None:
        if element is not None:
            for note in element.iter():
                if local_name(note) in _NOTES and not any(local_name(up) in _NOTES for up in note.iterancestors()):
                    self.lines.aside(whole_text(note))


def _mixed(element: _Element) -> bool:
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip() for text in texts)


def _without_notes(element: _Element | None) -> str:
    """Return the text of a label or note in the margin, without the amendment history and footnote calls in it."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        if local_name(child) not in _NOTES:
            parts.append(_without_notes(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _leaf_lines(element: _Element) -> list[str]:
    """Return the text of the element in pieces that read as lines: one for each child that holds text."""
    if _mixed(element) or not len(element):
        return [whole_text(element)]
    return [" ".join(whole_text(part) for part in child) or whole_text(child) for child in element]
