"""Which provision of an old text became which of a new one: same, moved, renumbered, reworded, split, merged ..."""

from __future__ import annotations

from ..model.law import BASIC, GROUPS, Law, Provision
from ..model.reading import Reading
from ..model.versions import Pair
from .align_parts import with_parts
from .counterparts import Text, Wording, pair_up


def align(old: Reading, new: Reading) -> tuple[Pair, ...]:
    """Return how the sections of two texts pair, and below paired sections their parts, in the order of the new text.

    What was removed stands before what followed it in the old text; a removed part behind what stood before it.
    """
    sides = Wording(old), Wording(new)
    return tuple(with_parts(*sides, pair_up(*(_basics(side) for side in sides))))


def _basics(wording: Wording) -> list[Text]:
    """Return the sections, and what stands outside any: preamble, schedules that hold no section, tables."""
    law = wording.law
    return wording.texts(p for p in law.provisions if p.level in BASIC or _outside(law, p))


def _outside(law: Law, provision: Provision) -> bool:
    above = law.by_id[provision.parent] if provision.parent else None
    if provision.level in GROUPS or (above is not None and above.level not in GROUPS):
        return False
    below = list(law.walk(provision.id))
    return not any(p.level in BASIC for p in below) and any(p.text for p in below)
