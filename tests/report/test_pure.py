"""A report is a pure function of its input."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_comparison import comparison

from uncc_diff.report import FORMATS, render

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from sample_comparison import comparison
from uncc_diff.report import FORMATS, render
for name in FORMATS:
    report = render(comparison(), format=name)
    data = report if isinstance(report, bytes) else report.encode("utf-8")
    print(name, hashlib.sha256(data).hexdigest())
"""


def digest(name: str) -> str:
    report = render(comparison(), format=name)
    return hashlib.sha256(report if isinstance(report, bytes) else report.encode("utf-8")).hexdigest()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_under_another_hash_seed_folder_and_time_zone(seed: str, tmp_path: Path) -> None:
    scene = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati", "COLUMNS": "43", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(Path(__file__).parent)],
        env=scene, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert dict(line.split() for line in done.stdout.splitlines()) == {name: digest(name) for name in FORMATS}
