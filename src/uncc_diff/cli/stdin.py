"""Standard input as a file: `-` among the paths."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import InputError, UsageError


@contextmanager
def on_disk(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Yield the paths with `-` replaced by a file named `stdin` that holds what came in. Raises InputError when empty."""
    if Path("-") not in paths:
        yield list(paths)
        return
    if list(paths).count(Path("-")) > 1:
        raise UsageError("- stands twice, and there is one standard input")
    data = sys.stdin.buffer.read()
    if not data:
        raise InputError(
            "nothing came in on standard input", hint="pipe the law in: `cat bill.txt | uncc-diff compare -`"
        )
    with TemporaryDirectory() as folder:
        arrived = Path(folder) / "stdin"
        arrived.write_bytes(data)
        yield [arrived if path == Path("-") else path for path in paths]
