"""What is compared: sections, and the smaller provisions that carry a duty of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from ..model.law import BASIC, GROUPS, Provision
from ..model.reading import Mention, Reading, Role
from .evidence import Evidence, evidence
from .terms import counts

OWN_DUTY = frozenset(
    {"offence", "power", "safeguard", "cooperation", "jurisdiction", "provider_duty", "participation", "procedure"}
)
"""Roles that make a subsection or item worth comparing by itself: a law may nest all its offences in one section."""
_LEAD = re.compile(r"([^\W\d_][^.:;—–\ufffd]{2,70}?)\s*(?:[.:]\s*[-—–―\ufffd]+|[—–―\ufffd]|\.\s*$)\s*")
"""Opening words of an item that serve as its heading: up to a full stop with a dash, a dash, or a full stop at its end."""
BORROWED = 0.5
"""Weight of the concepts of the one section that an offence builds on ("an offence under section 3 with intent to ...")."""
LIST_LEVELS = frozenset({"paragraph", "subparagraph", "point"})
PUNISHES = "commits_offence"
"""The concept of the words by which a clause makes an act an offence."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision as the mapping sees it: everything below it flowed in, headings kept apart."""

    provision: Provision
    basic: str
    """Id of the section, article ... it is or stands in."""
    heading: str
    """Its heading, or the words that open it in place of one, or that of the section it stands in."""
    terms: dict[str, float]
    """Stems of its text and of the headings below it, dampened counts."""
    mentions: tuple[Mention, ...]
    """In its text, in document order."""
    heading_mentions: tuple[Mention, ...]
    inherited: tuple[Mention, ...]
    """In the opening words above it that its own first sentence continues."""
    borrowed: tuple[Mention, ...]
    """In the first sentence of the one section that an offence builds on."""
    evidence: Evidence
    """Its words by the concept they show."""
    held: frozenset[str]
    """All concepts that it shows in any of these places."""
    in_text: frozenset[str]
    """The concepts of its text and of the opening words above it, and those it builds on."""
    refers_out: bool
    """Does it refer to another Act?"""
    abroad: bool
    """Does the heading of the part it stands in speak of other States?"""
    sentences: tuple[frozenset[str], ...]
    """The concepts of each of its sentences, opening words above it included."""
    concepts: dict[str, float]
    """Concepts of its text, dampened counts."""
    role: Role | None
    defines: int
    """How many terms it defines."""
    group: str
    """Id of the part, chapter ... it stands in, or empty."""


def units(reading: Reading, abroad: frozenset[str] = frozenset()) -> tuple[Unit, ...]:
    """Return all comparable provisions in document order: every basic one, and smaller ones that carry a duty.

    `abroad` are concepts that speak of other States.
    """
    return tuple(_units(reading, abroad))


def _units(reading: Reading, abroad: frozenset[str]) -> Iterator[Unit]:
    defining = Counter(d.quote.provision for d in reading.definitions)
    links = _Links({}, set(), {})
    for reference in reading.references:
        if reference.target is not None:
            links.targets.setdefault(reference.quote.provision, []).append(reference.target)
        elif reference.external is not None:
            links.outward.add(reference.quote.provision)
    for basic in reading.law.provisions:
        if basic.level not in BASIC:
            continue
        group = next((p.id for p in reading.law.ancestors(basic.id) if p.level in GROUPS), "")
        if group not in links.abroad:
            links.abroad[group] = any(m.concept in abroad and m.quote.heading for m in reading.at(group))
        yield _unit(reading, basic, basic, group, links, defining)
        for smaller in _carriers(reading, basic):
            yield _unit(reading, smaller, basic, group, links, defining)


@dataclass(frozen=True, slots=True)
class _Links:
    """Where provisions point to: targets within the law, provisions that name another Act, parts that look abroad."""

    targets: dict[str, list[str]]
    outward: set[str]
    abroad: dict[str, bool]


def _carriers(reading: Reading, basic: Provision) -> list[Provision]:
    """Return the provisions below `basic` with a heading, a role, a punishment or a whole sentence of their own."""
    whole = reading.roles.get(basic.id)
    if whole is not None and whole.name == "definition":
        return []
    alone = _whole_sentences(reading, basic) if whole is not None and whole.name == "offence" else frozenset()
    found = []
    for provision in reading.law.walk(basic.id):
        if (
            provision.id == basic.id
            or provision.level in ("definition", "closing", "table")
            or provision.level in BASIC
        ):
            continue
        role = reading.roles.get(provision.id)
        if (
            provision.heading
            or provision.id in alone
            or _lead(reading, provision)
            or (role is not None and role.name in OWN_DUTY)
            or any(m.concept == PUNISHES for m in reading.at(provision.id))
        ):
            found.append(provision)
    return found


def _whole_sentences(reading: Reading, basic: Provision) -> frozenset[str]:
    """Return the items of lists that are sentences by themselves, where at least two of a list are.

    A law that nests its offences in one section words each as a sentence, the first perhaps with the opening words above
    it, and one perhaps without a full stop before the next; the items of one offence share theirs.
    """
    shared: dict[str, list[tuple[str, set[str]]]] = {}
    for quotes in reading.sentences.get(basic.id, ()):
        holders = {q.provision for q in quotes}
        for holder in holders:
            shared.setdefault(holder, []).append((quotes[0].provision, holders))
    found = set()
    for parent in reading.law.walk(basic.id):
        items = []
        for item in reading.law.children(parent.id):
            below = {p.id for p in reading.law.walk(item.id)}
            own = below | {p.id for p in reading.law.ancestors(item.id)}
            sentences = [sentence for id_ in below for sentence in shared.get(id_, ())]
            alone = all(first in below or holders <= own for first, holders in sentences)
            if item.level in LIST_LEVELS and sentences and alone:
                items.append(item.id)
        if len(items) >= 2:
            found.update(items)
    return frozenset(found)


def _lead(reading: Reading, provision: Provision) -> str:
    """Return the opening words that serve an item without heading as one, or nothing.

    Words that only a dash parts from the items below ("a person who knowingly—") open a sentence and head nothing.
    """
    if provision.heading or provision.level in BASIC:
        return ""
    found = _LEAD.match(provision.text)
    if found is None or not found[1][0].isupper() or len(found[1].split()) > 8:
        return ""
    if found.end() < len(provision.text):
        return found[1]
    closed = found[0].rstrip().endswith(".")
    return found[1] if closed and reading.law.children(provision.id) else ""


def _unit(
    reading: Reading,
    provision: Provision,
    basic: Provision,
    group: str,
    links: _Links,
    defining: Counter[str],
) -> Unit:
    below = [p for p in reading.law.walk(provision.id) if p.id == provision.id or p.level not in BASIC]
    texts = [p.text for p in below] + [p.heading for p in below[1:] if p.heading]
    all_mentions = [m for p in below for m in reading.at(p.id)]
    mentions = tuple(m for m in all_mentions if not m.quote.heading or m.quote.provision != provision.id)
    lead = _lead(reading, provision)
    heads = provision if provision.heading or lead else basic
    inherited = _inherited(reading, provision, basic, {p.id for p in below})
    role = reading.roles.get(provision.id) or reading.roles.get(basic.id)
    borrowed = _borrowed(reading, [t for p in below for t in links.targets.get(p.id, ())], basic, role)
    lent = frozenset(m.concept for m in borrowed)
    heading_mentions = tuple(m for m in reading.at(heads.id) if _heads(m, lead))
    sentences = _by_sentence(mentions + inherited)
    concepts = dict.fromkeys(sorted(lent), BORROWED) | _dampened(mentions)
    return Unit(
        provision=provision,
        basic=basic.id,
        heading=provision.heading or lead or basic.heading or "",
        terms=counts(" ".join(texts)),
        mentions=mentions,
        heading_mentions=heading_mentions,
        inherited=inherited,
        borrowed=borrowed,
        evidence=evidence(inherited, mentions, heading_mentions),
        held=frozenset(m.concept for m in (*mentions, *inherited, *heading_mentions, *borrowed)),
        in_text=frozenset(concepts) | {m.concept for m in inherited},
        refers_out=any(p.id in links.outward for p in below),
        abroad=links.abroad[group],
        sentences=(sentences[0] | lent, *sentences[1:]) if sentences else sentences,
        concepts=concepts,
        role=role,
        defines=sum(defining[p.id] for p in below),
        group=group,
    )


def _heads(mention: Mention, lead: str) -> bool:
    """Does it stand in the heading, or in the words that serve as one?"""
    return mention.quote.heading or mention.quote.end <= len(lead)


def _inherited(reading: Reading, provision: Provision, basic: Provision, below: set[str]) -> tuple[Mention, ...]:
    """Return the mentions above `provision` in sentences that run on into it, as "a person who knowingly—" runs into (a)."""
    if provision.id == basic.id:
        return ()
    sentences = reading.sentences.get(basic.id, ())
    shared = {n for n, quotes in enumerate(sentences) if any(q.provision in below for q in quotes)}
    above = [p for p in reading.law.ancestors(provision.id) if p.id == basic.id or p.id.startswith(basic.id)]
    return tuple(m for p in reversed(above) for m in reading.at(p.id) if not m.quote.heading and m.sentence in shared)


def _borrowed(reading: Reading, targets: list[str], basic: Provision, role: Role | None) -> tuple[Mention, ...]:
    """Return the mentions in the first sentence of the section that an offence builds on, if it refers to just one other."""
    if role is None or role.name != "offence":
        return ()
    others = {
        other.id for target in targets if (other := reading.law.basic(target)) is not None and other.id != basic.id
    }
    if len(others) != 1:
        return ()
    (other_id,) = others
    return tuple(m for m in reading.within(other_id) if m.sentence == 0 and not m.quote.heading)


def _by_sentence(mentions: tuple[Mention, ...]) -> tuple[frozenset[str], ...]:
    by: dict[int, set[str]] = {}
    for mention in mentions:
        by.setdefault(mention.sentence, set()).add(mention.concept)
    return tuple(frozenset(by[n]) for n in sorted(by))


def _dampened(mentions: tuple[Mention, ...]) -> dict[str, float]:
    tally: dict[str, int] = {}
    for mention in mentions:
        tally[mention.concept] = tally.get(mention.concept, 0) + 1
    return {concept: sqrt(n) for concept, n in tally.items()}
