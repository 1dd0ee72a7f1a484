"""Every command explains itself, with an example, and quickly enough to be asked."""

import subprocess
import sys
from collections.abc import Callable

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
COMMANDS = [
    ["compare"], ["check"], ["coverage"], ["diff"], ["init"], ["baseline", "write"], ["outline"], ["explain"], ["schema"],
    ["rules", "list"], ["rules", "show"], ["rules", "test"], ["rules", "new"],
    ["treaty", "list"], ["treaty", "show"], ["treaty", "import"], ["treaty", "verify"], ["treaty", "fetch"],
    ["treaty", "diff"], ["treaty", "check"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_has_an_example_of_the_command(command: list[str], run: Run) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert f"uncc-diff {' '.join(command)}".encode() in done.stdout.split(b"Example", 1)[1]


def test_every_command_is_listed_here() -> None:
    from uncc_diff.cli.app import app

    named = {command.name for command in app.registered_commands}
    for group in app.registered_groups:
        assert group.typer_instance is not None
        named |= {f"{group.name} {command.name}" for command in group.typer_instance.registered_commands}
    assert named == {" ".join(command) for command in COMMANDS}


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from uncc_diff.cli.app import app\n"
        "heavy = {'spacy', 'pdfplumber', 'pypdfium2', 'numpy', 'lxml', 'docx', 'jinja2', 'rapidfuzz', 'yaml', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_a_command_the_help_is_shown_and_nothing_is_clean(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert b"Usage: uncc-diff" in done.stderr


def test_version(run: Run) -> None:
    from uncc_diff import __version__

    assert run("--version").stdout.decode() == f"uncc-diff {__version__}\n"
