"""How a treaty stands to the Party a report is for: does it bind, since when, with which statements."""

from __future__ import annotations

from ..model.party import Party
from ..model.treaty import Treaty
from .escape import plain

NO_PARTY = "no party profile was given: this report says what the treaties ask, not what a State is bound to"


def for_whom(party: Party | None) -> str:
    """Return for which State, on which day and by which source the gaps were judged."""
    if party is None:
        return NO_PARTY
    source = f"; source of the profile: {plain(party.source)}" if party.source else ""
    return f"{plain(party.name)}, as things stood on {party.date}{source}"


def binds(treaty: Treaty, party: Party) -> str:
    """Return whether the treaty binds the Party, as the predicate of a sentence about the treaty."""
    name, since = plain(party.name), party.bonds.get(treaty.id)
    if party.bound(treaty.id) is None:
        return f"the profile of {name} does not say whether it binds"
    if party.bound(treaty.id):
        return f"binds {name} since {since}{_statements(treaty, party)}"
    if since:
        return f"binds {name} only from {since}"
    return f"does not bind {name}" + (", which has signed it" if treaty.id in party.signed else "")


def note(treaty: str, party: Party | None) -> str:
    """Return what must be added where an article of this treaty is named as a standard; nothing where it binds."""
    if party is None or party.bound(treaty) is not False:
        return ""
    return f" (not binding on {plain(party.name)})"


def _statements(treaty: Treaty, party: Party) -> str:
    numbers = sorted({s.article for s in party.statements if s.treaty == treaty.id}, key=lambda n: (len(n), n))
    if not numbers:
        return ""
    return f", with statements to Article{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
