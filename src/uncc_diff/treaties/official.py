"""The user's own copy of an official text, kept article by article in the user's data folder once it is verified."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..model.law import Law
from ..model.verification import Verification
from .verify import paragraphs, written

SCHEMA = "uncc-diff-official/1"
FOLDER_VARIABLE = "UNCC_DIFF_DATA"
"""Environment variable that names another data folder."""

Words = tuple[tuple[str, str], ...]
"""Paragraph number (`1(a)`, empty for the article's own words) and its words, in the order of the text."""


@dataclass(frozen=True)
class OfficialText:
    """An official text as kept: what it was read from, and its words by article number."""

    treaty: str
    file: str
    sha256: str
    articles: Mapping[str, Words]


def data_folder() -> Path:
    """Return the user's data folder; it need not exist yet."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_dir

    return Path(user_data_dir("uncc-diff", appauthor=False))


def official_path(treaty: str, folder: Path | None = None) -> Path:
    """Return where the official text of this treaty is kept."""
    return (folder or data_folder()) / "treaties" / f"{treaty}.json"


def official_text(law: Law, verification: Verification) -> OfficialText:
    """Return the words of the articles of the model, as the verified text has them."""
    file = law.files[0]
    return OfficialText(
        treaty=verification.treaty,
        file=file.name,
        sha256=file.sha256,
        articles={a.article.number: _words(law, a.provision) for a in verification.articles if a.provision is not None},
    )


def _words(law: Law, article: str) -> Words:
    own = law.by_id[article].text
    below = ((written(route), provision.text) for route, provision in paragraphs(law, article))
    return tuple((number, text) for number, text in (("", own), *below) if text)


def keep(text: OfficialText, folder: Path | None = None) -> Path:
    """Write the text to the user's data folder and return where. Raises InputError when that cannot be."""
    path = official_path(text.treaty, folder)
    data = {
        "schema": SCHEMA,
        "treaty": text.treaty,
        "file": text.file,
        "sha256": text.sha256,
        "articles": {number: [list(row) for row in words] for number, words in text.articles.items()},
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error})", hint=f"{FOLDER_VARIABLE} names another folder"
        ) from None
    return path


def load_official(treaty: str, folder: Path | None = None) -> OfficialText | None:
    """Return the kept text, None when none is kept. Raises InputError when the file is damaged."""
    path = official_path(treaty, folder)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA or data["treaty"] != treaty:
            raise ValueError("it is of another kind")
        articles = {
            str(number): tuple((str(paragraph), str(words)) for paragraph, words in rows)
            for number, rows in data["articles"].items()
        }
        return OfficialText(treaty, str(data["file"]), str(data["sha256"]), articles)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            f"{path}: the official text kept there is damaged",
            hint=f"run `uncc-diff treaty import {treaty} FILE` again",
        ) from None
