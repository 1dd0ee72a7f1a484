"""Authorization must govern the power found, not merely stand in the section."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from uncc_diff import yamlio
from uncc_diff.checking import check
from uncc_diff.model.mapping import Mapping

from .conftest import all_rules, read

_CASES: dict[str, Any] = yamlio.load(Path(__file__).parent / "governs.yaml")


@pytest.mark.parametrize("name", list(_CASES))
def test_authorization(name: str) -> None:
    case = _CASES[name]
    reading = read(case["text"])
    rule = all_rules().get(case.get("rule", "safeguards/interception-without-prior-authorization"))
    found = [reading.law.by_id[f.provision].citation for f in check(reading, Mapping(), [rule]) if f.provision]
    assert found == ([case["found"]] if "found" in case else [])
