"""Whatever the text: no crash, nothing lost, nothing twice, every piece the source's own words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import faults

from uncc_diff.errors import InputError
from uncc_diff.ingest import read, read_bytes
from uncc_diff.model.source import Source
from uncc_diff.structure import parse
from uncc_diff.structure.contents import find_contents
from uncc_diff.structure.grammar import load_grammar
from uncc_diff.structure.rows import body_rows
from uncc_diff.structure.units import possible_starts

CASES = Path(__file__).parent / "cases"
LAWS = sorted(path for path in CASES.glob("*.txt") if not path.name.endswith(".tree.txt"))
REAL = Path(__file__).parents[2].parent / "shared" / "laws"

WORDS = st.sampled_from(
    [
        "the",
        "Warden",
        "shall",
        "keep",
        "a",
        "list",
        "of",
        "wires",
        "and",
        "may",
        "open",
        "it;",
        "under",
        "section",
        "of",
        "this",
        "Act",
        "means",
        "includes:",
        "that",
        "is",
        "7",
        "years",
    ]
)  # fmt: skip
MARKERS = st.sampled_from(
    [
        "1.",
        "2.",
        "3.",
        "12.",
        "2A.",
        "(1)",
        "(2)",
        "(a)",
        "(b)",
        "(i)",
        "(ii)",
        "(aa)",
        "a)",
        "1)",
        "I.",
        "II.",
        "-",
        "1-",
        "§",
        "1.1",
        "[26A,",
        "“3B.",
        "(2E)",
        "Article",
        "Section",
        "Art.",
        "Điều",
        "المادة",
    ]
)  # fmt: skip
HEADS = st.sampled_from(
    ["PART I", "CHAPTER II", "Article 3", "SECTION 4.", "SCHEDULE", "FIRST SCHEDULE", "CONTENTS", "TÍTULO I", "Transitorios",
     "ARRANGEMENT OF SECTIONS", "Provided that", "Done at", "“leave” means", "is inserted the following:", "Article 5 –", "§ 2"]
)  # fmt: skip
LINES = st.one_of(
    st.lists(st.one_of(WORDS, MARKERS), min_size=1, max_size=9).map(" ".join),
    HEADS,
    st.tuples(HEADS, WORDS).map(" ".join),
    st.tuples(
        MARKERS, st.lists(WORDS, min_size=1, max_size=8).map(" ".join), st.sampled_from([".", ";", ":", "—", "-", "”."])
    ).map(lambda parts: f"{parts[0]} {parts[1]}{parts[2]}"),
    st.text(max_size=30),
    st.just(""),
)


def _contents(source: Source, language: str) -> range:
    """Where the contents list stands in the source."""
    rows = body_rows(source)
    grammar = load_grammar(language)
    found = find_contents(rows, possible_starts(rows, grammar), grammar)
    return range(rows[found.first].start, rows[found.last - 1].end) if found.last else range(0)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=45).map("\n".join))
def test_any_lines(text: str) -> None:
    try:
        source = read_bytes(text.encode("utf-8", "replace"), "law.txt")
    except InputError:  # no letters, or control characters: no text to split
        return
    law = parse(source)
    assert faults(law, source, aside=_contents(source, law.language)) == []


@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    source = read(path)
    law = parse(source)
    assert faults(law, source, aside=_contents(source, law.language)) == []


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real laws is not beside the project")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.txt")) + sorted(REAL.glob("*.md")), ids=lambda path: path.stem)
def test_real_law(path: Path) -> None:
    source = read(path)
    law = parse(source)
    assert faults(law, source, aside=_contents(source, law.language)) == []
