"""`uncc-diff baseline`: take the findings of today as known, so that only new ones fail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options as o

if TYPE_CHECKING:
    from ..baseline import Entry

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Take the findings of today as known, so that only new ones fail."
)
DEFAULT_FILE = "uncc-diff-baseline.yaml"


@app.callback()
def _group() -> None:
    """Keep `write` a command of its own while it is the only one."""


@app.command("write")
def write(
    files: o.Files,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", show_default=DEFAULT_FILE, help="The baseline to write or update."
        ),
    ] = None,
    against: o.Against = None,
    profile: o.Profile = None,
    rules: o.RuleFolders = None,
    config: o.Settings = None,
    language: o.Language = None,
    law: o.LawChoice = None,
    quiet: o.Quiet = False,
) -> None:
    """Write the findings of these laws as known; entries that match nothing any more are pruned, other laws stay.

    \b
    Examples:
      uncc-diff baseline write bill.md
      uncc-diff baseline write bills/*.md -o known.yaml
    """
    from .. import baseline
    from . import writing
    from .progress import page_progress
    from .settling import Choices, settle

    choices = Choices(config=config, against=against, profile=profile, rules=rules)
    settled = settle(files[0], choices, use_baseline=False)
    place = output or settled.baseline_file or Path(DEFAULT_FILE)
    writing.refuse_nowhere(place)
    known = baseline.load_baseline(place) if place.is_file() else baseline.Baseline({})
    for file in files:
        with page_progress(quiet=quiet) as progress:
            comparison = settled.compare([file], language=language, law=law, progress=progress)
        before = known.of(file.name)
        _, gone = baseline.mark_known(comparison.reading, comparison.findings, before)
        entries = baseline.entries_of(comparison.reading, comparison.findings)
        known = known.updated(file.name, entries)
        if not quiet:
            print(_told(file.name, entries, before, gone))
    writing.save(place, baseline.dump(known))


def _told(name: str, entries: tuple[Entry, ...], before: tuple[Entry, ...], gone: tuple[Entry, ...]) -> str:
    kept = len(before) - len(gone)
    line = f"{name}: {len(entries)} known"
    return f"{line} ({len(entries) - kept} of them new, {len(gone)} pruned)" if before else line
