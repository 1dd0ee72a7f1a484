"""Commands and files that a page shows, found in its fenced blocks."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^```\s*(\w+)\s*$")
_EXIT = re.compile(r"^<!-- exit (\d) -->$")
_NAMED = re.compile(r"^# ([\w./-]+\.(?:yaml|md))$")
USUAL = frozenset({0, 1})


@dataclass(frozen=True, slots=True)
class Shown:
    """One command as a page shows it."""

    line: int
    text: str
    status: frozenset[int]
    output: range | None
    """Numbers of the lines that hold its output, from 0; None where the page shows none."""

    @property
    def stages(self) -> list[list[str]]:
        """The command and what its output is piped through, each as words."""
        words = shlex.split(self.text, comments=True)
        stages: list[list[str]] = [[]]
        for word in words:
            if word == "|":
                stages.append([])
            else:
                stages[-1].append(word)
        return stages


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file whose content a page shows under its name, `# uncc-diff.yaml`."""

    line: int
    name: str
    content: str


def pages() -> list[Path]:
    """Return the README and every page that is not generated."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path) -> Iterator[Shown | NamedFile]:
    """Yield, in order, the commands of blocks that begin with one of ours, and the files shown under a name."""
    lines = page.read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if not fence:
            at += 1
            continue
        end = lines.index("```", at + 1)
        stated = _EXIT.match(lines[at - 1]) if at else None
        status = frozenset({int(stated[1])}) if stated else USUAL
        if fence[1] == "sh" and lines[at + 1].startswith("uncc-diff"):
            for number in range(at + 1, end):
                if lines[number].strip() and not lines[number].startswith("#"):
                    yield Shown(number + 1, lines[number], status, None)
        elif fence[1] == "console" and lines[at + 1].startswith("$ uncc-diff"):
            starts = [n for n in range(at + 1, end) if lines[n].startswith("$ ")]
            for number, following in zip(starts, [*starts[1:], end], strict=True):
                yield Shown(number + 1, lines[number][2:], status, range(number + 1, following))
        elif named := _NAMED.match(lines[at + 1]):
            yield NamedFile(at + 2, named[1], "\n".join(lines[at + 1 : end]) + "\n")
        at = end + 1
