"""What a DOCX paragraph or run inherits: from its style, the styles that one is based on, and the document's defaults."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = frozenset({"0", "false", "off", "none"})
_INHERITED = ("bold", "italic", "size", "alignment", "list_id", "list_level")
_DEEPEST = 20
"""Styles in a chain; a longer one is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it leaves the matter to the style it is based on."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    alignment: str | None = None
    list_id: str | None = None
    list_level: int | None = None
    name: str = ""


@dataclass(slots=True)
class Styles:
    """The document's styles, resolved."""

    default: Style = field(default_factory=Style)
    by_id: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str | None = None

    def of(self, style_id: str | None) -> Style:
        """Return the style with all it inherits; the document's defaults for an unknown one."""
        return self.by_id.get(style_id or self.default_paragraph or "", self.default)


def read_styles(root: _Element | None) -> Styles:
    """Return the styles of the styles part; bare defaults where there is none."""
    if root is None:
        return Styles()
    defaults = root.find(f"{W}docDefaults")
    default = _own(defaults, "") if defaults is not None else Style()
    elements = {element.get(f"{W}styleId") or "": element for element in root.iter(f"{W}style")}
    styles = Styles(default)
    for style_id, element in elements.items():
        chain = [element]
        while len(chain) < _DEEPEST and (below := elements.get(value(chain[-1], "basedOn") or "")) is not None:
            chain.append(below)
        style = default
        for link in reversed(chain):
            style = _over(style, _own(link, value(link, "name") or ""))
        styles.by_id[style_id] = style
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
            styles.default_paragraph = style_id
    return styles


def _own(element: _Element, name: str) -> Style:
    """Return what the style itself says."""
    marks = next(element.iter(f"{W}rPr"), None)
    paragraph = next(element.iter(f"{W}pPr"), None)
    numbers = paragraph.find(f"{W}numPr") if paragraph is not None else None
    level = value(numbers, "ilvl")
    return Style(
        bold=switch(marks, "b"),
        italic=switch(marks, "i"),
        size=points(marks),
        alignment=value(paragraph, "jc"),
        list_id=value(numbers, "numId"),
        list_level=int(level) if level and level.isdigit() else None,
        name=name,
    )


def _over(below: Style, above: Style) -> Style:
    """Return the lower style with what the upper one says instead."""
    said = {name: said for name in _INHERITED if (said := getattr(above, name)) is not None}
    return replace(below, **said, name=above.name)


def value(element: _Element | None, name: str) -> str | None:
    """Return the `w:val` of the child so named."""
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def switch(element: _Element | None, name: str) -> bool | None:
    """Return whether an on-off property is set; None where it is not mentioned."""
    found = element.find(f"{W}{name}") if element is not None else None
    return None if found is None else (found.get(f"{W}val") or "1").lower() not in _OFF


def points(element: _Element | None) -> float | None:
    """Return the font size in points; Word states half points."""
    stated = value(element, "sz")
    try:
        return float(stated) / 2 if stated else None
    except ValueError:
        return None
