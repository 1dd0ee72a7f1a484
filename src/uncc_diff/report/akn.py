"""The tree as Akoma Ntoso 3.0 XML (OASIS LegalDocML), so that other legal tools can go on with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.law import Law, Provision
from .escape import xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ELEMENTS = {
    "book": "book", "title": "title", "part": "part", "chapter": "chapter", "division": "division",
    "section": "section", "article": "article", "clause": "clause", "rule": "rule",
    "subsection": "subsection", "paragraph": "paragraph", "subparagraph": "subparagraph", "point": "point",
}  # fmt: skip
"""Levels that Akoma Ntoso has an element for; the others are `hcontainer` with the level as its name."""


def render(law: Law) -> str:
    """Return the law as an Akoma Ntoso `act`: metadata, preface, preamble, body and schedules as attachments' text."""
    from lxml import etree

    root: Any = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    act = _add(root, "act", {"name": "act"})
    _meta(act, law)
    _add(_add(_add(act, "preface"), "p"), "docTitle").text = xml(law.title)
    top = law.children(None)
    preambles = [p for p in top if p.level == "preamble"]
    if preambles:
        preamble = _add(act, "preamble")
        for provision in preambles:
            _words(preamble, provision.text)
    body = _add(act, "body")
    for provision in top:
        if provision.level != "preamble":
            _provision(body, law, provision)
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return text.decode("utf-8")


def _meta(act: Any, law: Law) -> None:
    """The identification that the schema asks for; what the text does not state is left as `unknown`, never invented."""
    identification = _add(_add(act, "meta"), "identification", source="#uncc-diff")
    date = law.version_date or "0001-01-01"
    for name in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
        level = _add(identification, name)
        _add(level, "FRBRthis", value="/akn/unknown/act")
        _add(level, "FRBRuri", value="/akn/unknown/act")
        if name == "FRBRWork":
            _add(level, "FRBRdate", {"date": date, "name": "version"})
            _add(level, "FRBRauthor", href="#unknown")
            _add(level, "FRBRcountry", value="unknown")
        elif name == "FRBRExpression":
            _add(level, "FRBRdate", {"date": date, "name": "version"})
            _add(level, "FRBRauthor", href="#unknown")
            _add(level, "FRBRlanguage", language=law.language)
        else:
            _add(level, "FRBRdate", {"date": date, "name": "version"})
            _add(level, "FRBRauthor", href="#uncc-diff")


def _provision(parent: Any, law: Law, provision: Provision) -> None:
    name = _ELEMENTS.get(provision.level)
    node = _add(parent, name or "hcontainer", {"eId": provision.id, **({} if name else {"name": provision.level})})
    if provision.number:
        _add(node, "num").text = xml(provision.number)
    if provision.heading:
        _add(node, "heading").text = xml(provision.heading)
    children = law.children(provision.id)
    closing = [c for c in children if c.level == "closing" and not law.children(c.id)]
    inner = [c for c in children if c not in closing]
    if inner:
        if provision.text:
            _words(_add(node, "intro"), provision.text)
        for child in inner:
            _provision(node, law, child)
        for last in closing:
            _words(_add(node, "wrapUp", eId=last.id), last.text)
    else:
        content = _add(node, "content")
        for words in (provision.text, *(c.text for c in closing)):
            _words(content, words)


def _words(parent: Any, text: str) -> None:
    _add(parent, "p").text = xml(text)


def _add(parent: Any, element: str, attributes: Mapping[str, str] | None = None, /, **more: str) -> Any:
    from lxml import etree

    stated = {**(attributes or {}), **more}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{element}", {key: xml(value) for key, value in stated.items()})
