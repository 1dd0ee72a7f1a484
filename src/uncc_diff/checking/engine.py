"""Runs rules over a reading and makes findings: in document order, at most one per rule and section, with stable ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from ..model.finding import SEVERITIES, Finding, Severity
from ..model.mapping import Mapping
from ..model.reading import Quote, Reading
from .hit import Hit
from .index import Index, Place
from .kinds import KINDS
from .rule import Rule
from .selector import holds
from .wording import fill

LONGEST_LIST = 5
"""Words that a message lists of one section, and sections of one law."""
LONGEST_WORDS = 14
"""Of the law's words in a message; of longer ones the beginning and the end are said."""
TWO = 2


def check(reading: Reading, mapping: Mapping, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find, in document order, the worst first at one place; findings about the whole law come last."""
    index = Index(reading)
    found: list[tuple[tuple[int, int, int, str], Finding]] = []
    answered = _answered(index, mapping)
    seen: dict[str, int] = {}
    for rule in rules:
        for severity, hit in _folded(rule, index, mapping):
            key = _key(rule, hit, index)
            seen[key] = seen.get(key, 0) + 1
            id = key if seen[key] == 1 else f"{key}.{seen[key]}"  # noqa: A001
            found.append((_rank(rule, severity, hit, index), _finding(rule, severity, hit, id, index, answered)))
    return tuple(finding for _, finding in sorted(found, key=lambda pair: pair[0]))


def _folded(rule: Rule, index: Index, mapping: Mapping) -> Iterator[tuple[Severity, Hit]]:
    """Yield the gravest hit of each section (of the law, for a rule that speaks once), with the words of the others."""
    by_unit: dict[str | None, list[Hit]] = {}
    for hit in KINDS[rule.kind].find(rule, index, mapping):
        by_unit.setdefault(hit.place.unit if hit.place and not rule.once else None, []).append(hit)
    best = [(*max(_graded(rule, hits, index), key=_gravity), hits) for hits in by_unit.values()]
    elsewhere = _elsewhere([hit for _, hit, _ in best], index) if rule.repeats else ("", "")
    for number, (severity, first, hits) in enumerate(best):
        if rule.repeats and number:
            severity = min(severity, rule.repeats, key=SEVERITIES.index)
        others = tuple(h.place.quote for h in hits if h.place and h is not first)
        words = {**first.words, "repeats": elsewhere[bool(number)]}
        yield severity, Hit(first.place, first.looked_in, words, first.also + others)


def _gravity(graded: tuple[Severity, Hit]) -> int:
    return SEVERITIES.index(graded[0])


def _graded(rule: Rule, hits: list[Hit], index: Index) -> list[tuple[Severity, Hit]]:
    return [(_severity(rule, hit, index), hit) for hit in hits]


def _elsewhere(hits: list[Hit], index: Index) -> tuple[str, str]:
    """Return what the first finding of a law says of the later ones, and what those say of it."""
    cited = [index.law.by_id[hit.place.provision].citation for hit in hits if hit.place]
    if len(cited) < TWO:
        return "", ""
    listed = ", ".join(cited[1 : LONGEST_LIST + 1])
    rest = len(cited) - 1 - LONGEST_LIST
    more = f" and {rest} more" if rest > 0 else ""
    return f"The same holds for {listed}{more}.", f"See {cited[0]}."


def _severity(rule: Rule, hit: Hit, index: Index) -> Severity:
    """Return the rule's severity, or the mildest that applies where something makes the fault weigh less."""
    if hit.place is None:
        return rule.severity
    grades = [rule.severity, *(m.to for m in rule.milder if holds(m.where, hit.place, index))]
    return min(grades, key=SEVERITIES.index)


def _rank(rule: Rule, severity: Severity, hit: Hit, index: Index) -> tuple[int, int, int, str]:
    grade = -SEVERITIES.index(severity)
    if hit.place is None:
        return (len(index.order), 0, grade, rule.id)
    return (index.order[hit.place.provision], grade, hit.place.quote.start, rule.id)


def _key(rule: Rule, hit: Hit, index: Index) -> str:
    """Return a key of rule and words without positions, so that it survives renumbering and edits elsewhere.

    References within the law are left out of the words, for they change whenever it is renumbered; other numbers
    stay, for ten years are not five.
    """
    if hit.place is None:
        return f"{rule.id}@law"
    provision = index.law.by_id[hit.place.unit]
    opening = "".join(c if c.isalpha() else " " for c in (provision.heading or provision.text[:80]).lower())
    words = "".join(c if c.isalnum() else " " for c in _unreferred(hit.place.quote, index).lower())
    normal = " ".join(f"{words} {opening}".split())
    return f"{rule.id}@{hashlib.sha256(normal.encode()).hexdigest()[:12]}"


def _unreferred(quote: Quote, index: Index) -> str:
    """Return the words of a quote without the references in them to places of the same law."""
    words = index.reading.words(quote)
    for reference in reversed(index.references_in(quote)):
        start, end = (min(max(at - quote.start, 0), len(words)) for at in (reference.quote.start, reference.quote.end))
        words = f"{words[:start]}{words[end:]}"
    return words


def _answered(index: Index, mapping: Mapping) -> dict[str, set[str]]:
    """Return by section the articles it was accepted for, as `treaty/number`."""
    found: dict[str, set[str]] = {}
    for match in mapping.matches:
        if match.accepted and match.provision in index.order:
            found.setdefault(index.unit_of(match.provision), set()).add(f"{match.treaty}/{match.article}")
    return found


def _finding(
    rule: Rule,
    severity: Severity,
    hit: Hit,
    id: str,  # noqa: A002
    index: Index,
    answered: dict[str, set[str]],
) -> Finding:
    place = hit.place
    articles = answered.get(place.unit, set()) if place else set()
    return Finding(
        id=id,
        rule=rule.id,
        title=rule.title,
        severity=severity,
        confidence=rule.confidence,
        faults=rule.faults,
        indicators=rule.indicators,
        provision=place.provision if place else None,
        quote=place.quote if place else None,
        message=fill(rule.message, place, index, {**hit.words, "words": _words(place, hit, index)}),
        basis=(*(b for b in rule.matched_basis if b.id in articles), *rule.basis),
        remedy=rule.remedy,
        looked_in=hit.looked_in,
        also=hit.also,
    )


def _shortened(words: str) -> str:
    """Return the words, in the middle of long ones a gap: the whole of them stands in the quote."""
    each = words.split()
    if len(each) <= LONGEST_WORDS:
        return " ".join(each)
    half = LONGEST_WORDS // 2
    return f"{' '.join(each[:half])} … {' '.join(each[-half:])}"


def _words(place: Place | None, hit: Hit, index: Index) -> str:
    """Return the words found in the section, each once, in quotation marks; of those that stand elsewhere, where."""
    if place is None:
        return ""
    each: dict[str, str] = {}
    for quote in _apart((place.quote, *hit.also)):
        words = _shortened(index.reading.words(quote))
        cited = "" if quote.provision == place.provision else index.law.by_id[quote.provision].citation
        each.setdefault(words.lower(), f"“{words}” in {cited}" if cited else f"“{words}”")
    listed = list(each.values())
    rest = len(listed) - LONGEST_LIST
    return ", ".join(listed[:LONGEST_LIST]) + (f" and {rest} more" if rest > 0 else "")


def _apart(quotes: tuple[Quote, ...]) -> list[Quote]:
    """Return the quotes without those that lie within words already said, or run on from them."""
    said: list[Quote] = []
    for quote in quotes:
        if not any(
            (one.provision, one.heading) == (quote.provision, quote.heading)
            and quote.start < one.end
            and one.start < quote.end
            for one in said
        ):
            said.append(quote)
    return said
