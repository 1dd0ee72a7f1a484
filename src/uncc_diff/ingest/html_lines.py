"""The lines a browser would show: block elements and <br> begin lines, tags give look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.source import LineKind
from .html_lists import ListNumbers, begins_with_marker
from .html_tables import OTHER_LANGUAGE, is_data_table, join_marker_cells, table_rows
from .lines import Draft

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section", "select",
    "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "html",
})  # fmt: skip
_UNSEEN = frozenset({
    "script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math", "audio", "video", "canvas",
    "datalist", "link", "meta", "title", "base", "area", "map", "embed", "param", "source", "track",
})  # fmt: skip
_CONTROLS = frozenset(
    {"nav", "footer", "aside", "menu", "button", "select", "textarea", "option", "label", "search", "dialog"}
)
_CONTROL_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "toolbar"})
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "dl", "hr"})

_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_ITALIC = frozenset({"i", "em", "cite", "var"})
_CSS_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)", re.I)
_BOLD_VALUES = frozenset({"bold", "600", "700", "800", "900"})
_CSS_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.I)
_CSS_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.I)
_CSS_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CSS_NOTE = re.compile(r"mso-element\s*:\s*(foot|end)note\b", re.I)
_NOTE_CLASS = re.compile(r"(?:^|\s)(?:foot|end)notes?(?:[-_]?(?:text|body|content|list|item|block))?(?=\s|$)", re.I)
_MARGIN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:side|shoulder|margin(?:al)?)[-_]?(?:notes?|headings?|titles?)(?=$|[\s_-])", re.I
)
_CENTRED_CLASS = re.compile(r"(?:^|[\s_-])(?:center|centre|centered|centred)(?=$|[\s_-])", re.I)
_CALL = re.compile(r"^\[?(?:\d{1,3}|[a-z]|[*†‡]{1,3})\]?$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    centred: bool = False
    hidden: bool = False
    control: bool = False
    note: bool = False
    margin: bool = False
    link: bool = False
    call: bool = False
    unseen: bool = False


_UNSEEN_LOOK = _Look(unseen=True)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line with what its place in the page tells: the element of its first word, and how much of it is links."""

    draft: Draft
    element: HtmlElement
    linked: int = 0
    """Characters that stand in links."""
    aside: bool = False
    """Is it part of a menu, a control or hidden, so no text of the law wherever it stands?"""
    hidden: bool = False


def page_lines(root: HtmlElement) -> list[PageLine]:
    """Return the page's lines in order; scripts and styles are no text and left out."""
    return join_marker_cells(_Walk(root).lines())


class _Walk:
    """One pass over the tree without recursion, for pages may nest without end."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._number = 1
        self._label = ""
        self._parts: list[tuple[str, _Look]] = []
        self._element: HtmlElement | None = None
        self._calls: list[tuple[str, HtmlElement, _Look]] = []
        self._numbers = ListNumbers()

    def lines(self) -> Iterator[PageLine]:
        from lxml import etree

        looks = [_Look()]
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                look = looks.pop()
                if element.tag in BLOCKS and not look.unseen:
                    yield from self._break(element)
                self._write(element.tail, element.getparent(), looks[-1])
                continue
            look = _look(element, looks[-1])
            looks.append(look)
            if not look.unseen and (element.tag in BLOCKS or element.tag == "br"):
                yield from self._break(element)
            if look.unseen:
                walk.skip_subtree()
            elif element.tag == "table" and is_data_table(element):
                for row in table_rows(element):
                    self._number += 1
                    yield self._page_line([(row, look)], element, "table")
                walk.skip_subtree()
            else:
                if element.tag == "li":
                    self._label = "" if look.control else self._numbers.label(element)
                self._write(element.text, element, look)
        yield from self._flush()

    def _break(self, element: HtmlElement) -> Iterator[PageLine]:
        empty = self._element is None
        yield from self._flush()
        if element.tag in _PARAGRAPHS or (element.tag == "br" and empty):
            self._number += 1

    def _write(self, text: str | None, element: HtmlElement | None, look: _Look) -> None:
        if not text or element is None or look.unseen:
            return
        if look.call and self._element is not None and _CALL.match(text.strip()):
            self._calls.append((text, element, look))
            return
        self._parts.append((text, look))
        if self._element is None and text.strip():
            self._element = element

    def _flush(self) -> Iterator[PageLine]:
        """Yield the line; calls of footnotes follow it, so that they do not stand as digits in its words."""
        parts, element, calls = self._parts, self._element, self._calls
        self._parts, self._element, self._calls = [], None, []
        if element is not None:
            self._number += 1
            if self._label and not begins_with_marker("".join(text for text, _ in parts)):
                parts.insert(0, (self._label, parts[0][1]))
            self._label = ""
            yield self._page_line(parts, element, "body")
        for text, place, look in calls:
            yield self._page_line([(text, look)], place, "footnote")

    def _page_line(self, parts: list[tuple[str, _Look]], element: HtmlElement, kind: LineKind) -> PageLine:
        text = "".join(part for part, _ in parts)
        seen = [(len(part.strip()), look) for part, look in parts if part.strip()]
        first = seen[0][1]
        draft = Draft(
            text if kind == "table" else _SPACE.sub(" ", text).strip(),
            self._number,
            bold=all(look.bold for _, look in seen),
            italic=all(look.italic for _, look in seen),
            centred=first.centred,
            kind=_kind(kind, [look for _, look in seen]),
        )
        return PageLine(
            draft,
            element,
            linked=sum(length for length, look in seen if look.link),
            aside=all(look.hidden or look.control for _, look in seen),
            hidden=all(look.hidden for _, look in seen),
        )


def _kind(kind: LineKind, looks: list[_Look]) -> LineKind:
    if all(look.note for look in looks):
        return "footnote"
    return "margin" if all(look.margin for look in looks) else kind


def _look(element: HtmlElement, around: _Look) -> _Look:
    """Return the look of text directly in the element, given the look around it."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if around.unseen or tag in _UNSEEN or (tag == "input"):
        return _UNSEEN_LOOK
    style, names = element.get("style") or "", f"{element.get('class') or ''} {element.get('id') or ''}"
    bold, italic = _CSS_BOLD.search(style), _CSS_ITALIC.search(style)
    return _Look(
        bold=bold[1].lower() in _BOLD_VALUES if bold else around.bold or tag in _BOLD,
        italic=italic[1].lower() != "normal" if italic else around.italic or tag in _ITALIC,
        centred=_centred(element, tag, style, around.centred),
        hidden=around.hidden or element.get("hidden") is not None or bool(_CSS_HIDDEN.search(style)),
        control=around.control or _is_control(element, tag),
        note=around.note or bool(_NOTE_CLASS.search(names) or _CSS_NOTE.search(style)),
        margin=around.margin or bool(_MARGIN_CLASS.search(names)),
        link=around.link or (tag == "a" and bool(element.get("href"))),
        call=around.call or tag == "sup",
    )


def _is_control(element: HtmlElement, tag: str) -> bool:
    role = (element.get("role") or "").lower()
    return tag in _CONTROLS or role in _CONTROL_ROLES or element.get(OTHER_LANGUAGE) is not None


def _centred(element: HtmlElement, tag: str, style: str, around: bool) -> bool:
    if tag not in BLOCKS:
        return around
    align = _CSS_ALIGN.search(style)
    stated = (align[1] if align else element.get("align") or "").lower()
    if stated:
        return stated == "center"
    if tag == "table":
        return False
    return around or tag == "center" or bool(_CENTRED_CLASS.search(element.get("class") or ""))
