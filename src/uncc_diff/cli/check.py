"""`uncc-diff check`: the findings only, for drafters and for CI."""

from __future__ import annotations

from .law_command import law_command

command = law_command(
    """Report faults only; for drafters and CI.

    \b
    Examples:
      uncc-diff check bill.md
      uncc-diff check bill.pdf --fail-on critical --format sarif -o bill.sarif
      uncc-diff check bill.md --baseline known.yaml
      uncc-diff check part1.txt part2.txt --together --profile strict
    """,
    gaps=False,
    fails_by_default="high",
)
