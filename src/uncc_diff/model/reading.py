"""What was understood of a law: layers beside the tree, keyed by provision id. The tree never changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from .law import Law

Polarity = Literal["affirmed", "negated", "excepted", "hypothetical", "quoted"]
RoleName = Literal[
    "offence", "power", "safeguard", "definition", "cooperation", "jurisdiction", "penalty",
    "provider_duty", "institution", "procedure", "participation", "scope", "other",
]  # fmt: skip
FactKind = Literal["penalty", "time_limit", "actor", "modality"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one provision: `by_id[provision].text[start:end]`, or of its heading when `heading` is set."""

    provision: str
    start: int
    end: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in words. `sentence` numbers the sentences of the passage (the basic provision, children flowed in)."""

    concept: str
    quote: Quote
    polarity: Polarity = "affirmed"
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that the law defines, the provision that does, and how far it reaches (`law`, or a provision id)."""

    term: str
    quote: Quote
    scope: str
    body: Quote
    """The defining words."""
    concept: str | None = None
    """The lexicon's concept that the term names, when there is one."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written; exactly one of `target` (provision id) and `external` is set, or neither: unresolved."""

    quote: Quote
    target: str | None = None
    external: str | None = None
    several: bool = False
    """Is it unresolved because more than one provision bears this number?"""


@dataclass(frozen=True, slots=True)
class Role:
    """What a provision does, why we think so, and how sure we are (0..1)."""

    name: RoleName
    confidence: float
    evidence: tuple[Quote, ...] = ()
    overruled: str | None = None
    """The reviewer's reason, when an override set the role."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact drawn from words: a penalty, a time limit, an actor, a modality. `value` is plain JSON data."""

    kind: FactKind
    quote: Quote
    value: dict[str, Any]
    sentence: int = 0


@dataclass(frozen=True)
class Reading:
    """A law and all layers beside it."""

    law: Law
    mentions: tuple[Mention, ...]
    """In document order."""
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    roles: dict[str, Role] = field(default_factory=dict)
    """By provision id; basic provisions always, smaller ones where they do something else than their parent."""
    facts: tuple[Fact, ...] = ()
    sentences: dict[str, tuple[tuple[Quote, ...], ...]] = field(default_factory=dict)
    """By id of the passage's top provision: its sentences, each the quotes that make it up."""

    @cached_property
    def _mentions_by_provision(self) -> dict[str, tuple[Mention, ...]]:
        by: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            by.setdefault(mention.quote.provision, []).append(mention)
        return {key: tuple(value) for key, value in by.items()}

    def at(self, provision: str) -> tuple[Mention, ...]:
        """Return the mentions in the provision's own text and heading."""
        return self._mentions_by_provision.get(provision, ())

    def within(self, provision: str) -> tuple[Mention, ...]:
        """Return the mentions in the provision and everything below it, in document order."""
        return tuple(m for p in self.law.walk(provision) for m in self.at(p.id))

    def words(self, quote: Quote) -> str:
        """Return the words of a quote."""
        provision = self.law.by_id[quote.provision]
        return ((provision.heading or "") if quote.heading else provision.text)[quote.start : quote.end]
