"""Tell what a file is by its first bytes; the name decides only where those leave it open."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from ..errors import InputError
from ..model.source import Source

Reader = Callable[[bytes, str, str | None], Source]
"""Takes the bytes, the name and the language asked for."""

_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"From: <Saved by ", "a web archive"),
    (b"MIME-Version:", "a web archive or e-mail"),
)

_SHOULD_BE_ZIP = {".docx": "DOCX", ".docm": "DOCX", ".odt": "ODT"}
_HTML_NAMES = {".html", ".htm", ".xhtml"}
_MARKDOWN_NAMES = {".md", ".markdown", ".mdown", ".mkd"}

_HTML_START = re.compile(
    rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|div|p|table|center|h[1-6])\b", re.I | re.S
)
_XML_START = re.compile(rb"\s*(<\?xml|<!--|<!DOCTYPE|<[A-Za-z_][\w.:-]*[\s/>])", re.I)
_XHTML = re.compile(rb"<html\b|<!doctype\s+html", re.I)


LARGEST_TEXT = 32 * 2**20
"""Bytes of a text, page or XML file, markup and embedded pictures included; beyond that no law, but memory ends."""


def recognise(data: bytes, name: str) -> Reader:
    """Return the reader for a file that is no PDF; raise InputError for types that none can read."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf":
        raise InputError(
            f"{name} is named .pdf, but holds no PDF.", hint="Download it again: this may be an error page."
        )
    for start, what in _REFUSED:
        if data.startswith(start):
            raise InputError(f"{name} is {what}.", hint=_convert(suffix))
    if data.startswith(b"PK"):
        from .docx import read_docx

        return read_docx
    if suffix in _SHOULD_BE_ZIP:
        raise InputError(f"{name} is not a {_SHOULD_BE_ZIP[suffix]} file inside.", hint="Save it again as DOCX or PDF.")
    if len(data) > LARGEST_TEXT:
        raise InputError(
            f"{name} has {-(-len(data) // 2**20)} MB; at most {LARGEST_TEXT // 2**20} MB of text are read.",
            hint="Cut the file to the law.",
        )
    return _markup(data, suffix)


def _convert(suffix: str) -> str:
    if suffix in {".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff"}:
        return "Make a PDF of the images and have it recognised (OCR)."
    if suffix in {".mht", ".mhtml", ".eml"}:
        return "Open it and save the page as HTML."
    return "Convert it to DOCX or PDF."


def _markup(data: bytes, suffix: str) -> Reader:
    head = _without_mark(data)[:4096]
    if _HTML_START.match(head) or (_XML_START.match(head) and _XHTML.search(head)) or suffix in _HTML_NAMES:
        from .html import read_html

        return read_html
    if _XML_START.match(head) and suffix not in _MARKDOWN_NAMES:
        from .xml import read_xml

        return read_xml
    if suffix in _MARKDOWN_NAMES:
        from .markdown import read_markdown

        return read_markdown
    from .text import read_text

    return read_text


def _without_mark(data: bytes) -> bytes:
    """Return the head without byte order mark; UTF-16 as its ASCII skeleton, enough to see tags in."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[2:8192].replace(b"\x00", b"")
    return data[3:] if data.startswith(b"\xef\xbb\xbf") else data
