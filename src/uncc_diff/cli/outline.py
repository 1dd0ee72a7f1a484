"""`uncc-diff outline`: the law as a tree, as it was understood."""

from __future__ import annotations

from ..errors import UsageError
from . import options as o

FORMATS = ("text", "json", "akn")


def command(
    file: o.OneFile,
    format: o.OutputFormat = "text",  # noqa: A002 - the option's name
    output: o.Output = None,
    language: o.Language = None,
    law: o.LawChoice = None,
    quiet: o.Quiet = False,
) -> None:
    """Print the law as a tree, as it was understood.

    Formats: text, json, akn (Akoma Ntoso 3.0).

    \b
    Examples:
      uncc-diff outline bill.pdf
      uncc-diff outline act.docx --format akn -o act.xml
    """
    from .. import pipeline
    from ..report import outlines
    from . import writing
    from .progress import page_progress
    from .stdin import on_disk

    if format not in FORMATS:
        raise UsageError(f"there is no outline format {format!r}", hint=f"choose one of: {', '.join(FORMATS)}")
    with on_disk([file]) as paths, page_progress(quiet=quiet) as progress:
        tree = pipeline.outline(paths[0], language=language, law=law, progress=progress)
    to_screen = output is None
    text = outlines.render(tree, format, width=writing.width() if to_screen else writing.PLAIN_WIDTH)
    if output is None:
        writing.show(text)
    else:
        writing.save(output, text)
