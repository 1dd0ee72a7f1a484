"""Does a provision do what an article is for? Roles that agree, are akin or clash, and how much a role tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from ..model.reading import Role
from .defining import FIRM
from .units import Unit

KIN = {
    frozenset(pair): degree
    for pair, degree in (
        (("offence", "participation"), 0.3),
        (("offence", "penalty"), 0.0),
        (("penalty", "participation"), 0.0),
        (("power", "procedure"), 0.6),
        (("power", "provider_duty"), 0.5),
        (("power", "safeguard"), 0.3),
        (("power", "penalty"), 0.0),
        (("power", "cooperation"), -0.5),
        (("procedure", "safeguard"), 0.5),
        (("cooperation", "institution"), 0.3),
        (("cooperation", "procedure"), 0.3),
        (("cooperation", "jurisdiction"), 0.2),
        (("cooperation", "scope"), 0.2),
        (("scope", "jurisdiction"), 0.5),
        (("scope", "procedure"), 0.5),
        (("scope", "power"), 0.2),
        (("offence", "jurisdiction"), 0.0),
    )
}
"""How far two roles can stand for each other; pairs not named clash."""
LOOSE_ROLES = frozenset({"scope", "procedure", "institution"})
LOOSE = 0.4
"""Roles that laws have for many ends (an Act's own scope, its offices) say less than roles that only crime has."""
DEFINES = 3
"""A clause that defines this many terms is one of definitions, unless it makes an offence or gives a power."""
OF_ITS_OWN = frozenset({"offence", "power"})


def agreement(unit: Unit, role: str) -> float:
    """Return 1 for the role of an article, -1 for one that clashes with it, times the confidence; 0 where none is known.

    What an offence or a power defines serves it alone, and makes no clause of definitions of it.
    """
    does = unit.role
    for_itself = does is not None and does.name in OF_ITS_OWN and does.confidence >= FIRM
    if role == "definition" and unit.defines >= DEFINES and not for_itself:
        return 1.0
    if does is None or does.name == "other":
        return 0.0
    if does.name == role:
        return does.confidence
    return KIN.get(frozenset((does.name, role)), -1.0) * does.confidence


def role_rarity(roles: Sequence[str]) -> dict[str, float]:
    """Return per role of the articles how much it narrows them down: 1 if one article alone has it, towards 0 if all."""
    return {
        role: (LOOSE if role in LOOSE_ROLES else 1.0) * (1 - log(n) / log(len(roles) + 1))
        for role, n in Counter(roles).items()
    }


def roles_by_group(units: Sequence[Unit]) -> dict[str, dict[str, float]]:
    """Return per part the share of its sections with each role, weighted by confidence; under "" that of the whole law."""
    tally: dict[str, dict[str, float]] = {"": {}}
    sizes: Counter[str] = Counter()
    for unit in units:
        if unit.provision.id != unit.basic or unit.role is None:
            continue
        for group in {unit.group, ""}:
            sizes[group] += 1
            roles = tally.setdefault(group, {})
            roles[unit.role.name] = roles.get(unit.role.name, 0.0) + unit.role.confidence
    return {g: {name: value / sizes[g] for name, value in roles.items()} for g, roles in tally.items()}


def nested(unit: Unit, role_of: Mapping[str, Role]) -> float:
    """Return how sure it is that the section as a whole does something else than this part of it (ids to their roles)."""
    if unit.provision.id == unit.basic or unit.role is None:
        return 0.0
    whole = role_of.get(unit.basic)
    if whole is None:
        return 1.0
    return whole.confidence if whole.name != unit.role.name else 0.0
