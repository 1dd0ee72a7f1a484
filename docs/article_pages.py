"""Pages of the treaties: what each article asks for, element by element, in our own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wording import cell, concept, fenced, row, table, text

from uncc_diff.report.treaty_pages import CHECKED, QUALIFIED

_UP = "../../"
_HEADS = {
    "required": "Elements",
    "option": "Options of a Party",
    "safeguard": "Safeguards",
    "exclusion": "Exclusions",
}
_DUTY = {
    "shall": "Parties shall carry it out", "shall_consider": "Parties shall consider it", "may": "Parties may do it",
    "none": "no duty of its own",
}  # fmt: skip
_RELATION = {
    "same": "the same", "narrower": "narrower than", "wider": "wider than", "partial": "partly the same as",
    "weaker_safeguard": "a weaker safeguard than", "stronger_safeguard": "a stronger safeguard than",
    "new": "new against",
}  # fmt: skip


def treaty_uri(treaty: str) -> str:
    return f"treaties/{treaty}/index.md"


def article_uri(id: str) -> str:  # noqa: A002
    return f"treaties/{id}.md"


def treaties_page(treaties: Iterable[Any]) -> str:
    lines = [
        "# Treaties", "",
        "What the tool knows of each treaty: a model in our own words, never the treaty's sentences. "
        "[How official texts are imported, verified and compared](../treaties.md).", "",
    ]  # fmt: skip
    return "\n".join(
        lines
        + table(
            ("Treaty", "Id", "Articles modelled", "Compared with the official text"),
            (
                row(
                    f"[{text(t.title)}]({t.id}/index.md)", f"`{t.id}`", str(len(t.articles)),
                    str(sum(a.checked == "official" for a in t.articles)),
                )
                for t in treaties
            ),
        )
    )  # fmt: skip


def treaty_page(treaty: Any) -> str:
    lines = [f"# {text(treaty.title)}", "", text(treaty.status), "", f"Official text: {text(treaty.source)}.", ""]
    return "\n".join(
        lines
        + table(
            ("Article", "Title", "Role", "Duty"),
            (
                row(a.number, f"[{text(a.title)}]({a.number}.md)", a.role, cell(a.duty.replace("_", " ")))
                for a in treaty.articles
            ),
        )
    )


def article_page(treaty: Any, article: Any, modelled: set[str], rules: Iterable[Any]) -> str:
    lines = [
        f"# {text(treaty.short)} {article.number}: {text(article.title)}", "",
        f"`{article.id}` · {article.role} · {_DUTY[article.duty]} · {CHECKED[article.checked]}", "",
        f"{text(article.gist)} *(in our own words)*", "",
    ]  # fmt: skip
    if article.for_states:
        lines += ["States carry it out among themselves or as policy: a law that is silent on it lacks nothing.", ""]
    for need, head in _HEADS.items():
        held = [element for element in article.elements if element.need == need]
        if held:
            lines += [f"## {head}", "", *_elements(held)]
    if article.reservations:
        lines += ["## Reservations and declarations", "", *(f"- {text(line)}" for line in article.reservations), ""]
    if article.counterparts:
        lines += ["## Beside other treaties", "", *_counterparts(article, modelled), ""]
    lines += _citing(rules)
    lines += ["## In the terminal", "", *fenced(f"uncc-diff treaty show {article.id}", "sh")]
    return "\n".join(lines)


def _elements(elements: Iterable[Any]) -> list[str]:
    return table(
        ("What is asked for", "¶", "Kind", "Shown by"),
        (row(_asked(e), e.paragraph or "", cell(e.kind.replace("_", " ")), _shown_by(e)) for e in elements),
    )


def _asked(element: Any) -> str:
    loosened = ", ".join(QUALIFIED[q] for q in element.qualified)
    return text(element.gist or element.id.replace("_", " ")) + (f" *({loosened})*" if loosened else "")


def _shown_by(element: Any) -> str:
    parts = [_concepts(element.any)] if element.any else []
    parts += [f"all of: {_concepts(element.all)}"] if element.all else []
    parts += [f"*narrower:* {_concepts(element.narrower)}"] if element.narrower else []
    parts += [f"*wider:* {_concepts(element.wider)}"] if element.wider else []
    return "<br>".join(parts)


def _concepts(names: Iterable[str]) -> str:
    return ", ".join(concept(name, _UP) for name in names)


def _counterparts(article: Any, modelled: set[str]) -> Iterator[str]:
    for other in article.counterparts:
        id = f"{other.treaty}/{other.article}"  # noqa: A001
        link = f"[{id}]({_UP}treaties/{id}.md)" if id in modelled else f"{other.treaty} {other.article}".strip()
        told = f": {text(other.difference)}" if other.difference else ""
        yield f"- {_RELATION[other.relation]} {link}{told}"


def _citing(rules: Iterable[Any]) -> list[str]:
    lines = [f"- [{text(rule.title)}]({_UP}rules/{rule.id}.md) ({rule.severity})" for rule in rules]
    return ["## Rules that rest on it", "", *lines, ""] if lines else []
