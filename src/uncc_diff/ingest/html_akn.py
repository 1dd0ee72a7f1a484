"""Akoma Ntoso written as HTML: `akn-*` classes name the elements, so the page is read as the XML it came from."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from .akn import LEVELS, AknReader
from .lines import Draft
from .marked_lines import bare_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CLASS = re.compile(r"(?:^|\s)akn-([A-Za-z]+)(?=\s|$)")
_KEPT = frozenset({"br", "table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li"})
_LINES = frozenset({"p", "div", "section", "article", "header", "footer", "blockquote", "dd", "dt", "dl", "pre"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "template", "button", "svg", "input", "select", "textarea"})
_GROUP = frozenset({"book", "title", "part", "chapter", "division", "schedule"})
_GROUP_HEADING = re.compile(r"^(.{1,40}?)\s*(?:[–—:]|\s-\s)\s*(\S.*)$", re.S)
_UNIT_HEADING = re.compile(r"^((?:[^\W\d]{3,}\.?\s+)?\W{0,2}\d+[\w.]{0,6}\W{0,2})(?:\s+(.*))?$", re.S)


def akn_lines(root: HtmlElement) -> list[Draft] | None:
    """Return the page's lines with the law's marks; None when the page holds no numbered unit in akn-* classes."""
    units = [element for element in root.iter() if _name(element) in LEVELS]
    if len(units) < 2:
        return None
    from .html_lines import page_lines

    law = _common(units)
    inside = set(law.iter())
    reader = AknReader()
    try:
        reader.element(_as_akn(law))
    except RecursionError:
        # Tags left open nest a page deeper than any law; it is then read by its look, as other pages are.
        return None
    reader.lines.flush()
    before: list[Draft] = []
    after: list[Draft] = []
    seen = False
    for line in page_lines(root):
        if line.element in inside:
            seen = True
        else:
            (after if seen else before).append(_chrome(line.draft))
    drafts = [*before, *reader.lines.drafts, *after]
    return [_numbered(draft, number) for number, draft in enumerate(drafts, 1)]


def _chrome(draft: Draft) -> Draft:
    return Draft(draft.text, draft.number, kind="chrome")


def _numbered(draft: Draft, number: int) -> Draft:
    return Draft(draft.text, number, kind=draft.kind, mark=draft.mark)


def _name(element: HtmlElement) -> str:
    """Return the Akoma Ntoso name that the element's class states; empty without one."""
    stated = _CLASS.search(element.get("class") or "") if isinstance(element.tag, str) else None
    return stated[1] if stated else ""


def _common(units: list[HtmlElement]) -> HtmlElement:
    """Return the smallest element around all the units, and around the akn-* elements that hold that."""
    place = units[0]
    inside = set(place.iter())
    for unit in units[1:]:
        while unit not in inside:
            place = place.getparent()
            inside = set(place.iter())
    named = [up for up in place.iterancestors() if _name(up) or up.tag == "la-akoma-ntoso"]
    return named[-1] if named else place


def _as_akn(law: HtmlElement) -> HtmlElement:
    """Return a copy of the element with Akoma Ntoso's names for tags."""
    tree = copy.deepcopy(law)
    tree.tail = None
    for element in list(tree.iter()):
        name = _name(element)
        if name:
            element.tag = name
            if stated := element.get("data-name"):
                element.set("name", stated)
        elif element.tag in _UNSEEN:
            element.drop_tree()
        elif element.tag in _HEADINGS and _name_of_parent(element) in LEVELS:
            _split_heading(element, str(element.getparent().tag))
        elif element.tag in _HEADINGS or element.tag in _LINES:
            element.tag = "p"
        elif element.tag not in _KEPT:
            element.tag = "span"
    return tree


def _name_of_parent(element: HtmlElement) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""


def _split_heading(element: HtmlElement, unit: str) -> None:
    """Turn `1. Short title` or `Part I – General` into number and heading."""
    from lxml import etree

    text = " ".join(str(element.text_content()).split())
    match = (_GROUP_HEADING if LEVELS[unit] in _GROUP else _UNIT_HEADING).match(text)
    number, heading = (match[1], match[2]) if match else (None, text)
    if number is None and bare_number(text) and len(text.split()) <= 2:
        number, heading = text, None
    parent, at = element.getparent(), element.getparent().index(element)
    tail = element.tail
    parent.remove(element)
    for offset, (tag, part) in enumerate((("num", number), ("heading", heading))):
        if part:
            made = etree.Element(tag)
            made.text = part
            parent.insert(at + offset if number else at, made)
    if tail and tail.strip():
        kept = etree.Element("p")
        kept.text = tail
        parent.insert(at + bool(number) + bool(heading), kept)
