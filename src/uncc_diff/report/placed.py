"""A finding and where it stands, in words, ordered for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.comparison import Comparison
from ..model.finding import SEVERITIES, Basis, Finding, Severity
from ..model.law import Provision
from . import places, standing
from .escape import plain

WHOLE_TEXT = "the whole text"
_CONFIDENCE = ("high", "medium", "low")
_SUPPORT_WORDS = {
    "requires": "required by",
    "permits": "permitted by",
    "supports": "supported by",
    "recommends": "recommended by",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding and where it stands, in words."""

    finding: Finding
    place: str
    heading: str
    citation: str
    page: int | None
    line: int | None
    file: int
    """Index into the law's files."""
    excerpt: places.Excerpt | None
    quote: str
    """The words in question, whole."""
    grounds: tuple[str, ...]
    looked_in: tuple[str, ...]

    @property
    def pack(self) -> str:
        return self.finding.rule.split("/", 1)[0]

    @property
    def message(self) -> str:
        """What is at fault, as a sentence: where it begins with the bare number of its place, the place is named whole."""
        said = plain(self.finding.message)
        begins = bool(self.citation) and said.startswith(f"{self.citation} ")
        return f"{self.place[:1].upper()}{self.place[1:]}{said[len(self.citation) :]}" if begins else said

    @property
    def standard(self) -> tuple[str, ...]:
        """The grounds, each with its verb where the one before has another: supported by A; B; required by C."""
        said: list[str] = []
        last = ""
        for ground, basis in zip(self.grounds, self.finding.basis, strict=True):
            verb = f"{_SUPPORT_WORDS[basis.support]} "
            said.append(ground.removeprefix(verb) if verb == last else ground)
            last = verb
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule and severity, worst groups first."""

    rule: str
    title: str
    severity: Severity
    findings: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A basic provision (or None for the whole text) and what was found in it."""

    provision: Provision | None
    place: str
    heading: str
    page: int | None
    findings: tuple[Placed, ...]


def place_all(comparison: Comparison) -> tuple[Placed, ...]:
    """Return all findings, worst first, then surest first, then in the order of the law."""
    order = {p.id: n for n, p in enumerate(comparison.law.provisions)}

    def rank(finding: Finding) -> tuple[object, ...]:
        return (
            -SEVERITIES.index(finding.severity),
            _CONFIDENCE.index(finding.confidence),
            order.get(finding.provision or "", -1),
            finding.rule,
            (finding.quote.start, finding.quote.end) if finding.quote else (0, 0),
            finding.id,
        )

    return tuple(_place(comparison, finding) for finding in sorted(comparison.findings, key=rank))


def group(found: Sequence[Placed]) -> tuple[Group, ...]:
    """Return the findings by rule and severity, in the order of the first of each."""
    by: dict[tuple[str, Severity], list[Placed]] = {}
    for placed in found:
        by.setdefault((placed.finding.rule, placed.finding.severity), []).append(placed)
    return tuple(Group(rule, plain(of[0].finding.title), severity, tuple(of)) for (rule, severity), of in by.items())


def chapters(comparison: Comparison, found: Sequence[Placed]) -> tuple[Chapter, ...]:
    """Return the findings by basic provision in the order of the law; those on the whole text come last."""
    law = comparison.law
    by: dict[str | None, list[Placed]] = {}
    for placed in found:
        at = placed.finding.provision
        basic = None if at is None else law.basic(at) or law.by_id[at]
        by.setdefault(None if basic is None else basic.id, []).append(placed)
    whole = [Chapter(None, WHOLE_TEXT, "", None, tuple(by[None]))] if None in by else []
    return (
        *(
            Chapter(p, places.name(law, p.id), places.heading(law, p.id), places.page(p), tuple(by[p.id]))
            for p in law.provisions
            if p.id in by
        ),
        *whole,
    )


def _place(comparison: Comparison, finding: Finding) -> Placed:
    law, quote = comparison.law, finding.quote
    grounds = tuple(_ground(comparison, basis) for basis in finding.basis)
    looked_in = tuple(places.name(law, at) if at in law.by_id else WHOLE_TEXT for at in finding.looked_in)
    if finding.provision is None:
        return Placed(finding, WHOLE_TEXT, "", "", None, None, 0, None, "", grounds, looked_in)
    provision = law.by_id[finding.provision]
    return Placed(
        finding,
        places.name(law, provision.id),
        places.heading(law, provision.id),
        plain(provision.citation),
        places.page(provision),
        places.line(law, quote, provision),
        provision.file,
        places.excerpt(law, quote) if quote else None,
        plain(comparison.reading.words(quote)) if quote else "",
        grounds,
        looked_in,
    )


def _ground(comparison: Comparison, basis: Basis) -> str:
    """Return the basis in words; what it does is said in the rule's own verb, never a stronger one."""
    source = plain(basis.citation) or plain(basis.id)
    treaty_id, _, number = basis.id.partition("/")
    treaty = next((t for t in comparison.treaties if t.id == treaty_id), None)
    article = treaty.article(number) if treaty else None
    if treaty and article and not basis.citation:
        source = f"{plain(treaty.short)} Article {plain(number)} ({plain(article.title)})"
    return f"{_SUPPORT_WORDS[basis.support]} {source}{standing.note(treaty_id, comparison.party)}"
