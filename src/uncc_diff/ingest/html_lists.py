"""Numbers of ordered lists, which a browser writes before the items and the page does not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .list_numbers import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(" + "|".join(_STYLES) + r")\b", re.I)
_UNNUMBERED_CLASS = re.compile(r"breadcrumb|unstyled|no-?(?:number|bullet|style)|nav|menu|pagination", re.I)
_MARKER = re.compile(r"^\s*(?:[(\[]?\w{1,5}[.)\]]|\d{1,4}[A-Za-z]?\b)")


def begins_with_marker(text: str) -> bool:
    """Does the item bear a number in its own text, so that the list's is not shown?"""
    return _MARKER.match(text) is not None


class ListNumbers:
    """Counts the items of every ordered list; `label` must be called once per item, in order."""

    def __init__(self) -> None:
        self._next: dict[HtmlElement, int] = {}

    def label(self, item: HtmlElement) -> str:
        """Return the number of the item with a full stop and a space; empty in a list that shows none."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number = _int(item.get("value"), self._next.get(parent, _int(parent.get("start"), 1)))
        self._next[parent] = number + 1
        style = _STYLE.search(f"{item.get('style') or ''};{parent.get('style') or ''}")
        if style:
            form = _STYLES[style[1].lower()]
        elif _UNNUMBERED_CLASS.search(parent.get("class") or ""):
            form = "none"
        else:
            form = _TYPES.get(item.get("type") or parent.get("type") or "1", "decimal")
        shown = written(number, form)
        return f"{shown}. " if shown else ""


def _int(text: str | None, default: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return default
