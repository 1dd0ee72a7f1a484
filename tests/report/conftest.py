"""Golden files: compared letter by letter, written anew only with `pytest --golden`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
Check = Callable[[str, "str | bytes"], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Check:
    """Return a function that compares a report with the golden file of this name."""

    def check(name: str, report: str | bytes) -> None:
        data = report if isinstance(report, bytes) else report.encode("utf-8")
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.write_bytes(data)
        assert data.decode("utf-8") == path.read_bytes().decode("utf-8")

    return check
