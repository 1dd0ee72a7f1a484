"""Annotate a law: concept mentions, definitions, references, facts and roles, in one pass over its words."""

from .annotation import annotate, annotate_text, law_of_text
from .lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "annotate", "annotate_text", "law_of_text", "load_lexicon"]
