"""The tree of a law for reading, for programs and as Akoma Ntoso: what the parser understood, nothing compared."""

from __future__ import annotations

from ..model.law import GROUPS, Law, Provision
from .escape import plain
from .json_report import SCHEMA, law_data, provision_data
from .json_writing import dump
from .places import page


def render(law: Law, format: str = "text", *, width: int = 80) -> str:  # noqa: A002 - the user's word
    """Return the outline as `text`, `json` or `akn`."""
    if format == "json":
        return _json(law)
    if format == "akn":
        from .akn import render as akn

        return akn(law)
    return _text(law, width)


def _json(law: Law) -> str:
    data = {
        "schema": SCHEMA,
        "law": law_data(law),
        "provisions": [provision_data(provision, None) for provision in law.provisions],
    }
    return dump(data)


def _text(law: Law, width: int) -> str:
    """Return one line per provision: page, depth, number and heading or first words; then the doubts."""
    depth: dict[str | None, int] = {None: -1}
    lines = [
        plain(law.title) or "Untitled law",
        f"{len(law.basics)} numbered provisions, language {plain(law.language)}",
        "",
    ]
    if any(page(provision) is not None for provision in law.provisions):
        lines.append("page")
    last = None
    for provision in law.provisions:
        depth[provision.id] = depth.get(provision.parent, -1) + 1
        at = page(provision)
        shown = f"{at:>4}" if at is not None and at != last else "    "
        last = at
        lines.append(_clip(f"{shown}  {'  ' * depth[provision.id]}{_label(provision)}", width))
    if law.caveats:
        lines += ["", "Doubtful"]
        for caveat in law.caveats:
            where = f" (page {caveat.page})" if caveat.page is not None else ""
            lines.append(f"- {plain(caveat.message)}{where}")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _label(provision: Provision) -> str:
    citation = plain(provision.citation)
    if provision.level in GROUPS or provision.level in ("schedule", "preamble"):
        number = citation
    elif provision.level == "closing":
        number = "…"
    else:
        number = plain(provision.number or "")
        number = number if not provision.parent or provision.level in _OPEN else f"({number})" if number else "-"
    words = plain(provision.heading or "") or plain(provision.text)
    mark = " [text for another law]" if provision.quoted else ""
    return f"{number}  {words}{mark}"


_OPEN = frozenset({"section", "article", "clause", "regulation", "rule"})
"""Levels whose numbers stand without brackets."""


def _clip(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
