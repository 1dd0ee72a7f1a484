"""XML of a law: Akoma Ntoso, Justice Canada's, or, as plain text with a caveat, any other."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import TYPE_CHECKING

from ..errors import InputError
from ..model.source import Caveat, Source
from .lines import assemble
from .marked_lines import MarkedLines

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_MARKER = re.compile(r"^\W{0,2}(?:(?:[^\W\d_]{3,}\s+)?(?:\d+[A-Za-z]{0,3}|[ivxIVX]{1,5})|[A-Za-z]{1,2})\W{0,2}$")

_CANADA = frozenset({"Statute", "Regulation", "Bill"})


def read_xml(data: bytes, name: str, language: str | None = None) -> Source:
    """Return the lines of an XML law; marked with its structure where the vocabulary is known.

    Raises InputError for XML that is broken, nested without end, or swells when its entities are resolved.
    """
    root = parse_xml(data, name)
    vocabulary = local_name(root)
    if vocabulary in ("akomaNtoso", "akomantoso"):
        from .akn import read_akn

        return read_akn(root, data, name, language)
    if vocabulary in _CANADA:
        from .lims import read_lims

        return read_lims(root, data, name, language)
    caveat = Caveat(
        "unstructured_text", f"{name} is XML of an unknown kind (<{vocabulary}>); it was read as plain text."
    )
    return assemble(
        _plain(root).drafts, data=data, name=name, language=language or stated_language(root), caveats=[caveat]
    )


def parse_xml(data: bytes, name: str) -> _Element:
    """Return the root element. Nothing outside the file is fetched, and no entity of the file's own is resolved."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_NAMED.sub(_by_number, data), parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"{name} is broken XML: {error}.", hint="Download it again, or give the law as PDF.") from None
    if root is None:
        raise InputError(f"{name} is broken XML: it holds no element.", hint="Download it again.")
    return root


def _by_number(match: re.Match[bytes]) -> bytes:
    """Write HTML's named characters by number, which need no DTD; leave what XML or the file itself defines."""
    code = name2codepoint.get(match[1].decode("ascii"))
    return match[0] if code is None or match[1] in _OWN else b"&#%d;" % code


def local_name(element: _Element) -> str:
    """Return the element's name without its namespace; empty for what is no element (an unresolved entity)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def whole_text(element: _Element) -> str:
    """Return all text in the element, whitespace collapsed."""
    return " ".join("".join(str(text) for text in element.itertext()).split())


def stated_language(element: _Element) -> str | None:
    """Return the element's xml:lang."""
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or None


def _plain(root: _Element) -> MarkedLines:
    """Return each element that mixes text with elements, or holds text alone, as one line.

    A number in an element of its own opens the line that follows.
    """
    lines = MarkedLines()
    stack: list[_Element] = [root]
    while stack:
        element = stack.pop()
        children = list(element)
        mixed = any(text and text.strip() for text in (element.text, *(child.tail for child in children)))
        if mixed or not children:
            text = whole_text(element)
            lines.write(f"{text} ")
            if text and not _MARKER.match(text):
                lines.flush()
        else:
            stack.extend(reversed(children))
    lines.flush()
    return lines
