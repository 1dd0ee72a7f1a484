"""The Act as paragraphs in the style of a printer: where its headings stand and how its numbers look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from arvena_law import ENACTING, LAW, LONG_TITLE, ORDINALS, TITLE, Unit, sections


@dataclass(frozen=True, slots=True)
class Style:
    """How one printer sets a law."""

    heading: Literal["line", "above", "run_in", "margin", "below_number"] = "line"
    number: Callable[[str], str] = "{}.".format
    """How the number of a section is written."""
    glued: bool = True
    """Does the first subsection stand on the line of the section's number?"""
    stop: str = ".—"
    """What parts a run-in heading from the text."""
    contents: str = ""
    """Title of the contents list, empty for none."""
    brackets: bool = False
    """Are inserted sections in square brackets?"""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `note` is a heading set in the margin, `depth` how far it is indented."""

    text: str
    kind: Literal["title", "text", "group", "head", "unit", "item", "closing", "contents"] = "text"
    depth: int = 0
    note: str = ""
    call: str = ""
    """Text of a footnote called at its beginning."""

    @property
    def centred(self) -> bool:
        return self.kind in ("title", "group")


def printed(style: Style) -> list[Para]:
    """Return the paragraphs of the Act in that style."""
    return [
        Para(TITLE.upper(), "title"),
        *_contents(style),
        Para(LONG_TITLE),
        Para(ENACTING),
        *(para for top in LAW for para in _top(top, style)),
    ]


def _contents(style: Style) -> Iterator[Para]:
    if not style.contents:
        return
    yield Para(style.contents, "title")
    yield Para("Section", "contents")
    for unit in sections():
        yield Para(f"{unit.number}. {unit.heading}", "contents")
    yield Para("FIRST SCHEDULE", "contents")
    yield Para(TITLE.upper(), "title")


def _top(top: Unit, style: Style) -> Iterator[Para]:
    if top.level == "schedule":
        yield Para(f"{ORDINALS[top.number or '']} Schedule".upper(), "group")
        yield Para(top.heading, "group")
        for child in top.children:
            yield Para(f"{child.number}. {child.text}", "unit")
            yield from _items(child, 1)
        return
    yield Para(f"PART {top.number}", "group")
    yield Para(top.heading, "group")
    for section in top.children:
        yield from _section(section, style)


def _section(section: Unit, style: Style) -> Iterator[Para]:
    number = style.number(section.number or "")
    paras = [*([Para(section.text)] if section.text else []), *_items(section, 1)]
    if style.heading == "line":
        paras = [Para(f"{number} {section.heading}", "head"), *paras]
    elif style.heading == "below_number":
        paras = [Para(number, "head"), Para(section.heading, "head"), *paras]
    elif style.heading == "run_in":
        paras = _joined(f"{number} {section.heading}{style.stop} ", paras, style)
    elif style.heading == "above":
        paras = [Para(section.heading, "head"), *_joined(f"{number} ", paras, style)]
    else:
        first, *others = _joined(f"{number} ", paras, style)
        paras = [replace(first, note=section.heading), *others]
    if style.brackets and section.inserted:
        paras[0] = replace(paras[0], text=f"[{paras[0].text}", call=section.inserted)
        paras[-1] = replace(paras[-1], text=f"{paras[-1].text}]")
    yield from paras


def _joined(lead: str, paras: list[Para], style: Style) -> list[Para]:
    """The lead and the first paragraph on one line, unless that begins a list and lists begin on lines of their own."""
    first, *others = paras
    if first.kind == "item" and not style.glued:
        return [Para(lead.strip(), "unit"), *paras]
    return [Para(f"{lead}{first.text}", "unit"), *others]


def _items(unit: Unit, depth: int) -> Iterator[Para]:
    for child in unit.children:
        text = child.text if child.term else f"{child.marker} {child.text}"
        yield Para(text, "item", depth)
        yield from _items(child, depth + 1)
    if unit.closing:
        yield Para(unit.closing, "closing", depth - 1)
