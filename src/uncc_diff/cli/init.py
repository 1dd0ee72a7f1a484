"""`uncc-diff init`: settings and a workflow for a repository of bills, written after asking."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError

CONFIG_FILE = Path("uncc-diff.yaml")
WORKFLOW_FILE = Path(".github") / "workflows" / "uncc-diff.yml"


def command(
    laws: Annotated[
        list[str], typer.Argument(metavar="LAW...", show_default=False, help="The bills, or patterns: bills/*.md.")
    ],
    folder: Annotated[Path, typer.Option("--folder", metavar="DIR", help="Root of the repository.")] = Path(),
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    workflow: Annotated[bool, typer.Option(help="Write the GitHub workflow too.")] = True,
) -> None:
    """Write uncc-diff.yaml and a GitHub workflow that checks the bills; files that exist are never touched.

    \b
    Examples:
      uncc-diff init bill.md
      uncc-diff init "bills/*.md" --yes --no-workflow
    """
    from .init_files import config_text, workflow_text

    for law in laws:
        _refuse_unsafe(law)
    if not folder.is_dir():
        raise UsageError(f"there is no folder {str(folder)!r}", hint="run it at the root of the repository")
    wanted = {CONFIG_FILE: config_text()} | ({WORKFLOW_FILE: workflow_text(laws)} if workflow else {})
    for place, text in wanted.items():
        path = folder / place
        if path.exists():
            print(f"{place.as_posix()} exists and stays as it is")
        elif yes or typer.confirm(f"Write {place.as_posix()}?", default=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            print(f"{place.as_posix()} written")
    print("Next: `uncc-diff baseline write` takes the findings of today as known, so that only new ones fail.")


def _refuse_unsafe(law: str) -> None:
    """Raise UsageError for a name that a shell or YAML would not take as a plain word."""
    if not law or law.startswith("-") or not all(c.isalnum() or c in "./_-*?" for c in law):
        raise UsageError(
            f"{law!r} cannot stand in a workflow",
            hint="use letters, digits, and . / _ - * ? in the names of bills",
        )
