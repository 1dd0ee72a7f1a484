"""Confidential bills go in: nothing may open a connection or look up a name."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "arvena-cybercrime-bill-2026.pdf"

GUARDED = """
import sys

def refuse(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        sys.stderr.write(f"NETWORK {event} {args!r}")
        sys.stderr.flush()
        import os
        os._exit(99)

sys.addaudithook(refuse)
if sys.argv[1] == "probe":
    import socket
    socket.getaddrinfo("localhost", 80)
from uncc_diff.cli import main
main()
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", GUARDED, *arguments], capture_output=True, text=True, encoding="utf-8")


def test_the_guard_sees_a_connection() -> None:
    assert run("probe").returncode == 99


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", str(EXAMPLE), "--format", "json"],
        ["compare", str(EXAMPLE)],
        ["outline", str(EXAMPLE)],
        ["rules", "list"],
        ["treaty", "show", "uncc/7"],
        ["treaty", "diff", "uncc", "budapest"],
        ["treaty", "check", "uncc"],
    ],
    ids=lambda arguments: " ".join(a for a in arguments if "/" not in a),
)
def test_no_command_opens_a_connection(arguments: list[str]) -> None:
    done = run(*arguments)
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr
