"""What a reviewer decided about a law: corrections, overrides and suppressions, each with the reason that reports show."""

from __future__ import annotations

from dataclasses import dataclass

from .correction import Correction
from .mapping import MatchRelation
from .reading import RoleName


@dataclass(frozen=True, slots=True)
class MatchOverride:
    """`provision` (id or citation) answers the article, or does not, because of `reason`."""

    provision: str
    treaty: str
    article: str
    accepted: bool
    reason: str
    relation: MatchRelation | None = None


@dataclass(frozen=True, slots=True)
class RoleOverride:
    """`provision` (id or citation) does `role`, because of `reason`."""

    provision: str
    role: RoleName
    reason: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of `rule` in `provision` and below are told, but do not count, because of `reason`."""

    rule: str
    provision: str
    """Id or citation, or `law` for findings about the law as a whole."""
    reason: str
    where: str = ""
    """File and line that the suppression stands at, for the report."""


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions about one law."""

    corrections: tuple[Correction, ...] = ()
    matches: tuple[MatchOverride, ...] = ()
    roles: tuple[RoleOverride, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
