"""One concept as the lexicon writes it, read and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import Problem
from ..yamlio import Mapping
from .inflection import Inflection
from .pattern_text import PatternError
from .patterns import Pattern, Stretch, compile_pattern

ALLOWED = (
    "gist", "broader", "phrases", "cancelled_by", "terms", "defined_as", "heading_ok", "in_definitions", "examples",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concept:
    """An idea that laws word in many ways."""

    id: str
    field: str
    gist: str
    broader: tuple[str, ...]
    """Concepts that each mention of this one also mentions."""
    patterns: tuple[Pattern, ...]
    cancelled_by: tuple[Pattern, ...]
    """A mention that overlaps one of these is none."""
    terms: tuple[Pattern, ...]
    """Plain phrases too common to mention the concept, which name it where the law itself defines them."""
    defined_as: tuple[Pattern, ...]
    """Found in a definition's body, they say that the defined term names this concept."""
    heading_ok: bool
    """May headings mention it?"""
    in_definitions: bool
    """Do the bodies of definitions mention it, or only the terms that they define?"""
    hits: tuple[str, ...]
    """Example texts that mention the concept."""
    misses: tuple[str, ...]
    """Near misses: example texts that do not."""
    where: str

    @property
    def slots(self) -> tuple[str, ...]:
        """The concepts that its patterns are built from."""
        return tuple(s for p in (*self.patterns, *self.cancelled_by, *self.defined_as) for s in p.slots)


def read_concept(
    name: str, value: Any, field: str, where: str, inflection: Inflection, problems: list[Problem]
) -> Concept | None:
    """Return the concept, or None when it cannot be used; every fault is added to `problems`."""
    file = where.split(":")[0]
    if not isinstance(value, Mapping):
        problems.append(Problem(where, f"{name} needs a gist and phrases"))
        return None
    for key in value:
        if key not in ALLOWED:
            problems.append(
                Problem(f"{file}:{value.lines[key]}", f"unknown key {key}; allowed are {', '.join(ALLOWED)}")
            )
    if not str(value.get("gist", "")).strip():
        problems.append(Problem(where, f"{name} lacks a gist"))

    def at(key: str) -> str:
        return f"{file}:{value.lines.get(key, value.line)}"

    def texts(key: str, of: Mapping = value) -> tuple[str, ...]:
        members = of.get(key, [])
        if isinstance(members, list) and all(isinstance(m, str) for m in members):
            return tuple(members)
        problems.append(Problem(at(key), f"{key} is a list of texts"))
        return ()

    def yes(key: str) -> bool:
        if value.get(key, "true") not in ("true", "false"):
            problems.append(Problem(at(key), f"{key} is true or false, not {value[key]}"))
        return bool(value.get(key, "true") == "true")

    examples = value.get("examples", Mapping())
    if not isinstance(examples, Mapping) or set(examples) - {"hit", "miss"}:
        problems.append(Problem(at("examples"), "examples is a mapping with the lists hit and miss"))
        examples = Mapping()
    return Concept(
        id=name,
        field=field,
        gist=str(value.get("gist", "")),
        broader=texts("broader"),
        patterns=_plain_ones_together(_patterns(texts("phrases"), at("phrases"), inflection, problems)),
        cancelled_by=_plain_ones_together(_patterns(texts("cancelled_by"), at("cancelled_by"), inflection, problems)),
        terms=_patterns(texts("terms"), at("terms"), inflection, problems),
        defined_as=_patterns(texts("defined_as"), at("defined_as"), inflection, problems),
        heading_ok=yes("heading_ok"),
        in_definitions=yes("in_definitions"),
        hits=texts("hit", examples),
        misses=texts("miss", examples),
        where=where,
    )


def _patterns(texts: Sequence[str], where: str, inflection: Inflection, problems: list[Problem]) -> tuple[Pattern, ...]:
    found: list[Pattern] = []
    for text in texts:
        try:
            found.extend(compile_pattern(text, inflection))
        except PatternError as error:
            problems.append(Problem(where, f"{text!r}: {error}"))
    return tuple(found)


def _plain_ones_together(patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """Return the patterns with all plain ones made one, so that their phrases are looked for once."""
    plain = dict.fromkeys(phrase for p in patterns if p.plain for phrase in p.stretches[0].phrases)
    others = tuple(p for p in patterns if not p.plain)
    return (Pattern((Stretch(tuple(plain)),)), *others) if plain else others
