"""`uncc-diff coverage`: which articles several laws answer, and which all of them leave open."""

from __future__ import annotations

import typer

from ..errors import InputError, UsageError
from . import options as o
from .status import Status


def command(
    files: o.Files,
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
    against: o.Against = None,
    config: o.Settings = None,
    language: o.Language = None,
    quiet: o.Quiet = False,
) -> None:
    """Show which treaty articles several laws leave unanswered.

    Formats: terminal, csv.

    \b
    Examples:
      uncc-diff coverage act-a.pdf act-b.pdf --against uncc
      uncc-diff coverage laws/*.pdf --format csv -o coverage.csv
    """
    from ..report import unanswered
    from . import writing
    from .progress import page_progress
    from .settling import Choices, settle
    from .start import tell
    from .stdin import on_disk

    if format not in unanswered.FORMATS:
        raise UsageError(f"there is no format {format!r} here", hint=f"choose one of: {', '.join(unanswered.FORMATS)}")
    settled = settle(files[0], Choices(config=config, against=against), use_baseline=False)
    read = []
    for file in files:
        try:
            with on_disk([file]) as paths, page_progress(quiet=quiet) as progress:
                read.append(settled.compare(paths, language=language, law=None, progress=progress))
        except InputError as error:
            tell(error.message, error.hint)
    if read:
        width = writing.width() if output is None else writing.PLAIN_WIDTH
        text = unanswered.render(read, format, width=width)
        if output is None:
            writing.show(text, format)
        else:
            writing.save(output, text)
    raise typer.Exit(Status.CLEAN if len(read) == len(files) else Status.FAILED)
