"""Where the bundled rule packs and treaty corpora live."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """Return the installed copy of a root folder, or the folder itself in a checkout."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


RULES = _bundled("rules")
LEXICON = RULES / "lexicon"
GRAMMAR = RULES / "grammar"
PROFILES = RULES / "profiles"
CORPORA = _bundled("corpora")
