"""What compare and check share: read every file that can be read, write the reports, and say how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError, UsageError
from . import options, writing
from .start import tell
from .status import Status

if TYPE_CHECKING:
    from ..model.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, as given."""

    format: str
    output: Path | None
    against: list[str] | None
    fail_on: str
    profile: str
    rules: list[Path] | None
    language: str | None
    law: str | None
    together: bool
    template: str | None
    quiet: bool
    verbose: bool
    no_color: bool
    gaps: bool


def examine(files: Sequence[Path], wanted: Wanted) -> Status:
    """Compare every file (or all as one law), write the reports and return the exit status."""
    from ..report import find_format

    threshold = options.threshold(wanted.fail_on)
    find_format(wanted.format)
    laws = [list(files)] if wanted.together else [[file] for file in files]
    read: list[Comparison] = []
    for law in laws:
        try:
            read.append(_compare(law, wanted))
        except InputError as error:
            tell(error.message, error.hint)
    if read:
        writing.write(read, wanted.format, wanted.output, style(wanted))
    if len(read) < len(laws):
        return Status.FAILED
    found = threshold is not None and any(c.at_least(threshold) for c in read)  # type: ignore[arg-type]
    return Status.FINDINGS if found else Status.CLEAN


def style(wanted: Wanted) -> dict[str, Any]:
    """Return the options of the chosen renderer. Raises UsageError when a template is given to another format."""
    if wanted.template is not None:
        if wanted.format != "markdown":
            raise UsageError("--template shapes markdown only", hint="add --format markdown")
        return {"template": wanted.template}
    if wanted.format != "terminal":
        return {}
    to_screen = wanted.output is None
    return {
        "width": writing.width() if to_screen else writing.PLAIN_WIDTH,
        "colour": to_screen and writing.colour(wanted.no_color),
        "everything": wanted.verbose,
        "quiet": wanted.quiet,
        "gaps": wanted.gaps,
    }


def _compare(law: list[Path], wanted: Wanted) -> Comparison:
    from .. import pipeline
    from .progress import page_progress
    from .stdin import on_disk

    with on_disk(law) as paths, page_progress(quiet=wanted.quiet) as progress:
        return pipeline.compare(
            paths,
            against=options.treaty_ids(wanted.against, pipeline.DEFAULT_TREATIES),
            profile=wanted.profile,
            rules=tuple(wanted.rules or ()),
            language=wanted.language,
            law=wanted.law,
            progress=progress,
        )
