"""Whether a mention is affirmed, negated, excepted, hypothetical or quoted, by the triggers of `_polarity.yaml`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from typing import get_args

from ..model.law import Law
from ..model.reading import Polarity, Quote
from .joins import Range, pattern_ranges
from .lexicon import Lexicon
from .passages import Flow
from .vocabulary import Hits

_STRENGTH: tuple[Polarity, ...] = ("quoted", "excepted", "negated", "hypothetical", "affirmed")
"""The first that holds wins."""

_QUOTED = re.compile(r"[“\"][^“”\"]{12,}(?:[”\"]|$)")


def polarities(law: Law, flow: Flow, hits: Hits, lexicon: Lexicon, mentions: Sequence[Range]) -> dict[Range, Polarity]:
    """Return the polarity of each mention that is not affirmed."""
    scopes = sorted([*_quoted_scopes(law, flow, hits, lexicon), *_trigger_scopes(flow, hits, lexicon, mentions)])
    found: dict[Range, Polarity] = {}
    holding: list[tuple[int, Polarity]] = []
    """The scopes that reach over the mention looked at, the one that ends first at the front."""
    begun = 0
    for start, end in sorted(set(mentions)):
        while begun < len(scopes) and scopes[begun][0] <= start:
            heappush(holding, scopes[begun][1:])
            begun += 1
        while holding and holding[0][0] <= start:
            heappop(holding)
        if holding:
            found[start, end] = min((polarity for _, polarity in holding), key=_STRENGTH.index)
    return found


def _trigger_scopes(
    flow: Flow, hits: Hits, lexicon: Lexicon, mentions: Iterable[Range]
) -> Iterable[tuple[int, int, Polarity]]:
    harmless = {at for start, end in _ranges("harmless", flow, hits, lexicon) for at in range(start, end)}
    ends = sorted(start for start, _ in _ranges("terminators", flow, hits, lexicon))
    said_by: dict[int, int] = {}
    for start, end in mentions:
        said_by[start] = min(end, said_by.get(start, end))
    for name, data in lexicon.grammar["polarity"].items():
        if data.get("polarity") not in get_args(Polarity):
            continue
        reach, polarity = int(data["reach"]), data["polarity"]
        for start, end in _ranges(name, flow, hits, lexicon):
            if not harmless.isdisjoint(range(start, end)):
                continue
            low, high = flow.sentence_bounds[flow.sentence[start]]
            if data["direction"] == "backward":
                before = bisect_left(ends, start)
                yield max(low, start - reach, ends[before - 1] if before else 0), start, polarity
                continue
            after = bisect_left(ends, end)
            high = min(high, end + reach, ends[after] if after < len(ends) else high)
            # a concept worded with the trigger (without right) takes it up: nothing behind it is turned round
            yield end, min(high, said_by.get(start, high)), polarity


def _ranges(name: str, flow: Flow, hits: Hits, lexicon: Lexicon) -> list[Range]:
    found: Mapping[str, Sequence[Range]] = {}
    return [
        r
        for pattern in lexicon.triggers[f"polarity/{name}"]
        for r in pattern_ranges(pattern, lexicon, hits, found, flow)
    ]


def _quoted_scopes(law: Law, flow: Flow, hits: Hits, lexicon: Lexicon) -> Iterable[tuple[int, int, Polarity]]:
    if law.amends:
        return
    for segment in flow.segments:
        if law.by_id[segment.provision].quoted:
            yield segment.first, segment.end, "quoted"
    for start, end in _ranges("insertion", flow, hits, lexicon):
        segment = flow.segment_at(end - 1)
        if segment.heading:
            continue
        text = law.by_id[segment.provision].text
        for match in _QUOTED.finditer(text, flow.starts[start] if start >= segment.first else 0):
            low, high = flow.words_of(Quote(segment.provision, match.start(), match.end()))
            yield low, high, "quoted"
