"""A law as one run of words: each passage flows a basic provision and what stands below it, headings apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model.law import BASIC, GROUPS, Law, Provision
from ..model.reading import Quote
from .inflection import Inflection
from .sentences import SentenceEnds

BOUNDARY = "\n"
"""Stands between sentences in the run of words; no phrase holds it, so no phrase runs across."""

_WORD = re.compile(
    r"""(?:\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\))  # a marker inside the text is no word
      | ([^\W_]+(?:['’][^\W_]+)*)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """The text or the heading of one provision within the run of words: words `first` up to `end`."""

    provision: str
    heading: bool
    passage: str
    first: int
    end: int
    above: frozenset[str]
    """The provision's ancestors; empty for headings."""
    closing: bool
    """Does it end an enumeration, so that all paragraphs run on into it?"""


@dataclass(frozen=True)
class Flow:
    """The words of a law in reading order, with the way back to the letter."""

    words: list[str]
    starts: list[int]
    """Offset of each word in the text (or heading) of its provision."""
    sentence: list[int]
    """Running number of each word's sentence, over the whole law."""
    segment_of: list[int]
    """Index of each word's segment."""
    segments: list[Segment]
    sentence_bounds: list[tuple[int, int]]
    """Word range of each sentence, by its number."""
    first_sentence: dict[str, int]
    """Number of the first sentence of each passage."""
    sentences: dict[str, tuple[tuple[Quote, ...], ...]]
    """By passage: its sentences, each the quotes that make it up; headings have none."""

    @cached_property
    def _by_text(self) -> dict[tuple[str, bool], Segment]:
        return {(s.provision, s.heading): s for s in self.segments}

    def segment_at(self, word: int) -> Segment:
        """Return the text or heading that the word stands in."""
        return self.segments[self.segment_of[word]]

    def runs_on(self, first: int, last: int) -> bool:
        """Does a thought run from the first word to the last: one sentence, and no leap from paragraph to paragraph?"""
        if self.sentence[first] != self.sentence[last]:
            return False
        here, there = self.segment_of[first], self.segment_of[last]
        if here == there:
            return True
        ending = self.segments[there]
        return ending.closing or self.segments[here].provision in ending.above

    def quote(self, start: int, end: int) -> Quote:
        """Return the words as a quote of the provision that holds the first of them, cut where that provision ends."""
        segment = self.segment_at(start)
        last = min(end, segment.end) - 1
        while last > start and self.words[last] == BOUNDARY:
            last -= 1
        return Quote(segment.provision, self.starts[start], self.starts[last] + len(self.words[last]), segment.heading)

    def words_of(self, quote: Quote) -> tuple[int, int]:
        """Return the range of words that begin within the quote."""
        segment = self._by_text.get((quote.provision, quote.heading))
        if segment is None:
            return (0, 0)
        low = bisect_left(self.starts, quote.start, segment.first, segment.end)
        high = bisect_left(self.starts, quote.end, segment.first, segment.end)
        return low, high

    def sentence_in_passage(self, word: int) -> int:
        """Return the number of the word's sentence within its passage; 0 in headings."""
        segment = self.segment_at(word)
        return 0 if segment.heading else self.sentence[word] - self.first_sentence[segment.passage]


def passage_owners(law: Law) -> dict[str, str]:
    """Return for each provision the top of the passage it flows into."""
    owners: dict[str, str] = {}
    for p in law.provisions:
        own = p.level in BASIC or p.level in GROUPS or p.level == "schedule" or p.parent is None
        owners[p.id] = p.id if own else owners[p.parent or ""]
    return owners


def flow(law: Law, inflection: Inflection, ends: SentenceEnds) -> Flow:
    """Return the words of the law, passage by passage in document order."""
    owners = passage_owners(law)
    members: dict[str, list[Provision]] = {}
    for p in law.provisions:
        members.setdefault(owners[p.id], []).append(p)
    return _Writer(law, inflection, ends).write(members)


class _Writer:
    """Collects words; holds what is mutable while a flow is made."""

    def __init__(self, law: Law, inflection: Inflection, ends: SentenceEnds) -> None:
        self.law = law
        self.skipped = inflection.skipped
        self.ends = ends
        self.words: list[str] = []
        self.starts: list[int] = []
        self.sentence: list[int] = []
        self.segment_of: list[int] = []
        self.segments: list[Segment] = []
        self.bounds: list[tuple[int, int]] = []

    def write(self, members: dict[str, list[Provision]]) -> Flow:
        first_sentence: dict[str, int] = {}
        sentences: dict[str, tuple[tuple[Quote, ...], ...]] = {}
        for passage, provisions in members.items():
            for p in provisions:
                if p.heading:
                    self._segment(p, passage, heading=True, cuts=[len(p.heading)])
            first_sentence[passage] = len(self.bounds)
            sentences[passage] = self._passage(passage, provisions)
        self._boundary(0)
        return Flow(
            self.words, self.starts, self.sentence, self.segment_of, self.segments, self.bounds, first_sentence, sentences
        )  # fmt: skip

    def _passage(self, passage: str, provisions: Sequence[Provision]) -> tuple[tuple[Quote, ...], ...]:
        done: list[tuple[Quote, ...]] = []
        current: list[Quote] = []
        texts = [p for p in provisions if p.text.strip()]
        for p, following in zip(texts, (*texts[1:], None), strict=False):
            cuts = self.ends.within(p.text)
            if following is None or self.ends.between(p, following):
                cuts = [*(c for c in cuts if c < len(p.text.rstrip())), len(p.text)]
            begin = 0
            for cut in cuts:
                current.append(_trimmed(p, begin, cut))
                done.append(tuple(current))
                current, begin = [], cut
            if p.text[begin:].strip():
                current.append(_trimmed(p, begin, len(p.text)))
            self._segment(p, passage, heading=False, cuts=cuts)
        return tuple(done)

    def _segment(self, p: Provision, passage: str, *, heading: bool, cuts: list[int]) -> None:
        text = (p.heading or "") if heading else p.text
        first = len(self.words)
        skipped = self.skipped
        found = [(m.start(1), word) for m in _WORD.finditer(text) if (word := m[1]) and word.lower() not in skipped]
        at = 0
        for cut in cuts:
            upto = at
            while upto < len(found) and found[upto][0] < cut:
                upto += 1
            self._add(found[at:upto])
            self._boundary(cut)
            at = upto
        self._add(found[at:])
        above = frozenset() if heading else frozenset(a.id for a in self.law.ancestors(p.id))
        self.segments.append(Segment(p.id, heading, passage, first, len(self.words), above, p.level == "closing"))

    def _add(self, found: list[tuple[int, str]]) -> None:
        self.words += [word for _, word in found]
        self.starts += [start for start, _ in found]
        self.sentence += [len(self.bounds)] * len(found)
        self.segment_of += [len(self.segments)] * len(found)

    def _boundary(self, at: int) -> None:
        self.sentence.append(len(self.bounds))
        self.segment_of.append(len(self.segments))
        self.bounds.append((self.bounds[-1][1] + 1 if self.bounds else 0, len(self.words)))
        self.words.append(BOUNDARY)
        self.starts.append(at)


def _trimmed(p: Provision, start: int, end: int) -> Quote:
    words = p.text[start:end]
    return Quote(p.id, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
