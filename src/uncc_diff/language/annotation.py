"""The stage itself: a law and a lexicon in, a reading out."""

from __future__ import annotations

from ..model.law import Law, Piece, Provision
from ..model.reading import Mention, Reading
from ..model.source import SourceFile
from .concepts import concept_ranges
from .definitions import body_ranges, find_definitions, term_ranges
from .facts import find_facts
from .lexicon import Lexicon
from .passages import flow
from .polarity import polarities
from .reference_grammar import ReferenceGrammar
from .references import find_references
from .roles import find_roles
from .sentences import SentenceEnds


def annotate(law: Law, lexicon: Lexicon) -> Reading:
    """Return the law with all layers beside it. One pass over its words, whatever the number of concepts."""
    words = flow(law, lexicon.inflection, lexicon.made(SentenceEnds.of, "sentences"))
    hits = lexicon.vocabulary.find(words.words, words.sentence)
    definitions = find_definitions(law, words, hits, lexicon)
    ranges = concept_ranges(
        words,
        hits,
        lexicon,
        terms=term_ranges(definitions, law, words, lexicon),
        definition_bodies=body_ranges(definitions, words),
    )
    places = sorted((start, end, concept) for concept, found in ranges.items() for start, end in found)
    turned = polarities(law, words, hits, lexicon, [(start, end) for start, end, _ in places])
    mentions = tuple(
        Mention(
            concept,
            words.quote(start, end),
            turned.get((start, end), "affirmed"),
            words.sentence_in_passage(start),
        )
        for start, end, concept in places
    )
    facts = find_facts(law, words, hits, ranges, lexicon)
    return Reading(
        law=law,
        mentions=mentions,
        definitions=definitions,
        references=find_references(law, lexicon.made(ReferenceGrammar, "references")),
        roles=find_roles(law, words, hits, lexicon, mentions, facts, definitions),
        facts=facts,
        sentences=words.sentences,
    )


def annotate_text(text: str, lexicon: Lexicon) -> Reading:
    """Return the reading of a text as one section of a law without a name; for examples of rules and concepts."""
    return annotate(law_of_text(text), lexicon)


def law_of_text(text: str) -> Law:
    """Return a law of one section, `sec_1`, that holds the text."""
    section = Provision(
        id="sec_1", parent=None, level="section", number="1", citation="1", heading=None, text=text,
        start=0, end=len(text), pieces=(Piece(0, 0, len(text)),),
    )  # fmt: skip
    return Law(files=(SourceFile("text", ""),), title="", language="en", provisions=(section,), text=text)
