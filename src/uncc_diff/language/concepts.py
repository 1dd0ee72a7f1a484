"""Mentions of concepts: where in the run of words each one stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from .joins import Range, pattern_ranges
from .lexicon import Lexicon
from .passages import Flow
from .vocabulary import Hits


def concept_ranges(
    flow: Flow,
    hits: Hits,
    lexicon: Lexicon,
    *,
    terms: Mapping[str, Sequence[Range]],
    definition_bodies: Sequence[Range] = (),
) -> dict[str, list[Range]]:
    """Return for each concept that is mentioned its word ranges, in order.

    `terms` holds, by concept, where terms stand that the law itself defines as naming it.
    """
    found: dict[str, list[Range]] = {}
    headings = _covered([(s.first, s.end) for s in flow.segments if s.heading], flow)
    bodies = _covered(definition_bodies, flow)
    for name in lexicon.order:
        concept = lexicon.entries[name]
        ranges = {r for p in concept.patterns for r in pattern_ranges(p, lexicon, hits, found, flow)}
        if ranges and not concept.heading_ok:
            ranges = _outside(ranges, headings)
        if ranges and not concept.in_definitions:
            ranges = _outside(ranges, bodies)
        ranges.update(terms.get(name, ()))
        for narrower in lexicon.narrower.get(name, ()):
            ranges.update(found.get(narrower, ()))
        if not ranges:
            continue
        cancelled = [r for p in concept.cancelled_by for r in pattern_ranges(p, lexicon, hits, found, flow)]
        kept = _outermost(_not_cancelled(ranges, cancelled))
        if kept:
            found[name] = kept
    return found


def _outermost(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges that lie in no other, in order."""
    kept: list[Range] = []
    for one in sorted(ranges, key=lambda r: (r[0], -r[1])):
        if not kept or one[1] > kept[-1][1]:
            kept.append(one)
    return kept


def _covered(ranges: Iterable[Range], flow: Flow) -> list[int]:
    """Return for each word how many of the words before it the ranges cover, and at the end how many of all."""
    covers = bytearray(len(flow.words))
    for start, end in ranges:
        covers[start:end] = b"\1" * (end - start)
    return [0, *accumulate(covers)]


def _outside(ranges: Iterable[Range], covered: Sequence[int]) -> set[Range]:
    """Return the ranges that hold no covered word."""
    return {(s, e) for s, e in ranges if covered[s] == covered[e]}


def _not_cancelled(ranges: Iterable[Range], cancelled: Sequence[Range]) -> set[Range]:
    """Return the ranges whose first and last words both lie outside the cancelling words.

    What a gap spans is not part of the mention: words that cancel there say nothing about it.
    """
    if not cancelled:
        return set(ranges)
    words = {at for start, end in cancelled for at in range(start, end)}
    return {(s, e) for s, e in ranges if s not in words and e - 1 not in words}
