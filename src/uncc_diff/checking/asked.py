"""What an article asks for, in the words of its model: for messages that name it and its elements to a reader."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .. import yamlio
from ..data import CORPORA
from .authorities import article_number


@cache
def article_name(treaty: str, number: str, folder: Path = CORPORA) -> str:
    """Return how the article is written out: `UNCC, article 9`."""
    head = folder / treaty / "treaty.yaml"
    data = yamlio.load(head) if head.is_file() else {}
    return f"{data.get('short') or data.get('title') or treaty}, article {number}"


@cache
def element_gist(treaty: str, number: str, element: str, folder: Path = CORPORA) -> str:
    """Return what the element says in a few words, its id with spaces where the model gives no gist."""
    for path in sorted((folder / treaty / "articles").glob("*.yaml")):
        if article_number(path) == number:
            data = yamlio.load(path)
            listed = [*data.get("elements", ()), *data.get("options", ()), *data.get("safeguards", ())]
            for one in listed:
                if one["id"] == element and one.get("gist"):
                    return str(one["gist"])
    return element.replace("_", " ")
