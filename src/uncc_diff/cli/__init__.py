"""The command line: one file per command, each a thin shell around one plain function."""

from __future__ import annotations

from .start import main

__all__ = ["main"]
