"""From labelled lines to a tree of provisions: nothing refused, nothing lost."""

from .parse import parse

__all__ = ["parse"]
