"""How generated pages write what the YAML says: escapes, links, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable


def text(value: object) -> str:
    """Return words as markdown that shows exactly them, on one line."""
    flat = " ".join(str(value).split()).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_\[\]|{}#])", r"\\\1", flat)


def cell(value: object) -> str:
    """Return words for a table; an empty cell stays empty."""
    return text(value) if value else ""


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def table(heads: Iterable[str], rows: Iterable[str]) -> list[str]:
    names = list(heads)
    return [row(*names), row(*("---" for _ in names)), *rows, ""]


def concept(name: str, up: str) -> str:
    """Return a link to a concept, from a page that lies as deep as `up` climbs."""
    return f"[`{name}`]({up}concepts.md#{name})"


def authority(id: str, citation: str, up: str, modelled: set[str], works: set[str]) -> str:  # noqa: A002
    """Return what a rule rests on, linked with its article or with the list of sources."""
    if id in modelled:
        return f"[{text(citation)}]({up}treaties/{id}.md)"
    work = id if id in works else id.rpartition("/")[0]
    return f"[{text(citation)}]({up}sources.md#{work})" if work in works else text(citation)


def fenced(body: str, language: str = "text") -> list[str]:
    return [f"``` {language}", body.rstrip("\n"), "```", ""]
