"""What goes beyond the treaties: offences and powers that none of the articles compared asks for."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.mapping import Beyond, Match
from .profiles import Profile
from .terms import Rarity, rarity
from .units import Unit

ROLES = {"offence": "Offence", "power": "Power", "provider_duty": "Duty of providers"}
SURE = 0.5
"""Least confidence of a role for the provision to be listed."""


def find_beyond(units: Sequence[Unit], profiles: Sequence[Profile], matches: Sequence[Match]) -> tuple[Beyond, ...]:
    """Return the offences, powers and provider duties without an accepted match, in document order, with what they concern.

    A section is listed once, as a whole, unless some of its parts do answer an article; then its other parts are.
    """
    answered = {m.provision for m in matches if m.accepted}
    asked = {concept for p in profiles for concept in p.concepts}
    rare = rarity(u.concepts for u in units)
    holders = {u.basic for u in units if u.provision.id in answered}
    whole = {u.basic for u in units if u.provision.id == u.basic and u.provision.id in answered}
    found = []
    for unit in units:
        if unit.role is None or unit.role.name not in ROLES or unit.role.confidence < SURE:
            continue
        part = unit.provision.id != unit.basic
        if unit.basic in whole or unit.provision.id in answered or part != (unit.basic in holders):
            continue
        subject = _subject(unit, asked, rare)
        concept = f" (concept: {subject})" if subject else ""
        found.append(
            Beyond(unit.provision.id, f"{ROLES[unit.role.name]} that no article compared here asks for{concept}")
        )
    return tuple(found)


def _subject(unit: Unit, asked: set[str], rare: Rarity) -> str:
    """Return what the unit concerns: the rarest concept of its heading that no article knows, or nothing."""
    unknown = sorted({m.concept for m in unit.heading_mentions} - asked)
    return max(unknown, key=rare, default="").replace("_", " ")
