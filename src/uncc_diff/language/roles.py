"""What each provision does, by the declared signs of `_roles.yaml`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.law import BASIC, GROUPS, Law, Provision
from ..model.reading import Definition, Fact, Mention, Quote, Role, RoleName
from .doings import find_doings
from .joins import pattern_ranges
from .lexicon import Lexicon
from .passages import Flow
from .signals import Names, Signals, Stretch
from .vocabulary import Hits

_ENOUGH = 1.6
"""Below this sum of weights a provision has no role of its own."""
_SURE_APART = 0.6
"""A subsection gets a role beside its section's only with this confidence."""
_SEVERAL = 3
"""As many definitions, filling most of a provision, make it one of definitions."""
_OPENING = 110
"""Characters of a provision's text within which a sign stands at its opening."""
_PART_OF: dict[RoleName, tuple[RoleName, ...]] = {
    "offence": ("provider_duty",),
    "participation": ("offence",),
    "power": ("procedure", "scope"),
    "cooperation": ("procedure", "scope"),
    "jurisdiction": ("procedure", "scope"),
}
"""By a section's role, what its subsections do in its service: the duty that an offence punishes belongs to it, and so do
the steps by which a power is used."""
_MANY = f"definitions:{_SEVERAL}"
_EVIDENCE = 4
_NONE: Names = {}


@dataclass(frozen=True, slots=True)
class _First:
    """The first sentence that begins in a provision."""

    start: int
    """Offset in its text."""
    does: Names
    """Who does what there."""


Found = dict[tuple[str, bool], Names]
"""By provision, and whether in its heading: what was found there."""


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
    signals = lexicon.made(Signals, "roles")
    defines = Counter(d.quote.provision for d in definitions)
    found = _by_provision(flow, hits, lexicon, mentions, facts, definitions)
    done = _done_by_provision(law, flow, hits, lexicon, facts, found)
    roles: dict[str, Role] = {}
    for p in law.provisions:
        if p.level in BASIC:
            parts = [c for c in law.children(p.id) if c.level not in BASIC]
            role = _role(_stretch(law, p, parts, found, done, defines), signals)
            roles[p.id] = role
            subsections = [c for c in parts if c.level == "subsection"]
            for c in subsections if len(subsections) > 1 else ():
                stretch = _stretch(law, c, [], found, done, defines)
                stretch.above = found.get((p.id, True), _NONE)
                own = _role(stretch, signals)
                same = (role.name, "other", *_PART_OF.get(role.name, ()))
                if own.name not in same and own.confidence >= _SURE_APART:
                    roles[c.id] = own
    return roles


def _by_provision(
    flow: Flow,
    hits: Hits,
    lexicon: Lexicon,
    mentions: Iterable[Mention],
    facts: Iterable[Fact],
    definitions: Iterable[Definition],
) -> Found:
    """Return all names found, in the text and in the heading of each provision."""
    found: Found = {}

    def add(name: str, quote: Quote) -> None:
        key = (quote.provision, quote.heading)
        if key in found:
            found[key].setdefault(name, quote)
        else:
            found[key] = {name: quote}

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


def _done_by_provision(
    law: Law, flow: Flow, hits: Hits, lexicon: Lexicon, facts: Sequence[Fact], found: Found
) -> dict[str, _First]:
    """Return the first sentence that begins in each provision; all that is done is added to `found`."""
    first: dict[str, _First] = {}
    for sentence in find_doings(law, flow, hits, lexicon, facts):
        names: Names = {}
        if sentence.doing is not None:
            names = dict.fromkeys(sentence.doing.names, flow.quote(*sentence.doing.words))
        provision = flow.segment_at(sentence.start).provision
        first.setdefault(provision, _First(flow.starts[sentence.start], names))
        _add_first(found.setdefault((provision, False), {}), names)
    return first


def _stretch(
    law: Law, p: Provision, parts: Sequence[Provision], found: Found, done: Mapping[str, _First], defines: Counter[str]
) -> Stretch:
    stretch = Stretch(p.id, heading=found.get((p.id, True), _NONE))
    for group in law.ancestors(p.id):
        if group.level in GROUPS:
            _add_first(stretch.group, found.get((group.id, True), _NONE))
    leading = {q.id for q in law.walk(parts[0].id)} | {p.id} if parts and parts[0].level == "subsection" else None
    opened = False
    defined = defining = whole = 0
    # an article that only brings others into another law does what these do
    brings_in = law.amends and p.id not in done
    for member in law.walk(p.id) if brings_in else _passage(law, p):
        here = found.get((member.id, False), _NONE)
        if not opened and member.id in done:
            opened, first = True, done[member.id]
            end = first.start + _OPENING
            stretch.opening = {name: quote for name, quote in here.items() if first.start <= quote.start < end}
            stretch.main = first.does
        _add_first(stretch.text, here)
        if leading is not None and member.id in leading:
            _add_first(stretch.lead, here)
        whole += len(member.text)
        defined += defines[member.id]
        defining += len(member.text) if defines[member.id] else 0
    if leading is None:
        stretch.lead = stretch.text
    if defined >= _SEVERAL and 2 * defining > whole:
        stretch.text[_MANY] = stretch.lead[_MANY] = stretch.text["definition"]
    return stretch


def _add_first(names: Names, more: Names) -> None:
    """Add what was not yet found, so that every name keeps its first place."""
    for name, quote in more.items():
        if name not in names:
            names[name] = quote


def _passage(law: Law, p: Provision) -> Iterator[Provision]:
    yield p
    for child in law.children(p.id):
        if child.level not in BASIC:
            yield from _passage(law, child)


def _role(stretch: Stretch, signals: Signals) -> Role:
    scores: dict[RoleName, float] = {}
    seen = signals.seen(stretch)
    for signal, share, _ in seen:
        scores[signal.role] = scores.get(signal.role, 0.0) + share * signal.weight
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH:
        return Role("other", 0.5)
    role, best = ranked[0]
    second = max(ranked[1][1], 0.0) if len(ranked) > 1 else 0.0
    confidence = min(1.0, best / 3) / (1 + math.exp(-(best - second) / 1.2))
    evidence = dict.fromkeys(
        quote
        for signal, _, names in seen
        if signal.role == role and signal.place != "group"
        for name, quote in names.items()
        if name in signal.all or name in signal.any
    )
    return Role(role, round(confidence, 3), tuple(evidence)[:_EVIDENCE])
