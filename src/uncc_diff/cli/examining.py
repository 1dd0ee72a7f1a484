"""What compare and check share: read every file that can be read, write the reports, and say how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError, UsageError
from . import annotating, writing
from .settling import Choices, Settled, settle
from .start import tell
from .status import Status

if TYPE_CHECKING:
    from ..model.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, as given."""

    choices: Choices
    format: str
    output: Path | None
    language: str | None
    law: str | None
    together: bool
    open_it: bool
    template: str | None
    quiet: bool
    verbose: bool
    no_color: bool
    gaps: bool


def examine(files: Sequence[Path], wanted: Wanted) -> Status:
    """Compare every file (or all as one law), write the reports and return the exit status."""
    wanted = _for_the_browser(wanted)
    if wanted.format == annotating.FORMAT:
        annotating.refuse_early(files, wanted.output)
    else:
        _refuse_early(wanted, laws=1 if wanted.together else len(files))
    settled = settle(files[0], wanted.choices)
    laws = [list(files)] if wanted.together else [[file] for file in files]
    read: list[tuple[Comparison, list[Path]]] = []
    for law in laws:
        try:
            read.append((_compare(law, wanted, settled), law))
        except InputError as error:
            tell(error.message, error.hint)
    if read and wanted.format == annotating.FORMAT:
        annotating.write(read, wanted.output)
    elif read:
        writing.write([c for c, _ in read], wanted.format, wanted.output, style(wanted, read))
        if wanted.open_it and wanted.output is not None:
            writing.open_in_browser(wanted.output)
    if len(read) < len(laws):
        return Status.FAILED
    threshold = settled.threshold
    found = threshold is not None and any(c.at_least(threshold) for c, _ in read)  # type: ignore[arg-type]
    return Status.FINDINGS if found else Status.CLEAN


def _for_the_browser(wanted: Wanted) -> Wanted:
    """Return what is wanted with --open spelt out: HTML, in a file that stays until the browser has it."""
    if not wanted.open_it:
        return wanted
    if wanted.format not in ("terminal", "html"):
        raise UsageError("--open shows HTML only", hint=f"leave out --format {wanted.format}")
    return replace(wanted, format="html", output=wanted.output or writing.passing_file("report.html"))


def _refuse_early(wanted: Wanted, *, laws: int) -> None:
    """Raise UsageError for what cannot be written, before any law is read."""
    from ..report import find_format

    into_folder = wanted.output is not None and wanted.output.is_dir()
    find_format(wanted.format, laws=1 if into_folder else laws)
    if wanted.template is not None:
        if wanted.format != "markdown":
            raise UsageError("--template shapes markdown only", hint="add --format markdown")
        from ..report.markdown import load_template

        load_template(wanted.template)
    if wanted.output is not None:
        writing.refuse_nowhere(wanted.output)


def style(wanted: Wanted, read: Sequence[tuple[Comparison, Sequence[Path]]]) -> dict[str, Any]:
    """Return the options of the chosen renderer."""
    from ..report import find_format

    if wanted.template is not None:
        return {"template": wanted.template}
    if find_format(wanted.format).points:
        return {
            "paths": {f.sha256: from_here(p) for c, given in read for f, p in zip(c.law.files, given, strict=False)}
        }
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


def from_here(path: Path) -> str:
    """Return the path as CI knows it, relative to where the command runs; a file elsewhere keeps its bare name."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.name


def _compare(law: list[Path], wanted: Wanted, settled: Settled) -> Comparison:
    from .progress import page_progress
    from .stdin import on_disk

    with on_disk(law) as paths, page_progress(quiet=wanted.quiet) as progress:
        return settled.compare(paths, language=wanted.language, law=wanted.law, progress=progress)
