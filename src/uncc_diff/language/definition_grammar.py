"""The regular expressions that find definitions, made from the words of `_definitions.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .wordings import any_of

_OPEN = "“\"‘'«"
_CLOSE = "”\"’'»"
_TERM_LENGTH = 90
_GAP = "[\\s\ufffd]"
"""White space, and what a lost non-breaking space leaves."""


class DefinitionGrammar:
    """The regular expressions made from `_definitions.yaml`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        verbs = "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in sorted(data["verbs"], key=lambda v: -len(v)))
        between = r"(?:(?:\s*,|\s+in\s+relation\s+to\b)[^;.“\"]{0,120}?,)?"  # “court”, in relation to an offence, means
        self.quoted = re.compile(
            rf"(?:\*\*)?[{_OPEN}](?:\*\*)?(?P<term>[^{_OPEN[:2]}{_CLOSE[:2]};:\n]{{1,{_TERM_LENGTH}}}?)(?:\*\*)?[{_CLOSE}](?:\*\*)?"
            rf"(?:\s*(?:,|or|and|and/or)\s*[{_OPEN}][^{_CLOSE}]{{1,{_TERM_LENGTH}}}[{_CLOSE}])*"
            rf"{between}\s*(?:\([^)]{{0,60}}\)\s*)?[,:–—-]*\s*(?P<verb>{verbs})\b",
        )
        self.quoted_colon = re.compile(
            rf"^\s*[{_OPEN}](?P<term>[^{_OPEN[:2]}{_CLOSE[:2]}]{{1,{_TERM_LENGTH}}})[{_CLOSE}]\s*(?P<verb>[:–—-])\s+(?=\S)"
        )
        self.bare = re.compile(
            rf"^\s*(?P<term>[A-Z][\w/’'()-]*(?:{_GAP}+[\w/’'()-]+){{0,7}}?){_GAP}*[,:–—-]*{_GAP}+(?P<verb>{verbs})\b"
        )
        self.marked = re.compile(rf"^\s*(?P<term>\w[^.;:,]{{0,{_TERM_LENGTH}}}?){between}{_GAP}+(?P<verb>{verbs})\b")
        """A definition that the format of the law marks as one, so that its term may begin with a small letter."""
        self.colon = re.compile(
            r"^\s*(?P<term>[A-Z][\w/’'()-]*(?:\s+[\w/’'()-]+){0,5})\s*(?P<verb>:|\s[–—-])\s+(?=[A-Za-z])"
        )
        self.dashed = re.compile(
            r"^\s*(?P<term>[^\W\d_][\w/’'()-]*(?:\s+[\w/’'()-]+){0,6}?)(?P<verb>\s[–—-])\s+(?=[A-Za-z])"
        )
        """A term in small letters, as translated laws list them: `hosting - the placing of a site on ...`."""
        self.run_on = re.compile(r"(?P<term>[A-Z][\w/’'()-]*(?:\s+[\w/’'()-]+){0,5})\s*:\s+(?=\S)")
        names = "|".join(re.escape(n) for n in data["short_names"])
        self.short_name = re.compile(
            rf"\((?:[^()]{{0,60}}?\b(?:{names})\b[^()“\"]{{0,60}})[“\"](?P<term>[^”\"]{{1,{_TERM_LENGTH}}})[”\"]\)",
            re.IGNORECASE,
        )
        self.scopes: dict[str, str] = dict(data["scopes"])
        lead, following = any_of(data["lead"]), rf"(?:{any_of(data['following'])})\s+(?:{any_of(data['named'])})"
        self.lead_in = re.compile(
            rf"\b(?:{lead})\s+(?:{any_of(data['this'][:1])})\s+(?P<unit>{any_of(self.scopes)})\b", re.IGNORECASE
        )
        """`in this Part`: what limits a definition."""
        self.opening = re.compile(
            rf"\b(?:{lead})\s+(?:{any_of(data['this'])})\b[^.;]{{0,160}}?(?:{verbs}|{any_of(data['behind_lead'])})"
            rf"|\b{following}\b|\b(?:{any_of(data['announcing'])})\b",
            re.IGNORECASE,
        )
        """What stands above a list of unquoted terms."""
        self.announced = re.compile(rf"\b{following}\b", re.IGNORECASE)
        self.either = frozenset(data["or"])
        self._article = data["article"]
        self._no_terms = frozenset(data["no_terms"])

    def is_term(self, words: str) -> bool:
        """Can unquoted words at the start of a provision be a term?"""
        said = words.split()
        return said[0].lower() not in self._no_terms or (len(said) <= 4 and said[0] == self._article.capitalize())

    def clean(self, term: str) -> str:
        """Return the term without quotation marks and article."""
        words = term.strip(" ,;*" + _OPEN + _CLOSE)
        return words.removeprefix(f"{self._article} ").removeprefix(f"{self._article.capitalize()} ")
