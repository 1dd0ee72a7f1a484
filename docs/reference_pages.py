"""Reference pages: every command's help, every concept of the lexicon, every source that a rule cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wording import cell, concept, fenced, row, table, text

from uncc_diff.cli.app import app

_WIDTH = 96


def commands() -> Iterator[tuple[str, Any]]:
    """Yield every command that does something, as typed after `uncc-diff`, with the object that parses it."""
    from typer.main import get_command

    yield from _below(get_command(app), "")


def _below(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    for name, inner in getattr(command, "commands", {}).items():
        below = f"{path} {name}".strip()
        yield from _below(inner, below) if hasattr(inner, "commands") else [(below, inner)]


def commands_page() -> str:
    lines = ["# Commands", "", "What `uncc-diff COMMAND --help` prints.", ""]
    for name, command in commands():
        context = command.make_context(
            f"uncc-diff {name}", [], resilient_parsing=True, terminal_width=_WIDTH, max_content_width=_WIDTH
        )
        lines += [f"## {name}", "", *fenced(command.get_help(context))]
    return "\n".join(lines)


def concepts_page(lexicon: Any) -> str:
    lines = [
        "# Concepts", "",
        f"{len(lexicon.entries)} ideas that laws word in many ways. Treaty models and rules speak only in these; the phrases "
        "that show each stand in `rules/lexicon/en/`, one file for each field.", "",
    ]  # fmt: skip
    for field, names in lexicon.fields.items():
        lines += [f"## {field.replace('_', ' ').capitalize()}", ""]
        entries = [lexicon.entries[name] for name in names]
        lines += table(
            ("Concept", "What it is", "Is also", "Phrases"),
            (
                row(
                    f"`{e.id}`{{#{e.id}}}",
                    cell(e.gist),
                    ", ".join(concept(b, "") for b in e.broader),
                    str(len(e.patterns)),
                )
                for e in entries
            ),
        )
    return "\n".join(lines)


def sources_page(sources: Mapping[str, Any], citing: Mapping[str, list[Any]]) -> str:
    """Write the works that rules cite; `citing` holds rules by authority, a pinpoint behind a slash."""
    lines = [
        "# Sources", "",
        "Works that rules and treaty models cite, beside the articles of the models. “Not compared” means: written from "
        "knowledge, and not yet held against the work itself.", "",
    ]  # fmt: skip
    for id, work in sources.items():  # noqa: A001
        lines += [f"## {text(work['name'])} {{#{id}}}", ""]
        facts = [work.get("by"), work["year"], work.get("citation")]
        checked = (
            "not compared with the work" if work.get("checked") == "no" else f"checked: {work.get('checked', 'no')}"
        )
        lines += [f"`{id}` · {' · '.join(text(fact) for fact in facts if fact)} · {text(checked)}", ""]
        lines += [f"{text(work['supports'])}.", ""] if work.get("supports") else []
        lines += [f"<{work['address']}>", ""] if work.get("address") else []
        rules = {r.id: r for key, held in citing.items() if key == id or key.startswith(f"{id}/") for r in held}
        if rules:
            lines += ["Cited by " + ", ".join(f"[{r.id}](rules/{r.id}.md)" for r in rules.values()) + ".", ""]
    return "\n".join(lines)
