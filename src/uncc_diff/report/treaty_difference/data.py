"""The difference as JSON for programs."""

from __future__ import annotations

from typing import Any

from ...model.difference import ArticleRow, ElementRow, TreatyDifference
from ...model.treaty import Element, Treaty
from ..json_writing import dump

SCHEMA = "uncc-diff-treaties/1"


def as_json(difference: TreatyDifference) -> str:
    """Return the difference as JSON: treaties, articles in order with their elements, and what the second alone has."""
    data = {
        "schema": SCHEMA,
        "here": _treaty(difference.here),
        "there": _treaty(difference.there),
        "articles": [_article(row) for row in difference.articles],
        "only_there": [
            {"number": row.article.number, "title": row.article.title, "note": row.note, "stated": row.stated,
             "checked": row.article.checked}
            for row in difference.dropped
        ],
    }  # fmt: skip
    return dump(data)


def _treaty(treaty: Treaty) -> dict[str, Any]:
    return {
        "id": treaty.id,
        "title": treaty.title,
        "model_version": treaty.model_version,
        "in_force": treaty.in_force,
        "status": treaty.status,
        "official_text": treaty.official_text,
    }


def _article(row: ArticleRow) -> dict[str, Any]:
    return {
        "number": row.article.number,
        "title": row.article.title,
        "checked": row.article.checked,
        "new": not row.answers and row.stated,
        "note": row.note,
        "answers": [
            {"number": answer.article.number, "title": answer.article.title, "relation": answer.relation,
             "difference": answer.difference, "checked": answer.article.checked}
            for answer in row.answers
        ],
        "elements": [_row(element) for element in row.elements],
    }  # fmt: skip


def _row(row: ElementRow) -> dict[str, Any]:
    return {
        "change": row.change,
        "bearing": row.bearing,
        "here": None if row.here is None else _element(row.here),
        "there": None if row.there is None else _element(row.there),
        "there_article": None if row.there_article is None else row.there_article.number,
    }


def _element(element: Element) -> dict[str, Any]:
    return {
        "id": element.id,
        "kind": element.kind,
        "need": element.need,
        "paragraph": element.paragraph,
        "gist": element.gist,
        "qualified": list(element.qualified),
    }
