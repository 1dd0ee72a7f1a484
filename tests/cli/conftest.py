"""Runs the real command line in a process of its own, with a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRUBBED = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "CI", "UNCC_DIFF_DEBUG")
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs `uncc-diff` with these arguments in an empty folder."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        scene = {
            key: value for key, value in os.environ.items() if key not in SCRUBBED and not key.startswith("GITHUB_")
        }
        return subprocess.run(
            [sys.executable, "-m", "uncc_diff", *map(str, arguments)],
            input=stdin, capture_output=True, cwd=tmp_path, env={**scene, **environment}, timeout=120, check=False,
        )  # fmt: skip

    return call
