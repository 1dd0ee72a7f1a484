"""A treaty as a model: what each article asks for, element by element, in our own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .reading import RoleName

Need = Literal["required", "option", "safeguard", "exclusion"]
"""required: a match lacks something without it; option: a Party may add it; safeguard: protects the person concerned;
exclusion: what the article leaves out or lets a Party leave out."""
ElementKind = Literal[
    "conduct", "object", "fault", "circumstance", "result", "means", "actor", "subject", "condition",
    "time_limit", "authorization", "safeguard", "remedy", "penalty", "link", "ground", "duty", "exclusion", "definition",
]  # fmt: skip
Qualifier = Literal["may", "consider", "endeavour", "as_appropriate", "as_reasonable", "domestic_law"]
"""How an article loosens one of its elements: leaves it to the Party, asks to consider it or to try, as appropriate,
as is reasonable, or as domestic law has it."""
Duty = Literal["shall", "shall_consider", "may", "none"]
Relation = Literal["same", "narrower", "wider", "partial", "weaker_safeguard", "stronger_safeguard", "new"]
Checked = Literal["official", "outline", "no"]


@dataclass(frozen=True, slots=True)
class Element:
    """One part of what an article asks for, and the concepts that show it in a law."""

    id: str
    kind: ElementKind
    need: Need
    any: tuple[str, ...] = ()
    """Present when one of these concepts is mentioned."""
    all: tuple[str, ...] = ()
    """... and all of these."""
    narrower: tuple[str, ...] = ()
    """Concepts that show a clause asks for more than the element, so covers less (intent to defraud for intent)."""
    wider: tuple[str, ...] = ()
    """Concepts that show a clause goes further (recklessness for intent)."""
    paragraph: str | None = None
    gist: str = ""
    qualified: tuple[Qualifier, ...] = ()
    """What loosens it, where the article's own duty does not hold for it in full."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An article of another treaty on the same subject. `relation` says how this article stands to that one."""

    treaty: str
    article: str
    relation: Relation
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: facts, a gist of ours, and its elements."""

    treaty: str
    number: str
    title: str
    chapter: str
    role: RoleName | Literal["final"]
    duty: Duty
    checked: Checked
    gist: str
    elements: tuple[Element, ...] = ()
    also_called: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """Numbers of its paragraphs as printed, when known."""
    reservations: tuple[str, ...] = ()
    """What a Party may declare or reserve, one line each, with the paragraph that allows it."""
    counterparts: tuple[Counterpart, ...] = ()
    for_states: bool = False
    """Do States carry it out among themselves or as policy, so that a law that is silent on it lacks nothing?"""
    defining: tuple[str, ...] = ()
    """Ids of elements without which a clause is about something else, beside those that the role of the article calls for;
    `a|b`: one of them will do."""
    thresholds: tuple[str, ...] = ()
    """Ids of elements that only narrow what the article covers: a clause without them reaches further and lacks nothing."""
    reservable: tuple[str, ...] = ()
    """Ids of required elements that a Party may leave out by reservation; `all`: the article as a whole."""
    official: tuple[tuple[str, str], ...] = ()
    """The official words by paragraph number (empty for the article's own), when the user imported them."""

    @property
    def id(self) -> str:
        """Address of the article: uncc/7."""
        return f"{self.treaty}/{self.number}"


@dataclass(frozen=True)
class Treaty:
    """A treaty model."""

    id: str
    title: str
    short: str
    model_version: str
    articles: tuple[Article, ...]
    adopted: str | None = None
    """ISO date of adoption; for treaties of the Council of Europe, of opening for signature."""
    in_force: str | None = None
    """ISO date of general entry into force, or None while not in force or not known."""
    not_in_force: bool = False
    """Is it known not to be in force, on the date that `status` states?"""
    status: str = ""
    """One line on its status with the date of the statement."""
    source: str = ""
    """The publisher's symbol or address of the official text."""
    closed_list: bool = False
    """Does it permit only the reservations and declarations that its articles list?"""
    status_source: str = ""
    """The register in which the depositary keeps the status."""
    fetch: str = ""
    """Address at which the publisher keeps the official text, or empty."""
    practice: bool = False
    """Is it no treaty but a model of what treaties usually hold?"""
    protocol_to: str = ""
    """Id of the treaty that one must be Party to in order to be bound by this one."""
    official_text: bool = False
    """Has the user imported the official text?"""

    def article(self, number: str) -> Article | None:
        """Return the article with this number, or None."""
        return next((a for a in self.articles if a.number == number), None)
