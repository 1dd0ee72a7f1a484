"""The typer app: every command in one list. Command modules import nothing heavy before they run."""

from __future__ import annotations

from typing import Annotated

import typer

from .._version import __version__
from . import baseline, check, compare, coverage, diff, explain, init, outline, rules, schema, treaty

app = typer.Typer(
    name="uncc-diff",
    help="Read a cybercrime law against the treaties it is meant to implement.",
    epilog="Exit codes: 0 clean, 1 findings at or above --fail-on, 2 anything else. Not legal advice.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help needs no rich, and --help must be quick
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("compare")(compare.command)
app.command("check")(check.command)
app.command("coverage")(coverage.command)
app.command("diff")(diff.command)
app.add_typer(baseline.app, name="baseline")
app.command("init")(init.command)
app.command("outline")(outline.command)
app.command("explain")(explain.command)
app.add_typer(rules.app, name="rules")
app.add_typer(treaty.app, name="treaty")
app.command("schema")(schema.command)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"uncc-diff {__version__}")
        raise typer.Exit()


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback when the program itself fails.")] = False,
) -> None:
    """Read a cybercrime law against the treaties it is meant to implement."""
