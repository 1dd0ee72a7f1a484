"""`uncc-diff treaty verify|import|fetch`: the official text of a treaty, checked against the model and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from . import options as o
from .status import Status

if TYPE_CHECKING:
    from ..model.law import Law
    from ..model.treaty import Treaty

TreatyId = Annotated[
    str, typer.Argument(metavar="TREATY", show_default=False, help="Its id, as `treaty list` shows it.")
]
TextFile = Annotated[
    Path, typer.Argument(metavar="FILE", show_default=False, help="The official text: PDF, DOCX, HTML, XML or text.")
]
FORMATS = ("terminal", "json")


def verify(
    treaty: TreatyId,
    file: TextFile,
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the words behind every element.")] = False,
    language: o.Language = None,
    law: o.LawChoice = None,
    quiet: o.Quiet = False,
) -> None:
    """Hold a treaty model against the official text.

    Exit code 1 when the text is not taken for that of the treaty. Formats: terminal, json.

    \b
    Example:
      uncc-diff treaty verify budapest convention.pdf
    """
    from .. import pipeline
    from ..report import verifications
    from ..treaties.load import load_treaty
    from ..treaties.verify import refusal
    from . import writing

    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r} here", hint=f"choose one of: {', '.join(FORMATS)}")
    model = load_treaty(treaty)
    found = pipeline.verify_treaty(model, _read(file, language, law, quiet))
    reasons = refusal(found, model)
    if format == "json":
        writing.show(verifications.as_json(found, reasons))
    elif not quiet:
        writing.show(verifications.render(found, model, reasons, everything=verbose))
    raise typer.Exit(Status.FINDINGS if reasons else Status.CLEAN)


def import_(
    treaty: TreatyId, file: TextFile, language: o.Language = None, law: o.LawChoice = None, quiet: o.Quiet = False
) -> None:
    """Keep the official text of a treaty, once verified.

    It is kept in your own data folder; UNCC_DIFF_DATA names another. A text that is not that of the treaty is refused.

    \b
    Example:
      uncc-diff treaty import uncc resolution.pdf
    """
    from ..treaties.load import load_treaty

    model = load_treaty(treaty)
    _keep(model, _read(file, language, law, quiet), quiet)


def fetch(
    treaty: TreatyId,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before connecting.")] = False,
    quiet: o.Quiet = False,
) -> None:
    """Download the official text from its publisher and keep it.

    The only command that opens a connection, and it asks first. What comes is verified before it is kept.

    \b
    Example:
      uncc-diff treaty fetch budapest --yes
    """
    from .. import pipeline
    from ..treaties.fetch import fetch as download
    from ..treaties.load import load_treaty

    model = load_treaty(treaty)
    if model.fetch and not yes and not typer.confirm(f"Download {model.fetch}?", err=True):
        raise UsageError("nothing was downloaded")
    _keep(model, pipeline.outline_bytes(download(model), f"{treaty} as fetched"), quiet)


def _read(file: Path, language: str | None, law: str | None, quiet: bool) -> Law:
    from .. import pipeline
    from .progress import page_progress
    from .stdin import on_disk

    with on_disk([file]) as paths, page_progress(quiet=quiet) as progress:
        return pipeline.outline(paths[0], language=language, law=law, progress=progress)


def _keep(model: Treaty, text: Law, quiet: bool) -> None:
    from .. import pipeline
    from ..treaties.official import official_path

    found = pipeline.import_treaty(model, text)
    if not quiet:
        print(f"{model.title}: {found.present.found} articles kept in {official_path(model.id)}")
