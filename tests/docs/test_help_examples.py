"""The examples in every command's help can be typed as they stand."""

from __future__ import annotations

import shlex
import sys
from typing import Any

import pytest
from blocks import ROOT
from usage import parse

sys.path.insert(0, str(ROOT / "docs"))
from reference_pages import commands

COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_of_the_help_can_be_typed(name: str) -> None:
    examples = _examples(COMMANDS[name])
    assert any(words[1 : 1 + len(name.split())] == name.split() for words in examples), "no example of the command"
    for words in examples:
        parse(words)


def _examples(command: Any) -> list[list[str]]:
    _, _, behind = (command.help or "").partition("Example")
    lines = [line.strip() for line in behind.splitlines()]
    return [shlex.split(line.partition(" > ")[0]) for line in lines if line.startswith("uncc-diff ")]
