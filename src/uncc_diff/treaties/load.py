"""Treaty models from their folders: `corpora/<id>/treaty.yaml` and `corpora/<id>/articles/NN-slug.yaml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .. import yamlio
from ..data import CORPORA
from ..errors import DataError, Problem, UsageError
from ..form import Form
from ..model.treaty import Article, Treaty
from ..nearest import unknown
from .article import read_article
from .official import load_official

_KEYS = (
    "id", "title", "short", "status", "source", "model_version", "chapters", "adopted", "in_force", "status_source",
    "reservations", "fetch", "protocol_to", "practice",
)  # fmt: skip
_NOT_YET = "no"
"""What `in_force` says of a treaty that is known not to be in force."""
_RESERVATIONS = ("listed", "general")
"""Only those that the articles list, or those that the general law of treaties permits."""


def treaty_ids(folder: Path = CORPORA) -> tuple[str, ...]:
    """Return the ids of the treaty models in `folder`, sorted."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/treaty.yaml")))


def load_treaty(id: str, folder: Path = CORPORA, concepts: frozenset[str] | None = None) -> Treaty:  # noqa: A002
    """Return one treaty model, its articles in the order of their numbers.

    With `concepts`, every concept that an element names must be one of them. Raises UsageError for an unknown id,
    DataError with all faults of all its files, InputError when the user's copy of the official text is damaged.
    """
    return load_treaties((id,), folder, concepts)[0]


def load_treaties(
    ids: Iterable[str] | None = None, folder: Path = CORPORA, concepts: frozenset[str] | None = None
) -> tuple[Treaty, ...]:
    """Return the models named, in that order; all of `folder` without `ids`. Raises as `load_treaty`."""
    known = treaty_ids(folder)
    problems: list[Problem] = []
    treaties = []
    for name in known if ids is None else ids:
        if name not in known:
            raise UsageError(unknown("treaty", name, known), hint=f"known treaties: {', '.join(known)}")
        treaties.append(_read_treaty(name, folder, concepts, problems))
    if problems:
        raise DataError(problems)
    return tuple(treaties)


def _read_treaty(name: str, folder: Path, concepts: frozenset[str] | None, problems: list[Problem]) -> Treaty:
    form = _open(folder / name / "treaty.yaml", folder, problems)
    form.only(_KEYS)
    if form.text("id") != name:
        form.blame(f"the id must be the name of the folder, {name!r}", "id")
    chapters = tuple(form.form("chapters").data)
    articles: list[Article] = []
    for path in sorted((folder / name / "articles").glob("*.yaml")):
        page = _open(path, folder, problems)
        article = read_article(page, name, chapters, concepts)
        if path.stem.partition("-")[0].lstrip("0") != article.number:
            page.blame(f"article {article.number!r} does not belong in a file named {path.name}", "number")
        articles.append(article)
    problems += [
        Problem(form.name, f"article {number} stands in {count} files")
        for number, count in Counter(a.number for a in articles).items()
        if count > 1
    ]
    in_force = form.text("in_force", needed=False)
    kept = load_official(name)
    if kept is not None:
        articles = [replace(a, official=kept.articles.get(a.number, ())) for a in articles]
    return Treaty(
        id=name,
        title=form.text("title"),
        short=form.text("short"),
        model_version=form.text("model_version"),
        articles=tuple(sorted(articles, key=lambda a: (len(a.number), a.number))),
        adopted=form.text("adopted", needed=False) or None,
        in_force=None if in_force in ("", _NOT_YET) else in_force,
        not_in_force=in_force == _NOT_YET,
        status=form.text("status"),
        source=form.text("source"),
        status_source=form.text("status_source", needed=False),
        closed_list=form.choice("reservations", _RESERVATIONS, "general") == "listed",
        fetch=form.text("fetch", needed=False),
        practice=bool(form.flag("practice")),
        protocol_to=form.text("protocol_to", needed=False),
        official_text=kept is not None,
    )


def _open(path: Path, folder: Path, problems: list[Problem]) -> Form:
    """Return the mapping in `path` as a form; an unreadable file is noted and gives an empty one."""
    name = path.relative_to(folder).as_posix()
    try:
        node = yamlio.load(path, name=name)
    except DataError as error:
        problems += error.problems
    else:
        if isinstance(node, yamlio.Mapping):
            return Form(node, name, problems)
        Form(node, name, problems)
    # Its own list is dropped: a file that cannot be read must not also be told that all its keys are missing.
    return Form(None, name, [])
