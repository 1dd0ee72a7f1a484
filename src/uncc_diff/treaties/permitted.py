"""What a treaty permits a Party to say: since when it can bind, and which reservations and declarations it lets be made.

Where only listed statements may be made, one that goes further is a mistake of the profile. Where the general law of
treaties governs (Vienna Convention on the Law of Treaties, Article 19) nothing more can be checked than that the article exists.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..form import Form, listed
from ..model.party import Statement
from ..model.treaty import Article, Treaty
from ..nearest import unknown

WHOLE = "all"
"""Written in `reservable`: the whole article may be left unapplied."""
_LIABILITY = ("offence", "participation")
_DECLARED = "(declaration"


def check_bond(bonds: Form, since: Mapping[str, str | None], treaty: Treaty) -> None:
    """Note a bond that begins before the treaty was in force, or a protocol without the treaty it belongs to."""
    day = since[treaty.id]
    if not day:
        return
    if treaty.in_force and day < treaty.in_force:
        bonds.blame(f"{treaty.id}: in force only since {treaty.in_force}, so it cannot bind from {day}", treaty.id)
    if treaty.adopted and day < treaty.adopted:
        bonds.blame(f"{treaty.id}: adopted only on {treaty.adopted}, so it cannot bind from {day}", treaty.id)
    parent = treaty.protocol_to
    if parent and parent in since and not since[parent]:
        bonds.blame(f"{treaty.id}: binds only Parties to {parent}, which does not bind by 'bonds'", treaty.id)


def check_statement(form: Form, statement: Statement, treaty: Treaty) -> None:
    """Note what the treaty does not permit, or its model does not know."""
    article = treaty.article(statement.article)
    if article is None:
        numbers = [a.number for a in treaty.articles]
        form.blame(f"article: {treaty.short} has no article {statement.article!r}{listed(numbers)}", "article")
        return
    if statement.effect == "no_liability" and article.role not in _LIABILITY:
        form.blame(f"effect: article {article.number} is about no offence (allowed: not_applied, limited_to)", "effect")
    if statement.effect == "limited_to" and not statement.note:
        form.blame("note is missing: 'limited_to' needs one that says what the article is limited to", "effect")
    ids = [element.id for element in article.elements]
    for element in statement.elements:
        if element not in ids:
            form.blame(f"elements: {unknown('element', element, ids)}{listed(ids)}", "elements")
    if treaty.closed_list:
        _check_listed(form, statement, article, treaty)


def _check_listed(form: Form, statement: Statement, article: Article, treaty: Treaty) -> None:
    if not article.reservations:
        open_to = [a.number for a in treaty.articles if a.reservations]
        form.blame(
            f"article: {treaty.short} permits no statement on article {article.number}{listed(open_to)}", "article"
        )
        return
    declared = [_DECLARED in text for text in article.reservations]
    if all(declared) and statement.kind == "reservation":
        form.blame(f"kind: article {article.number} permits no reservation (allowed: declaration)", "kind")
    if not any(declared) and statement.kind == "declaration":
        form.blame(f"kind: article {article.number} permits no declaration (allowed: reservation)", "kind")
    if statement.effect == "limited_to" or WHOLE in article.reservable:
        return
    if not statement.elements:
        form.blame(
            f"effect: {treaty.short} does not let article {article.number} be left aside as a whole "
            f"(allowed: limited_to{', or elements among ' + ', '.join(_open(article)) if _open(article) else ''})",
            "effect",
        )
    for element in statement.elements:
        known = any(e.id == element for e in article.elements)
        if known and element not in _open(article):
            form.blame(f"elements: {element!r} is not open to reservation{listed(_open(article))}", "elements")


def _open(article: Article) -> list[str]:
    """Return the elements that may be left aside: those listed, what only narrows them, and what a Party need not add."""
    free = [e.id for e in article.elements if e.need in ("option", "exclusion")]
    conditions = [e for e in article.thresholds if article.reservable]
    return [*article.reservable, *conditions, *free]
