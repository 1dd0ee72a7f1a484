"""The treaty's side of the comparison: what each article is called, and which concepts show it, with what weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.treaty import Article, Element, Treaty
from .terms import counts, stems

NEED_WEIGHT = {"required": 1.0, "option": 0.4, "safeguard": 0.4, "exclusion": 0.2}
"""How much an element says about the subject of an article: what it must hold most, what it leaves out least."""
CORE_KINDS = frozenset({"conduct", "duty", "object", "result", "subject", "means", "link", "definition", "penalty"})
"""Kinds that say what an article is about; fault, circumstance and safeguard are common to many articles."""
CORE_WEIGHT = {"conduct": 2.0, "duty": 2.0, "definition": 1.0}


@dataclass(frozen=True, slots=True)
class Profile:
    """An article made ready for comparison."""

    article: Article
    names: tuple[str, ...]
    """Title and other names, lower case."""
    terms: dict[str, float]
    """Stems of title, names, gist and gists of elements, dampened counts."""
    concepts: dict[str, float]
    """Concepts that show its elements; the higher the need, the heavier."""
    core: tuple[tuple[float, frozenset[str], frozenset[str]], ...]
    """(weight, any of these, all of these) for each element that says what the article is about."""
    required: tuple[Element, ...]


def profiles(treaty: Treaty) -> tuple[Profile, ...]:
    """Return the articles that a law can answer, in treaty order: all but the final clauses."""
    return tuple(_profile(article) for article in treaty.articles if article.role != "final")


def _profile(article: Article) -> Profile:
    names = (article.title, *article.also_called)
    gists = [article.gist, *(e.gist for e in article.elements)]
    concepts: dict[str, float] = {}
    for element in article.elements:
        shown_by = (*element.any, *element.all)
        for concept in shown_by:
            weight = NEED_WEIGHT[element.need] * CORE_WEIGHT.get(element.kind, 1.0)
            concepts[concept] = max(concepts.get(concept, 0.0), weight)
    required = tuple(e for e in article.elements if e.need == "required")
    return Profile(
        article=article,
        names=tuple(" ".join(stems(name)) for name in names),
        terms=counts(" ".join([*names, *gists])),
        concepts=concepts,
        core=_core(required or article.elements),
        required=required,
    )


def _core(elements: Sequence[Element]) -> tuple[tuple[float, frozenset[str], frozenset[str]], ...]:
    about = [e for e in elements if e.kind in CORE_KINDS] or list(elements)
    return tuple((CORE_WEIGHT.get(e.kind, 1.0), frozenset(e.any), frozenset(e.all)) for e in about)
