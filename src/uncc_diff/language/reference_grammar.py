"""The regular expressions that find references, made from the words of `_references.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .wordings import any_of, shortest

_STEP = r"\((?:[a-zA-Z]{1,3}|[ivxlc]{1,6}|\d{1,3}[A-Za-z]?)\)"
_CODE = r"\d{1,4}(?:\.\d{1,4}(?:-\d{1,4}(?:\.\d{1,3})?)*|[A-Z]{0,2}(?:-\d{1,4}){2}(?:\.\d{1,3})?|[A-Z]{1,2}-\d{1,4})(?![\w-])"
"""Numbers of codes: 33.02, 13A-8-100, 18.2-152.3."""

_INSERTED = r"(?:-?[A-Z]{1,2}(?!\w)|-[a-z](?!\w)|/\d{1,2}(?!\d))?(?:bis|ter)?"
_NUMBER = rf"(?:(?:{_CODE}|\d{{1,4}}{_INSERTED})(?:\s?{_STEP})*|{_STEP}(?:\s?{_STEP})*|[IVXLC]{{1,6}}\b)"


class ReferenceGrammar:
    """How one language refers to provisions and laws."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.unit_of = {name: unit for unit, names in data["units"].items() for name in names}
        self.ordinals = {name: str(n + 1) for n, name in enumerate(data["ordinals"])}
        self.no_names = frozenset(data["no_names"])
        self.known_laws = frozenset(data["known_laws"])
        self.number = re.compile(_NUMBER)
        written = {*(n for n in self.unit_of if len(n) > 2), *(f"{n}." for n in self.unit_of if len(n) <= 2)}
        self.units = shortest(written)
        """Without one of these in a text (in small letters), it refers to no provision."""
        self.kinds = shortest([*data["kinds_of_law"], *data["known_laws"]])
        """Without one of these, a text names no law, unless by its number."""
        self.numbered_kinds = shortest(data["numbered_kinds"])
        units = any_of(n for n in self.unit_of if len(n) > 2)
        short = any_of(n for n in self.unit_of if len(n) <= 2)
        joined = rf"(?:\s*,\s*(?:(?:{any_of(data['and'])})\s+)?|\s+(?:{any_of(data['and'])})\s+|\s*[-–]\s*)"
        numbers = rf"{_NUMBER}(?:{joined}{_NUMBER})*"
        self.one = re.compile(
            rf"\b(?:(?i:{any_of(data['this'])})\s+(?i:(?P<this>{units})\b)"
            rf"|(?P<ordinal>{any_of(data['ordinals'])})\s+(?i:schedule)\b"
            rf"|(?P<the>the)\s+(?i:schedule)\b"
            rf"|(?:(?i:(?P<unit>{units}))\b\.?|(?P<short>{short})\.)\s*(?P<list>{numbers}))"
        )
        """One link: `this Part`, `the First Schedule`, `the Schedule`, `sections 4, 5 and 6(1)(a)`."""
        of = rf"\s*,?\s*(?i:{any_of(data['of'])})\s+"
        the = rf"(?:(?i:{any_of(data['the'])})\s+)?"
        self.joiner = re.compile(of + the)
        tail = rf"(?:\s*,?\s*(?:\(?(?:{any_of(data['chapter_words'])})\.?\s*\d+[A-Z]?(?:\s*of\s*\d{{4}})?\)?|\(?\d{{4}}\)?))*"
        word = rf"[A-Z][\w’'&-]*\s+(?:(?:(?:{any_of(data['inside_names'])})\s+)*\(?|\([^)]{{1,60}}\)\s*)"
        kinds = any_of(data["kinds_of_law"])
        self.law_name = re.compile(rf"(?:(?:{word}){{1,12}}?(?:{kinds})\b|(?:{any_of(data['known_laws'])})\b){tail}")
        self.numbered_law = re.compile(
            rf"\b(?:{any_of(data['numbered_kinds'])})\s+(?:{any_of(data['number_words'])})\s*\(?\d+\)?"
            rf"(?:\s*(?:{any_of(data['year_words'])})\s*\d{{4}})?"
        )
        self.before_name = re.compile(rf"(?:{any_of(data['before_names'])})\s+(?=[A-Z])")
        """Words with a capital that lead up to the name of a law."""
        self.of_law = re.compile(rf"{of}{the}(?:{self.numbered_law.pattern}|{self.law_name.pattern})")
        self.of_own = re.compile(rf"{of}(?i:{any_of(data['own'])})\b")
        self.of_the_act = re.compile(rf"{of}(?i:{any_of(data['the'])})\s+(?:{any_of(data['the_act'])})\b")
        self.amended_by = re.compile(rf"(?:{self.numbered_law.pattern})\s*[,;]?\s*$")
        """What stands before the `s. 2` of a note on the Act that amended a provision."""
        self.law_chapter = re.compile(r":\d+")
        """Goes on a chapter of the statute book: Chapter 9:23 is a law, not a part of this one."""
        self.weak_kinds = tuple(data["weak_kinds"])
        """A name that ends so is one of a law only with a number or year, or behind `the`."""
        self.behind_article = re.compile(rf"\b(?:{any_of(data['articles'])})\s+$", re.IGNORECASE)
        before = any_of(data["preceding"])
        self.beside = re.compile(
            rf"\b(?:(?P<before>{before})|(?P<after>{any_of(data['following'])}))\s+(?:(?P<unit>{units})\b(?!\s*[\d(])"
            rf"|(?:{any_of(data['provisions'])})\b)|\b(?:{any_of(data['generality'])})\b",
            re.IGNORECASE,
        )
        """`the preceding section`, `the foregoing provisions`, `the generality of the foregoing`."""
        self.besides = shortest([*data["preceding"], *data["following"], *data["generality"]])
        self.subsidiary = re.compile(rf"\b(?:{any_of(data['subsidiary_titles'])})\b", re.IGNORECASE)
