"""`uncc-diff explain`: why a provision is held to answer an article, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from . import options as o

if TYPE_CHECKING:
    from ..mapping import Explanation
    from ..model.law import Law
    from ..model.reading import Reading
    from ..model.treaty import Article, Treaty

_SHOWN = 3


def command(
    file: o.OneFile,
    provision: Annotated[
        str, typer.Argument(metavar="PROVISION", show_default=False, help="Its citation, 4(1), or its id.")
    ],
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", show_default=False, help="One article, uncc/7; the best few without it."),
    ] = None,
    against: o.Against = None,
    language: o.Language = None,
    law: o.LawChoice = None,
) -> None:
    """Show why a provision answers an article: elements with their words, and what each signal weighs.

    \b
    Examples:
      uncc-diff explain bill.pdf 4
      uncc-diff explain bill.pdf 4(1) uncc/7
    """
    from .. import mapping, pipeline
    from ..treaties.load import load_treaties
    from .stdin import on_disk

    with on_disk([file]) as paths:
        reading = pipeline.annotate(pipeline.outline(paths[0], language=language, law=law))
    treaties = load_treaties(o.treaty_ids(against, pipeline.DEFAULT_TREATIES))
    found = mapping.explain(reading, treaties, _find(reading.law, provision), article)
    if not found:
        print(f"Nothing in {provision} speaks for {article or 'any article'}.")
    for explanation in found[:_SHOWN]:
        treaty = next(t for t in treaties if t.id == explanation.article.treaty)
        print("\n".join([*_page(reading, explanation), *_official(treaty, explanation.article), ""]))


def _find(law: Law, wanted: str) -> str:
    """Return the id of the provision with this id or citation. Raises UsageError."""
    if wanted in law.by_id:
        return wanted
    bare = wanted.replace(" ", "").lower()
    for provision in (*law.basics, *law.provisions):
        if provision.citation.replace(" ", "").lower() == bare:
            return provision.id
    raise UsageError(f"the law has no provision {wanted!r}", hint="`uncc-diff outline FILE` lists them")


def _page(reading: Reading, explanation: Explanation) -> list[str]:
    from ..report.escape import plain
    from ..report.units import likeliness

    article, match = explanation.article, explanation.match
    verdict = f"accepted as {match.relation}" if match.accepted else "not accepted"
    lines = [f"{article.id} {article.title}: {likeliness(match.score)}, {verdict}"]
    for element, state in explanation.elements:
        gist = (element.gist if element else "") or state.id.replace("_", " ")
        words = f": “{plain(reading.words(state.quote))}”" if state.quote else ""
        optional = " (optional)" if element is not None and element.need == "option" else ""
        lines.append(f"  {state.status:<9}{plain(gist)}{optional}{words}")
    lines.append("  what the signals add to the log odds")
    for part in sorted(explanation.contributions, key=lambda c: (-abs(c.adds), c.signal)):
        if part.adds:
            lines.append(f"    {part.signal:<20}{part.value:6.2f} x {part.weight:6.2f} = {part.adds:6.2f}")
    lines.append(f"    {'constant':<20}{'':17}{explanation.constant:6.2f}")
    return lines


def _official(treaty: Treaty, article: Article) -> list[str]:
    from ..report.official_words import quotation

    quoted = quotation(treaty, article)
    if quoted is None:
        return []
    cut = f"; in part, `uncc-diff treaty show {article.id}` prints all" if quoted.cut else ""
    return [f"  official words, from your own copy{cut}", *(f"    {at}: {words}" for at, words in quoted.lines)]
