"""`--party`: gaps are judged against what a State has undertaken, and every report says for whom."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_what_a_state_has_not_undertaken_is_not_asked_of_it(run: Callable[..., CompletedProcess[bytes]]) -> None:
    bill = str(EXAMPLES / "arvena-cybercrime-bill-2026.txt")
    done = run("compare", bill, "--format", "json", "--party", str(EXAMPLES / "party-arvena.yaml"))
    report = json.loads(done.stdout)
    assert report["party"] == "Republic of Arvena"
    status = {(g["treaty"], g["article"]): g["status"] for g in report["gaps"]}
    assert status["uncc", "16"] in ("not_required", "met")
    assert "absent" not in {state for (treaty, _), state in status.items() if treaty == "uncc"}
    assert "absent" in {state for (treaty, _), state in status.items() if treaty == "budapest"}


def test_a_profile_that_does_not_exist_is_named(run: Callable[..., CompletedProcess[bytes]]) -> None:
    done = run("compare", str(EXAMPLES / "arvena-cybercrime-bill-2026.txt"), "--party", "nowhere.yaml")
    assert done.returncode == 2
    assert b"nowhere.yaml" in done.stderr
