"""Are these words a use of the command line that it understands? Nothing is run."""

from __future__ import annotations

from typing import Any

from typer.main import get_command

from uncc_diff.cli.app import app


def parse(words: list[str]) -> None:
    """Parse a command with its options. Raises what the command line raises for wrong usage."""
    command: Any = get_command(app)
    context = None
    name, *rest = words
    while hasattr(command, "commands"):
        context = command.make_context(name, rest[:1], parent=context, resilient_parsing=True)
        assert rest and rest[0] in command.commands, f"{' '.join(words)}: no such command"
        name, *rest = rest
        command = command.commands[name]
    command.make_context(name, rest, parent=context)
