"""`uncc-diff compare`: hold a law against treaties and rules, and report."""

from __future__ import annotations

import typer

from . import options as o


def command(
    files: o.Files,
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
    against: o.Against = None,
    fail_on: o.FailOn = None,
    profile: o.Profile = None,
    rules: o.RuleFolders = None,
    language: o.Language = None,
    law: o.LawChoice = None,
    together: o.Together = False,
    template: o.Template = None,
    config: o.Settings = None,
    baseline: o.Known = None,
    party: o.Party = None,
    open_it: o.Open = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    no_color: o.NoColour = False,
) -> None:
    """Compare a law with treaties and rules: gaps and faults.

    \b
    Examples:
      uncc-diff compare bill.pdf
      uncc-diff compare bill.pdf --against budapest --format markdown -o gaps.md
      uncc-diff compare act.pdf procedure.docx --together --format json
    """
    from .examining import Wanted, examine
    from .settling import Choices

    choices = Choices(
        config=config, against=against, profile=profile, rules=rules, party=party, baseline=baseline,
        fail_on=fail_on, fails_by_default="never",
    )  # fmt: skip
    wanted = Wanted(
        choices=choices, format=format, output=output, language=language, law=law, together=together, open_it=open_it,
        template=template, quiet=quiet, verbose=verbose, no_color=no_color, gaps=True,
    )  # fmt: skip
    raise typer.Exit(examine(files, wanted))
