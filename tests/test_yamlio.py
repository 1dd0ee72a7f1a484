"""YAML as law needs it: strings only, lines known, and nothing that a file can explode with."""

from __future__ import annotations

import pytest

from uncc_diff import yamlio
from uncc_diff.errors import DataError


def test_scalars_stay_as_written_and_keys_know_their_lines() -> None:
    read = yamlio.loads("article: 15.10\ncountry: NO\nopen: 12:30\nnone:\nlist:\n  - {a: 015, b: [x, y]}\n", name="f")
    assert read == {
        "article": "15.10",
        "country": "NO",
        "open": "12:30",
        "none": "",
        "list": [{"a": "015", "b": ["x", "y"]}],
    }
    assert read.line == 1
    assert read.lines == {"article": 1, "country": 2, "open": 3, "none": 4, "list": 5}
    assert read["list"][0].line == 6


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("# nothing\n", None), ("word", "word"), ("- a\n- b\n", ["a", "b"])]
)
def test_what_is_no_mapping(text: str, value: object) -> None:
    assert yamlio.loads(text, name="f") == value


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("a: x\nb: y\na: z\n", "f.yaml:3", "the key 'a' stands twice"),
        ("a: [x\n", "f.yaml:2", "did not find expected"),
        ("a: x\n---\nb: y\n", "f.yaml:2", "a second document"),
        ("a: x\n[b]: y\n", "f.yaml:2", "a key is a word"),
        # each of these would take all memory, the stack, or years of whoever walks what was read
        ("a: &a [x]\nb: &b [*a, *a]\n", "f.yaml:2", "*a is an alias"),
        ("a: &a [*a]\n", "f.yaml:1", "*a is an alias"),
        ("[" * 100_000, "f.yaml:1", "levels"),
        ("a:\n  " + "{b: " * 1000 + "}" * 1000, "f.yaml:2", "levels"),
        ("".join("  " * depth + "a:\n" for depth in range(900)), "f.yaml:51", "levels"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_refused_names_file_line_and_reason(text: str, where: str, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        yamlio.loads(text, name="f.yaml")
    [found] = caught.value.problems
    assert found.where == where
    assert problem in found.message
