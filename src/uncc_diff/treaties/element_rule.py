"""Rules over the elements of treaty models: `rules/treaties/<rule>.yaml`. All faults of all files are reported together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from .. import yamlio
from ..data import RULES
from ..errors import DataError, Problem
from ..form import Form
from ..model.finding import SEVERITIES, Basis, Confidence, Severity, Support
from ..model.reading import RoleName
from ..model.treaty import Duty, ElementKind, Need, Qualifier
from ..nearest import unknown
from .load import load_treaties
from .sources import load_bibliography

FOLDER = RULES / "treaties"
_KEYS = (
    "title",
    "why",
    "severity",
    "confidence",
    "faults",
    "message",
    "basis",
    "has",
    "role",
    "duty",
    "lacks",
    "remedy",
)
_PATTERN_KEYS = ("kind", "need", "concepts", "qualified", "firm")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which elements are meant; an empty field means any."""

    kind: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    concepts: frozenset[str] = frozenset()
    """The element names one of these in `any` or `all`."""
    qualified: frozenset[str] = frozenset()
    """The article loosens the element in one of these ways."""
    firm: bool = False
    """The article loosens the element in no way."""


@dataclass(frozen=True, slots=True)
class ElementRule:
    """A condition on an article: its role and duty, elements that it has (each pattern once) and elements that it lacks."""

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    faults: tuple[str, ...]
    message: str
    """With `{article}` and `{elements}`: what stands in the article, in the words of the model."""
    remedy: str
    basis: tuple[Basis, ...]
    role: frozenset[str]
    duty: frozenset[str]
    has: tuple[Pattern, ...]
    lacks: tuple[Pattern, ...]


def load_element_rules(
    concepts: frozenset[str], faults: Collection[str], folder: Path = FOLDER
) -> tuple[ElementRule, ...]:
    """Return the rules in order of id. Raises DataError with every fault: unknown keys, concepts, faults, authorities."""
    problems: list[Problem] = []
    works = load_bibliography()
    authorities = {article.id for treaty in load_treaties() for article in treaty.articles} | set(works)
    rules = []
    for path in sorted(folder.glob("*.yaml")):
        name = f"{folder.name}/{path.name}"
        try:
            node = yamlio.load(path, name=name)
        except DataError as error:
            problems += error.problems
            continue
        rules.append(_read(path.stem, Form(node, name, problems), concepts, faults, authorities))
    if problems:
        raise DataError(problems)
    return tuple(rules)


def _read(
    id: str,  # noqa: A002 - the domain's word
    form: Form,
    concepts: frozenset[str],
    faults: Collection[str],
    authorities: Collection[str],
) -> ElementRule:
    form.only(_KEYS)
    for key in ("faults", "basis", "has"):
        if key not in form.data:
            form.blame(f"{key} is missing")
    return ElementRule(
        id=id,
        title=form.text("title"),
        why=form.text("why"),
        severity=cast("Severity", form.choice("severity", SEVERITIES)),
        confidence=cast("Confidence", form.choice("confidence", get_args(Confidence))),
        faults=form.words("faults", faults, what="fault"),
        message=form.text("message"),
        remedy=form.text("remedy", needed=False),
        basis=tuple(b for row in form.forms("basis") for b in _basis(row, authorities)),
        role=frozenset(form.words("role", (*get_args(RoleName), "final"))),
        duty=frozenset(form.words("duty", get_args(Duty))),
        has=tuple(_pattern(row, concepts) for row in form.forms("has")),
        lacks=tuple(_pattern(row, concepts) for row in form.forms("lacks")),
    )


def _pattern(row: Form, concepts: frozenset[str]) -> Pattern:
    row.only(_PATTERN_KEYS)
    if not row.data:
        row.blame("a pattern without a condition would match every element")
    return Pattern(
        kind=row.words("kind", get_args(ElementKind)),
        need=row.words("need", get_args(Need)),
        concepts=frozenset(row.words("concepts", concepts, what="concept")),
        qualified=frozenset(row.words("qualified", get_args(Qualifier))),
        firm=bool(row.flag("firm")),
    )


def _basis(row: Form, authorities: Collection[str]) -> list[Basis]:
    row.only(get_args(Support))
    found = []
    for support in get_args(Support):
        id = row.text(support, needed=False)  # noqa: A001
        if id and id not in authorities and id.rpartition("/")[0] not in authorities:
            row.blame(unknown("authority", id, authorities), support)
        if id:
            found.append(Basis(support, id))
    return found
