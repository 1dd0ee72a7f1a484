"""`uncc-diff check`: the findings only, for drafters and for CI."""

from __future__ import annotations

import typer

from . import options as o


def command(
    files: o.Files,
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
    against: o.Against = None,
    fail_on: o.FailOnHigh = None,
    profile: o.Profile = None,
    rules: o.RuleFolders = None,
    language: o.Language = None,
    law: o.LawChoice = None,
    together: o.Together = False,
    config: o.Settings = None,
    baseline: o.Known = None,
    party: o.Party = None,
    open_it: o.Open = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    no_color: o.NoColour = False,
) -> None:
    """Report faults only; for drafters and CI.

    \b
    Examples:
      uncc-diff check bill.md
      uncc-diff check bill.pdf --fail-on critical --format sarif -o bill.sarif
      uncc-diff check bill.md --baseline known.yaml
      uncc-diff check part1.txt part2.txt --together --profile strict
    """
    from .examining import Wanted, examine
    from .settling import Choices

    choices = Choices(
        config=config, against=against, profile=profile, rules=rules, party=party, baseline=baseline,
        fail_on=fail_on, fails_by_default="high",
    )  # fmt: skip
    wanted = Wanted(
        choices=choices, format=format, output=output, language=language, law=law, together=together, open_it=open_it,
        template=None, quiet=quiet, verbose=verbose, no_color=no_color, gaps=False,
    )  # fmt: skip
    raise typer.Exit(examine(files, wanted))
