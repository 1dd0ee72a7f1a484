"""Changes word by word: they spell both texts, and stay readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc_diff.changes.words import compare_words

CASES = {
    "a number": ("for three years or more", "for five years or more", "for [three]{five} years or more"),
    "words added": (
        "may search a system",
        "may with a warrant search a system",
        "may {with a warrant }search a system",
    ),
    "words removed": ("may, on oath, search", "may search", "may[, on oath,] search"),
    "nothing": ("may search", "may search", "may search"),
    "an island of one word is no island": (
        "alpha beta gamma delta",
        "one beta two delta",
        "[alpha beta gamma]{one beta two} delta",
    ),
    "all": ("lanterns", "oil", "[lanterns]{oil}"),
    "the longest phrase stays whole": (
        "or to a fine, or to both such prison and fine and in a second case such prison or both such prison and fine twice",
        "or to a fine of ten crowns, or to both such prison and fine",
        "or to a fine{ of ten crowns}, or to both such prison and fine[ and in a second case such prison or both such "
        "prison and fine twice]",
    ),
    "a text in place of another": (
        "The mayor may dismiss the Keeper for reasons that the mayor states in writing to the Keeper alone.",
        "No member leaves office but by a vote of the council, which hears that member before.",
        "[The mayor may dismiss the Keeper for reasons that the mayor states in writing to the Keeper alone.]"
        "{No member leaves office but by a vote of the council, which hears that member before.}",
    ),
    "from nothing": ("", "oil", "{oil}"),
}
SIGNS = {"kept": "%s", "removed": "[%s]", "added": "{%s}"}


@pytest.mark.parametrize(("old", "new", "shown"), CASES.values(), ids=CASES)
def test_runs_read_as_an_amendment(old: str, new: str, shown: str) -> None:
    assert "".join(SIGNS[run.kind] % run.text for run in compare_words(old, new)) == shown


@given(st.text(max_size=60), st.text(max_size=60))
def test_runs_spell_both_texts(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(run.text for run in runs if run.kind != "added") == old
    assert "".join(run.text for run in runs if run.kind != "removed") == new
