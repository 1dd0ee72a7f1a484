"""How deep markers nest: puzzles of sequence."""

from pathlib import Path

import pytest

from uncc_diff import yamlio
from uncc_diff.structure.depth import Question, nest
from uncc_diff.structure.markers import marker_at

PUZZLES = yamlio.load(Path(__file__).parent / "nesting.yaml")
SURE, REFERENCE = 4.2, 0.25


@pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda puzzle: puzzle["name"])
def test_depths(puzzle: dict[str, str]) -> None:
    questions = []
    printed = puzzle["markers"].split()
    depths = puzzle["depths"].split()
    for at, text in enumerate(printed):
        marker = marker_at(text.lstrip("*") + " words")
        assert marker is not None, text
        opener = at == 0 or (depths[at] != "x" and depths[at - 1] != "x" and depths[at] > depths[at - 1])
        questions.append(Question(marker.senses, marker.style, opener, REFERENCE if text.startswith("*") else SURE))
    assert " ".join("x" if a.depth is None else str(a.depth) for a in nest(questions)) == puzzle["depths"]
