"""The tree as Akoma Ntoso 3.0 XML (OASIS LegalDocML), so that other legal tools can go on with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from ..model.law import GROUPS, Law, Provision
from .escape import xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ELEMENTS = {
    "book": "book", "title": "title", "part": "part", "chapter": "chapter", "division": "division",
    "section": "section", "article": "article", "clause": "clause", "rule": "rule",
    "subsection": "subsection", "paragraph": "paragraph", "subparagraph": "subparagraph", "point": "point",
}  # fmt: skip
"""Levels that Akoma Ntoso has an element for; the others are `hcontainer` with the level as its name."""


def render(law: Law) -> str:
    """Return the law as an Akoma Ntoso `act`, from which reading gives the same tree again."""
    from lxml import etree

    root: Any = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    act = _add(root, "act", {"name": "act"})
    _meta(act, law)
    top = law.children(None)
    preambles = [p for p in top if p.level == "preamble"]
    if preambles:
        preamble = _add(act, "preamble")
        for provision in preambles:
            _words(preamble, provision.text)
    _provisions(_add(act, "body"), law, [p for p in top if p.level != "preamble"], quoted=False)
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
            _add(level, "FRBRalias", name="title", value=law.title)
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


def _provisions(parent: Any, law: Law, provisions: Sequence[Provision], *, quoted: bool) -> None:
    """Add provisions; those to be inserted into another law stand in a quotation, unless `quoted` says that one is open."""
    for is_quoted, some in groupby(provisions, key=lambda p: p.quoted and not quoted):
        holder = parent
        if is_quoted:
            content = _add(_add(parent, "hcontainer", name="amendment"), "content")
            holder = _add(_add(_add(content, "p"), "mod"), "quotedStructure")
        for provision in some:
            _provision(holder, law, provision)


def _provision(parent: Any, law: Law, provision: Provision) -> None:
    name = _ELEMENTS.get(provision.level)
    node = _add(parent, name or "hcontainer", {"eId": provision.id, **({} if name else {"name": provision.level})})
    if number := _number(provision):
        _add(node, "num").text = xml(number)
    if provision.heading:
        _add(node, "heading").text = xml(provision.heading)
    if provision.level == "table":
        _rows(_add(_add(node, "content"), "table"), provision.text)
        return
    inner = law.children(provision.id)
    if not inner:
        _words(_add(node, "content"), provision.text)
        return
    last = (
        inner[-1] if len(inner) > 1 and inner[-2].level != "closing" and _wraps_up(law, inner[-1], provision) else None
    )
    if provision.text:
        _words(_add(node, "intro"), provision.text)
    _provisions(node, law, inner[:-1] if last else inner, quoted=provision.quoted)
    if last is not None:
        _words(_add(node, "wrapUp", eId=last.id), last.text)


def _wraps_up(law: Law, last: Provision, provision: Provision) -> bool:
    return last.level == "closing" and last.quoted == provision.quoted and not law.children(last.id)


def _number(provision: Provision) -> str | None:
    """Return the number, of a group with the law's word for it; the word alone for a schedule without number and heading."""
    if provision.level == "schedule" and not provision.number and not provision.heading:
        return "Schedule"
    if provision.number and provision.level in GROUPS:
        return provision.citation.rsplit(", ", 1)[-1]
    return provision.number


def _rows(table: Any, text: str) -> None:
    for row in text.split("\n"):
        cells = _add(table, "tr")
        for cell in row.split("\t"):
            _words(_add(cells, "td"), cell)


def _words(parent: Any, text: str) -> None:
    _add(parent, "p").text = xml(text)


def _add(parent: Any, element: str, attributes: Mapping[str, str] | None = None, /, **more: str) -> Any:
    from lxml import etree

    stated = {**(attributes or {}), **more}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{element}", {key: xml(value) for key, value in stated.items()})
