"""Laws of the Republic of Arvena in many styles of drafting, each with the tree that it must give."""

from pathlib import Path

import pytest
from trees import drawn

from uncc_diff.ingest import read
from uncc_diff.structure import parse

CASES = Path(__file__).parent / "cases"
LAWS = sorted(path for path in CASES.glob("*.txt") if not path.name.endswith(".tree.txt"))


@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.stem)
def test_tree(path: Path, request: pytest.FixtureRequest) -> None:
    golden = path.with_suffix(".tree.txt")
    tree = drawn(parse(read(path))) + "\n"
    if request.config.getoption("--golden"):
        golden.write_text(tree, encoding="utf-8")
    assert tree == golden.read_text(encoding="utf-8")
