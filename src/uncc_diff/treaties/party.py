"""Party profiles: what a State has undertaken under the treaties, read from YAML and applied to their articles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast, get_args

from .. import yamlio
from ..data import CORPORA
from ..errors import DataError, Problem, UsageError
from ..form import Form, listed
from ..model.party import Effect, Party, Requirement, Statement, StatementKind
from ..model.treaty import Article, Treaty
from ..nearest import unknown
from .load import load_treaties, treaty_ids
from .permitted import check_bond, check_statement

UNBOUND = ("none", "signed")
"""Written instead of a date in `bonds`: the State is not bound, though it may have signed."""
_SAID = {"no_liability": "no liability", "not_applied": "not applied", "limited_to": "applied within limits"}


def load_party(path: Path, folder: Path = CORPORA) -> Party:
    """Return the party profile in this file, held against the treaty models it names.

    Raises UsageError when there is no such file, DataError with every fault in it.
    """
    if not path.is_file():
        raise UsageError(f"there is no party profile {path.name}", hint="give the path of a YAML file")
    node = yamlio.load(path)
    problems: list[Problem] = []
    form = Form(node, path.name, problems)
    form.only(("party", "date", "bonds", "source", "statements"))
    bonds = _bonds(form, folder)
    models = {treaty.id: treaty for treaty in load_treaties([t for t in bonds if t in treaty_ids(folder)], folder)}
    for model in models.values():
        check_bond(form.form("bonds"), bonds, model)
    party = Party(
        name=form.text("party"),
        date=_day(form, "date"),
        bonds=bonds,
        statements=tuple(_statement(row, bonds, models) for row in form.forms("statements")),
        source=form.text("source", needed=False),
        signed=frozenset(treaty for treaty in bonds if form.data["bonds"][treaty] == UNBOUND[1]),
    )
    if problems:
        raise DataError(problems, hint="examples/party-arvena.yaml shows a profile with every key explained")
    return party


def required(article: Article, party: Party) -> Requirement:
    """Return what the article asks of this Party.

    An article asks nothing when its treaty does not bind, or when statements take all of it away. A statement about
    elements waives them. One that limits the whole article leaves it as it is and adds a note.
    """
    if party.bound(article.treaty) is False:
        return Requirement(required=False, note=_unbound(article.treaty, party))
    about = [s for s in party.statements if (s.treaty, s.article) == (article.treaty, article.number)]
    waived = frozenset(element for s in about for element in s.elements)
    left = [e for e in article.elements if e.need == "required" and e.id not in waived]
    return Requirement(
        required=(bool(left) or not waived) and all(s.elements or s.effect == "limited_to" for s in about),
        waived=waived,
        note="; ".join(_said(s, party) for s in about),
    )


def requirements(treaties: Iterable[Treaty], party: Party) -> dict[str, Requirement]:
    """Return, by article id (`budapest/6`), what this Party need not do in full; articles asked in full are left out."""
    asked = {article.id: required(article, party) for treaty in treaties for article in treaty.articles}
    return {id_: requirement for id_, requirement in asked.items() if requirement != Requirement()}


def _said(statement: Statement, party: Party) -> str:
    about = f" ({', '.join(statement.elements).replace('_', ' ')})" if statement.elements else ""
    note = f": {statement.note}" if statement.note else ""
    return f"{statement.kind} of {party.name}, {_SAID[statement.effect]}{about}{note}"


def _unbound(treaty: str, party: Party) -> str:
    since = party.bonds[treaty]
    return f"not binding on {party.name}" + (f" before {since}" if since else "")


def _bonds(form: Form, folder: Path) -> dict[str, str | None]:
    known = treaty_ids(folder)
    page = form.form("bonds")
    for treaty in page.data:
        if treaty not in known:
            page.blame(unknown("treaty", treaty, known) + listed(known), treaty)
    return {
        treaty: None if page.text(treaty) in UNBOUND else _day(page, treaty, f", {' or '.join(UNBOUND)}")
        for treaty in page.data
    }


def _day(form: Form, key: str, otherwise: str = "") -> str:
    """Return the ISO date at `key`; anything else is noted."""
    text = form.text(key)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        if text:
            form.blame(f"{key}: {text!r} is no date (allowed: a date as 2026-01-31{otherwise})", key)
        return text


def _statement(form: Form, bonds: dict[str, str | None], models: dict[str, Treaty]) -> Statement:
    form.only(("treaty", "article", "kind", "effect", "elements", "note", "source"))
    statement = Statement(
        treaty=form.text("treaty"),
        article=form.text("article"),
        kind=cast("StatementKind", form.choice("kind", get_args(StatementKind))),
        effect=cast("Effect", form.choice("effect", get_args(Effect))),
        elements=form.words("elements"),
        note=form.text("note", needed=False),
        source=form.text("source", needed=False),
    )
    if statement.treaty not in bonds:
        form.blame(f"treaty: no bond with {statement.treaty!r}{listed(bonds)}", "treaty")
    elif bonds[statement.treaty] is None:
        form.blame(f"{statement.treaty} does not bind by 'bonds', so nothing can be reserved or declared", "treaty")
    elif statement.treaty in models:
        check_statement(form, statement, models[statement.treaty])
    return statement
