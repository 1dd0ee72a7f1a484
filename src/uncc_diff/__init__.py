"""Read a cybercrime law against the treaties it is meant to implement."""

from ._version import __version__

__all__ = ["__version__"]
