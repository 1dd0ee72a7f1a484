"""What makes an article what it is: a clause that shows nothing of it does not answer the article, whatever its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..data import RULES
from ..errors import DataError, Problem
from ..model.treaty import Article, Element
from ..yamlio import load
from .units import Unit

FILE = RULES / "mapping" / "defining.yaml"
KEYS = frozenset({"kinds", "options_too", "abroad", "forbids", "leading", "apart"})
NAMED = 0.9
"""Likeness of a heading and the name of an article from which the heading outweighs a clashing role."""
FIRM = 0.6
"""Confidence from which the role of a clause alone says that it makes an offence."""
CLASH = 0.6
"""Confidence from which a clause that does something else than the article is for does not answer it."""

Group = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Defining:
    """Kinds of elements by role of the article, and the concepts that tell clauses of one kind from those of another."""

    kinds: dict[str, tuple[frozenset[str], ...]]
    options_too: frozenset[str]
    abroad: frozenset[str]
    forbids: frozenset[str]
    leading: frozenset[str]
    apart: frozenset[str]

    def groups(self, article: Article) -> tuple[Group, ...]:
        """Return the groups of elements of which a clause must show one each."""
        needs = ("required", "option") if article.role in self.options_too else ("required",)
        asked = [e for e in article.elements if e.need in needs]
        groups = [tuple(e for e in asked if e.kind in kinds) for kinds in self.kinds.get(article.role, ())]
        groups += [tuple(e for e in asked if e.id in ids.split("|")) for ids in article.defining]
        found = tuple(g for g in groups if g)
        return found or tuple(g for g in [tuple(e for e in asked if e.need == "required")] if g)


@cache
def defining() -> Defining:
    """Return what defines articles. Raises DataError if the file is wrong."""
    data = load(FILE)
    if not isinstance(data, dict) or set(data) != KEYS or not isinstance(data["kinds"], dict):
        raise DataError([Problem(f"{FILE.name}:1", f"must hold {', '.join(sorted(KEYS))}")])
    return Defining(
        {role: tuple(frozenset(line.split("|")) for line in lines) for role, lines in data["kinds"].items()},
        frozenset(data["options_too"]),
        frozenset(data["abroad"]),
        frozenset(data["forbids"]),
        frozenset(data["leading"]),
        frozenset(data["apart"]),
    )


def shows(unit: Unit, article: Article, groups: Sequence[Group]) -> float:
    """Return the share of the groups of which the unit shows an element, by text, heading, or the section it builds on.

    The act of an offence may be described in another Act that the clause refers to.
    """
    held = [
        any(_shown(unit.held, e) for e in group) or (len(groups) > 1 and _left_to_another_act(unit, article, group))
        for group in groups
    ]
    return sum(held) / len(held) if held else 1.0


def shows_all_acts(unit: Unit, article: Article) -> bool:
    """Does the unit show every act that the article requires?"""
    return all(_shown(unit.held, e) for e in article.elements if e.need == "required" and e.kind == "conduct")


def is_means_of(unit: Unit, general: Article, particular: Article) -> bool:
    """Does a unit that answers `particular` do the acts of `general` only as the means of it (data altered to defraud)?

    So it is where all acts that the general article asks for are acts or means of the particular one, and what defines
    that one beyond them is shown, while the general article has nothing of the kind.
    """
    if general.role != "offence" or particular.role != "offence":
        return False
    means = {c for e in particular.elements if e.need == "required" and e.kind in ("conduct", "means") for c in e.any}
    acts = {c for e in general.elements if e.need == "required" and e.kind == "conduct" for c in e.any}
    beyond, own = (any(_shown(unit.held, e) for e in _beyond_the_act(a)) for a in (particular, general))
    return bool(acts) and acts <= means and beyond and not own


def _beyond_the_act(article: Article) -> list[Element]:
    """Return what must come of the act, or defines the offence beside it."""
    named = {id_ for ids in article.defining for id_ in ids.split("|")}
    asked = [e for e in article.elements if e.need == "required" and e.id not in article.thresholds]
    return [e for e in asked if e.kind == "result" or e.id in named]


def may_answer(unit: Unit, article: Article, clash: float, heading: float) -> bool:
    """Can a clause that does what this one does answer the article at all? `clash` and `heading` are the signals."""
    known = defining()
    if clash >= CLASH and heading < NAMED:
        return False
    if article.role == "cooperation":
        return _looks_abroad(unit, known.abroad)
    if article.role != "offence":
        return True
    firm = unit.role is None or unit.role.confidence >= FIRM or not known.forbids.isdisjoint(unit.held)
    return firm and not _only_aimed_at(unit, article, known.leading)


def _only_aimed_at(unit: Unit, article: Article, leading: frozenset[str]) -> bool:
    """Does every sentence that shows an act of the article begin with another act, whose aim it is?"""
    others = leading.difference(*(e.any for e in article.elements))
    if others.isdisjoint(unit.held):
        return False
    acts = {c for e in article.elements if e.need == "required" and e.kind == "conduct" for c in e.any}
    first_act: dict[int, int] = {}
    first_other: dict[int, int] = {}
    for place, mention in enumerate((*unit.inherited, *unit.mentions)):
        if mention.concept in acts:
            first_act.setdefault(mention.sentence, place)
        if mention.concept in others:
            first_other.setdefault(mention.sentence, place)
    return bool(first_act) and all(n in first_other and first_other[n] < place for n, place in first_act.items())


def _looks_abroad(unit: Unit, abroad: frozenset[str]) -> bool:
    by_heading = unit.abroad or any(m.concept in abroad for m in unit.heading_mentions)
    sentences = sum(not abroad.isdisjoint(s) for s in unit.sentences)
    by_role = unit.role is not None and unit.role.name == "cooperation" and sentences > 0
    return by_heading or by_role or 2 * sentences > len(unit.sentences)


def _shown(held: frozenset[str], element: Element) -> bool:
    by_any = not element.any or not held.isdisjoint((*element.any, *element.narrower, *element.wider))
    return by_any and held.issuperset(element.all)


def _left_to_another_act(unit: Unit, article: Article, group: Group) -> bool:
    return article.role == "offence" and unit.refers_out and all(e.kind in ("conduct", "result") for e in group)
