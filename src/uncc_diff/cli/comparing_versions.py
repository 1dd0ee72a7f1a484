"""What `diff` does: compare both texts with treaties and rules, align them, and write what lies between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import UsageError
from . import annotating, options, writing
from .examining import from_here
from .settling import Choices, settle


def examine(
    old: Path,
    new: Path,
    choices: Choices,
    *,
    format: str,  # noqa: A002 - the user's word
    output: Path | None,
    language: str | None,
    open_it: bool,
    quiet: bool,
    verbose: bool,
    no_color: bool,
) -> bool:
    """Write the difference and return whether it fails. Raises InputError, UsageError and ConfigError."""
    from .. import pipeline
    from ..report import find_format, version_difference
    from .progress import page_progress
    from .stdin import on_disk

    if open_it:
        if format not in ("terminal", "html"):
            raise UsageError("--open shows HTML only", hint=f"leave out --format {format}")
        format, output = "html", output or writing.passing_file("changes.html")  # noqa: A001
    if format == annotating.FORMAT:
        raise UsageError(
            "diff has no format 'pdf'",
            hint="--format html shows what changed; `compare NEW --format pdf` annotates one text",
        )
    points = find_format(format).points
    if output is not None:
        writing.refuse_nowhere(output)
    settled = settle(new if new != Path("-") else old, choices)
    with on_disk([old, new]) as paths, page_progress(quiet=quiet) as progress:
        before, after = (
            settled.compare([path], language=language, law=None, progress=progress, with_baseline=path is paths[1])
            for path in paths
        )
    difference = pipeline.diff(before, after)
    threshold = options.threshold(choices.fail_on or "never")
    if quiet and format == "terminal":
        report: str | bytes = "".join(f"{line}\n" for line in version_difference.verdict(difference))
    else:
        style: dict[str, Any] = {"paths": {after.law.files[0].sha256: from_here(new)}} if points else {}
        if format == "terminal":
            to_screen = output is None
            style = {
                "width": writing.width() if to_screen else writing.PLAIN_WIDTH,
                "colour": to_screen and writing.colour(no_color),
                "everything": verbose,
            }
        report = version_difference.render(difference, format, **style)
    if output is None:
        writing.show(report, format)
    else:
        writing.save(output, report)
        if open_it:
            writing.open_in_browser(output)
    return threshold is not None and difference.fails_at(threshold)  # type: ignore[arg-type]
