"""The law's text cut for showing: numbered units with their tree, findings marked in the words, matched articles beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model.finding import SEVERITIES, Severity
from ..model.law import GROUPS, Law, Provision
from ..model.mapping import Match
from ..model.treaty import Article, Element, Treaty
from . import places
from .escape import plain
from .placed import Placed
from .view import View

_CONSIDERED = 3
"""Candidates shown that were weighed and not accepted."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text; with a severity when it is part of the words of findings."""

    text: str
    severity: Severity | None = None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One provision inside a unit."""

    id: str
    depth: int
    label: str
    heading: tuple[Segment, ...]
    text: tuple[Segment, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A match of a unit: the article, and its elements with the words that show them."""

    match: Match
    treaty: Treaty
    article: Article
    place: str
    elements: tuple[tuple[str, str, str], ...]
    """Gist, status, words."""

    @property
    def likeliness(self) -> str:
        return likeliness(self.match.score)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is shown as one row: a group's heading alone, or a top unit with everything in it."""

    id: str
    level: str
    is_group: bool
    depth: int
    label: str
    heading: tuple[Segment, ...]
    page: int | None
    lines: tuple[Line, ...]
    findings: tuple[Placed, ...]
    answers: tuple[Answer, ...]
    considered: tuple[Answer, ...]


def units(view: View) -> tuple[Unit, ...]:
    """Return the whole text in order; every provision stands in exactly one unit."""
    law = view.comparison.law
    marks = _marks(view.active)
    found: dict[str, list[Placed]] = defaultdict(list)
    for placed in view.active:
        if placed.finding.provision is not None:
            found[_top(law, placed.finding.provision)].append(placed)
    answered: dict[str, list[Answer]] = defaultdict(list)
    for match in view.comparison.mapping.matches:
        answer = _answer(view, match)
        if answer is not None:
            answered[_top(law, match.provision)].append(answer)
    return tuple(
        _unit(law, provision, marks, tuple(found[provision.id]), answered[provision.id])
        for provision in law.provisions
        if _top(law, provision.id) == provision.id
    )


def _top(law: Law, id: str) -> str:  # noqa: A002 - the domain's word
    """Return the unit a provision is shown in: its section or article, else its highest ancestor that is no group."""
    basic = law.basic(id)
    if basic is not None:
        return basic.id
    provision = law.by_id[id]
    top = provision
    if provision.level not in GROUPS:
        for ancestor in law.ancestors(id):
            if ancestor.level in GROUPS:
                break
            top = ancestor
    return top.id


Marks = dict[tuple[str, bool], list[tuple[int, int, Severity, str]]]


def _marks(found: Sequence[Placed]) -> Marks:
    marks: Marks = defaultdict(list)
    for placed in found:
        quote = placed.finding.quote
        if quote is not None and quote.end > quote.start:
            key = (quote.provision, quote.heading)
            marks[key].append((quote.start, quote.end, placed.finding.severity, placed.finding.id))
    return marks


def segments(text: str, marks: Sequence[tuple[int, int, Severity, str]]) -> tuple[Segment, ...]:
    """Return the text cut where marks begin and end; a run under several marks has the worst severity of them."""
    cuts = sorted({0, len(text), *(min(max(at, 0), len(text)) for start, end, _, _ in marks for at in (start, end))})
    runs = []
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        worst = max((mark[2] for mark in over), key=SEVERITIES.index, default=None)
        runs.append(Segment(plain(text[start:end]), worst, tuple(mark[3] for mark in over)))
    return tuple(runs)


def _unit(law: Law, top: Provision, marks: Marks, found: tuple[Placed, ...], answers: list[Answer]) -> Unit:
    group = top.level in GROUPS
    accepted = tuple(a for a in answers if a.match.accepted)
    rest = tuple(a for a in answers if not a.match.accepted)[:_CONSIDERED]
    return Unit(
        top.id,
        top.level,
        group,
        sum(1 for a in law.ancestors(top.id) if a.level in GROUPS),
        places.name(law, top.id),
        segments(top.heading or "", marks.get((top.id, True), ())),
        places.page(top),
        () if group and not top.text else _lines(law, top, marks, deep=not group),
        found,
        accepted,
        rest,
    )


def _lines(law: Law, top: Provision, marks: Marks, *, deep: bool) -> tuple[Line, ...]:
    depths = {top.id: 0}
    lines = []
    for provision in law.walk(top.id) if deep else (top,):
        if provision.id != top.id and _top(law, provision.id) != top.id:
            continue
        depth = depths.setdefault(provision.id, depths.get(provision.parent or "", 0) + 1)
        number = plain(provision.number or "")
        lines.append(
            Line(
                provision.id,
                min(depth, 6),
                f"({number})" if number and provision.id != top.id else "",
                segments(provision.heading or "", marks.get((provision.id, True), ()))
                if provision.id != top.id
                else (),
                segments(provision.text, marks.get((provision.id, False), ())),
                provision.quoted,
            )
        )
    return tuple(lines)


def _answer(view: View, match: Match) -> Answer | None:
    reading = view.comparison.reading
    treaty = next((t for t in view.comparison.treaties if t.id == match.treaty), None)
    article = treaty.article(match.article) if treaty else None
    if treaty is None or article is None:
        return None
    named = {element.id: element for element in article.elements}
    elements = tuple(
        (
            _gist(named.get(e.id), e.id),
            e.status,
            plain(reading.words(e.quote)) if e.quote else "",
        )
        for e in match.elements
    )
    return Answer(match, treaty, article, places.name(reading.law, match.provision), elements)


def _gist(element: Element | None, id: str) -> str:  # noqa: A002
    """Return what an element is, in the model's words, and whether a Party may leave it out."""
    gist = plain((element.gist if element else "") or id.replace("_", " "))
    return f"{gist} (optional)" if element is not None and element.need == "option" else gist


def likeliness(score: float) -> str:
    """Return a score for reading; none is shown as certain."""
    return "over 0.99" if score > 0.99 else f"{score:.2f}"
