"""A State as party to treaties: which bind it since when, and what it has reserved or declared, article by article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Effect = Literal["no_liability", "not_applied", "limited_to"]
"""no_liability: no criminal liability for an offence, or for some of its elements; not_applied: the article, or some of
its elements, is left unapplied; limited_to: it is applied to some cases only, or asks for more, as the note says."""
StatementKind = Literal["reservation", "declaration"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One reservation or declaration to one article. Without `elements` it is about the whole article."""

    treaty: str
    article: str
    kind: StatementKind
    effect: Effect
    elements: tuple[str, ...] = ()
    """Ids of the elements of the treaty model that it is about."""
    note: str = ""
    """What it says, in a few words: the listed offences, the condition asked for."""
    source: str = ""
    """Where it was made: the depositary's notification, the act of ratification."""


@dataclass(frozen=True, slots=True)
class Party:
    """A State and what it has undertaken, as things stood on `date`."""

    name: str
    date: str
    """ISO date of the facts in the profile; a bond that begins later does not bind yet."""
    bonds: dict[str, str | None] = field(default_factory=dict)
    """By treaty id: ISO date since when it binds, None where it does not. A treaty not named is not known to do either."""
    statements: tuple[Statement, ...] = ()
    source: str = ""
    signed: frozenset[str] = frozenset()
    """Treaties that the State has signed and is not bound by."""

    def bound(self, treaty: str) -> bool | None:
        """Is the State bound by the treaty on the date of the profile? None when the profile does not say."""
        if treaty not in self.bonds:
            return None
        since = self.bonds[treaty]
        return since is not None and since <= self.date


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an article asks of one Party: nothing, or all of it but the waived elements."""

    required: bool = True
    waived: frozenset[str] = frozenset()
    """Ids of elements that a law of this Party need not show."""
    note: str = ""
    """Why, for the report: the bond that is missing, the reservation and what it says."""
