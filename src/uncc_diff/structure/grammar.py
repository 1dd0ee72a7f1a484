"""How a language names, numbers and introduces the units of its laws: the data of rules/grammar/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..data import GRAMMAR
from ..errors import DataError, Problem
from ..yamlio import Mapping, load

_LISTS = (
    "stop_words", "plain_schedules", "schedules", "contents", "contents_columns", "law_words", "references",
    "reference_tails", "definition_verbs", "amending", "provisos", "transitional", "closings", "preamble_ends",
    "months", "date_signs", "ordinal_endings", "sole_paragraphs", "unused_letters", "citing", "law_signs",
    "bodies", "title_subjects", "asides",
)  # fmt: skip
_MAPS = ("units", "groups", "unit_signs", "self_names")
_ALLOWED = frozenset({"name", "default_unit", "ordinals", *_LISTS, *_MAPS})

LATIN_SUFFIXES = {
    "bis": 2, "ter": 3, "quater": 4, "quáter": 4, "quinquies": 5, "quinquiés": 5, "sexies": 6, "septies": 7, "octies": 8,
    "novies": 9, "nonies": 9, "decies": 10,
}  # fmt: skip
"""Latin numbers of inserted articles, alike in every language that uses them."""

_LATIN = "|".join(LATIN_SUFFIXES)
CODE_NUMBER = (
    r"\d{1,4}[A-Z]{0,2}(?:[.\-–]\d{1,4}){2,4}[A-Z]?(?::\d{1,3})?(?![\w-])|\d{1,4}\.\d{4}[A-Z]?(?![\w-])"
    r"|\d{1,4}[A-Z]{1,2}[.\-–]\d{1,4}[A-Z]?(?![\w-])|\d{3,4}:\d{1,4}(?:-[a-z])?(?![\w-])"
)
"""Numbers of codes, which tell title, chapter and section: 13A-8-100, 18.2-152.3, 205.4765."""

NUMBER = (
    rf"(?:{CODE_NUMBER}|"
    r"\d{1,4}(?:[.\-–/]\d{1,3}(?!\d))?(?:\s?[A-Z]{1,3}(?![\w'’])|[a-z]{1,2}(?![\w'’]))?"
    rf"(?:[\s-]?(?:{_LATIN})\b(?:[\s-][A-Z]\b)?)?)"
)
_ABBREVIATED = "art|arts|sec|secs|s|ss|no|nos|n|núm|par|para|reg|cl"
"""Words before a number that are written short, so that a full stop behind them ends no sentence."""

_SHORTEST_VERB = 3
"""Shorter verbs than these, such as `es`, stand in every kind of sentence."""

ROMAN = r"(?:(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def western_digits(text: str) -> str:
    """Return `text` with Arabic-Indic digits written as 0-9; its length does not change."""
    return text.translate(_ARABIC_DIGITS)


@dataclass(frozen=True)
class Grammar:
    """The words of one language, or of all together where the language is unknown; everything in lower case."""

    tag: str
    name: str
    default_unit: str
    lists: MappingType[str, tuple[str, ...]]
    maps: MappingType[str, MappingType[str, tuple[str, ...]]]
    ordinals: MappingType[str, int]

    @cached_property
    def level_of_unit(self) -> dict[str, str]:
        return {word: level for level, words in self.maps["units"].items() for word in words}

    @cached_property
    def level_of_group(self) -> dict[str, str]:
        return {word: level for level, words in self.maps["groups"].items() for word in words}

    @cached_property
    def _written(self) -> str:
        return "|".join(re.escape(word) for word in sorted(self.ordinals, key=lambda w: (-len(w), w)))

    @property
    def _compound(self) -> str:
        """Ordinals in words, such as twenty-first."""
        return rf"(?i:(?:{self._written})(?:[\s-]+(?:{self._written}))?)"

    def _words(self, words: object) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """Word and number of a section, article ... at the start of a line."""
        number = rf"{NUMBER}|{ROMAN}(?![\w])|{self._compound}(?!\w)"
        return re.compile(
            rf"^(?P<open>[\[(“”\"'«‹‘ ]{{0,4}})(?P<word>(?i:{self._words(self.level_of_unit)}))\b\.?\s*(?:(?i:n[°º]|no\.)\s*)?"
            rf"(?P<bracket>[(\[]?)\s*(?P<number>{number})\s*(?P<close>[)\]]?)(?P<sign>[°º]?)(?P<after>(?<=[°º\d])-[A-Za-z](?!\w))?"
        )

    @cached_property
    def group(self) -> re.Pattern[str]:
        """Word and number of a part, chapter ... at the start of a line; `Chapter 9:23` is a law in a statute book."""
        number = rf"{ROMAN}(?:[-\s]?[A-Z]{{1,2}}(?!\w)|(?!\w))|{NUMBER}|{self._compound}(?!\w)|[A-Z]{{1,2}}(?!\w)"
        return re.compile(
            rf"^(?P<open>[\[(“”\"'«‘ ]{{0,4}})(?P<word>(?i:{self._words(self.level_of_group)}))\b"
            rf"(?:\s*[-–—.:]\s*|\s+)(?P<number>{number})(?!\d*:\d)(?P<sign>[°º]?)"
        )

    @cached_property
    def schedule(self) -> re.Pattern[str]:
        """Word, and number where there is one, of a schedule or annex at the start of a line."""
        word = self._words(self.lists["schedules"])
        number = rf"{ROMAN}(?!\w)|{NUMBER}|(?i:{self._written})(?!\w)|[A-Z]{{1,2}}(?!\w)"
        return re.compile(
            rf"^[\[(“”\"'«‘ ]{{0,4}}(?:(?i:the)\s+)?(?:(?P<before>(?i:{self._written}))\s+)?(?P<word>(?i:{word}))\b"
            rf"(?:\s*[-–—.:]?\s*(?:(?i:no)\.\s*)?(?P<number>{number}))?"
        )

    @cached_property
    def definition(self) -> re.Pattern[str]:
        """A quoted term and its verb at the start of a paragraph."""
        verbs = self._words(self.lists["definition_verbs"])
        term = r"[“\"«‘'„”]\s?[^“”\"«»]{1,120}?\s?[”\"»’'“]"
        return re.compile(
            rf"[\[“]?(?:(?i:the\s+(?:word|term|expression)s?)\s+)?(?P<term>{term})(?P<rest>(?:,?\s*(?:(?i:or|and|o|y|ou|et)\s+)?{term})*)"
            rf"[,:]?\s*(?:\([^)]{{1,60}}\)\s*)?(?:\S[^“”\"«».;:]{{0,80}}?\s)??(?P<verb>(?i:{verbs})\b|[-–—:=])"
        )

    @cached_property
    def plain_definition(self) -> re.Pattern[str]:
        """A term without quotation marks and its verb at the start of a paragraph."""
        verbs = self._words(word for word in self.lists["definition_verbs"] if len(word) > _SHORTEST_VERB)
        return re.compile(
            rf"(?P<term>[^\W\d_][\w'’/]*(?:[\s-][\w'’/]+){{0,8}}?)"
            rf"\s?(?:,\s[^.;:—–]{{3,140}}?,?)?\s(?P<verb>(?i:{verbs}))\b"
        )

    @cached_property
    def reference_end(self) -> re.Pattern[str]:
        """A line that ends in words after which a number is a reference, not the start of a unit."""
        return re.compile(
            rf"(?i:(?<!\w)(?:{self._words(self.lists['references'])})[\s,]*|(?<!\w)(?:{_ABBREVIATED})\.\s*)$"
        )

    @cached_property
    def reference_tail(self) -> re.Pattern[str]:
        """Words behind a number that make it a reference."""
        return re.compile(rf"(?i:[\s,]*(?:{self._words(self.lists['reference_tails'])})(?!\w))")

    @cached_property
    def proviso(self) -> re.Pattern[str]:
        words = self._words(self.lists["provisos"])
        return re.compile(rf"^[\[“\"]?(?i:{words})\b" if words else r"(?!)")

    @cached_property
    def aside(self) -> re.Pattern[str]:
        """The heading of an explanation, illustration or exception, with its number."""
        words = self._words(self.lists["asides"])
        return re.compile(
            rf"^[\[“\"]?(?i:{words})\b(?:\s+(?:\d{{1,2}}|[IVX]{{1,4}}))?\s*(?:[.:]?\s*(?:[—–:]|-{{1,2}}|_{{2,}})|[.:]?$)"
            if words
            else r"(?!)"
        )

    @cached_property
    def sole_paragraph(self) -> re.Pattern[str]:
        """The words before the only paragraph of an article, where paragraphs otherwise carry a number."""
        words = self._words(self.lists["sole_paragraphs"])
        return re.compile(rf"^(?i:{words})\s?[.:]?\s*[-–—]?\s*" if words else r"(?!)")

    @cached_property
    def transitional(self) -> re.Pattern[str]:
        words = self._words(self.lists["transitional"])
        return re.compile(rf"^(?i:{words})\W*$" if words else r"(?!)")

    @cached_property
    def closing(self) -> re.Pattern[str]:
        words = self._words(self.lists["closings"])
        return re.compile(rf"^[(\[]?(?i:{words})(?!\w)" if words else r"(?!)")

    @cached_property
    def enacting(self) -> re.Pattern[str]:
        words = self._words(self.lists["preamble_ends"])
        return re.compile(rf"(?i:\b(?:{words}))\b" if words else r"(?!)")

    @cached_property
    def amends(self) -> re.Pattern[str]:
        words = self._words(self.lists["amending"])
        return re.compile(rf"(?i:(?<!\w)(?:{words})(?!\w))")

    @cached_property
    def numbered_law(self) -> re.Pattern[str]:
        """The title of a law with its number or year, such as `Wires Act, 2031`."""
        return re.compile(rf"(?i:\b(?:{self._words(self.lists['law_words'])}))\b,?\s+(?:(?i:no)\.?\s*|\()?\d")

    @cached_property
    def inner_reference(self) -> re.Pattern[str]:
        """A reference to a part of a section, such as `subsection (2)`."""
        return re.compile(
            rf"(?i:\b(?:{self._words(self.level_of_unit.keys() | set(self.lists['references']))}))\s+\(\w{{1,4}}\)"
        )

    @cached_property
    def law_words(self) -> frozenset[str]:
        return frozenset(self.lists["law_words"])

    @cached_property
    def contents_titles(self) -> frozenset[str]:
        """The titles of contents lists, without the spaces in them."""
        return frozenset("".join(title.split()) for title in self.lists["contents"])

    @cached_property
    def contents_columns(self) -> frozenset[str]:
        return frozenset(self.lists["contents_columns"])


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a grammar, sorted."""
    return tuple(sorted(path.stem for path in GRAMMAR.glob("*.yaml")))


@lru_cache
def load_grammar(tag: str | None) -> Grammar:
    """Return the grammar of a BCP 47 tag; of an unknown language, all grammars together. Raises DataError."""
    primary = (tag or "").split("-")[0].lower()
    if primary in languages():
        return _read(primary)
    return _merged()


def _read(tag: str) -> Grammar:
    path = GRAMMAR / f"{tag}.yaml"
    name = f"grammar/{path.name}"
    data = load(path, name=name)
    problems = list(_problems(data, name))
    if problems:
        raise DataError(problems)
    lists = {key: tuple(word.lower() for word in data.get(key, ())) for key in _LISTS}
    maps = {key: {k: tuple(w.lower() for w in v) for k, v in data.get(key, {}).items()} for key in _MAPS}
    ordinals = {word.lower(): int(value) for word, value in data.get("ordinals", {}).items()}
    return Grammar(tag, data["name"], data["default_unit"], lists, maps, ordinals)


def _problems(data: Mapping, name: str) -> list[Problem]:
    found = [
        Problem(f"{name}:{data.lines[key]}", f"unknown key {key!r}; allowed are {', '.join(sorted(_ALLOWED))}")
        for key in data
        if key not in _ALLOWED
    ]
    found += [
        Problem(name, f"the key {key!r} is missing") for key in ("name", "default_unit", "units") if key not in data
    ]
    found += [
        Problem(f"{name}:{data.lines[key]}", f"{key!r} must be a list")
        for key in _LISTS
        if key in data and not isinstance(data[key], list)
    ]
    return found


def _merged() -> Grammar:
    every = [_read(tag) for tag in languages()]
    lists = {key: tuple(dict.fromkeys(w for g in every for w in g.lists[key])) for key in _LISTS}
    maps: dict[str, dict[str, tuple[str, ...]]] = {}
    for key in _MAPS:
        levels = dict.fromkeys(level for g in every for level in g.maps[key])
        maps[key] = {k: tuple(dict.fromkeys(w for g in every for w in g.maps[key].get(k, ()))) for k in levels}
    ordinals = {word: value for g in reversed(every) for word, value in g.ordinals.items()}
    return Grammar("und", "unknown", "article", lists, maps, ordinals)
