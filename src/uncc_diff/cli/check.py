"""`uncc-diff check`: the findings only, for drafters and for CI."""

from __future__ import annotations

import typer

from . import options as o


def command(
    files: o.Files,
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
    against: o.Against = None,
    fail_on: o.FailOn = "high",
    profile: o.Profile = "default",
    rules: o.RuleFolders = None,
    language: o.Language = None,
    law: o.LawChoice = None,
    together: o.Together = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    no_color: o.NoColour = False,
) -> None:
    """Report faults only; for drafters and CI.

    \b
    Examples:
      uncc-diff check bill.md
      uncc-diff check bill.pdf --fail-on critical --format sarif -o bill.sarif
      uncc-diff check part1.txt part2.txt --together --profile strict
    """
    from .examining import Wanted, examine

    wanted = Wanted(
        format=format, output=output, against=against, fail_on=fail_on, profile=profile, rules=rules, language=language, law=law,
        together=together, template=None, quiet=quiet, verbose=verbose, no_color=no_color, gaps=False,
    )  # fmt: skip
    raise typer.Exit(examine(files, wanted))
