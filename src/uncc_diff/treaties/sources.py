"""The bibliography in `corpora/sources.yaml`: instruments, standards and court decisions that rules and models cite."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from .. import yamlio
from ..data import CORPORA
from ..errors import DataError, Problem
from ..form import Form

WorkKind = Literal["treaty", "standard", "decision", "guide"]
Verified = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Work:
    """A work that a basis may cite, whole (`rabat`) or by part (`necessary-and-proportionate/6`)."""

    id: str
    kind: WorkKind
    name: str
    year: str
    citation: str
    """The symbol, number or report that a lawyer would look for."""
    by: str
    """The body or court it comes from."""
    address: str = ""
    supports: str = ""
    """What it is cited for, in our own words."""
    checked: Verified = "no"
    """Has the entry been compared with the work itself?"""


def load_bibliography(folder: Path = CORPORA) -> dict[str, Work]:
    """Return the works by id, in the order of the file. Raises DataError with all its faults."""
    name = "sources.yaml"
    document = yamlio.load(folder / name, name=name)
    problems: list[Problem] = []
    if not isinstance(document, yamlio.Mapping):
        raise DataError([Problem(f"{name}:1", "the file must map ids to works")])
    works = {}
    for key, node in document.items():
        works[key] = _read_work(key, Form(node, name, problems, line=document.lines[key], what=key))
    if problems:
        raise DataError(problems)
    return works


def _read_work(key: str, form: Form) -> Work:
    form.only(("kind", "name", "year", "citation", "by", "checked", "address", "supports"))
    return Work(
        id=key,
        kind=cast("WorkKind", form.choice("kind", get_args(WorkKind))),
        name=form.text("name"),
        year=form.text("year"),
        citation=form.text("citation"),
        by=form.text("by"),
        address=form.text("address", needed=False),
        supports=form.text("supports", needed=False),
        checked=cast("Verified", form.choice("checked", get_args(Verified))),
    )
