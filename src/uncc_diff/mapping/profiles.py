"""The treaty's side of the comparison: what each article is called, and which concepts show it, with what weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.treaty import Article, Element, Treaty
from .defining import Group, defining
from .terms import counts, stems

NEED_WEIGHT = {"required": 1.0, "option": 0.4, "safeguard": 0.4, "exclusion": 0.2}
"""How much an element says about the subject of an article: what it must hold most, what it leaves out least."""
KIND_WEIGHT = {
    "conduct": 2.0, "duty": 2.0, "object": 1.0, "result": 2.0, "subject": 1.0, "means": 1.0, "link": 1.0, "definition": 1.0,
    "penalty": 1.0, "ground": 1.0,
}  # fmt: skip
"""How much the kind of an element says about the subject of an article; kinds not named are common to many articles."""
COMMON = 0.75
NEAR = 1.0
"""Weight of a concept that shows an element narrowed or widened, against one that shows it plainly."""
CORE_KINDS = frozenset(KIND_WEIGHT)
"""Kinds that say what an article is about."""


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
    defining: tuple[Group, ...]
    """Groups of elements; a clause that shows none of a group does not answer the article."""


def profiles(treaty: Treaty) -> tuple[Profile, ...]:
    """Return the articles that a law can answer, in treaty order: all but the final clauses."""
    return tuple(_profile(article) for article in treaty.articles if article.role != "final")


def _profile(article: Article) -> Profile:
    names = (article.title, *article.also_called)
    gists = [article.gist, *(e.gist for e in article.elements)]
    concepts: dict[str, float] = {}
    for element in article.elements:
        weight = NEED_WEIGHT[element.need] * KIND_WEIGHT.get(element.kind, COMMON)
        for concept in (*element.any, *element.all):
            concepts[concept] = max(concepts.get(concept, 0.0), weight)
        for concept in (*element.narrower, *element.wider) if element.kind in CORE_KINDS else ():
            concepts[concept] = max(concepts.get(concept, 0.0), NEAR * weight)
    required = tuple(e for e in article.elements if e.need == "required")
    return Profile(
        article=article,
        names=tuple(" ".join(stems(name)) for name in names),
        terms=counts(" ".join([*names, *gists])),
        concepts=concepts,
        core=_core(required or article.elements),
        required=required,
        defining=defining().groups(article),
    )


def _core(elements: Sequence[Element]) -> tuple[tuple[float, frozenset[str], frozenset[str]], ...]:
    about = [e for e in elements if e.kind in CORE_KINDS] or list(elements)
    return tuple((KIND_WEIGHT.get(e.kind, COMMON), frozenset(e.any), frozenset(e.all)) for e in about)


def weights_of_concepts(profiles: Sequence[Profile]) -> dict[str, float]:
    """Return how much each concept says about what a clause does: the most that any element shown by it says."""
    result: dict[str, float] = {}
    for profile in profiles:
        for element in profile.article.elements:
            for concept in (*element.any, *element.all):
                result[concept] = max(result.get(concept, 0.0), KIND_WEIGHT.get(element.kind, COMMON))
    return result
