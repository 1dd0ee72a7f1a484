"""The example bill, whole: its tree and its reports, letter by letter. `pytest tests/example --golden` writes them anew."""

from pathlib import Path

import pytest

from uncc_diff import pipeline
from uncc_diff.report import outlines, render

ROOT = Path(__file__).resolve().parents[2]
BILL = ROOT / "examples" / "arvena-cybercrime-bill-2026.pdf"
GOLDEN = Path(__file__).parent / "golden"


def compare(name: str, made: str | bytes, request: pytest.FixtureRequest) -> None:
    """Hold what was made against the golden file of this name, or write it."""
    path = GOLDEN / name
    text = made if isinstance(made, bytes) else made.encode()
    if request.config.getoption("--golden"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(text)
    assert path.read_bytes().decode().splitlines() == text.decode().splitlines()


def test_tree(request: pytest.FixtureRequest) -> None:
    compare("outline.txt", outlines.render(pipeline.outline(BILL), "text"), request)


@pytest.mark.parametrize(
    ("format", "name"), [("terminal", "report.txt"), ("markdown", "report.md"), ("json", "report.json")]
)
def test_report(format: str, name: str, request: pytest.FixtureRequest) -> None:  # noqa: A002
    compare(name, render(pipeline.compare([BILL]), format=format), request)
