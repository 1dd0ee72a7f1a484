"""`uncc-diff rules`: what is looked for and why."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options as o
from .status import Status

if TYPE_CHECKING:
    from ..checking.rule import Rule, RuleSet
    from ..model.finding import Basis
    from ..model.mapping import Mapping
    from ..model.reading import Reading

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The rules: list them, show one, run their examples."
)

Pack = Annotated[
    str | None, typer.Option("--pack", metavar="NAME", show_default=False, help="Only the rules of this pack.")
]


@app.command("list")
def list_rules(pack: Pack = None, rules: o.RuleFolders = None) -> None:
    """List the rules by pack, with their severity.

    \b
    Examples:
      uncc-diff rules list
      uncc-diff rules list --pack safeguards
    """
    found = [rule for rule in _load(rules) if pack is None or rule.pack == pack]
    last = ""
    for rule in found:
        if rule.pack != last:
            print(rule.pack)
            last = rule.pack
        print(f"  {rule.severity:<9}{rule.id}")
        print(f"  {'':<9}{rule.title}")
    print(f"{len(found)} rules")


@app.command("show")
def show(
    id: Annotated[str, typer.Argument(metavar="RULE", show_default=False, help="The rule's id: pack/name.")],  # noqa: A002
    rules: o.RuleFolders = None,
) -> None:
    """Show one rule: what it looks for, why, on what basis, the cure, and its examples.

    \b
    Example:
      uncc-diff rules show safeguards/interception-without-prior-authorization
    """
    print(_page(_load(rules).get(id)))


@app.command("test")
def test(
    id: Annotated[  # noqa: A002
        str | None, typer.Argument(metavar="RULE", show_default=False, help="One rule; all without it.")
    ] = None,
    rules: o.RuleFolders = None,
) -> None:
    """Run the examples that rules carry: `fail` must give a finding, `pass` must give none. Exits 1 when one does not.

    \b
    Examples:
      uncc-diff rules test
      uncc-diff rules test --rules my-packs
    """
    from .. import pipeline
    from ..checking import run_examples
    from .progress import page_progress

    found = _load(rules)
    chosen = [found.get(id)] if id is not None else list(found)
    total = sum(len(rule.examples.failing) + len(rule.examples.passing) for rule in chosen)
    results = []
    with page_progress(quiet=False, doing="Trying examples") as show:
        for result in run_examples(chosen, pipeline.annotate, _map_example):
            results.append(result)
            if show is not None:
                show(len(results), total)
    wrong = [result for result in results if not result.ok]
    for result in wrong:
        said = "finds nothing in" if result.kind == "fail" else "finds a fault in"
        print(f"{result.rule}: {said} its {result.kind} example {result.number}: {result.text}")
    print(f"{len(results) - len(wrong)} of {len(results)} examples of {len(chosen)} rules behave as they say")
    raise typer.Exit(Status.FINDINGS if wrong else Status.CLEAN)


@app.command("new")
def new() -> None:
    """Print a rule with all its keys, to be saved as DIR/pack/name.yaml and changed.

    \b
    Example:
      uncc-diff rules new > my-rules/searches/search-without-a-place.yaml
      uncc-diff rules test --rules my-rules searches/search-without-a-place
    """
    from .rule_skeleton import SKELETON

    print(SKELETON, end="")


def _map_example(reading: Reading) -> Mapping:
    from .. import pipeline
    from ..treaties.load import load_treaties

    return pipeline.map_articles(reading, load_treaties(pipeline.DEFAULT_TREATIES))


def _load(folders: list[Path] | None) -> RuleSet:
    from .. import checking, language
    from ..data import RULES

    concepts = frozenset(language.load_lexicon().concepts)
    return checking.load_rules((RULES, *(folders or ())), concepts=concepts, examples=True)


def _page(rule: Rule) -> str:
    basis = [_cited(b) for b in rule.basis]
    basis += [f"{_cited(b)}, for a clause that answers it" for b in rule.matched_basis]
    examples = [("fails on", text) for text in rule.examples.failing] + [
        ("passes", text) for text in rule.examples.passing
    ]
    parts = [
        rule.id,
        rule.title,
        f"severity {rule.severity}, confidence {rule.confidence}, kind {rule.kind}",
        f"faults: {', '.join(rule.faults)}",
        *([f"indicators: {', '.join(rule.indicators)}"] if rule.indicators else []),
        "",
        _block("why", rule.why),
        _block("cure", rule.remedy),
        "basis",
        *basis,
        *(["", "examples"] if examples else []),
        *(_block(f"  {how}", text) for how, text in examples),
    ]
    return "\n".join(parts)


def _cited(basis: Basis) -> str:
    return f"  {basis.support} {basis.id}{f' ({basis.citation})' if basis.citation else ''}"


def _block(label: str, text: str) -> str:
    return textwrap.fill(" ".join(text.split()), 96, initial_indent=f"{label}: ", subsequent_indent="    ")
