"""Web pages: hand-made old ones, portals with navigation around the law, Akoma Ntoso written as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import InputError
from ..model.source import Caveat, Source
from .amendment_notes import label_amendment_notes
from .encoding import decode
from .html_lines import page_lines
from .html_surroundings import find_law
from .html_tables import set_languages_aside
from .interrupting_lines import label_interrupting
from .lines import assemble
from .titles import told_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"""<meta\b[^>]*charset\s*=\s*["']?\s*([A-Za-z][\w.:-]*)|<\?xml[^>]*encoding=["']([\w.-]+)""", re.I
)
_LOOK = re.compile(r"</?(?:font|b|i|u|s|em|strong|span|small|big|tt|strike|a)\b[^<>]*>", re.I)
_LOOK_AND_BOXES = re.compile(
    r"</?(?:font|b|i|u|s|em|strong|span|small|big|tt|a|div|center|blockquote|dir|dl|ul)\b[^<>]*>", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(data: bytes, name: str, language: str | None = None) -> Source:
    """Return the lines of a page as a browser shows them, the words around the law labelled `chrome`.

    Raises InputError for a page that shows no text.
    """
    stated = _CHARSET.search(data[:4096])
    charset = (stated[1] or stated[2]).decode("ascii", errors="ignore") if stated else None
    text, caveats = decode(data, name, declared=charset)
    root = _parse(text, name)

    from .html_akn import akn_lines

    drafts = akn_lines(root)
    if drafts is None:
        caveats.extend(set_languages_aside(root, language))
        law = find_law(page_lines(root), language)
        drafts = label_amendment_notes(label_interrupting(law.drafts))
        caveats.extend(_versions(law.left_out))
        if law.hidden:
            message = f"{law.hidden} lines that {name} hides within the law were left out; open all its parts and save it again."
            caveats.append(Caveat("hidden_text", message))
        language = _language_of(law.element) or language
    return assemble(
        drafts,
        data=data,
        name=name,
        title=told_title(root.findtext("head/title"), drafts),
        language=language,
        caveats=caveats,
    )


def _parse(text: str, name: str) -> HtmlElement:
    """Return the page's tree. Where tags left open nest beyond measure, those that only give look are dropped."""
    source = _XML_DECLARATION.sub("", text)
    for page in (source, _LOOK.sub("", source), _LOOK_AND_BOXES.sub("\n", source)):
        root, whole = _tree(page, name)
        if whole:
            return root
    raise InputError(f"{name} nests its tags without end.", hint="Save the page again, or give the law as PDF.")


def _tree(page: str, name: str) -> tuple[HtmlElement, bool]:
    """Return the tree, and whether the parser came to the page's end."""
    from lxml import etree, html

    # The limit on nesting is lifted as far as libxml2 goes; the file's size bounds the tree, for HTML has no entities
    # of its own.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise InputError(f"{name} shows no text.", hint="Save the page with the law open, or give its PDF.") from None
    return root, not any("depth" in entry.message.lower() for entry in parser.error_log)


def _versions(left_out: tuple[str, ...]) -> list[Caveat]:
    if not left_out:
        return []
    message = f"The page holds the law more than once; one version was read, left out: {', '.join(left_out)}."
    return [Caveat("language_columns", message)]


def _language_of(law: HtmlElement | None) -> str | None:
    """Return the language stated on the law's own element.

    What the whole page states is the language of the site's menus as often as that of the law, and is left aside.
    """
    while law is not None and law.tag not in ("body", "html"):
        if law.get("lang"):
            return str(law.get("lang"))
        law = law.getparent()
    return None
