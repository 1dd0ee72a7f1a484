"""How long the whole process takes: `uncc-diff --help` against a typer app of two commands, as a ratio of medians in one run.

python benchmarks/start_up.py [--runs 15]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

TWO_COMMANDS = """
import typer
app = typer.Typer()

@app.command()
def one() -> None:
    "Do one thing."

@app.command()
def two() -> None:
    "Do another."

app()
"""
OURS = "from uncc_diff.cli import main; main()"


def once(code: str) -> float:
    """Return the seconds that one whole process takes to print its help."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, "--help"], check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    once(OURS), once(TWO_COMMANDS)  # warm the file cache and the bytecode
    pairs = [(once(OURS), once(TWO_COMMANDS)) for _ in range(runs)]  # interleaved, so that load hits both alike
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"uncc-diff --help {ours * 1000:.0f} ms, two-command typer app {theirs * 1000:.0f} ms: {ours / theirs:.2f}x")


if __name__ == "__main__":
    main()
