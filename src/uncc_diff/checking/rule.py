"""A rule as data: what it looks for, why, on whose authority, and what would cure it. New rules never need Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ..errors import UsageError
from ..model.finding import Basis, Confidence, Severity
from ..model.law import Level
from ..model.reading import Polarity, RoleName
from ..nearest import nearest

Within = Literal["sentence", "item", "provision", "section", "law"]
"""`item`: the smallest provision the words stand in, with the heads and closing words of the list it belongs to."""
Scope = Literal["sentence", "provision", "section", "referenced", "part", "law"]
"""Where an absence is looked for: the sentence, the subsection, the whole section, what it refers to and what refers
to it, the part or chapter, the whole text."""


@dataclass(frozen=True, slots=True)
class Term:
    """A concept, and the polarities in which a mention of it counts; empty stands for the usual ones of the place."""

    concept: str
    polarities: frozenset[Polarity] = frozenset()


Group = tuple[Term, ...]
"""Concepts of which one is enough."""


@dataclass(frozen=True, slots=True)
class FactTest:
    """A value of a fact against a number: `imprisonment_max_months >= 36`."""

    name: str
    operator: Literal["<", "<=", ">", ">=", "="]
    number: float


@dataclass(frozen=True, slots=True)
class Selector:
    """Which clauses are meant. The first group found is where a finding points, unless `point_at` says otherwise."""

    role: frozenset[RoleName] = frozenset()
    level: frozenset[Level] = frozenset()
    all: tuple[Group, ...] = ()
    any: Group = ()
    none: Group = ()
    point_at: Group = ()
    within: Within = "sentence"
    facts: tuple[FactTest, ...] = ()
    by: frozenset[str] = frozenset()
    """Actors of whom one must be the subject of the modal verb that governs the words: who may or shall do it."""
    defined: bool | None = None
    """Must the words pointed at be a term that the law defines (True), or must they not (False)?"""
    headings: bool = False
    """May a finding point at words in a heading?"""
    heading: frozenset[str] = frozenset()
    """Concepts of which one must stand in the heading of the section."""

    @property
    def concepts(self) -> frozenset[str]:
        groups = (*self.all, self.any, self.none, self.point_at)
        return frozenset(term.concept for group in groups for term in group) | self.heading


@dataclass(frozen=True, slots=True)
class Milder:
    """What makes a fault weigh less: where the selector holds around it, the finding is of at most this severity."""

    to: Severity
    where: Selector


@dataclass(frozen=True, slots=True)
class Examples:
    """Short texts of a fictional State: in `fail` the rule finds something, in `pass` it does not."""

    failing: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its id is its path: `pack/name`."""

    id: str
    title: str
    why: str
    kind: str
    severity: Severity
    confidence: Confidence
    faults: tuple[str, ...]
    indicators: tuple[str, ...]
    message: str
    """With `{citation} {heading} {words} {actor}` and what the kind adds."""
    remedy: str
    basis: tuple[Basis, ...]
    when: Selector | None = None
    lacks: Selector | None = None
    unless: tuple[Selector, ...] = ()
    milder: tuple[Milder, ...] = ()
    repeats: Severity | None = None
    """How grave at most the second and later findings of one law are, where the first says it for all."""
    look_in: tuple[Scope, ...] = ("section",)
    once: bool = False
    """Is one finding enough for the whole law, at the first place?"""
    governing: bool = False
    """Must what is looked for govern the words found, not merely stand near them?"""
    matched_basis: tuple[Basis, ...] = ()
    """Articles that a finding cites only where its section was accepted as an answer to them: what illegal access asks
    for is no standard for another offence."""
    options: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """What only this kind of rule knows."""
    examples: Examples = Examples()
    file: str = ""

    @property
    def authorities(self) -> tuple[Basis, ...]:
        """All that a finding of this rule may cite."""
        return (*self.matched_basis, *self.basis)

    @property
    def pack(self) -> str:
        return self.id.split("/", 1)[0]


@dataclass(frozen=True)
class RuleSet:
    """Rules in order of id, and the version of the packs they come from."""

    rules: tuple[Rule, ...]
    version: str = "0"

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    @cached_property
    def packs(self) -> tuple[str, ...]:
        return tuple(sorted({rule.pack for rule in self.rules}))

    def get(self, id: str) -> Rule:  # noqa: A002 - the domain's word
        """Return the rule with this id. Raises UsageError with the nearest one."""
        for rule in self.rules:
            if rule.id == id:
                return rule
        hint = nearest(id, (rule.id for rule in self.rules))
        raise UsageError(f"there is no rule {id!r}", hint=f"did you mean {hint!r}?" if hint else "see `rules list`")
