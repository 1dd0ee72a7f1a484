"""Akoma Ntoso (OASIS LegalDocML) XML from any publisher: each unit becomes a mark, all text becomes lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.source import Source
from .lines import assemble
from .marked_lines import MarkedLines
from .xml import local_name, stated_language, whole_text

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = {
    "book": "book",
    "tome": "book",
    "title": "title",
    "subtitle": "title",
    "part": "part",
    "subpart": "division",
    "chapter": "chapter",
    "subchapter": "division",
    "division": "division",
    "subdivision": "division",
    "section": "section",
    "article": "article",
    "clause": "clause",
    "rule": "rule",
    "regulation": "regulation",
    "subsection": "subsection",
    "subclause": "subsection",
    "subrule": "subsection",
    "paragraph": "paragraph",
    "level": "paragraph",
    "subparagraph": "subparagraph",
    "item": "paragraph",
    "point": "point",
    "indent": "point",
    "definition": "definition",
    "schedule": "schedule",
    "annex": "schedule",
    "appendix": "schedule",
    "attachment": "schedule",
    "closing": "closing",
}
"""Level of our tree for each hierarchical element, or for the name that a generic container states."""

_ITEMS = ("paragraph", "subparagraph", "point")
"""Levels of list items by how deep their list stands in lists."""

_WRAPPERS = frozenset({"hcontainer", "container", "attachment", "component", "doc"})
"""Elements that are a unit only if their name says which."""

_OPENINGS = ("{*}coverPage", "{*}preface", "{*}preamble")
_BLOCKS = frozenset({
    "p", "block", "longTitle", "alinea", "wrapUp", "listWrapUp", "proviso", "formula", "recital", "citation", "li",
    "listIntroduction", "intro", "content", "caption", "tocItem", "blockContainer", "recitals", "citations", "body",
    "mainBody", "list", "blockList", "ul", "ol", "toc", "tblock", "attachments", "components", "collectionBody",
    "header", "signature", "foreign", "transitional", "subheading",
})  # fmt: skip
_ENDS = frozenset({"br", "eol"})
_NOTES = frozenset({"authorialNote", "note"})
_LEFT_OUT = frozenset({"meta"})

_LANGUAGES = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ara": "ar", "vie": "vi", "deu": "de",
    "ger": "de", "ita": "it", "nld": "nl", "dut": "nl", "rus": "ru", "kin": "rw", "swa": "sw", "afr": "af",
    "pol": "pl", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "tha": "th", "ind": "id", "msa": "ms",
    "sin": "si", "tam": "ta", "hin": "hi", "urd": "ur", "ben": "bn", "fas": "fa", "per": "fa", "tur": "tr",
}  # fmt: skip
"""ISO 639-2 codes, as Akoma Ntoso states languages, to the two letters of BCP 47."""


def read_akn(root: _Element, data: bytes, name: str, language: str | None) -> Source:
    """Return the marked lines of an Akoma Ntoso document."""
    reader = AknReader()
    reader.element(root)
    reader.lines.flush()
    return assemble(
        reader.lines.drafts,
        data=data,
        name=name,
        title=_title(root),
        language=_language(root) or stated_language(root) or language,
    )


def level_of(element: _Element) -> str | None:
    """Return the level of our tree that the element is a unit of; None for one that only wraps or holds text."""
    name = local_name(element)
    if name in _WRAPPERS:
        stated = (element.get("name") or element.get("class") or "").lower().split()
        level = next((LEVELS[word] for word in stated if word in LEVELS), None)
        return "schedule" if name == "attachment" and level is None else level
    return LEVELS.get(name)


class AknReader:
    """Walks the elements. `lines` holds what was read."""

    def __init__(self) -> None:
        self.lines = MarkedLines()
        self._lists = 0
        self._schedules = 0

    def element(self, element: _Element) -> None:
        """Read one element with all it holds."""
        name = local_name(element)
        level = level_of(element)
        if name in _LEFT_OUT or not name:
            return
        if level is not None:
            self._unit(element, level)
        elif f"{{*}}{name}" in _OPENINGS:
            self._opening(element)
        elif name == "conclusions":
            self._wrapped(element, "closing")
        elif name == "quotedStructure":
            self._quoted(element)
        elif name == "table":
            for row in element.iter("{*}tr"):
                self.lines.row([whole_text(cell) for cell in row])
        elif name in _NOTES:
            self.lines.aside(whole_text(element))
        elif name in ("crossHeading", "crossheading"):
            self.lines.open("division", None, whole_text(element))
            self.lines.close()
        elif name in _BLOCKS:
            self._flow(element)
        else:
            self._inline(element)

    def _unit(self, element: _Element, level: str) -> None:
        name = local_name(element)
        heads = {local_name(child): child for child in reversed(element) if local_name(child) in ("num", "heading")}
        number, heading = heads.get("num"), heads.get("heading")
        if name in _WRAPPERS and not heads and not self._stands_alone(element, level):
            self._flow(element)
            return
        if name == "item":
            level = _ITEMS[min(self._lists, len(_ITEMS) - 1)]
        self.lines.open(level, *(_without_notes(head) for head in (number, heading)))
        for head in (number, heading):
            self._notes_of(head)
        self._lists += name == "item"
        self._schedules += level == "schedule"
        for child in element:
            if child is not number and child is not heading:
                self.element(child)
        self._schedules -= level == "schedule"
        self._lists -= name == "item"
        self.lines.close()

    def _stands_alone(self, element: _Element, level: str) -> bool:
        """Is the wrapper without number and heading a unit? The document in an attachment only wraps its schedule."""
        if level == "schedule":
            return (
                self._schedules == 0
                and next(element.iterancestors("{*}attachments", "{*}components"), None) is not None
                and not any(level_of(inner) == "schedule" and _is_headed(inner) for inner in element.iterdescendants())
            )
        return level in ("definition", "closing")

    def _opening(self, element: _Element) -> None:
        """Cover page, preface and preamble together are the law's preamble."""
        if next(element.itersiblings(*_OPENINGS, preceding=True), None) is None:
            self.lines.open("preamble")
            for part in (element, *element.itersiblings(*_OPENINGS)):
                self._flow(part)
            self.lines.close()

    def _wrapped(self, element: _Element, level: str) -> None:
        self.lines.open(level)
        self._flow(element)
        self.lines.close()

    def _quoted(self, element: _Element) -> None:
        outer = self.lines.quoted
        self.lines.flush()
        self.lines.quoted = True
        self._flow(element)
        self.lines.quoted = outer

    def _flow(self, element: _Element) -> None:
        """Read a block: a line of its own, or several where blocks stand in it."""
        self.lines.flush()
        self._inline(element)
        self.lines.flush()

    def _inline(self, element: _Element) -> None:
        if local_name(element) in _ENDS:
            self.lines.flush()
        self.lines.write(element.text)
        for child in element:
            self.element(child)
            self.lines.write(child.tail)

    def _notes_of(self, head: _Element | None) -> None:
        for note in head.iter("{*}authorialNote", "{*}note") if head is not None else ():
            self.lines.aside(whole_text(note))


def _is_headed(element: _Element) -> bool:
    return any(local_name(child) in ("num", "heading") for child in element)


def _without_notes(head: _Element | None) -> str:
    if head is None:
        return ""
    inner = (_without_notes(child) if local_name(child) not in _NOTES else "" for child in head)
    tails = (child.tail or "" for child in head)
    return (head.text or "") + "".join(text + tail for text, tail in zip(inner, tails, strict=True))


def _title(root: _Element) -> str | None:
    """Return the short title where the text marks one, else the title in it or the alias in the metadata."""
    for path in ("{*}shortTitle", "{*}docTitle"):
        found = next(root.iter(path), None)
        if found is not None and whole_text(found):
            return whole_text(found)
    alias = next(root.iter("{*}FRBRalias"), None)
    return alias.get("value") if alias is not None else None


def _language(root: _Element) -> str | None:
    stated = next(root.iter("{*}FRBRlanguage"), None)
    code = (stated.get("language") or "").strip().lower() if stated is not None else ""
    return _LANGUAGES.get(code, code or None)
