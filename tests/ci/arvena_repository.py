"""A git repository of the Republic of Arvena with a bill in markdown, and what a pull request does to it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BILL = """\
---
title: The Lantern Networks Bill
---

# The Lantern Networks Bill

*Presented to the Assembly of the Republic of Arvena*


## 1. Short title

This Act may be cited as the Lantern Networks Act.

## 2. Illegal access

A person who intentionally and without right gains access to a computer
system commits an offence, for which the penalty is imprisonment
for a term not exceeding three years.

## 3. Insult of the President

A person who insults the President by means of a computer system commits
an offence, and the penalty for it is imprisonment for two years.


## 4. Interception

The Minister may, on a warrant issued by a judge of the High Court,
direct a service provider to intercept the content of communications
of a person named in the warrant.

## 5. Annoyance

A person who sends a message that is offensive or annoying commits an offence.
"""
SAFEGUARD = "The Minister may, on a warrant issued by a judge of the High Court,\ndirect"
WITHOUT = "The Minister may, where it is expedient in the public interest,\ndirect"
FRONT = "## 1. Objects\n\nThis Act keeps the lanterns of Arvena lit.\n\n"


def without_safeguard(bill: str) -> str:
    """Return the bill as the pull request leaves it: the judge is gone."""
    assert SAFEGUARD in bill
    return bill.replace(SAFEGUARD, WITHOUT).replace("of a person named in the warrant", "of any person")


def renumbered(bill: str) -> str:
    """Return the bill with a clause at the front and every number one higher."""
    for number in range(5, 0, -1):
        bill = bill.replace(f"## {number}. ", f"## {number + 1}. ")
    return bill.replace("## 2. Short title", f"{FRONT}## 2. Short title")


def line_of(text: str, words: str) -> int:
    """Return the line (1-based) on which the words stand."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


@dataclass(frozen=True)
class Repository:
    """A working copy."""

    folder: Path

    def git(self, *arguments: str) -> None:
        names = ["-c", "user.name=Clerk", "-c", "user.email=clerk@arvena.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, *arguments], cwd=self.folder, check=True, capture_output=True)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def commit(self, why: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", why)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        scene = {
            k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS") and not k.startswith("GITHUB_")
        }
        return subprocess.run(
            [sys.executable, "-m", "uncc_diff", *arguments],
            cwd=self.folder, capture_output=True, encoding="utf-8", env=scene, check=False, timeout=120,
        )  # fmt: skip
