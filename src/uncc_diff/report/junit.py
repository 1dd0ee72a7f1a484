"""JUnit XML: each numbered provision as a test case, so that any CI shows which sections pass."""

from __future__ import annotations

from typing import Any

from ..model.comparison import Comparison
from ..model.finding import Severity
from . import places
from .escape import xml
from .placed import WHOLE_TEXT, Placed
from .view import View

_FAILING: frozenset[Severity] = frozenset({"medium", "high", "critical"})
"""Milder findings are told in a case's output and fail nothing."""


def render(*comparisons: Comparison) -> str:
    """Return one suite per law; a case fails by its findings of medium severity or worse."""
    from lxml import etree

    root = etree.Element("testsuites", {"name": "uncc-diff"})
    for comparison in comparisons:
        _suite(root, comparison)
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return text.decode("utf-8")


def _suite(root: Any, comparison: Comparison) -> None:
    view, law = View(comparison), comparison.law
    found = {None if c.provision is None else c.provision.id: c.findings for c in view.chapters}
    cases: list[tuple[str, tuple[Placed, ...]]] = [(WHOLE_TEXT, found.get(None, ()))]
    named = {p.id for p in law.basics} | {at for at in found if at is not None}
    for provision in law.provisions:
        if provision.id in named:
            title = f"{places.name(law, provision.id)} {places.heading(law, provision.id)}".strip()
            cases.append((title, found.get(provision.id, ())))
    failing = [sum(1 for p in placed if p.finding.severity in _FAILING) for _, placed in cases]
    suite = _add(
        root,
        "testsuite",
        name=view.title,
        tests=str(len(cases)),
        failures=str(sum(1 for n in failing if n)),
        skipped=str(len(cases) if view.unread else 0),
    )
    for title, placed in cases:
        case = _case(suite, law.files[0].name, title, placed)
        if view.unread:
            _add(case, "skipped", message=view.verdict[0])


def _case(suite: Any, file: str, title: str, found: tuple[Placed, ...]) -> Any:
    case = _add(suite, "testcase", classname=file, name=title)
    worst = [p for p in found if p.finding.severity in _FAILING]
    if worst:
        failure = _add(case, "failure", message=worst[0].message, type=worst[0].finding.rule)
        failure.text = xml_lines(worst)
    mild = [p for p in found if p.finding.severity not in _FAILING]
    if mild:
        _add(case, "system-out").text = xml_lines(mild)
    return case


def xml_lines(found: list[Placed]) -> str:
    """Return the findings as text, one line each."""
    return "\n".join(f"{p.finding.severity}: {p.place}: {xml(p.message)} [{xml(p.finding.rule)}]" for p in found)


def _add(parent: Any, element: str, /, **attributes: str) -> Any:
    from lxml import etree

    return etree.SubElement(parent, element, {key: xml(value) for key, value in attributes.items()})
