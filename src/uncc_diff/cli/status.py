"""What the exit code says, the same for every format."""

from enum import IntEnum


class Status(IntEnum):
    """Exit codes of every command."""

    CLEAN = 0
    """Nothing at or above --fail-on."""
    FINDINGS = 1
    """At least one finding at or above --fail-on."""
    FAILED = 2
    """Anything else: usage, unreadable input, faulty data, a bug. Several inputs: this one wins."""
