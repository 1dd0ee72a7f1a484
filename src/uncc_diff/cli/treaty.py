"""`uncc-diff treaty`: the treaty models, as what each article asks for in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from . import treaty_text

if TYPE_CHECKING:
    from ..model.treaty import Article, Treaty

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The treaty models, their official texts, and how they differ."
)
app.command("verify")(treaty_text.verify)
app.command("import")(treaty_text.import_)
app.command("fetch")(treaty_text.fetch)


@app.command("list")
def list_treaties() -> None:
    """List the treaty models with their status.

    \b
    Example:
      uncc-diff treaty list
    """
    from ..treaties.load import load_treaties

    for treaty in load_treaties():
        print(f"{treaty.id:<14}{treaty.title}")
        print(f"{'':<14}{len(treaty.articles)} articles, model {treaty.model_version}; {treaty.status}")


@app.command("show")
def show(
    id: Annotated[str, typer.Argument(metavar="TREATY[/ARTICLE]", show_default=False, help="uncc, or uncc/7.")],  # noqa: A002
) -> None:
    """Show a treaty's articles, or one article element by element.

    \b
    Examples:
      uncc-diff treaty show budapest
      uncc-diff treaty show uncc/7
    """
    from ..treaties.load import load_treaty

    name, _, number = id.partition("/")
    treaty = load_treaty(name)
    if not number:
        print(_treaty(treaty))
        return
    article = treaty.article(number)
    if article is None:
        numbers = ", ".join(a.number for a in treaty.articles)
        raise UsageError(f"the model of {treaty.short} has no article {number!r}", hint=f"it has: {numbers}")
    print(_article(treaty, article))


def _treaty(treaty: Treaty) -> str:
    lines = [treaty.title, f"status: {treaty.status}", f"source: {treaty.source}", f"model: {treaty.model_version}", ""]
    return "\n".join(
        lines + [f"{a.number:>5}  {a.title} ({a.role}, {a.duty.replace('_', ' ')})" for a in treaty.articles]
    )


def _article(treaty: Treaty, article: Article) -> str:
    lines = [
        f"{treaty.short} Article {article.number}: {article.title}",
        f"{article.gist} (in our own words; checked against: {article.checked})",
        f"role: {article.role}; duty: {article.duty.replace('_', ' ')}",
    ]
    if article.elements:
        lines += ["", "Elements"]
    for element in article.elements:
        paragraph = f", paragraph {element.paragraph}" if element.paragraph else ""
        lines.append(
            f"  {element.id} ({element.need}{paragraph}): {element.gist or ', '.join(element.any + element.all)}"
        )
        signs = [
            ("any of", element.any),
            ("all of", element.all),
            ("narrower", element.narrower),
            ("wider", element.wider),
        ]
        lines += [f"    {words}: {', '.join(concepts)}" for words, concepts in signs if concepts]
    if article.reservations:
        lines += ["", "A Party may declare or reserve", *(f"  {line}" for line in article.reservations)]
    if article.counterparts:
        lines += ["", "Counterparts"]
    for other in article.counterparts:
        difference = f": {other.difference}" if other.difference else ""
        where = f"{other.treaty}/{other.article}" if other.article else other.treaty
        lines.append(f"  {where} ({other.relation}){difference}")
    return "\n".join(lines)
