"""HTML: one file that loads nothing. The page's own policy forbids any other script, style or connection."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..model.comparison import Comparison
from . import charts
from .coverage import STATUS_WORDS, STATUSES
from .escape import plain
from .units import units
from .view import NO_ADVICE, WORST_FIRST, View

_TEMPLATES = Path(__file__).parent / "templates"
_SIGNS = {"met": "✓", "partial": "◐", "absent": "✗", "elsewhere": "→", "unclear": "?", "not_required": "–"}
"""A sign beside every colour, for those who do not see colours or print in grey."""


def render(comparison: Comparison) -> str:
    """Return the page of one law."""
    from markupsafe import Markup

    view = View(comparison)
    style, script = _asset("report.css"), _asset("report.js")
    page: str = _template().render(
        view=view,
        law=comparison.law,
        units=units(view),
        packs=sorted({placed.pack for placed in view.active}),
        maps=[charts.heat_map(coverage) for coverage in view.coverage],
        radar=None if view.unread else charts.radar(view.coverage),
        charts=charts,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        statuses=STATUSES,
        status_words=STATUS_WORDS,
        signs=_SIGNS,
        severities=WORST_FIRST,
        no_advice=NO_ADVICE,
    )
    return page


def _policy(style: str, script: str) -> str:
    """Return the content security policy: nothing is loaded, and only our own two blocks run, known by their digests."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _asset(name: str) -> str:
    # Reading as text turns CRLF of a Windows checkout into LF, which a browser does too before it takes the digest.
    return f"\n{(_TEMPLATES / name).read_text(encoding='utf-8')}"


def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    as_it_is = (Markup, int, float)

    def finish(value: Any) -> Any:
        return value if isinstance(value, as_it_is) else "" if value is None else plain(str(value))

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")
