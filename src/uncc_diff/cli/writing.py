"""Where a report goes: standard output, a file, or a folder with one file per law."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UsageError

if TYPE_CHECKING:
    from ..model.comparison import Comparison

PLAIN_WIDTH = 80


def write(comparisons: Sequence[Comparison], format: str, output: Path | None, style: dict[str, Any]) -> None:  # noqa: A002
    """Render and write. Raises UsageError when the place cannot take the report."""
    from ..report import find_format, render

    if output is not None and output.is_dir():
        suffix = find_format(format).suffix
        for comparison, name in zip(comparisons, _names(comparisons), strict=True):
            save(output / f"{name}{suffix}", render(comparison, format=format, **style))
        return
    report = render(*comparisons, format=format, **style)
    if output is not None:
        save(output, report)
    else:
        show(report, format)


def refuse_nowhere(path: Path) -> None:
    """Raise UsageError when no file can be written at `path` because its folder does not exist."""
    if not path.parent.is_dir():
        raise UsageError(
            f"{path}: there is no folder {str(path.parent)!r}", hint="make the folder first, or choose another"
        )


def show(report: str | bytes, format: str = "text") -> None:  # noqa: A002
    """Write to standard output; bytes only where no terminal would print them."""
    if isinstance(report, bytes) and sys.stdout.isatty():
        raise UsageError(f"{format} is no text for a terminal", hint="add --output FILE")
    try:
        if isinstance(report, bytes):
            sys.stdout.buffer.write(report)
        else:
            sys.stdout.write(report)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # the reader has what it wanted
    except OSError as error:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - what is left in the buffer has nowhere to go
        raise UsageError(f"standard output cannot be written ({error.strerror or error})") from None


def save(path: Path, report: str | bytes) -> None:
    """Write a report to a file. Raises UsageError when the place cannot take it."""
    try:
        path.write_bytes(report if isinstance(report, bytes) else report.encode("utf-8"))
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror or error})",
            hint="give --output a file in a folder that exists",
        ) from None


def passing_file(name: str) -> Path:
    """Return a path of this name in a new folder for passing files."""
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="uncc-diff-")) / name


def open_in_browser(path: Path) -> None:
    """Open the page in the user's browser and say where it is, for a machine that has none."""
    import webbrowser

    pages = sorted(path.glob("*.html")) if path.is_dir() else [path]
    for page in pages:
        print(page, file=sys.stderr)
        webbrowser.open(page.resolve().as_uri())


def _names(comparisons: Sequence[Comparison]) -> list[str]:
    """Return a file name for each law, from its own file's name; a number keeps equal names apart."""
    names: list[str] = []
    for comparison in comparisons:
        stem = Path(comparison.law.files[0].name).stem or "report"
        number, name = 1, stem
        while name in names:
            number += 1
            name = f"{stem}-{number}"
        names.append(name)
    return names


def width() -> int:
    """Return the columns of the terminal, or a fixed width when the output goes elsewhere."""
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if sys.stdout.isatty() else PLAIN_WIDTH


def colour(no_color: bool) -> bool:
    """Is colour wanted and understood?"""
    if no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    # The old Windows console prints escape codes as they are; newer ones say who they are.
    return os.name != "nt" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM") or os.environ.get("ANSICON"))
