"""`uncc-diff treaty diff`: how one treaty stands to another, article by article and element by element."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import UsageError
from . import options as o


def command(
    here: Annotated[str, typer.Argument(metavar="TREATY", show_default=False, help="The treaty that is looked at.")],
    there: Annotated[str, typer.Argument(metavar="OTHER", show_default=False, help="The treaty it is held against.")],
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
) -> None:
    """Show how one treaty stands to another: new, dropped, wider, narrower.

    Formats: terminal, markdown, json, html.

    \b
    Examples:
      uncc-diff treaty diff uncc budapest
      uncc-diff treaty diff uncc untoc --format markdown -o uncc-untoc.md
    """
    from ..report.treaty_difference import render
    from ..treaties.difference import difference
    from ..treaties.load import load_treaties
    from . import writing

    if here == there:
        raise UsageError("a treaty does not differ from itself", hint="name two treaties, as `treaty list` shows them")
    first, second = load_treaties((here, there))
    text = render(difference(first, second), format, width=writing.width() if output is None else writing.PLAIN_WIDTH)
    if output is None:
        writing.show(text)
    else:
        writing.save(output, text)
