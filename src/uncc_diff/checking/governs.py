"""Does a safeguard govern the power found, or does it merely stand in the same section?

A section may ask for a warrant to search and, three lines on, let the same officer intercept on a mere letter. So words
that protect count for a power only when one of these ties them to it:

1. they stand in its sentence, or in the head or closing words of the list it is part of, or in its own subsection; in a
   section of several sentences without subsections, their sentence is about the same thing;
2. their subsection refers to the power's subsection, or to the section as a whole ("an order under this section");
3. the power's subsection refers to theirs ("a person acting under subsection (1)");
4. their subsection is about the same thing: it mentions the concept that makes the power (an application for a warrant
   to intercept, followed by what the interceptor may do);
5. beyond the section: the power's sentence or subsection refers to the other provision, or that one refers to the power's
   section or part and orders (not merely allows) that protection. A heading elsewhere ties nothing.

A reference that sets the other provision aside ("despite section 8") ties nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..model.reading import Reference
from .index import HEADING, Index, Place
from .rule import Group, Rule, Scope
from .selector import PRESENT

OVERRIDE = "notwithstanding_other"
"""The concept that marks a reference as setting something aside."""


def governs(protection: Place, power: Place, index: Index, subject: frozenset[str]) -> bool:
    """Is the protecting mention tied to the power? `subject` are the concepts that make the power."""
    if protection.passage != power.passage:
        if protection.sentence == HEADING:
            return False
        return _refers(power, protection, index) or (
            _binds(protection, index) and _is_referred_to(power, protection, index)
        )
    if protection.sentence == HEADING or (protection.sentence == power.sentence and protection.limb == power.limb):
        return True
    if protection.limb == power.limb and protection.limb != protection.unit:
        return True
    if protection.provision == power.provision:
        return _same_matter(protection, index, subject)
    if _stands_above(protection, power, index):
        return True
    if _refers(power, protection, index) or _is_referred_to(power, protection, index):
        return True
    return protection.limb != power.limb and _shares(protection, power, index, subject)


def _binds(protection: Place, index: Index) -> bool:
    """Does the protecting sentence order something, or let a court decide?

    One that merely allows an officer to ask a court leaves the power as it is.
    """
    modals = index.modals.get((protection.passage, protection.sentence), ())
    return not any(m.value.get("modality") == "may" and m.value.get("actor") not in ("court", "judge") for m in modals)


def _stands_above(protection: Place, power: Place, index: Index) -> bool:
    """Do the words stand in the head or the closing words of a list that the power belongs to?"""
    heads = {p.id for p in index.law.ancestors(power.provision)}
    here = index.law.by_id[protection.provision]
    if here.id in heads and here.id != power.passage:
        return True
    if here.level == "closing":
        return here.parent in heads
    if here.id == power.passage:
        return protection.sentence == power.sentence or _opens(protection, index)
    return False


def _opens(protection: Place, index: Index) -> bool:
    """Are the words in the last sentence of the section's own text, which opens its list?"""
    own = [p.sentence for p in index.by_provision.get(protection.provision, ()) if p.sentence != HEADING]
    return protection.sentence == max(own)


def _same_matter(protection: Place, index: Index, subject: frozenset[str]) -> bool:
    """In a section of several sentences without subsections: is the protecting sentence itself about the power?"""
    sentence = index.by_sentence.get((protection.passage, protection.sentence), ())
    return any(p.mention and p.mention.concept in subject for p in sentence)


def _shares(protection: Place, power: Place, index: Index, subject: frozenset[str]) -> bool:
    """Is the protecting subsection itself about what the power does?"""
    concepts = {p.mention.concept for p in index.below(protection.limb) if p.mention}
    made_by = {power.mention.concept} if power.mention else set()
    return bool(concepts & (made_by | subject))


def _refers(power: Place, protection: Place, index: Index) -> bool:
    """Does the power's subsection refer to where the protection stands? "This section" leads nowhere else."""
    own = {power.passage, *(p.id for p in index.law.ancestors(power.passage))}
    return any(r.target not in own and _leads_to(r, protection, index) for r in _references_around(power, index))


def _is_referred_to(power: Place, protection: Place, index: Index) -> bool:
    """Does the protecting subsection refer to the power's subsection, section or part?"""
    return any(_leads_to(reference, power, index) for reference in _references_around(protection, index))


def _leads_to(reference: Reference, place: Place, index: Index) -> bool:
    if reference.target is None or _sets_aside(reference, index):
        return False
    return reference.target == place.provision or any(
        p.id == reference.target for p in index.law.ancestors(place.provision)
    )


def _references_around(place: Place, index: Index) -> Iterable[Reference]:
    """Yield the references of the subsection; where the section has none, of the whole section."""
    for provision in index.law.walk(place.limb):
        yield from index.references.get(provision.id, ())
    if place.limb != place.passage:
        yield from index.references.get(place.passage, ())


def _sets_aside(reference: Reference, index: Index) -> bool:
    """Do words like 'despite' stand directly before the reference?"""
    for place in index.by_provision.get(reference.quote.provision, ()):
        if place.mention and place.mention.concept == OVERRIDE:
            near = place.quote.start <= reference.quote.start <= place.quote.end + 3
            if near and place.quote.heading == reference.quote.heading:
                return True
    return False


def look(group: Group, power: Place, rule: Rule, index: Index, subject: frozenset[str]) -> Place | None:
    """Return the first mention of the group where the rule looks; with `governing`, only one that governs the power."""
    role = rule.lacks.role if rule.lacks else frozenset()
    counted = {term.concept: term.polarities or PRESENT for term in group}
    for one in rule.look_in:
        places = _in_law(counted, index) if one == "law" else places_in(one, power, index)
        for place in places:
            mention = place.mention
            if mention is None or mention.polarity not in counted.get(mention.concept, ()):
                continue
            if not _has_role(place, role, index):
                continue
            if not rule.governing or one == "sentence" or governs(place, power, index, subject):
                return place
    return None


def _in_law(concepts: Collection[str], index: Index) -> Iterator[Place]:
    """Yield all mentions of these concepts, concepts in the order in which the law mentions them."""
    for concept, places in index.by_concept.items():
        if concept in concepts:
            yield from places


def _has_role(place: Place, role: frozenset[str], index: Index) -> bool:
    here = index.role(place.provision)
    return not role or (here is not None and here.name in role)


def places_in(one: Scope, power: Place, index: Index) -> list[Place]:
    """Return the mentions of one scope around the power."""
    if one == "sentence":
        return index.by_sentence.get((power.passage, power.sentence), [])
    if one == "provision":
        return index.below(power.limb) + index.above(power.limb)
    if one == "section":
        return (
            index.below(power.passage)
            if power.unit == power.passage
            else index.below(power.unit) + index.above(power.unit)
        )
    if one == "referenced":
        return [place for id in referenced(power, index) for place in index.below(id)]  # noqa: A001
    if one == "part":
        group = next((p.id for p in index.law.ancestors(power.passage)), None)
        return index.below(group) if group else index.below(power.passage)
    return list(_in_law(index.by_concept, index))


def referenced(power: Place, index: Index) -> list[str]:
    """Return the provisions that the power's subsection refers to, and the sections that refer to the power's section.

    "An offence under this Part" leads nowhere: the part that the power itself stands in is left out.
    """
    out = [r.target for r in _references_around(power, index) if r.target is not None and not _sets_aside(r, index)]
    targets = {power.provision, power.limb, power.unit, power.passage}
    back = [
        index.limb_of(r.quote.provision)
        for target in sorted(targets, key=lambda t: index.order[t])
        for r in index.referring.get(target, ())
        if index.passage_of(r.quote.provision) != power.passage and not _sets_aside(r, index)
    ]
    own = {power.passage, *(p.id for p in index.law.ancestors(power.passage))}
    return list(dict.fromkeys(id for id in (*out, *back) if id not in own))  # noqa: A001
