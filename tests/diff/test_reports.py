"""The written forms of a difference: what is worse comes first, nothing of a law's text is taken for markup, same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from texts import difference

from uncc_diff.errors import UsageError
from uncc_diff.model.versions import VersionDifference
from uncc_diff.report.version_difference import render, with_known
from uncc_diff.schemas import schema_json

OLD = {
    "1 Short title": "This Act may be cited as the Lantern Networks Act.",
    "2 Illegal access": "A person who intentionally gains access to a computer system commits an offence and is liable "
    "to imprisonment for a term not exceeding three years.",
    "3 Search": "A police officer may, with a warrant issued by a judge, search a computer system.",
    "4 Annoyance": "A person who sends a message that is offensive or annoying commits an offence.",
}
NEW = {
    "1 Objects": "This Act keeps the lanterns of Arvena lit.",
    "2 Short title": OLD["1 Short title"],
    "3 Illegal access": OLD["2 Illegal access"].replace("three", "five"),
    "4 Search": "A police officer may search a computer system.",
}
HOSTILE = "<script>alert(1)</script> [x](http://e.example) ~~**b**~~ \x1b[31m \u202e `c` | =1+1"


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> VersionDifference:
    return difference(OLD, NEW, tmp_path_factory.mktemp("texts"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> VersionDifference:
    new = NEW | {
        "5 Notices": f"A notice under this Act is headed {HOSTILE} by the Keeper.",
        f"6 {HOSTILE}": "It burns.",
    }
    old = OLD | {"5 Notices": "A notice under this Act is headed by the Keeper."}
    return difference(old, new, tmp_path_factory.mktemp("hostile"))


def test_the_terminal_tells_the_worst_first(changes: VersionDifference) -> None:
    text = render(changes, "terminal")
    assert isinstance(text, str)
    flowed = " ".join(text.split())
    order = [
        "Safeguards gone and powers grown",
        "authorization by a court is gone",
        "longest imprisonment up from 3 years to 5 years",
        "New findings",
        "Provision by provision",
    ]
    places = [flowed.find(words) for words in order]
    assert -1 not in places, places
    assert places == sorted(places)
    assert "Renumbered and otherwise unchanged: 1 → 2." in text
    assert "not exceeding [-three-]{+five+} years" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_colour_marks_words_without_signs(changes: VersionDifference) -> None:
    text = render(changes, "terminal", colour=True)
    assert isinstance(text, str)
    assert "\x1b[" in text and "{+" not in text


def test_markdown_strikes_out_and_emphasizes(changes: VersionDifference) -> None:
    text = render(changes, "markdown")
    assert isinstance(text, str)
    assert "not exceeding ~~three~~**five** years" in text
    assert text.startswith("# ")


def test_json_has_every_pair_and_places_every_quote(changes: VersionDifference) -> None:
    data = json.loads(render(changes, "json"))
    assert [(p["old"] or {}).get("citation", "-") + ">" + (p["new"] or {}).get("citation", "-") for p in data["pairs"]] == [
        "Preamble>Preamble",
        "->1", "1>2", "2>3", "3>4", "4>-",
    ]  # fmt: skip
    reworded = next(p for p in data["pairs"] if p["relation"] == "reworded" and p["new"]["citation"] == "3")
    assert {run["kind"]: run["text"] for run in reworded["text"] if run["kind"] != "kept"} == {
        "removed": "three",
        "added": "five",
    }
    gone = next(s for s in data["shifts"] if s["kind"] == "safeguard_gone")
    old_text = changes.old.law.text
    words = old_text[gone["old_quote"]["start"] : gone["old_quote"]["end"]]
    assert " ".join(words.split()) == " ".join(gone["old_quote"]["words"].split())


def test_json_obeys_the_published_schema_which_names_all_its_keys(
    changes: VersionDifference, hostile: VersionDifference
) -> None:
    schema = json.loads(schema_json("diff"))
    Draft202012Validator.check_schema(schema)
    for made in (changes, hostile):
        data = json.loads(render(made, "json"))
        Draft202012Validator(schema).validate(data)
        assert set(data) == set(schema["properties"])
        for name, entries in (("pair", data["pairs"]), ("shift", data["shifts"]), ("finding", data["findings"]["new"])):
            assert entries and all(set(entry) == set(schema["$defs"][name]["properties"]) for entry in entries)


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "csv", "docx", "xlsx"])
def test_other_formats_show_the_new_text_with_what_was_kept_as_known(name: str, changes: VersionDifference) -> None:
    assert render(changes, name)
    new = {f.id for f in with_known(changes).findings if f.baseline == "new"}
    assert new == {f.id for f in changes.appeared}


def test_an_unknown_format_is_refused(changes: VersionDifference) -> None:
    with pytest.raises(UsageError, match="pdff"):
        render(changes, "pdff")


def test_the_page_runs_nothing_and_loads_nothing(hostile: VersionDifference) -> None:
    page = render(hostile, "html")
    assert isinstance(page, str)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert "http://" not in page.replace("http://e.example", "") and 'href="http' not in page
    assert "\u202e" not in page and "\x1b" not in page


def test_the_text_of_a_law_is_no_markup_in_markdown_and_no_code_in_a_terminal(hostile: VersionDifference) -> None:
    text = render(hostile, "markdown")
    assert isinstance(text, str)
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "](http:" not in text.replace("\\", "\\ ")
    terminal = render(hostile, "terminal", everything=True)
    assert isinstance(terminal, str)
    assert "\x1b" not in terminal and "\u202e" not in terminal


@pytest.mark.parametrize("name", ["terminal", "markdown", "json", "html"])
def test_the_same_bytes_from_another_folder(name: str, changes: VersionDifference, tmp_path: Path) -> None:
    assert render(difference(OLD, NEW, tmp_path), name) == render(changes, name)
