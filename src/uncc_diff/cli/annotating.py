"""`--format pdf`: the user's own PDFs with the findings in them. It needs the file itself, so it is no format like others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from . import writing

if TYPE_CHECKING:
    from ..model.comparison import Comparison

FORMAT = "pdf"
SUFFIX = ".findings.pdf"


def refuse_early(files: Sequence[Path], output: Path | None) -> None:
    """Raise UsageError for what cannot be annotated or written, before any law is read."""
    if Path("-") in files:
        raise UsageError("--format pdf needs a file to put notes into, not standard input")
    into_folder = output is not None and output.is_dir()
    if len(files) > 1 and not into_folder:
        raise UsageError(
            f"one PDF holds one file, and {len(files)} were given", hint="give --output an existing folder"
        )
    if (
        output is not None
        and not into_folder
        and output.exists()
        and any(output.samefile(f) for f in files if f.exists())
    ):
        raise UsageError(
            f"{output} is the file that was read, and it is never changed", hint="give --output another name"
        )


def write(read: Sequence[tuple[Comparison, Sequence[Path]]], output: Path | None) -> None:
    """Write each file with its notes: to a file, to a folder, or to standard output. Raises UsageError and InputError."""
    from ..report import annotated_pdf

    for comparison, paths in read:
        for number, path in enumerate(paths):
            source = path.read_bytes()
            if b"%PDF-" not in source[:1024]:
                raise UsageError(
                    f"{path.name} is no PDF", hint="--format pdf puts notes into a PDF; html shows any law"
                )
            annotated = annotated_pdf.render(comparison, source, file=number)
            if output is None:
                writing.show(annotated, FORMAT)
            else:
                writing.save(output / f"{path.stem}{SUFFIX}" if output.is_dir() else output, annotated)
