"""`uncc-diff treaty`: the treaty models, as what each article asks for in our own words."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import UsageError
from . import treaty_check, treaty_diff, treaty_text

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The treaty models, their official texts, and how they differ."
)
app.command("verify")(treaty_text.verify)
app.command("import")(treaty_text.import_)
app.command("fetch")(treaty_text.fetch)
app.command("diff")(treaty_diff.command)
app.command("check")(treaty_check.command)


@app.command("list")
def list_treaties() -> None:
    """List the treaty models with their status.

    \b
    Example:
      uncc-diff treaty list
    """
    from ..report.treaty_pages import treaty_list
    from ..treaties.load import load_treaties
    from .writing import show

    show(treaty_list(load_treaties()))


@app.command("show")
def show_treaty(
    id: Annotated[str, typer.Argument(metavar="TREATY[/ARTICLE]", show_default=False, help="uncc, or uncc/7.")],  # noqa: A002
) -> None:
    """Show a treaty's articles, or one article element by element.

    \b
    Examples:
      uncc-diff treaty show budapest
      uncc-diff treaty show uncc/7
    """
    from ..report.treaty_pages import article_page, treaty_page
    from ..treaties.load import load_treaty
    from .writing import show

    name, _, number = id.partition("/")
    treaty = load_treaty(name)
    article = treaty.article(number)
    if number and article is None:
        numbers = ", ".join(a.number for a in treaty.articles)
        raise UsageError(f"the model of {treaty.short} has no article {number!r}", hint=f"it has: {numbers}")
    show(treaty_page(treaty) if article is None else article_page(treaty, article))
