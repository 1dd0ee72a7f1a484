"""The treaty's side of the comparison: what each article is called, and which concepts show it, with what weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model.treaty import Article, Element, Treaty
from .defining import Group, defining
from .names import NamesOfArticles, names_of_articles
from .roles import role_rarity
from .terms import Rarity, counts, rarity, stems

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
    role: str
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


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of one treaty that a law can answer, with all that does not depend on the law."""

    profiles: tuple[Profile, ...]
    """In treaty order; final clauses left out."""
    names: NamesOfArticles
    term_rarity: Rarity
    concept_rarity: Rarity
    say: dict[str, float]
    """How much each concept says about what a clause does: the most that any element shown by it says."""
    role_rarity: dict[str, float]
    """How much each role narrows the articles down."""
    foreign: frozenset[str]
    """The concepts that only articles on cooperation between States speak of."""


@lru_cache(maxsize=32)
def articles_of(treaty: Treaty) -> Articles:
    """Return the articles of a treaty made ready for comparison, once in a run."""
    found = tuple(_profile(article) for article in treaty.articles if article.role != "final")
    return Articles(
        profiles=found,
        names=names_of_articles([p.names for p in found]),
        term_rarity=rarity(p.terms for p in found),
        concept_rarity=rarity(p.concepts for p in found),
        say=_weights_of_concepts(found),
        role_rarity=role_rarity([p.role for p in found]),
        foreign=_foreign(found),
    )


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
        role=str(article.role),
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


def _weights_of_concepts(profiles: Sequence[Profile]) -> dict[str, float]:
    result: dict[str, float] = {}
    for profile in profiles:
        for element in profile.article.elements:
            for concept in (*element.any, *element.all):
                result[concept] = max(result.get(concept, 0.0), KIND_WEIGHT.get(element.kind, COMMON))
    return result


def _foreign(profiles: Sequence[Profile]) -> frozenset[str]:
    """What laws say at home too, such as the State's own interests, tells nothing: it is a ground there, not a subject."""
    inside = {c for p in profiles if p.role != "cooperation" for c in p.concepts}
    subjects = {
        c
        for p in profiles
        if p.role == "cooperation"
        for e in p.article.elements
        if e.kind not in ("ground", "safeguard")
        for c in (*e.any, *e.all, *e.narrower, *e.wider)
    }
    return frozenset(subjects - inside)
