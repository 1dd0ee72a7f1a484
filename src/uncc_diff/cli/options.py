"""The options that several commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError

SEVERITIES = ("note", "low", "medium", "high", "critical")

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", show_default=False, help="The law: PDF, DOCX, HTML, XML or text; - is stdin."),
]
OneFile = Annotated[
    Path, typer.Argument(metavar="FILE", show_default=False, help="The law: PDF, DOCX, HTML, XML or text; - is stdin.")
]
OutputFormat = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help="How to write the report; an unknown name lists them all.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="PATH", show_default=False, help="File to write, or a folder for one file per law."
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        "--against", "-a", metavar="TREATY", show_default="uncc,budapest", help="Treaties, repeated or with commas."
    ),
]
_FAIL_ON_HELP = f"Exit 1 at this severity or worse: never, {', '.join(SEVERITIES)}."
FailOn = Annotated[str | None, typer.Option("--fail-on", metavar="SEVERITY", show_default="never", help=_FAIL_ON_HELP)]
FailOnInLaw = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="SEVERITY", show_default="compare: never, check: high", help=_FAIL_ON_HELP),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        show_default="default",
        help="Named choice of rule packs and thresholds, or a file.",
    ),
]
Settings = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        show_default=False,
        help="Settings; without it uncc-diff.yaml or pyproject.toml nearest upward from the law. Options stand above them.",
    ),
]
Known = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", show_default=False, help="Findings in this file are known and do not fail."
    ),
]
Party = Annotated[
    Path | None,
    typer.Option(
        "--party",
        metavar="FILE",
        show_default=False,
        help="Party profile: judge gaps by what this State has undertaken.",
    ),
]
Open = Annotated[
    bool, typer.Option("--open", help="Write HTML and open it in the browser; with --output it is kept there.")
]
RuleFolders = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", metavar="DIR", show_default=False, help="A folder of your own rule packs; may be repeated."
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="TAG", show_default=False, help="Language to read where a file holds several: en, fr ..."
    ),
]
LawChoice = Annotated[
    str | None,
    typer.Option(
        "--law",
        metavar="TITLE",
        show_default=False,
        help="Which law to read where a file holds several: number or title.",
    ),
]
Together = Annotated[
    bool, typer.Option("--together", help="Read all files as one law (an Act and a code of procedure, say).")
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="NAME",
        show_default=False,
        help="For markdown: gap, table, comments, petition, brief, or a Jinja2 file.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the verdict only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print every finding and every article.")]
NoColour = Annotated[bool, typer.Option("--no-color", help="No colours, as with NO_COLOR in the environment.")]


def treaty_ids(against: list[str] | None, default: tuple[str, ...]) -> tuple[str, ...]:
    """Return the treaty ids named by --against, in order and without repeats."""
    named = [part.strip() for value in against or default for part in value.split(",")]
    return tuple(dict.fromkeys(part for part in named if part))


def threshold(fail_on: str) -> str | None:
    """Return the severity of --fail-on, None for never. Raises UsageError."""
    if fail_on == "never":
        return None
    if fail_on not in SEVERITIES:
        raise UsageError(f"--fail-on cannot be {fail_on!r}", hint=f"choose one of: never, {', '.join(SEVERITIES)}")
    return fail_on
