"""Facts drawn from words: penalties, time limits, who acts and how strongly the law speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.law import Law, Provision
from ..model.reading import Fact, Quote
from .joins import Range, pattern_ranges
from .lexicon import Lexicon
from .passages import Flow
from .penalties import PenaltyGrammar
from .vocabulary import Hits
from .wordings import any_of


class _LimitWords:
    """What makes a length of time a time limit, and what makes it an age."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.trigger = re.compile(rf"\s*(?:{any_of(data['counted_from'])})\s+[^.;,]{{3,60}}", re.IGNORECASE)
        self.within = re.compile(
            rf"\b(?:{any_of(data['within'])})\s+(?:(?:{any_of(data['period_of'])})\s+)?(?:not\s+\w+\s+than\s+)?$",
            re.IGNORECASE,
        )
        self.age_behind = re.compile(rf"\s*(?:{any_of(data['age_behind'])})", re.IGNORECASE)
        self.age_before = re.compile(rf"\b(?:{any_of(data['age_before'])})\b[^.;]{{0,24}}$", re.IGNORECASE)

    def is_age(self, text: str, start: int, end: int) -> bool:
        return bool(self.age_behind.match(text, end) or self.age_before.search(text[max(0, start - 60) : start]))


def find_facts(
    law: Law, flow: Flow, hits: Hits, concepts: Mapping[str, Sequence[Range]], lexicon: Lexicon
) -> tuple[Fact, ...]:
    """Return the facts of all provisions in document order; what is to be put into other laws states none."""
    penalties = lexicon.made(PenaltyGrammar, "facts")
    limits = lexicon.made(_LimitWords, "facts")
    foreign = set() if law.amends else {p.id for p in law.provisions if p.quoted}
    found: list[Fact] = []
    for p in law.provisions:
        if p.text and p.id not in foreign:
            found.extend(_amounts(p, penalties, limits, flow))
    found.extend(_modalities(flow, hits, concepts, lexicon))
    places = {p.id: n for n, p in enumerate(law.provisions)}
    kept = (f for f in found if f.quote.provision not in foreign)
    return tuple(sorted(kept, key=lambda f: (places[f.quote.provision], f.quote.start, f.quote.end, f.kind)))


def _amounts(p: Provision, penalties: PenaltyGrammar, limits: _LimitWords, flow: Flow) -> Iterator[Fact]:
    threatened: list[tuple[int, int]] = []
    for start, end, value in penalties.find(p.text):
        threatened.append((start, end))
        quote = Quote(p.id, start, end)
        yield Fact("penalty", quote, value, _sentence(flow, quote))
    for term in penalties.amounts.terms(p.text):
        if any(s <= term.start < e for s, e in threatened) or limits.is_age(p.text, term.start, term.end):
            continue
        before = p.text[max(0, term.start - 60) : term.start]
        bound = {"most": "maximum", "least": "minimum", "range": "maximum", "exact": "period"}[term.bound]
        value = {"amount": term.amount, "unit": term.unit, "days": round(term.days, 2)}
        value["bound"] = "within" if limits.within.search(before) else bound
        trigger = limits.trigger.match(p.text, term.end)
        end = term.end
        if trigger:
            value["trigger"] = re.sub(r"\s+", " ", trigger[0].strip())
            end = trigger.end()
        quote = Quote(p.id, term.start, end)
        yield Fact("time_limit", quote, value, _sentence(flow, quote))


def _sentence(flow: Flow, quote: Quote) -> int:
    low, high = flow.words_of(quote)
    return flow.sentence_in_passage(low) if low < high else 0


def _modalities(flow: Flow, hits: Hits, concepts: Mapping[str, Sequence[Range]], lexicon: Lexicon) -> Iterator[Fact]:
    """Yield each modal verb with the actor that governs it, and each actor once per sentence."""
    actors = sorted(
        (start, end, actor)
        for actor, names in lexicon.grammar["facts"]["actors"].items()
        for name in names
        for start, end in concepts.get(name, ())
        if not flow.segment_at(start).heading
    )
    starts = [start for start, _, _ in actors]
    seen: set[tuple[int, str]] = set()
    for start, end, actor in actors:
        if (flow.sentence[start], actor) not in seen:
            seen.add((flow.sentence[start], actor))
            yield Fact("actor", flow.quote(start, end), {"actor": actor}, flow.sentence_in_passage(start))
    taken: set[int] = set()
    for key in ("shall_not", "shall", "may"):
        for pattern in lexicon.triggers[f"facts/{key}"]:
            for start, end in pattern_ranges(pattern, lexicon, hits, {}, flow):
                if not taken.isdisjoint(range(start, end)) or flow.segment_at(start).heading:
                    continue
                taken.update(range(start, end))
                value = {"modality": key}
                nearest = bisect_right(starts, start) - 1
                if nearest >= 0 and flow.sentence[starts[nearest]] == flow.sentence[start]:
                    value["actor"] = actors[nearest][2]
                yield Fact("modality", flow.quote(start, end), value, flow.sentence_in_passage(start))
