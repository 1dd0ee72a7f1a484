"""Read a cybercrime law against the treaties it is meant to implement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .pipeline import annotate, check, compare, map_articles, parse, read

__all__ = ["__version__", "annotate", "check", "compare", "map_articles", "parse", "read"]


def __getattr__(name: str) -> Any:
    """Return a stage of the pipeline, imported on first use: `uncc-diff --help` needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import pipeline

    return getattr(pipeline, name)
