"""The mentions of a reading by concept and by place, made once per law, so that each rule looks only where it must."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model.law import BASIC, Law, Provision
from ..model.reading import Fact, FactKind, Mention, Quote, Reading, Reference, Role
from .catalogue import is_catalogue, titled

HEADING = -1
"""The number of the sentence that a heading counts as."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a law and where they stand: the provision, its subsection, its section, and the sentence there."""

    quote: Quote
    provision: str
    limb: str
    """The direct child of the unit on the way to the provision: its subsection. The unit itself where there is none."""
    unit: str
    """The section, or the part of a section with a heading of its own (one offence of a catalogue)."""
    passage: str
    sentence: int
    order: int
    mention: Mention | None = None


class Index:
    """Places of a law by concept, sentence and section."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.law: Law = reading.law
        self.order = {p.id: n for n, p in enumerate(self.law.provisions)}
        self._catalogues: dict[str, bool] = {}
        self._below: dict[str, list[Place]] = {}
        self._seat: dict[str, tuple[str, str, str]] = {}
        for provision in self.law.provisions:
            self._seat[provision.id] = self._seated(provision)
        self.by_concept: dict[str, list[Place]] = defaultdict(list)
        self.by_sentence: dict[tuple[str, int], list[Place]] = defaultdict(list)
        self.by_provision: dict[str, list[Place]] = defaultdict(list)
        for mention in reading.mentions:
            place = self.place(mention.quote, mention.sentence, mention)
            self.by_concept[mention.concept].append(place)
            self.by_sentence[place.passage, place.sentence].append(place)
            self.by_provision[place.provision].append(place)

    def _seated(self, provision: Provision) -> tuple[str, str, str]:
        """Return passage, unit and limb of a provision, from those of its parent."""
        id = provision.id  # noqa: A001
        above = self._seat.get(provision.parent or "")
        inside = above is not None and self._is_passage(above[0])
        if above is None or not inside or provision.level in BASIC:
            return id, id, id
        passage, unit, limb = above
        if titled(provision) and self._catalogue(passage):
            return passage, id, id
        return passage, unit, id if provision.parent == unit else limb

    def _is_passage(self, id: str) -> bool:  # noqa: A002
        level = self.law.by_id[id].level
        return level in BASIC or id in self.reading.sentences

    def _catalogue(self, passage: str) -> bool:
        known = self._catalogues.get(passage)
        if known is None:
            known = self._catalogues[passage] = is_catalogue(passage, self.law)
        return known

    def place(self, quote: Quote, sentence: int, mention: Mention | None = None) -> Place:
        """Return where the words stand."""
        passage, unit, limb = self._seat[quote.provision]
        at = HEADING if quote.heading else sentence
        return Place(quote, quote.provision, limb, unit, passage, at, self.order[quote.provision], mention)

    def units(self) -> Iterator[str]:
        """Yield the sections, and the headed parts of sections, in document order."""
        for provision in self.law.provisions:
            if self._seat[provision.id][1] == provision.id and (
                provision.level in BASIC or self._seat[provision.id][0] != provision.id
            ):
                yield provision.id

    def unit_of(self, provision: str) -> str:
        return self._seat[provision][1]

    def passage_of(self, provision: str) -> str:
        return self._seat[provision][0]

    def limb_of(self, provision: str) -> str:
        return self._seat[provision][2]

    @cached_property
    def _own_references(self) -> dict[str, list[Reference]]:
        found: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.reading.references:
            if reference.external is None:
                found[reference.quote.provision].append(reference)
        return found

    def references_in(self, quote: Quote) -> list[Reference]:
        """Return the references to places of the same law that stand in the quoted words or run into them."""
        return [
            r
            for r in self._own_references.get(quote.provision, ())
            if r.quote.heading == quote.heading and r.quote.start < quote.end and quote.start < r.quote.end
        ]

    def role(self, provision: str) -> Role | None:
        """Return what the provision does: its own role, or that of the nearest one it stands in."""
        roles = self.reading.roles
        if provision in roles:
            return roles[provision]
        return next((roles[p.id] for p in self.law.ancestors(provision) if p.id in roles), None)

    def below(self, provision: str) -> list[Place]:
        """Return the places in the provision and all below it, headings included; the list is kept, so leave it as it is."""
        known = self._below.get(provision)
        if known is None:
            places = [place for p in self.law.walk(provision) for place in self.by_provision.get(p.id, ())]
            known = self._below[provision] = places
        return known

    def above(self, provision: str) -> list[Place]:
        """Return the places in the own text of what the provision stands in, up to its section, and in closing words."""
        passage = self.passage_of(provision)
        if provision == passage:
            return []
        found: list[Place] = []
        for parent in self.law.ancestors(provision):
            found += self.by_provision.get(parent.id, ())
            for child in self.law.children(parent.id):
                if child.level == "closing":
                    found += self.below(child.id)
            if parent.id == passage:
                break
        return found

    def facts_below(self, provision: str) -> Iterable[Fact]:
        for p in self.law.walk(provision):
            yield from self._facts.get(p.id, ())

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        by: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.reading.facts:
            by[fact.quote.provision].append(fact)
        return by

    @cached_property
    def modals(self) -> dict[tuple[str, int], list[Fact]]:
        """Modal verbs by the sentence they stand in, in document order."""
        return self._by_sentence("modality")

    @cached_property
    def modals_in(self) -> dict[str, list[Fact]]:
        """Modal verbs by the provision they stand in, in document order."""
        by: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.reading.facts:
            if fact.kind == "modality":
                by[fact.quote.provision].append(fact)
        return by

    @cached_property
    def actors(self) -> dict[tuple[str, int], list[Fact]]:
        """Actors by the sentence that names them, in document order."""
        return self._by_sentence("actor")

    def _by_sentence(self, kind: FactKind) -> dict[tuple[str, int], list[Fact]]:
        by: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for fact in self.reading.facts:
            if fact.kind == kind:
                by[self.passage_of(fact.quote.provision), fact.sentence].append(fact)
        return by

    @cached_property
    def references(self) -> dict[str, list[Reference]]:
        """References by the provision they stand in."""
        by: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.reading.references:
            by[reference.quote.provision].append(reference)
        return by

    @cached_property
    def referring(self) -> dict[str, list[Reference]]:
        """References by the provision they lead to."""
        by: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.reading.references:
            if reference.target is not None:
                by[reference.target].append(reference)
        return by

    @cached_property
    def defined_terms(self) -> frozenset[str]:
        return frozenset(" ".join(d.term.lower().split()) for d in self.reading.definitions)

    @cached_property
    def defined_concepts(self) -> frozenset[str]:
        return frozenset(d.concept for d in self.reading.definitions if d.concept is not None)
