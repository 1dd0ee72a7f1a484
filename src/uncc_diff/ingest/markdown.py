"""Markdown: `#` headings and emphasis become look, `-----` between pages becomes pages, the markup itself goes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.source import Source
from .converted import set_right
from .encoding import decode
from .lines import Draft, assemble
from .numbered_links import without_numbered_links
from .titles import told_title
from .torn_words import mend_torn_words

_FENCE = re.compile(r"^\s*(-{3,}|\+{3,})\s*$")
_META = re.compile(r"^([A-Za-z][\w .-]*):\s*(.*)$")
_PAGE_BREAK = re.compile(r"^(?:-{5,}|<!--\s*page.?break.*-->|\\newpage)\s*$", re.I)
_RULE = re.compile(r"^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s#+)?\s*$")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_BULLET = re.compile(r"^\s*(?:[-*+]\s+(?=[(\[]?(?:\d{1,3}|[a-zA-Z]{1,5})[.)\]]|[“\"]\w)|[*+]\s{2,}(?=\S))")
"""A list dash before a marker or defined term of the law's own, and a star set apart; any other dash may be the law's own."""

_TABLE_ROW = re.compile(r"^\s*\|(.+)\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_POINTS = (24.0, 18.0, 14.0, 12.0, 10.0, 8.0)
"""Font sizes that browsers give to headings of level 1 to 6; text has 12."""

_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|br|p|div|span|center|font|a)\b[^<>]{0,200}/?>", re.I)
_EMPHASIS = (
    re.compile(r"(?<![\\*])(\*{2,3})(?=[^\s*])((?:[^*]|\*(?!\*))+)(?<=[^\s\\])\1(?!\*)"),
    re.compile(r"(?<![\\*])(\*)(?=[^\s*])([^*]+)(?<=[^\s*\\])\1(?!\*)"),
    re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_]+)(?<=[^\s_\\])\1(?!\w)"),
)
"""Pairs of stars or underscores, each stopping at the next of its kind so that a long line costs no more than its length."""

_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


@dataclass(frozen=True, slots=True)
class _Styled:
    text: str
    bold: bool
    italic: bool


def read_markdown(data: bytes, name: str, language: str | None = None) -> Source:
    """Return the lines of a markdown file without its markup; front matter is labelled chrome.

    The source's text is what a reader of the rendered page sees: offsets point into that, not into the file.
    """
    text, caveats = decode(data, name)
    rows = without_numbered_links(_without_comments(text).replace("\f", "\n-----\n").split("\n"))
    body, title = _front_matter(rows)
    drafts = mend_torn_words(list(_drafts(rows, body)))
    title = told_title(title, drafts) or title or _first_heading(rows, body)
    paged = drafts[-1].page if drafts else None
    if paged == 1:
        drafts, paged = [replace(draft, page=None) for draft in drafts], None
    return assemble(
        set_right(drafts),
        data=data,
        name=name,
        pages=paged,
        title=title,
        language=language,
        caveats=caveats,
    )


def _without_comments(text: str) -> str:
    """Drop comments but keep the line count, and page breaks. What is not closed is no comment."""
    parts: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        comment = text[begin : end + 3]
        parts += [text[at:begin], comment if _PAGE_BREAK.match(comment) else "\n" * comment.count("\n")]
        at = end + 3
    return "".join([*parts, text[at:]])


def _front_matter(rows: list[str]) -> tuple[int, str | None]:
    """Return the row where the document begins behind its `---` blocks of `key: value`, and the title stated there."""
    title = None
    at = 0
    while True:
        while at < len(rows) and not rows[at].strip():
            at += 1
        if at >= len(rows) or not _FENCE.match(rows[at]):
            return at, title
        close = next((i for i in range(at + 1, len(rows)) if _FENCE.match(rows[i])), None)
        block = [row for row in rows[at + 1 : close] if row.strip()] if close else []
        fields = sum(1 for row in block if _META.match(row) or row[:1] in " \t-#")
        if close is None or fields * 2 <= len(block):
            return at, title
        for row in block:
            if title is None and (field := _META.match(row)) and field[1].strip().lower() == "title":
                title = field[2].strip().strip("\"'") or None
        at = close + 1


def _first_heading(rows: list[str], body: int) -> str | None:
    """Return the top heading when the document opens with it."""
    first = next((row for row in rows[body:] if row.strip()), "")
    heading = _HEADING.match(first)
    return _inline(heading[2] or "").text or None if heading and heading[1] == "#" else None


def _drafts(rows: list[str], body: int) -> Iterator[Draft]:
    page = 1
    in_table = False
    for number, raw in enumerate(rows, 1):
        if number <= body:
            if not _FENCE.match(raw):
                yield Draft(raw, number, page, kind="chrome")
            continue
        after_text = number >= 2 and bool(rows[number - 2].strip()) and number - 1 > body
        if _PAGE_BREAK.match(raw) and not after_text:
            page += 1
            continue
        if _RULE.match(raw) or _TABLE_RULE.match(raw):
            continue
        row = _TABLE_ROW.match(raw)
        in_table = bool(row) and (in_table or (number < len(rows) and bool(_TABLE_RULE.match(rows[number]))))
        if row and in_table:
            cells = [_inline(cell).text.strip() for cell in re.split(r"(?<!\\)\|", row[1])]
            yield Draft("\t".join(cells), number, page, kind="table")
            continue
        yield _line(raw, number, page)


def _line(raw: str, number: int, page: int) -> Draft:
    heading = _HEADING.match(raw)
    text = heading[2] or "" if heading else _BULLET.sub("", _QUOTE.sub("", raw))
    styled = _inline(text.strip())
    # Converters of PDF put a stray # before ordinary lines; a heading does not begin in small letters.
    states_heading = heading is not None and not styled.text[:1].islower()
    size = _POINTS[len(heading[1]) - 1] if heading and states_heading else None
    return Draft(styled.text, number, page, size=size, bold=styled.bold or states_heading, italic=styled.italic)


def _inline(text: str) -> _Styled:
    """Return the text as rendered, and whether all its letters are bold, italic."""
    text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text)))
    marked = {"bold": 0, "italic": 0}

    def strip(match: re.Match[str]) -> str:
        inside = len(re.sub(r"\W", "", match[2]))
        if len(match[1]) >= 2:
            marked["bold"] += inside
        if len(match[1]) != 2:
            marked["italic"] += inside
        return match[2]

    before = None
    while before != text:
        before = text
        for pair in _EMPHASIS:
            text = pair.sub(strip, text)
    text = html.unescape(_ESCAPE.sub(r"\1", text)).replace("\xa0", " ")
    letters = len(re.sub(r"\W", "", text))
    return _Styled(
        text, bold=letters > 0 and marked["bold"] >= letters, italic=letters > 0 and marked["italic"] >= letters
    )
