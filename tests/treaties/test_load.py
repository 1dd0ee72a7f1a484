"""Treaty models: every fault of every file comes at once, with file, line and what is allowed."""

from pathlib import Path

import pytest

from uncc_diff.errors import DataError, UsageError
from uncc_diff.treaties.load import load_treaties, load_treaty, treaty_ids

TREATY = """\
id: arvena
title: Convention of Arvena
short: Arvena
status: "Imagined"
source: none
model_version: "1"
chapters:
  I: Offences
"""
ARTICLE = """\
number: "3"
title: Illegal access
chapter: I
role: offence
duty: shall
checked: no
gist: Getting in on purpose.
paragraphs: ["1", "2"]
elements:
  - {id: conduct, kind: conduct, paragraph: "1", any: [access]}
options:
  - {id: breach, kind: circumstance, paragraph: "2", any: [infringing_security], wider: [access]}
reservations: ["2: may be left out"]
counterparts:
  - {treaty: budapest, article: "2", relation: same, difference: "None."}
  - {treaty: uncc, relation: new}
"""
CONCEPTS = frozenset({"access", "infringing_security"})


def corpus(folder: Path, article: str = ARTICLE, name: str = "03-illegal-access.yaml", treaty: str = TREATY) -> Path:
    articles = folder / "arvena" / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    (folder / "arvena" / "treaty.yaml").write_text(treaty, encoding="utf-8")
    (articles / name).write_text(article, encoding="utf-8")
    return folder


def test_a_model_is_read_as_written(tmp_path: Path) -> None:
    treaty = load_treaty("arvena", corpus(tmp_path), CONCEPTS)
    article = treaty.articles[0]
    assert (treaty.title, treaty.in_force, article.id) == ("Convention of Arvena", None, "arvena/3")
    assert [(e.id, e.need, e.paragraph) for e in article.elements] == [
        ("conduct", "required", "1"),
        ("breach", "option", "2"),
    ]
    assert article.elements[1].wider == ("access",)
    assert [(c.treaty, c.article, c.relation) for c in article.counterparts] == [
        ("budapest", "2", "same"),
        ("uncc", "", "new"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("gist:", "gits:", 7, "unknown key 'gits'; did you mean 'gist'? (allowed: number, title"),
        ("gist: Getting in on purpose.\n", "", 1, "gist is missing"),
        ("duty: shall", "duty: must", 5, "duty: unknown value 'must' (allowed: shall, shall_consider, may, none)"),
        ("role: offence", "role: offense", 4, "did you mean 'offence'?"),
        ("checked: no", "checked: perhaps", 6, "allowed: official, outline, no"),
        ("chapter: I", "chapter: V", 3, "chapter: unknown value 'V' (allowed: I)"),
        ("kind: conduct", "kind: deed", 10, "kind: unknown value 'deed'"),
        ("any: [access]", "any: [acces]", 10, "any: unknown concept 'acces'; did you mean 'access'?"),
        ("any: [access]", "some: [access]", 10, "unknown key 'some' (allowed: id, kind"),
        ("any: [access]", "any: {access: yes}", 10, "any: expected a list of words"),
        (", any: [access]}", "}", 10, "names no concept"),
        ("id: breach", "id: conduct", 12, "the element id 'conduct' stands twice"),
        ('paragraph: "2"', 'paragraph: "4"', 12, "unknown paragraph '4' (allowed: 1, 2"),
        ("relation: same", "relation: equal", 15, "allowed: same, narrower, wider"),
        ("relation: new}", 'relation: new, article: "2"}', 16, "unless its relation is 'new'"),
        ('number: "3"', 'number: "4"', 1, "does not belong in a file named 03-illegal-access.yaml"),
        ("title: Illegal access", "number: 3", 2, "'number' stands twice"),
    ],
)
def test_a_fault_names_file_line_and_what_is_allowed(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in ARTICLE
    with pytest.raises(DataError) as caught:
        load_treaty("arvena", corpus(tmp_path, ARTICLE.replace(old, new, 1)), CONCEPTS)
    where = f"arvena/articles/03-illegal-access.yaml:{line}"
    assert any(p.where == where and said in p.message for p in caught.value.problems), caught.value.message


def test_faults_of_all_files_come_together(tmp_path: Path) -> None:
    corpus(tmp_path, ARTICLE.replace("duty: shall", "duty: must"))
    corpus(tmp_path, ARTICLE.replace("role: offence", "role: crime").replace('"3"', '"4"'), "04-other.yaml")
    corpus(tmp_path, "- a list\n", "05-list.yaml", TREATY.replace("short:", "brief:"))
    with pytest.raises(DataError) as caught:
        load_treaties(None, tmp_path, CONCEPTS)
    assert {p.where for p in caught.value.problems} == {
        "arvena/treaty.yaml:1",
        "arvena/treaty.yaml:3",
        "arvena/articles/03-illegal-access.yaml:5",
        "arvena/articles/04-other.yaml:4",
        "arvena/articles/05-list.yaml:1",
    }


def test_an_article_stands_in_one_file(tmp_path: Path) -> None:
    corpus(tmp_path)
    with pytest.raises(DataError, match="article 3 stands in 2 files"):
        load_treaty("arvena", corpus(tmp_path, name="3-again.yaml"), CONCEPTS)


def test_an_unknown_treaty_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="unknown treaty 'budapset'") as caught:
        load_treaty("budapset")
    assert "did you mean 'budapest'?" in caught.value.message
    assert "uncc" in caught.value.hint
    assert {"uncc", "budapest"} <= set(treaty_ids())
