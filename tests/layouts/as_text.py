"""The Act as plain text and markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from arvena_law import ENACTING, LAW, LONG_TITLE, TITLE, Unit
from printing import Style, printed


def plain(style: Style) -> bytes:
    """One paragraph a line."""
    return "\n".join(para.text for para in printed(style)).encode()


def hard_wrapped(style: Style, *, width: int = 66, lines_on_page: int = 42) -> bytes:
    """Wrapped and indented, blank lines between paragraphs, running heads and form feeds between pages."""
    lines: list[str] = []
    for para in printed(style):
        wrapped = textwrap.wrap(para.text, width, initial_indent="  " * para.depth, subsequent_indent="  " * para.depth)
        lines += [line.center(width) if para.centred else line for line in wrapped]
        if para.kind != "contents":
            lines.append("")
    pages = [lines[at : at + lines_on_page] for at in range(0, len(lines), lines_on_page)]
    heads = [f"{n}              Data Harbours Act" for n in range(1, len(pages) + 1)]
    return "\n\f".join("\n".join([head, "", *page]) for head, page in zip(heads, pages, strict=True)).encode()


def without_page_breaks(
    style: Style, edge: Callable[[int], list[str]], *, width: int = 66, spaced: bool = False, rows: int = 26
) -> bytes:
    """Wrapped, with what stands at the foot and head of pages left in the midst of the text; `edge` is told the page."""
    lines: list[str] = []
    for para in printed(style):
        lines += [*textwrap.wrap(para.text, width), *([""] if para.kind != "contents" else [])]
    pages = [lines[at : at + rows] for at in range(0, len(lines), rows)]
    between = [
        ["", *(line for found in edge(n) for line in (found, ""))] if spaced else edge(n) for n in range(1, len(pages))
    ]
    return "\n".join("\n".join([*page, *lines]) for page, lines in zip(pages, [*between, []], strict=True)).encode()


def by_blocks(style: Style, *, width: int = 60) -> bytes:
    """As programs write out a PDF block by block: the letters of a list, then its texts; numbers amid what they number.

    The number of a section or subsection stands behind its first line, or, every other time, that line behind the rest.
    """
    blocks: list[str] = []
    letters: list[str] = []
    texts: list[str] = []
    late = 0
    for para in [*printed(style), None]:
        item = re.match(r"\(([a-z]{1,4})\) ", para.text) if para else None
        if letters and (item is None or (item[1] in ("a", "i") and letters[-1] != "(h)")):
            blocks += [*letters, *texts]
            letters, texts = [], []
        if para is None:
            break
        if item:
            letters.append(f"({item[1]})")
            texts.append(textwrap.fill(para.text[item.end() :], width))
            continue
        number = re.match(r"(?:\d+[A-Z]?\.)?(?: ?\(\d+\))? ?", para.text)
        first, *rest = textwrap.wrap(para.text[number.end() :] if number else para.text, width)
        if not number or not number.group():
            blocks.append("\n".join([first, *rest]))
        elif rest and rest[0][0].islower():
            late += 1
            label = number.group().replace(" ", "")
            blocks += [[first, "\n".join([label, *rest])], ["\n".join([label, *rest]), first]][late % 2]
        else:
            blocks += [number.group().replace(" ", ""), "\n".join([first, *rest])]
    return "\n\n".join(blocks).encode()


def beside(style: Style, side: str, *, width: int = 56, note: int = 16, lines_on_page: int = 40) -> bytes:
    """Wrapped, with the headings in a column of their own: `left`, `right`, `outer` (by page) or `endless` (no pages)."""
    rows: list[tuple[str, str]] = []
    for para in printed(style):
        if side == "endless" and para.kind == "contents":
            rows.append(("", para.text))  # over the full width, as the notes begin later
            continue
        text = textwrap.wrap(para.text, width, initial_indent="  " * para.depth, subsequent_indent="  " * para.depth)
        text = [line.center(width).rstrip() for line in text] if para.centred else text
        notes = textwrap.wrap(para.note, note)
        while rows and rows[-1][1] and notes and rows[-1][0]:
            rows.append(("", ""))
        tall = max(len(text), len(notes))
        rows += zip([*text, *[""] * tall][:tall], [*notes, *[""] * tall][:tall], strict=True)
        rows.append(("", ""))
    if side == "endless":
        return "\n".join(f"{beside:<{note + 2}}{text}".rstrip() for text, beside in rows).encode()
    pages = []
    for page, at in enumerate(range(0, len(rows), lines_on_page), 1):
        left = side == "left" or (side == "outer" and page % 2 == 0)
        form = (lambda t, n: f"{n:<{note + 2}}{t}") if left else (lambda t, n: f"{t:<{width + 4}}{n}")
        body = [form(text, beside).rstrip() for text, beside in rows[at : at + lines_on_page]]
        pages.append("\n".join([f"{page}              Data Harbours Act", "", *body]))
    return "\n\f".join(pages).encode()


def windows(style: Style) -> bytes:
    """The encoding and line ends of old Windows programs."""
    return plain(style).decode().replace("\n", "\r\n").encode("cp1252")


def markdown() -> bytes:
    """Headings for parts and sections, nested lists for what is in them."""
    lines = [f"# {TITLE}", "", LONG_TITLE, "", ENACTING, ""]
    for top in LAW:
        if top.level == "schedule":
            lines += ["## FIRST SCHEDULE", "", f"**{top.heading}**", ""]
            for child in top.children:
                lines += [f"{child.number}. {child.text}", "", *_items(child, 1), ""]
            continue
        lines += [f"## PART {top.number} — {top.heading}", ""]
        for section in top.children:
            lines += [f"### {section.number}. {section.heading}", "", section.text, ""]
            lines += [*_items(section, 0), ""]
    return "\n".join(lines).encode()


def _items(unit: Unit, depth: int) -> list[str]:
    lines: list[str] = []
    for child in unit.children:
        lines.append(f"{'    ' * depth}- {child.text if child.term else f'{child.marker} {child.text}'}")
        lines += _items(child, depth + 1)
    return [*lines, *(["", unit.closing] if unit.closing else [])]


def inline(style: Style) -> bytes:
    """Every list as one run-on paragraph, as converters and databases leave it; only closing words begin a line."""
    lines: list[str] = []
    for para in printed(style):
        if para.kind == "item" and lines:
            lines[-1] += f" {para.text}"
        else:
            lines.append(para.text)
    return "\n".join(lines).encode()
