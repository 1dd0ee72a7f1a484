"""Markdown by template. Whatever a template prints of a law or a rule is escaped, unless the template marks it as its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..model.comparison import Comparison
from . import escape
from .coverage import STATUS_WORDS, STATUSES
from .view import NO_ADVICE, View

_HINT = "a template is Jinja2 and reaches the report as `view`; the ready templates show how"
_TEMPLATES = Path(__file__).parent / "templates"
_LARGEST = 100_000
TEMPLATES = ("gap", "table", "comments", "petition", "brief")
"""The ready templates: gap report, article-by-article table, clause-by-clause comments, impugned sections, one page."""


def render(*comparisons: Comparison, template: str = "gap") -> str:
    """Return the comparisons by a ready template or by the Jinja2 file at the path `template`. Raises UsageError."""
    page = load_template(template)
    return "\n".join(_tidy(page(view=View(comparison))) for comparison in comparisons)


def load_template(template: str) -> Callable[..., str]:
    """Return the ready template, or the Jinja2 file at this path, as a function of `view`. Raises UsageError."""
    from jinja2 import TemplateError

    environment = _environment()
    ready = template in TEMPLATES
    try:
        found = environment.get_template(f"{template}.md") if ready else environment.from_string(_read(template))
    except TemplateError as error:
        raise UsageError(f"{template}, line {getattr(error, 'lineno', '?')}: {error}", hint=_HINT) from None

    def page(**values: Any) -> str:
        if ready:
            return str(found.render(**values))
        try:
            return str(found.render(**values))
        except Exception as error:  # a template is a program of the user's: it fails in any way that a program can
            told = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
            raise UsageError(f"the template {template} fails: {told}", hint=_HINT) from None

    return page


def _read(template: str) -> str:
    path = Path(template)
    if not path.is_file():
        raise UsageError(
            f"there is no template {template!r}",
            hint=f"give the path of a Jinja2 file, or one of: {', '.join(TEMPLATES)}",
        )
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{template}: cannot be read as a UTF-8 template ({error})") from None


def _environment() -> Any:
    """Return a sandbox: a template reaches the view and nothing else, and prints escaped text by default."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset(["*", "**"])

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """Jinja bounds what `range` gives; a short product or power fills a machine's memory as well."""
            sizes = [side if isinstance(side, int | float) else len(side) for side in (left, right)]
            if max(map(abs, sizes)) > _LARGEST:
                raise SecurityError(f"numbers above {_LARGEST:,} are not multiplied in a template")
            return super().call_binop(context, operator, left, right)

    def finish(value: Any) -> Any:
        # Autoescape leaves Markup alone, so text escaped for markdown here is not escaped for HTML again.
        return value if isinstance(value, Markup) else Markup(escape.markdown("" if value is None else str(value)))

    environment = Sandbox(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["code"] = lambda text: Markup(escape.code(str(text)))
    environment.filters["upper_first"] = lambda text: f"{str(text)[:1].upper()}{str(text)[1:]}"
    environment.filters["plural"] = lambda number, one, many: one if number == 1 else many
    environment.globals.update(no_advice=NO_ADVICE, statuses=STATUSES, status_words=STATUS_WORDS)
    return environment


def _tidy(page: str) -> str:
    """Return the page without trailing blanks and without more than one empty line in a row."""
    lines: list[str] = []
    for line in page.replace("\r\n", "\n").split("\n"):
        line = line.rstrip()
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"
