"""Which provision answers which article, element by element, and what is left open on either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .reading import Quote

ElementState = Literal["present", "absent", "narrower", "wider", "added"]
MatchRelation = Literal["full", "partial", "related"]
GapStatus = Literal["met", "partial", "absent", "elsewhere", "unclear", "not_required"]


@dataclass(frozen=True, slots=True)
class ElementMatch:
    """How one element stands in a provision, with the words that show it; an absence has none."""

    id: str
    status: ElementState
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate: provision against article. `score` reads as a probability; `signals` is what made it."""

    provision: str
    treaty: str
    article: str
    score: float
    accepted: bool
    relation: MatchRelation
    elements: tuple[ElementMatch, ...] = ()
    signals: dict[str, float] = field(default_factory=dict)
    overruled: str | None = None
    """The reviewer's reason, when an override and not the score decided."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How an article is answered by the whole text. `missing` lists element ids."""

    treaty: str
    article: str
    status: GapStatus
    provisions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Beyond:
    """An offence or power that no treaty compared here asks for."""

    provision: str
    why: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """All candidates (best first per provision and treaty), gaps in article order, and what goes beyond."""

    matches: tuple[Match, ...] = ()
    gaps: tuple[Gap, ...] = ()
    beyond: tuple[Beyond, ...] = ()
