"""What a rule may cite: articles of the treaty models, and works in the bibliography."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import yamlio
from ..data import CORPORA
from ..errors import DataError, Problem


@dataclass(frozen=True)
class Authorities:
    """Known authorities: short titles of treaties with the numbers of their modelled articles, and cited works."""

    articles: dict[str, frozenset[str]]
    titles: dict[str, str]
    works: dict[str, str]
    """By id: name, year and citation in one line."""

    def citation(self, id: str) -> str | None:  # noqa: A002
        """Return how the authority is written out, None when nothing is known under this id."""
        head, _, rest = id.rpartition("/")
        if head in self.articles:
            return f"{self.titles.get(head, head)}, article {rest}" if rest in self.articles[head] else None
        if id in self.works:
            return self.works[id]
        return f"{self.works[head]}, {rest}" if head in self.works else None

    def is_article(self, id: str) -> bool:  # noqa: A002
        """Is it an article of a treaty model, and not a work?"""
        treaty, _, number = id.rpartition("/")
        return number in self.articles.get(treaty, ())

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.works) | {f"{t}/{number}" for t, numbers in self.articles.items() for number in numbers}


def load_authorities(folder: Path = CORPORA) -> Authorities:
    """Return what the corpora hold. Article numbers are read from the names of the article files: `07-illegal-access`."""
    articles: dict[str, frozenset[str]] = {}
    titles: dict[str, str] = {}
    for path in sorted(folder.glob("*/articles")):
        treaty = path.parent.name
        articles[treaty] = frozenset(map(article_number, path.glob("*.yaml")))
        head = path.parent / "treaty.yaml"
        if head.is_file():
            data = yamlio.load(head)
            titles[treaty] = str(data.get("short") or data.get("title") or treaty)
    return Authorities(articles, titles, _works(folder / "sources.yaml"))


def article_number(path: Path) -> str:
    """Return the number of the article that a file of a treaty model holds: `7` of `07-illegal-access.yaml`."""
    return path.stem.split("-", 1)[0].lstrip("0")


def _works(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    data = yamlio.load(path)
    problems = [
        Problem(f"{path.name}:{data.lines[key]}", f"{key}: name and year are needed")
        for key, work in data.items()
        if not (isinstance(work, dict) and work.get("name") and work.get("year"))
    ]
    if problems:
        raise DataError(problems)
    return {key: _written_out(work) for key, work in data.items()}


def _written_out(work: dict[str, str]) -> str:
    line = f"{work['name']} ({work['year']})"
    return f"{line}, {work['citation']}" if work.get("citation") else line
