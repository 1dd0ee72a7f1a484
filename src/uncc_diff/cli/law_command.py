"""The command that `compare` and `check` are: the same options, asked of gaps and faults or of faults alone."""

from __future__ import annotations

from collections.abc import Callable

import typer

from . import options as o


def law_command(help: str, *, gaps: bool, fails_by_default: str) -> Callable[..., None]:  # noqa: A002 - typer's word
    """Return the command with this help; `gaps` says whether it tells what of the treaties is not met."""

    def command(
        files: o.Files,
        format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
        output: o.Output = None,
        against: o.Against = None,
        fail_on: o.FailOnInLaw = None,
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
        from .examining import Wanted, examine
        from .settling import Choices

        choices = Choices(
            config=config, against=against, profile=profile, rules=rules, party=party, baseline=baseline,
            fail_on=fail_on, fails_by_default=fails_by_default,
        )  # fmt: skip
        wanted = Wanted(
            choices=choices, format=format, output=output, language=language, law=law, together=together,
            open_it=open_it, template=template, quiet=quiet, verbose=verbose, no_color=no_color, gaps=gaps,
        )  # fmt: skip
        raise typer.Exit(examine(files, wanted))

    command.__doc__ = help
    return command
