"""Numbers set apart from their text go back to it; every line is kept, and sound text keeps its order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import body

from uncc_diff.ingest import read_bytes

PIECES = st.sampled_from(
    [
        *("(a)", "(b)", "(c)", "(i)", "(ii)", "(2)", "(3)", "1.", "2.", "3.", "4.(1)", "18A.", "7", "8", "9", ""),
        "The Warden of Data Harbours keeps the Book and enters in it the",
        "names of those who ask for it in the form that is set out by",
        "a harbour; or",
        "a keeper;",
        "Heading of a section",
        "and does so within a day.",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40))
def test_every_line_is_kept_once(rows: list[str]) -> None:
    if not any(rows):
        return
    source = read_bytes("\n".join(rows).encode(), "law.txt")
    assert Counter(line.text for line in source.lines) == Counter(row for row in rows if row)


FULL = "The Warden of Data Harbours keeps the Book and enters in it the"
SOUND = {
    "a reference that was wrapped": [FULL, "harbours that are named in subsection", "(2)", "of that section."],
    "a heading above its number": ["(1)", "A keeper pays.", "Names of harbours that the Warden keeps", "(2)", "A keeper asks."],
    "a list whose items are numbers": [FULL, "(1)", "name of a harbour;", "(2)", "name of its keeper."],
    "letters whose texts cannot be told apart": ["In this Part", "(a)", "(b)", "(c)", "lamp", "wire", "stone", "sand"],
    "each letter before its text": ["(a)", "a lamp; or", "(b)", "a wire.", "(c)", "a stone."],
}  # fmt: skip


@pytest.mark.parametrize("rows", SOUND.values(), ids=SOUND)
def test_sound_text_keeps_its_order(rows: list[str]) -> None:
    assert body(read_bytes("\n".join(rows).encode(), "law.txt")) == rows


MENDED = {
    "texts before their letters": (
        "The Warden may—\n\nsee a harbour;\n\nclose a harbour; and\n\nopen it.\n\n(a)\n\n(b)\n\n(c)\n\n(2)\n\nA keeper obeys.",
        ["The Warden may—", "(a)", "see a harbour;", "(b)", "close a harbour; and", "(c)", "open it.", "(2)", "A keeper obeys."],
    ),
    "letters before and behind the texts of one list": (
        "The Warden may—\n\n(a)\n\n(b)\n\nsee it;\n\nclose it;\n\nopen it; and\n\nsell it.\n\n(c)\n\n(d)\n\nA keeper obeys.",
        ["The Warden may—", "(a)", "see it;", "(b)", "close it;", "(c)", "open it; and", "(d)", "sell it.", "A keeper obeys."],
    ),
    "a first line with the number below it": (
        f"(1)\nA keeper pays.\n\n{FULL}\n(2)\nnames of harbours.",
        ["(1)", "A keeper pays.", "(2)", FULL, "names of harbours."],
    ),
    "a first line behind the rest": (
        f"1.\nnames of harbours.\n\n{FULL}\n\nFees\n\n2.\n\nA keeper pays.",
        ["1.", FULL, "names of harbours.", "Fees", "2.", "A keeper pays."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), MENDED.values(), ids=MENDED)
def test_numbers_go_before_what_they_number(text: str, rows: list[str]) -> None:
    assert body(read_bytes(text.encode(), "law.txt")) == rows
