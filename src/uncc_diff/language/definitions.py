"""Terms that a law defines, in the styles that laws use, and the concepts that these terms name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.law import BASIC, Law, Provision
from ..model.reading import Definition, Quote
from .definition_grammar import DefinitionGrammar
from .joins import Range, pattern_ranges
from .lexicon import Lexicon
from .passages import BOUNDARY, Flow
from .vocabulary import Hits

_RUN_ON = 3
"""As many terms with a colon in one announced text are a list of definitions."""
_HEAD_WORDS = 16
"""A body is recognised by its first words: further on it speaks about other things."""


@dataclass(frozen=True, slots=True)
class _Found:
    term: str
    start: int
    end: int
    """The term in the text, quotation marks excluded."""
    body: int
    """Offset of the defining words."""


def find_definitions(law: Law, flow: Flow, hits: Hits, lexicon: Lexicon) -> tuple[Definition, ...]:
    """Return the definitions in document order. Text to be put into other laws defines nothing here."""
    grammar = lexicon.made(DefinitionGrammar, "definitions")
    found: list[tuple[Definition, Provision]] = []
    for p in law.provisions:
        if p.quoted or not p.text:
            continue
        for one, end in _within(p, law, grammar):
            body_end = len(p.text[:end].rstrip(" ;,.")) if end > one.body else end
            definition = Definition(
                term=grammar.clean(one.term),
                quote=Quote(p.id, one.start, one.end),
                scope=_scope(p, law, grammar, one.start),
                body=Quote(p.id, one.body, max(one.body, body_end)),
            )
            found.append((definition, p))
    named = _concepts_named([d.term for d, _ in found], grammar, lexicon)
    described = _descriptions(flow, hits, lexicon) if found else []
    return tuple(
        replace(d, concept=concept or _concept_described(d, flow, described))
        for (d, _), concept in zip(found, named, strict=True)
    )


def term_ranges(definitions: Iterable[Definition], law: Law, flow: Flow, lexicon: Lexicon) -> dict[str, list[Range]]:
    """Return by concept where the law uses a term that it defines as naming the concept, within the term's scope."""
    naming = [d for d in definitions if d.concept]
    terms = [[lexicon.inflection.normal(w) for w in _words(d.term, lexicon)] for d in naming]
    normal = [lexicon.inflection.normal(word) for word in flow.words] if any(terms) else []
    starting: dict[str, list[int]] = {term[0]: [] for term in terms if term}
    for at, word in enumerate(normal):
        if word in starting:
            starting[word].append(at)
    ranges: dict[str, list[Range]] = {}
    for definition, term in zip(naming, terms, strict=True):
        inside = None if definition.scope == "law" else {p.id for p in law.walk(definition.scope)}
        kept = [
            (at, at + len(term))
            for at in (starting[term[0]] if term else ())
            if normal[at : at + len(term)] == term and (inside is None or flow.segment_at(at).provision in inside)
        ]
        ranges.setdefault(definition.concept or "", []).extend(kept)
    return ranges


def body_ranges(definitions: Iterable[Definition], flow: Flow) -> list[Range]:
    """Return the word ranges of the defining words."""
    return [flow.words_of(d.body) for d in definitions]


def _within(p: Provision, law: Law, grammar: DefinitionGrammar) -> Iterator[tuple[_Found, int]]:
    """Yield what the provision's text defines, each with the end of its body."""
    found = [
        _Found(m["term"], m.start("term"), m.end("term"), m.start("verb")) for m in grammar.quoted.finditer(p.text)
    ]
    if not found:
        shapes = (grammar.quoted_colon, grammar.bare, grammar.colon, grammar.dashed)
        match = next((m for shape in shapes if (m := shape.match(p.text))), None)
        if match is None and p.level == "definition":
            match = grammar.marked.match(p.text)
        if match and grammar.is_term(match["term"]) and _in_definitions(p, law, grammar):
            body = match.end() if match["verb"].strip() in ":–—-" else match.start("verb")
            found = [_Found(match["term"], match.start("term"), match.end("term"), body)]
    listed: list[re.Match[str]] = []
    if not found and grammar.announced.search(p.text):
        # each term begins a line of the source, even where the text flows them together
        starts = sorted({piece.at for piece in p.pieces} | {0})
        listed = [m for at in starts if (m := grammar.run_on.match(p.text, at))]
        if len(listed) >= _RUN_ON:
            found = [_Found(m["term"], m.start("term"), m.end("term"), m.end()) for m in listed]
    for one, following in zip(found, (*found[1:], None), strict=False):
        end = len(p.text)
        if following is not None:
            end = max(p.text.rfind(mark, one.body, following.start) for mark in ";.")
            end = end if end > 0 and not listed else max(following.start - 1, one.body)
        yield one, end
    for match in grammar.short_name.finditer(p.text):
        start = max(p.text.rfind(mark, 0, match.start()) + 1 for mark in ",.;:")
        start = max(start, match.start() - 120, 0)
        yield _Found(match["term"], match.start("term"), match.end("term"), start), match.start()


def _in_definitions(p: Provision, law: Law, grammar: DefinitionGrammar) -> bool:
    """Does the provision stand under a heading or lead-in that announces definitions?"""
    if p.level == "definition":
        return True
    if p.level in BASIC:
        return False
    above = [a for a in law.ancestors(p.id) if a.level not in ("part", "chapter", "title", "book", "division")]
    return any(grammar.opening.search((a.heading or "") + " . " + a.text[-240:]) for a in above[:2])


def _scope(p: Provision, law: Law, grammar: DefinitionGrammar, at: int) -> str:
    """Return the provision that the nearest lead-in limits the definition to, or `law`."""
    chain = [p, *law.ancestors(p.id)]
    for place in chain:
        text = place.text[:at] if place is p else place.text
        units = [m["unit"].lower() for m in grammar.lead_in.finditer(text)]
        if units:
            level = grammar.scopes[units[-1]]
            within = next((c for c in chain if c.level == level), None)
            if within is not None:
                return within.id
        if place.level in BASIC:
            break
    return "law"


def _words(text: str, lexicon: Lexicon) -> list[str]:
    return [w for w in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text) if w.lower() not in lexicon.inflection.skipped]


def _concepts_named(terms: Sequence[str], grammar: DefinitionGrammar, lexicon: Lexicon) -> list[str | None]:
    """Return for each term the concept that has the whole term among its terms or plain phrases."""
    words: list[str] = []
    bounds: list[Range] = []
    for term in terms:
        start = len(words)
        words.extend(_words(term, lexicon))
        bounds.append((start, len(words)))
        words.append(BOUNDARY)
    hits = lexicon.vocabulary.find(words)
    whole: dict[Range, list[str]] = {}
    for concept in lexicon.entries.values():
        for pattern in (*concept.patterns, *concept.terms):
            if pattern.plain:
                key, _ = lexicon.parts(pattern)[0]
                for place in hits.of(key) if key else ():
                    whole.setdefault(place, []).append(concept.id)
    return [_narrowest(whole.get(place) or _either(place, words, whole, grammar), lexicon) for place in bounds]


def _either(
    term: Range, words: Sequence[str], whole: Mapping[Range, list[str]], grammar: DefinitionGrammar
) -> list[str]:
    """Return the concepts that the part before the middle of `traffic data or non-content data` names."""
    start, end = term
    cut = next((at for at in range(start, end) if words[at].lower() in grammar.either), end)
    return whole.get((start, cut), [])


def _narrowest(concepts: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return the first of the concepts that is not just the broader name of another one."""
    broader = {b for c in concepts for b in lexicon.entries[c].broader}
    return next((c for c in concepts if c not in broader), None)


def _descriptions(flow: Flow, hits: Hits, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Return where the law's words begin to describe a concept (`defined_as`), each with its rank in the lexicon."""
    described = [
        (start, concept.id)
        for concept in lexicon.entries.values()
        for pattern in concept.defined_as
        for start, _ in pattern_ranges(pattern, lexicon, hits, {}, flow)
    ]
    return sorted((start, rank, concept) for rank, (start, concept) in enumerate(described))


def _concept_described(definition: Definition, flow: Flow, described: Sequence[tuple[int, int, str]]) -> str | None:
    """Return the concept that the first words of the body describe; of several the first in the lexicon."""
    low, high = flow.words_of(definition.body)
    near = described[bisect_left(described, (low,)) : bisect_left(described, (min(low + _HEAD_WORDS, high),))]
    return min(near, key=lambda one: one[1])[2] if near else None
