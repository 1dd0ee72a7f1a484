"""What each provision does, by the declared signals of `_roles.yaml`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from ..model.law import BASIC, GROUPS, Law, Provision
from ..model.reading import Definition, Fact, Mention, Quote, Role, RoleName
from .joins import pattern_ranges
from .lexicon import Lexicon
from .passages import Flow
from .vocabulary import Hits

_LATER = 0.45
"""What a signal weighs that stands only behind the first subsection: sections open with what they are about."""
_ABOVE = 0.6
"""What a sign in the section's heading weighs for one of its subsections."""
_ENOUGH = 1.6
"""Below this sum of weights a provision has no role of its own."""
_SURE_APART = 0.6
"""A subsection gets a role beside its section's only with this confidence."""
_SEVERAL = 3
"""As many definitions, filling most of a provision, make it one of definitions."""
_EVIDENCE = 4

Names = dict[str, Quote]
"""What was found in a stretch, each with its first place."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign of a role: phrases or concepts in a heading or text, or facts, with its weight."""

    name: str
    role: RoleName
    weight: float
    place: str
    """heading, text, or group (the heading of the Part or Chapter above)"""
    any: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    """Names of concepts; `fact:penalty`, `modal:provider:shall` and `definitions:3` name facts; `phrase` the phrases."""


@dataclass(slots=True)
class _Stretch:
    heading: Names = field(default_factory=dict)
    lead: Names = field(default_factory=dict)
    text: Names = field(default_factory=dict)
    group: Names = field(default_factory=dict)
    above: Names = field(default_factory=dict)
    """The heading of the section, for a subsection."""

    def looked_at(self, place: str) -> tuple[tuple[Names, float], ...]:
        """Return where a signal of this place is looked for, in turn, and what it weighs there."""
        if place == "heading":
            return ((self.heading, 1.0), (self.above, _ABOVE))
        if place == "group":
            return ((self.group, 1.0),)
        return ((self.lead, 1.0), (self.text, _LATER))


def read_signals(data: Mapping[str, Any]) -> tuple[Signal, ...]:
    """Return the signals of `_roles.yaml`."""
    signals = []
    for name, entry in data.items():
        role: RoleName = entry["role"]
        assert role in get_args(RoleName), role
        needed = {*entry.get("all", ()), *((f"phrase:{name}",) if "phrases" in entry else ())}
        signals.append(
            Signal(
                name, role, float(entry["weight"]), entry.get("in", "text"),
                frozenset(entry.get("any", ())), frozenset(needed), frozenset(entry.get("none", ())),
            )
        )  # fmt: skip
    return tuple(signals)


def find_roles(
    law: Law,
    flow: Flow,
    hits: Hits,
    lexicon: Lexicon,
    mentions: Sequence[Mention],
    facts: Sequence[Fact],
    definitions: Sequence[Definition],
) -> dict[str, Role]:
    """Return the role of every basic provision, and of subsections that do something else."""
    signals = read_signals(lexicon.grammar["roles"])
    found = _by_provision(flow, hits, lexicon, mentions, facts, definitions)
    roles: dict[str, Role] = {}
    for p in law.provisions:
        if p.level in BASIC:
            parts = [c for c in law.children(p.id) if c.level not in BASIC]
            role = _role(_stretch(law, p, parts, found), signals)
            roles[p.id] = role
            subsections = [c for c in parts if c.level == "subsection"]
            for c in subsections if len(subsections) > 1 else ():
                stretch = _stretch(law, c, [], found)
                stretch.above = _headed(found, p.id)
                own = _role(stretch, signals)
                if own.name not in (role.name, "other") and own.confidence >= _SURE_APART:
                    roles[c.id] = own
    return roles


def _by_provision(
    flow: Flow,
    hits: Hits,
    lexicon: Lexicon,
    mentions: Iterable[Mention],
    facts: Iterable[Fact],
    definitions: Iterable[Definition],
) -> dict[tuple[str, bool], list[tuple[str, Quote]]]:
    """Return by provision (and whether in its heading) all names found there with their places."""
    found: dict[tuple[str, bool], list[tuple[str, Quote]]] = {}

    def add(name: str, quote: Quote) -> None:
        found.setdefault((quote.provision, quote.heading), []).append((name, quote))

    for m in mentions:
        if m.polarity in ("affirmed", "excepted"):
            add(m.concept, m.quote)
    for f in facts:
        add(f"fact:{f.kind}", f.quote)
        if f.kind == "modality" and "actor" in f.value:
            add(f"modal:{f.value['actor']}:{f.value['modality']}", f.quote)
    for d in definitions:
        add("definition", d.quote)
    for key, patterns in lexicon.triggers.items():
        if key.startswith("roles/"):
            for pattern in patterns:
                for start, end in pattern_ranges(pattern, lexicon, hits, {}, flow):
                    add(f"phrase:{key[6:]}", flow.quote(start, end))
    return found


def _stretch(
    law: Law, p: Provision, parts: Sequence[Provision], found: Mapping[tuple[str, bool], list[tuple[str, Quote]]]
) -> _Stretch:
    stretch = _Stretch()
    stretch.heading = _headed(found, p.id)
    for group in law.ancestors(p.id):
        if group.level in GROUPS:
            for name, quote in _headed(found, group.id).items():
                stretch.group.setdefault(name, quote)
    defined, defining, whole = 0, 0, 0
    last: Quote | None = None
    first = parts[0].id if parts and parts[0].level == "subsection" else None
    leading = {q.id for q in law.walk(first)} | {p.id} if first else None
    for member in _passage(law, p):
        for name, quote in found.get((member.id, False), ()):
            stretch.text.setdefault(name, quote)
            if leading is None or member.id in leading:
                stretch.lead.setdefault(name, quote)
            if name == "definition":
                defined += 1
                last = quote
        whole += len(member.text)
        if any(name == "definition" for name, _ in found.get((member.id, False), ())):
            defining += len(member.text)
    if defined >= _SEVERAL and last is not None and 2 * defining > whole:
        stretch.text.setdefault(f"definitions:{_SEVERAL}", last)
        stretch.lead.setdefault(f"definitions:{_SEVERAL}", last)
    return stretch


def _headed(found: Mapping[tuple[str, bool], list[tuple[str, Quote]]], provision: str) -> Names:
    names: Names = {}
    for name, quote in found.get((provision, True), ()):
        names.setdefault(name, quote)
    return names


def _passage(law: Law, p: Provision) -> Iterator[Provision]:
    yield p
    for child in law.children(p.id):
        if child.level not in BASIC:
            yield from _passage(law, child)


def _role(stretch: _Stretch, signals: Sequence[Signal]) -> Role:
    scores: dict[RoleName, float] = {}
    evidence: dict[RoleName, list[Quote]] = {}
    for signal in signals:
        weight, quotes = _weigh(signal, stretch)
        if weight:
            scores[signal.role] = scores.get(signal.role, 0.0) + weight
            evidence.setdefault(signal.role, []).extend(quotes)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH:
        return Role("other", 0.5)
    name, best = ranked[0]
    second = max(ranked[1][1], 0.0) if len(ranked) > 1 else 0.0
    confidence = min(1.0, best / 3) / (1 + math.exp(-(best - second) / 1.2))
    return Role(name, round(confidence, 3), tuple(dict.fromkeys(evidence[name]))[:_EVIDENCE])


def _weigh(signal: Signal, stretch: _Stretch) -> tuple[float, list[Quote]]:
    for names, factor in stretch.looked_at(signal.place):
        if (
            names
            and signal.all <= names.keys()
            and (not signal.any or not signal.any.isdisjoint(names))
            and signal.none.isdisjoint(names)
        ):
            shown = [quote for name, quote in names.items() if name in signal.all or name in signal.any]
            return signal.weight * factor, shown if signal.place != "group" else []
    return 0.0, []
