"""`uncc-diff compare`: hold a law against treaties and rules, and report."""

from __future__ import annotations

from .law_command import law_command

command = law_command(
    """Compare a law with treaties and rules: gaps and faults.

    \b
    Examples:
      uncc-diff compare bill.pdf
      uncc-diff compare bill.pdf --against budapest --format markdown -o gaps.md
      uncc-diff compare act.pdf procedure.docx --together --format json
    """,
    gaps=True,
    fails_by_default="never",
)
