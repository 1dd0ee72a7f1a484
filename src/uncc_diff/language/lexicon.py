"""The lexicon of a language: how laws word each concept, and the grammar data of the language, loaded and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .. import yamlio
from ..data import LEXICON
from ..errors import DataError, Problem, UsageError
from .entries import Concept, read_concept
from .inflection import Inflection
from .pattern_text import PatternError
from .patterns import Pattern, Phrase, compile_pattern
from .suffixes import Suffixes

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

Made = TypeVar("Made")
Part = tuple[str | None, tuple[str, ...]]
"""The key of a set of phrases, and concepts: one of all these must be found."""


@dataclass(frozen=True)
class Lexicon:
    """All concepts of one language, ready to be matched."""

    language: str
    entries: Mapping[str, Concept]
    """By concept id, in file order."""
    order: tuple[str, ...]
    """Concept ids such that what a concept is built from stands before it."""
    narrower: Mapping[str, tuple[str, ...]]
    """By concept id: the concepts whose mentions are also mentions of it."""
    inflection: Inflection
    grammar: Mapping[str, Any]
    """The `_*.yaml` files by name, without underscore."""
    triggers: Mapping[str, tuple[Pattern, ...]]
    """Phrases of the grammar by key, matched in the same pass."""
    _phrases: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, repr=False, compare=False)
    _parts: dict[int, tuple[Part, ...]] = field(default_factory=dict, repr=False, compare=False)
    """By identity of the pattern, which the entries keep alive: to hash one is to hash all of its phrases."""
    _made: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """All concept ids."""
        return frozenset(self.entries)

    @cached_property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """Concept ids by field, the name of the file that holds them."""
        by: dict[str, list[str]] = {}
        for concept in self.entries.values():
            by.setdefault(concept.field, []).append(concept.id)
        return {name: tuple(ids) for name, ids in by.items()}

    def parts(self, pattern: Pattern) -> tuple[Part, ...]:
        """Return for each stretch of a pattern the key under which its phrases are found in a law, and its slots."""
        return self._parts[id(pattern)]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All phrases as one matcher; made at first use, since it needs spaCy."""
        from .vocabulary import Vocabulary

        return Vocabulary(self.inflection, self._phrases)

    def made(self, kind: Callable[[Mapping[str, Any]], Made], name: str) -> Made:
        """Return what `kind` makes of the grammar file of this name, made once."""
        key = (kind.__qualname__, name)
        if key not in self._made:
            self._made[key] = kind(self.grammar[name])
        return cast("Made", self._made[key])

    def collect_phrases(self) -> None:
        """Give every stretch of every pattern its key; stretches with the same phrases share one."""
        same: dict[tuple[Phrase, ...], str] = {}
        for pattern in self._patterns():
            self._parts[id(pattern)] = tuple(
                (same.setdefault(s.phrases, f"s{len(same)}") if s.phrases else None, s.slots) for s in pattern.stretches
            )
        self._phrases.update((key, phrases) for phrases, key in same.items())

    def _patterns(self) -> Iterable[Pattern]:
        for concept in self.entries.values():
            yield from (*concept.patterns, *concept.cancelled_by, *concept.terms, *concept.defined_as)
        for patterns in self.triggers.values():
            yield from patterns


def load_lexicon(language: str = "en", folder: Path = LEXICON) -> Lexicon:
    """Return the lexicon of a language (the first part of a BCP 47 tag).

    Raises UsageError when there is none for the language, and DataError with all faults of all its files.
    """
    home = folder / language.split("-")[0].lower()
    if not home.is_dir():
        known = ", ".join(sorted(p.name for p in folder.iterdir() if p.is_dir())) if folder.is_dir() else "none"
        raise UsageError(f"there is no lexicon for the language {language!r}", hint=f"languages with one: {known}")
    files = sorted(home.glob("*.yaml"))
    grammar = {p.stem[1:]: yamlio.load(p) for p in files if p.name.startswith("_")}
    inflection = _inflection(grammar.pop("inflection"))
    problems: list[Problem] = []
    entries: dict[str, Concept] = {}
    for path in files:
        if not path.name.startswith("_"):
            _read_field(path, inflection, entries, problems)
    order = _order(entries, problems)
    triggers = _triggers(grammar, inflection, problems)
    _check_names(grammar, entries, problems)
    if problems:
        raise DataError(
            list(dict.fromkeys(problems)), hint="docs: the pattern language is described in language/pattern_text.py"
        )
    narrower: dict[str, list[str]] = {}
    for concept in entries.values():
        for broader in concept.broader:
            narrower.setdefault(broader, []).append(concept.id)
    lexicon = Lexicon(
        language=home.name,
        entries=entries,
        order=order,
        narrower={k: tuple(v) for k, v in narrower.items()},
        inflection=inflection,
        grammar=grammar,
        triggers=triggers,
    )
    lexicon.collect_phrases()
    return lexicon


def _read_field(path: Path, inflection: Inflection, entries: dict[str, Concept], problems: list[Problem]) -> None:
    try:
        data = yamlio.load(path)
    except DataError as error:
        problems.extend(error.problems)
        return
    if not isinstance(data, yamlio.Mapping):
        problems.append(Problem(f"{path.name}:1", "a field is a mapping from concept ids to entries"))
        return
    for name, value in data.items():
        where = f"{path.name}:{data.lines[name]}"
        if name in entries:
            problems.append(Problem(where, f"the concept {name} already stands at {entries[name].where}"))
            continue
        concept = read_concept(name, value, path.stem, where, inflection, problems)
        if concept is not None:
            entries[name] = concept


def _order(entries: Mapping[str, Concept], problems: list[Problem]) -> tuple[str, ...]:
    """Return the ids with each concept behind its slots and its narrower concepts; note unknown ids and circles."""
    needs: dict[str, list[str]] = {name: [] for name in entries}
    for concept in entries.values():
        for other in concept.slots:
            if _known(other, concept.id, concept.where, entries, problems):
                needs[concept.id].append(other)
        for other in concept.broader:
            if _known(other, concept.id, concept.where, entries, problems):
                needs[other].append(concept.id)
    try:
        return tuple(TopologicalSorter(needs).static_order())
    except CycleError as error:
        circle = [str(c) for c in error.args[1]]
        where = entries[circle[0]].where
        problems.append(Problem(where, "concepts need each other in a circle: " + " - ".join(circle)))
        return ()


def _check_names(grammar: Mapping[str, Any], entries: Mapping[str, Concept], problems: list[Problem]) -> None:
    """Note concepts that the signs of roles and the actors of facts name and no file describes."""
    for name, sign in grammar["roles"].items():
        where = f"_roles.yaml:{grammar['roles'].lines[name]}"
        for key in ("any", "all", "none"):
            for other in sign.get(key, ()):
                if ":" not in other and other != "definition":
                    _known(other, name, where, entries, problems)
    actors = grammar["facts"]["actors"]
    for name, concepts in actors.items():
        for other in concepts:
            _known(other, name, f"_facts.yaml:{actors.lines[name]}", entries, problems)


def _known(name: str, named_by: str, where: str, entries: Mapping[str, Concept], problems: list[Problem]) -> bool:
    if name in entries:
        return True
    from difflib import get_close_matches

    near = get_close_matches(name, list(entries), n=1, cutoff=0.5)
    instead = f"; did you mean {near[0]}?" if near else ""
    problems.append(Problem(where, f"{named_by} names an unknown concept {name}{instead}"))
    return False


def _inflection(data: Mapping[str, Any]) -> Inflection:
    forms = {form: base for base, members in data["irregular"].items() for form in members}
    forms |= {form: base for base, members in data["variants"].items() for form in members}
    inflection = Inflection(
        forms,
        frozenset(data["unchanged"]),
        frozenset(data["skipped"]),
        Suffixes.of(data),
        tuple(data["possessive"]),
    )
    compounds: dict[Phrase, tuple[Phrase, ...]] = {}
    for written in data["compounds"]:
        parts = tuple(written.split())
        normal = inflection.normal
        ways = (tuple(normal(w) for w in parts), (normal("".join(parts)),))
        compounds |= dict.fromkeys(ways, ways)
    words = frozenset(word for phrase in compounds for word in phrase)
    return replace(inflection, compounds=compounds, compound_words=words, _known={})


def _triggers(
    grammar: Mapping[str, Any], inflection: Inflection, problems: list[Problem]
) -> dict[str, tuple[Pattern, ...]]:
    """Compile the `phrases` of every grammar file that has them; keys are `file/name`."""
    found: dict[str, tuple[Pattern, ...]] = {}
    for name, data in grammar.items():
        for key, value in data.items() if isinstance(data, dict) else ():
            texts = value.get("phrases") if isinstance(value, dict) else None
            patterns: list[Pattern] = []
            for text in texts or ():
                try:
                    patterns.extend(compile_pattern(text, inflection))
                except PatternError as error:
                    problems.append(Problem(f"_{name}.yaml:{data.lines[key]}", f"{text!r}: {error}"))
            if texts:
                found[f"{name}/{key}"] = tuple(patterns)
    return found
