"""`uncc-diff treaty check`: examine a treaty like a law, from the elements of its model."""

from __future__ import annotations

from typing import Annotated

import typer

from ..model.finding import SEVERITIES
from . import options as o
from .status import Status


def command(
    treaty: Annotated[
        str, typer.Argument(metavar="TREATY", show_default=False, help="Its id, as `treaty list` shows it.")
    ],
    format: o.OutputFormat = "terminal",  # noqa: A002 - the option's name
    output: o.Output = None,
    fail_on: o.FailOn = None,
) -> None:
    """Examine a treaty: required intent missing, safeguards only optional.

    Formats: terminal, markdown, json.

    \b
    Examples:
      uncc-diff treaty check uncc
      uncc-diff treaty check budapest --format markdown -o budapest-examined.md
    """
    from .. import pipeline
    from ..report.critiques import render
    from ..treaties.load import load_treaty
    from . import writing

    threshold = o.threshold(fail_on or "never")
    model = load_treaty(treaty)
    findings = pipeline.examine_treaty(model)
    text = render(model, findings, format)
    if output is None:
        writing.show(text)
    else:
        writing.save(output, text)
    grave = threshold is not None and any(
        SEVERITIES.index(f.severity) >= o.SEVERITIES.index(threshold) for f in findings
    )
    raise typer.Exit(Status.FINDINGS if grave else Status.CLEAN)
