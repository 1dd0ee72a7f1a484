"""Every error of ours: what is wrong, where, and what to do. Only the command line turns them into text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class UnccDiffError(Exception):
    """Base of all errors that a user can mend; `hint` says how."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(UnccDiffError):
    """A law cannot be read: missing, empty, encrypted, without text, or without a single provision."""


class UsageError(UnccDiffError):
    """An option names something that does not exist: a treaty, a rule, a format, a provision."""


class ConfigError(UnccDiffError):
    """A configuration file, profile, baseline or override is wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a data file: where it stands and what is allowed there."""

    where: str
    """File and line as `name.yaml:12`, relative to its pack or corpus."""
    message: str


class DataError(UnccDiffError):
    """Faults in YAML data (rules, lexicon, treaty models, profiles); all those of one run together."""

    def __init__(self, problems: Sequence[Problem], *, hint: str = "") -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.where}: {p.message}" for p in self.problems), hint=hint)
