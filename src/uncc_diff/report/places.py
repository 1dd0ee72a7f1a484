"""Where something stands: offsets in the source, page and line on paper, and the name a lawyer gives the place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.law import GROUPS, Law, Provision
from ..model.reading import Quote
from .escape import plain

_SCHEDULE = re.compile(r"Sch(\w*)(?:/(.*))?$")
_CONTEXT = 90
"""Characters of context on either side of the words in question."""
_LONGEST = 360
"""Words longer than this are cut in readable reports; JSON keeps them whole."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a provision with a little of what surrounds them, as one printable line each."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def offsets(law: Law, quote: Quote) -> tuple[int, int]:
    """Return start and end of the quoted words in the source text."""
    provision = law.by_id[quote.provision]
    if quote.end <= quote.start:
        start = _offset(provision, quote.start, quote.heading)
        return start, start
    return _offset(provision, quote.start, quote.heading), _offset(provision, quote.end - 1, quote.heading) + 1


def _offset(provision: Provision, at: int, heading: bool) -> int:
    if not heading:
        return provision.source_offset(at)
    where = provision.start
    for piece in provision.heading_pieces:
        if at < piece.at:
            break
        where = piece.start + min(at - piece.at, piece.length)
    return where


def page(provision: Provision) -> int | None:
    """Return the page on which the provision begins, or None for unpaged formats."""
    return provision.spans[0].page if provision.spans else None


def line(law: Law, quote: Quote | None, provision: Provision) -> int:
    """Return the line (1-based): in an unpaged file the line of the quoted words, on a page the provision's first line."""
    first = provision.spans[0].line if provision.spans else 1
    if quote is None or page(provision) is not None:
        return first
    start, _ = offsets(law, quote)
    known = law.line_at(start)
    if known is not None:
        return known.number
    if quote.provision != provision.id:
        return line(law, quote, law.by_id[quote.provision])
    return first + law.text.count("\n", provision.start, max(start, provision.start))


def name(law: Law, id: str) -> str:  # noqa: A002 - the domain's word
    """Return the place as a lawyer names it: section 4(1)(a), Part II, Schedule 1, 4(1)."""
    provision = law.by_id[id]
    citation = plain(provision.citation)
    basic = law.basic(id)
    if (schedule := _SCHEDULE.match(citation)) is not None:
        number, rest = schedule[1], schedule[2]
        return f"Schedule{f' {number}' if number else ''}{f', {rest}' if rest else ''}"
    if basic is None or provision.level in GROUPS or not citation[:1].isdigit():
        return citation or provision.level
    return f"{basic.level} {citation}"


def heading(law: Law, id: str) -> str:  # noqa: A002
    """Return the heading of the provision or of the nearest unit above that has one; empty when none has."""
    provision = law.by_id[id]
    if provision.heading:
        return plain(provision.heading)
    basic = law.basic(id)
    return plain(basic.heading) if basic is not None and basic.heading else ""


def excerpt(law: Law, quote: Quote) -> Excerpt:
    """Return the quoted words in their context, cut at words; an ellipsis stands where text was left out."""
    provision = law.by_id[quote.provision]
    text = (provision.heading or "") if quote.heading else provision.text
    words = text[quote.start : quote.end]
    if len(words) > _LONGEST:
        return Excerpt("", plain(_cut_end(words, _LONGEST)), "")
    before, after = text[: quote.start], text[quote.end :]
    return Excerpt(plain(_cut_start(before, _CONTEXT)), plain(words), plain(_cut_end(after, _CONTEXT)))


def full_text(law: Law, id: str) -> tuple[str, ...]:  # noqa: A002
    """Return the provision and all below it, one printable line each, with the numbers they bear."""
    lines = []
    for provision in law.walk(id):
        number = f"({plain(provision.number)}) " if provision.number and provision.id != id else ""
        head = f"{plain(provision.heading)}: " if provision.heading and provision.id != id else ""
        if provision.text or head:
            lines.append(f"{number}{head}{plain(provision.text)}".strip())
    return tuple(lines)


def opening(law: Law, id: str, longest: int = 240) -> str:  # noqa: A002
    """Return the first words of the provision with what is below it."""
    return _cut_end(" ".join(full_text(law, id)), longest)


def _cut_end(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    space = text.rfind(" ", 0, longest)
    return text[: space if space > longest // 2 else longest].rstrip() + " …"


def _cut_start(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    space = text.find(" ", len(text) - longest)
    return "… " + text[space + 1 if 0 <= space < len(text) - longest // 2 else len(text) - longest :]
