"""What a rule finds in a treaty's own elements: a treaty examined as a law is."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Basis, Confidence, Severity
from .treaty import Article, Element


@dataclass(frozen=True, slots=True)
class TreatyFinding:
    """One fault of one article, with the elements that show it; an absence shows what stands without its counterweight."""

    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    faults: tuple[str, ...]
    article: Article
    elements: tuple[Element, ...]
    message: str
    why: str
    basis: tuple[Basis, ...]
    remedy: str
