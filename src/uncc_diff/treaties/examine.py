"""Examines a treaty as a law is examined: rules over the elements of its articles, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.critique import TreatyFinding
from ..model.treaty import Article, Element, Treaty
from .element_rule import ElementRule, Pattern


def examine(treaty: Treaty, rules: Iterable[ElementRule]) -> tuple[TreatyFinding, ...]:
    """Return what the rules find, article by article, in the order of the rules."""
    ordered = tuple(rules)
    return tuple(
        found
        for article in treaty.articles
        for rule in ordered
        if (found := _finding(rule, article, treaty)) is not None
    )


def _finding(rule: ElementRule, article: Article, treaty: Treaty) -> TreatyFinding | None:
    if (rule.role and article.role not in rule.role) or (rule.duty and article.duty not in rule.duty):
        return None
    shown: dict[str, Element] = {}
    for pattern in rule.has:
        held = [e for e in article.elements if matches(pattern, e)]
        if not held:
            return None
        shown |= {e.id: e for e in held}
    if any(matches(pattern, e) for pattern in rule.lacks for e in article.elements):
        return None
    elements = tuple(shown.values())
    return TreatyFinding(
        rule=rule.id,
        title=rule.title,
        severity=rule.severity,
        confidence=rule.confidence,
        faults=rule.faults,
        article=article,
        elements=elements,
        message=rule.message.replace("{article}", f"{treaty.short} {article.number}").replace(
            "{elements}", "; ".join(e.gist or e.id.replace("_", " ") for e in elements)
        ),
        why=rule.why,
        basis=rule.basis,
        remedy=rule.remedy,
    )


def matches(pattern: Pattern, element: Element) -> bool:
    """Is this one of the elements that the pattern means?"""
    return (
        (not pattern.kind or element.kind in pattern.kind)
        and (not pattern.need or element.need in pattern.need)
        and (not pattern.concepts or bool(pattern.concepts & {*element.any, *element.all}))
        and (not pattern.qualified or bool(pattern.qualified & set(element.qualified)))
        and not (pattern.firm and element.qualified)
    )
