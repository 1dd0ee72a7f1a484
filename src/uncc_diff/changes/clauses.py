"""The sections of two texts that belong together: one against one, one against what it was split into, several merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.law import BASIC
from ..model.reading import Fact, FactKind, Mention, Quote, Reading
from ..model.versions import Pair


@dataclass(frozen=True, slots=True)
class Side:
    """What stands in one text."""

    reading: Reading
    ids: tuple[str, ...]

    @property
    def first(self) -> str | None:
        return self.ids[0] if self.ids else None

    def role(self) -> str:
        """Return what the first of the provisions does."""
        role = self.reading.roles.get(self.ids[0]) if self.ids else None
        return role.name if role else "other"

    def mentions(self, concept: str, beside: frozenset[str] = frozenset()) -> list[Mention]:
        """Return where the concept is affirmed in the words or headings, `beside` one of these in the sentence where given."""
        found = [
            m for i in self.ids for m in self.reading.within(i) if m.concept == concept and m.polarity == "affirmed"
        ]
        return [m for m in found if not beside or beside & self.sentence(m.quote, m.sentence)]

    def sentence(self, quote: Quote, number: int) -> set[str]:
        """Return the concepts that the sentence of this number speaks of, in the section that holds the quote."""
        law = self.reading.law
        top = law.basic(quote.provision) or law.by_id[quote.provision]
        return {m.concept for m in self.reading.within(top.id) if m.sentence == number and not m.quote.heading}

    def facts(self, kind: FactKind) -> list[Fact]:
        inside = {p.id for i in self.ids for p in self.reading.law.walk(i)}
        return [f for f in self.reading.facts if f.kind == kind and f.quote.provision in inside]

    def text(self) -> str:
        """Return all words, in small letters and with single spaces."""
        below = (p for i in self.ids for p in self.reading.law.walk(i))
        return " ".join(" ".join(f"{p.heading or ''} {p.text}" for p in below).lower().split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Provisions of both texts that belong together; one side is empty for what was added or removed."""

    old: Side
    new: Side
    changed: bool
    """Did any words change?"""


def clauses(old: Reading, new: Reading, pairs: Sequence[Pair]) -> tuple[Clause, ...]:
    """Return the pairs of whole sections as clauses, in their order."""
    groups: list[tuple[list[str], list[str], bool]] = []
    by_old: dict[str, int] = {}
    by_new: dict[str, int] = {}
    for pair in pairs:
        if not _whole(old, pair.old) or not _whole(new, pair.new):
            continue
        place = by_old.get(pair.old or "", by_new.get(pair.new or "", len(groups)))
        if place == len(groups):
            groups.append(([], [], False))
        olds, news, changed = groups[place]
        groups[place] = (olds, news, changed or pair.relation not in ("same", "renumbered", "moved"))
        if pair.old is not None and pair.old not in olds:
            olds.append(pair.old)
            by_old[pair.old] = place
        if pair.new is not None and pair.new not in news:
            news.append(pair.new)
            by_new[pair.new] = place
    return tuple(Clause(Side(old, tuple(o)), Side(new, tuple(n)), changed) for o, n, changed in groups)


def _whole(reading: Reading, id: str | None) -> bool:  # noqa: A002 - the domain's word
    """Is it a section, or a part of the law outside any section?"""
    if id is None:
        return True
    provision = reading.law.by_id[id]
    return provision.level in BASIC or reading.law.basic(id) is None
