"""Who does what in the main clause of each sentence: classes of its subject and of what is done, and the modal verb between.

A sentence is split at its commas; a piece that opens like an aside ("where ...", "after ...") holds no subject. The main
verb is the first modal one that no relative word leads in, or a verb right behind its subject ("the Authority decides ...").
In a law that amends others, a sentence begins behind the words that bring it in ("Article 4 is changed and reads: ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.law import Law
from ..model.reading import Fact
from .joins import Range, pattern_ranges
from .lexicon import Lexicon
from .passages import Flow
from .vocabulary import Hits

_FAR = 7
"""Words of a clause within which its subject begins, and words behind the verb within which it says what is done."""
_NEAR = 3
"""Words of a later clause or paragraph within which it says what is done."""

_CLOSING = " )]\"'”’»"
_PARTING = frozenset(",—:;")


@dataclass(frozen=True, slots=True)
class _Subject:
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doing:
    """What a sentence's subject does."""

    subject: str
    """Name of the class in `_doings.yaml`."""
    modality: str
    """shall, shall_not, may; is and is_not for a verb without a modal one."""
    verbs: tuple[str, ...]
    """Classes of the first thing done; several may fit it."""
    words: Range
    """From the subject to the end of what is done."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return what signs of roles call it, from `does:SUBJECT` to `does:SUBJECT:MODALITY:VERB`."""
        actors = (f"does:{self.subject}", "does:any")
        ways = (*actors, *(f"{who}:{self.modality}" for who in actors))
        return (*ways, *(f"{way}:{verb}" for verb in self.verbs for way in ways))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the law's own or, where it amends others, of what it brings into them."""

    start: int
    """Its first word, the frame that brings it in left out."""
    doing: Doing | None
    """None where it has no known subject."""


def find_doings(law: Law, flow: Flow, hits: Hits, lexicon: Lexicon, facts: Sequence[Fact]) -> Iterator[Sentence]:
    """Yield the sentences outside of headings in their order; those that only bring in another are left out."""
    marks = _Marks(law, flow, hits, lexicon, facts)
    for low, high in flow.sentence_bounds:
        if low < high and not flow.segment_at(low).heading:
            start = marks.behind_frame(low, high) if law.amends else low
            if start < high:
                yield Sentence(start, marks.doing(start, high))


class _Marks:
    """Where subjects, verbs and modal verbs stand in a law."""

    def __init__(self, law: Law, flow: Flow, hits: Hits, lexicon: Lexicon, facts: Sequence[Fact]) -> None:
        self._law = law
        self._flow = flow
        found: dict[str, list[Range]] = {}
        for key, patterns in lexicon.triggers.items():
            if key.startswith("doings/"):
                ranges = [r for pattern in patterns for r in pattern_ranges(pattern, lexicon, hits, {}, flow)]
                found[key.removeprefix("doings/")] = ranges
        self._asides = {start for start, _ in found["aside"]}
        self._relative = {end for _, end in found["relative"]}
        self._copulas = {start for start, _ in found["copula"]}
        self._frames = {end - 1 for _, end in found["frame"]}
        self._not = frozenset(lexicon.grammar["doings"]["not"])
        self._only = frozenset(lexicon.grammar["doings"]["only"])
        self._bound = frozenset(lexicon.grammar["doings"]["bound"])
        self._subjects = _longest(found, "subject_")
        self._verbs: dict[int, list[tuple[int, str]]] = {}
        for name, ranges in found.items():
            if name.startswith("verb_"):
                for start, end in ranges:
                    self._verbs.setdefault(start, []).append((end, name.removeprefix("verb_")))
        self._modals: dict[int, Range] = {}
        self._modality: dict[int, str] = {}
        for fact in facts:
            if fact.kind == "modality":
                start, end = flow.words_of(fact.quote)
                self._modals[start] = (start, end)
                self._modality[start] = fact.value["modality"]

    def behind_frame(self, low: int, high: int) -> int:
        """Return the word behind the last words of the sentence that bring text into another law and end in a colon."""
        ends = (w for w in range(high - 1, low - 1, -1) if w in self._frames and self._behind(w) == ":")
        return next(ends, low - 1) + 1

    def doing(self, low: int, high: int) -> Doing | None:
        """Return what is done in the sentence of these words."""
        clauses = list(self._clauses(low, high))
        modal = self._modal(clauses)
        for start, end in clauses:
            if start in self._asides or (modal is not None and start > modal[0]):
                continue
            subject = self._subject(start, end if modal is None else min(end, modal[0]))
            if subject is not None and self._is_verb(subject.end):
                only_links = subject.end in self._copulas and subject.end not in self._verbs
                return self._done(subject, subject.end + only_links, "is", clauses)
        if modal is not None:
            return self._done(self._doer(modal[0], clauses), modal[1], self._modality[modal[0]], clauses)
        verb = next((w for w in range(low, high) if w in self._copulas and w not in self._relative), None)
        return None if verb is None else self._done(self._doer(verb, clauses), verb + 1, "is", clauses)

    def _doer(self, verb: int, clauses: Sequence[Range]) -> _Subject:
        """Return the subject of a verb: the first of its clause, else the nearest before it, else an unknown one."""
        before = [c for c in clauses if c[0] <= verb]
        for start, end in [c for c in before if c[0] not in self._asides] or before[-1:]:
            subject = self._subject(start, min(end, verb))
            if subject is not None:
                return subject
        near = (self._subjects[w] for w in range(verb - 1, clauses[0][0] - 1, -1) if w in self._subjects)
        return next(near, _Subject("unknown", verb, verb))

    def _clauses(self, low: int, high: int) -> Iterator[Range]:
        words, starts = self._flow.words, self._flow.starts
        start = here = low
        while here < high - 1:
            segment = self._flow.segment_at(here)
            last = min(segment.end, high) - 1
            text = self._law.by_id[segment.provision].text
            for word in range(here, last):
                behind = starts[word] + len(words[word])
                if (text[behind] != " " or starts[word + 1] > behind + 1) and _sign(text, behind) in _PARTING:
                    yield start, word + 1
                    start = word + 1
            here = last + 1
            if here < high:
                yield start, here
                start = here
        yield start, high

    def _behind(self, word: int) -> str:
        """Return the sign behind a word."""
        flow = self._flow
        text = self._law.by_id[flow.segment_at(word).provision].text
        return _sign(text, flow.starts[word] + len(flow.words[word]))

    def _modal(self, clauses: Sequence[Range]) -> Range | None:
        """Return the first modal verb outside of asides, else the first; relative clauses have none that counts."""
        plain = [c for c in clauses if c[0] not in self._asides]
        words = (w for part in (plain, clauses) for start, end in part for w in range(start, end))
        return next((self._modals[w] for w in words if w in self._modals and w not in self._relative), None)

    def _subject(self, start: int, end: int) -> _Subject | None:
        near = range(start, min(end, start + _FAR))
        return next((self._subjects[word] for word in near if word in self._subjects), None)

    def _is_verb(self, word: int) -> bool:
        """Does the word, right behind a subject, say what it does without a modal verb?"""
        words = self._flow.words
        finite = words[word].endswith("s") != words[word - 1].endswith("s")
        return word in self._copulas or (finite and word in self._verbs)

    def _done(self, subject: _Subject, behind: int, modality: str, clauses: Sequence[Range]) -> Doing:
        """Return the doing with what stands first behind the verb, asides passed over."""
        here = next(end for _, end in clauses if behind <= end)
        places = [(behind, min(here, behind + _FAR))]
        places += [(s, min(e, s + _NEAR)) for s, e in clauses if s >= here and s not in self._asides]
        near = (w for s, e in places for w in range(s, e) if w == s or w - 1 not in self._asides)
        at = next((w for w in near if w in self._verbs), None)
        verbs = self._verbs.get(at, ()) if at is not None else ()
        return Doing(
            subject.name,
            self._turned(modality, subject.start, behind, clauses),
            tuple(dict.fromkeys(name for _, name in verbs)),
            (subject.start, max([behind, subject.start + 1, *(end for end, _ in verbs)])),
        )

    def _turned(self, modality: str, subject: int, behind: int, clauses: Sequence[Range]) -> str:
        """Return the modality as "no" before the subject, "not" or "bound" behind "is", "only" behind "may" turn it."""
        words = [w.lower() for w in self._flow.words[behind : behind + _FAR]]
        denied = modality == "is" and words[:1] and words[0] in self._not
        if denied or self._flow.words[max(subject - 1, clauses[0][0])].lower() in self._not:
            return "is_not" if modality == "is" else "shall_not"
        if modality == "is" and words[1:2] == ["to"] and words[0] in self._bound:
            return "shall"
        return "shall" if modality == "may" and not self._only.isdisjoint(words) else modality


def _sign(text: str, at: int) -> str:
    """Return the letter or sign there, or behind blanks, brackets and quotation marks that close."""
    return text[at : at + 4].lstrip(_CLOSING)[:1]


def _longest(found: Mapping[str, Sequence[Range]], prefix: str) -> dict[int, _Subject]:
    """Return by its first word the longest of the classes that begin there."""
    longest: dict[int, _Subject] = {}
    for name, ranges in found.items():
        if name.startswith(prefix):
            for start, end in ranges:
                if start not in longest or end > longest[start].end:
                    longest[start] = _Subject(name.removeprefix(prefix), start, end)
    return longest
