"""`uncc-diff diff`: two versions of a bill, or any two laws, held against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import options as o
from .status import Status


def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", show_default=False, help="The text as it was; - is stdin.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", show_default=False, help="The text as it is now; - is stdin.")],
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
    fail_on_new: Annotated[
        str | None,
        typer.Option(
            "--fail-on-new",
            metavar="SEVERITY",
            show_default="never",
            help=f"Exit 1 when a finding appeared at this severity or worse: never, {', '.join(o.SEVERITIES)}.",
        ),
    ] = None,
    against: o.Against = None,
    profile: o.Profile = None,
    rules: o.RuleFolders = None,
    config: o.Settings = None,
    baseline: o.Known = None,
    language: o.Language = None,
    open_it: o.Open = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    no_color: o.NoColour = False,
) -> None:
    """Show what changed between two texts: safeguards, powers, findings, words.

    Formats that know no differences (sarif, github, docx ...) show the new text, and count only what is new in it.

    \b
    Examples:
      uncc-diff diff bill-2025.pdf bill-2026.pdf
      uncc-diff diff old.md new.md --format html -o changes.html
      uncc-diff diff main.md branch.md --fail-on-new high --format github
    """
    from .comparing_versions import examine
    from .settling import Choices

    choices = Choices(
        config=config, against=against, profile=profile, rules=rules, baseline=baseline, fail_on=fail_on_new
    )
    failed = examine(
        old, new, choices, format=format, output=output, language=language,
        open_it=open_it, quiet=quiet, verbose=verbose, no_color=no_color,
    )  # fmt: skip
    raise typer.Exit(Status.FINDINGS if failed else Status.CLEAN)
