"""Fields of YAML files: each fault once, with file, line, key and what is allowed."""

from pathlib import Path

import pytest

from uncc_diff.errors import DataError, Problem
from uncc_diff.form import MOST_LISTED, Form, listed
from uncc_diff.yamlio import load, loads

COLOURS = ("red", "green")


def read(text: str) -> tuple[Form, list[Problem]]:
    problems: list[Problem] = []
    return Form(loads(text, name="lamp.yaml"), "lamp.yaml", problems), problems


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("colour: blue\n", 1, "colour: unknown value 'blue' (allowed: red, green)"),
        ("name: x\n", 1, "colour is missing (allowed: red, green)"),
        ("name: x\ncolour:\n", 2, "colour is missing (allowed: red, green)"),
        ("colour: [red]\n", 1, "colour: expected text, found a list"),
    ],
)
def test_a_choice_names_key_and_allowed_values(text: str, at: int, said: str) -> None:
    form, problems = read(text)
    assert form.choice("colour", COLOURS) == "red"
    assert problems == [Problem(f"lamp.yaml:{at}", said)]


def test_the_same_fault_is_told_once() -> None:
    form, problems = read("size: 1\n")
    assert (form.text("name"), form.text("name")) == ("", "")
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["", "on\n", "- on\n"])
def test_of_what_is_no_mapping_only_that_is_said(text: str) -> None:
    form, problems = read(text)
    form.text("name")
    assert [p.where for p in problems] == ["lamp.yaml:1"]
    assert "expected keys and values" in problems[0].message


@pytest.mark.parametrize("text", ["bulb: []\n", "bulb: on\n"])
def test_one_mapping_is_asked_for_and_something_else_stands_there(text: str) -> None:
    form, problems = read(text)
    assert form.form("bulb").data == {}
    assert problems[0].message.startswith("bulb: expected keys and values")


def test_a_long_list_of_allowed_values_is_counted() -> None:
    assert listed([str(n) for n in range(MOST_LISTED + 1)]) == f" ({MOST_LISTED + 1} are known)"


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lamp.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match=r"lamp\.yaml:1: this is no UTF-8 text"):
        load(path)
