"""A bar on stderr for long work, and nothing at all when nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]
_PATIENCE = 1.0
"""Seconds of silence before a bar is worth its flicker."""


@contextmanager
def page_progress(*, quiet: bool, doing: str = "Reading pages") -> Iterator[Progress | None]:
    """Yield what to call with (pages or other pieces done, all of them); None when stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(doing)
    try:
        yield bar.show
    finally:
        bar.stop()


class _Bar:
    """A rich progress bar that appears once the work has proved long."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._began = time.monotonic()
        self._stop: Callable[[], None] | None = None
        self._update: Callable[[int, int], None] | None = None

    def show(self, done: int, total: int) -> None:
        if self._update is None:
            if time.monotonic() - self._began < _PATIENCE:
                return
            self._start(total)
        if self._update is not None:
            self._update(done, total)

    def stop(self) -> None:
        if self._stop is not None:
            self._stop()

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import Progress as RichProgress

        progress = RichProgress(console=Console(stderr=True), transient=True)
        task = progress.add_task(self._doing, total=total)
        progress.start()
        self._stop = progress.stop
        self._update = lambda done, of: progress.update(task, completed=done, total=of)
