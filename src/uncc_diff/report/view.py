"""The ordered facts that several formats share: findings sorted and named, coverage rows, counts, the verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..model.comparison import Comparison
from ..model.finding import SEVERITIES, Basis, Finding, Severity
from ..model.law import Provision
from ..model.mapping import Beyond, Gap, GapStatus
from ..model.treaty import Article, Treaty
from . import places
from .escape import plain

WORST_FIRST: tuple[Severity, ...] = tuple(reversed(SEVERITIES))
STATUSES: tuple[GapStatus, ...] = ("met", "partial", "absent", "elsewhere", "unclear", "not_required")
STATUS_WORDS: dict[GapStatus, str] = {
    "met": "met",
    "partial": "in part",
    "absent": "absent in this text",
    "elsewhere": "left to another law",
    "unclear": "unclear",
    "not_required": "not asked of a law",
}
NO_ADVICE = "This is a reading aid, not legal advice: every line is for a lawyer to check against the text."
WHOLE_TEXT = "the whole text"
_SUPPORT_WORDS = {
    "requires": "required by",
    "permits": "permitted by",
    "supports": "supported by",
    "recommends": "recommended by",
}
_CONFIDENCE = ("high", "medium", "low")
_UNREAD = frozenset({"language_without_lexicon"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding and where it stands, in words."""

    finding: Finding
    place: str
    heading: str
    citation: str
    page: int | None
    line: int | None
    file: str
    excerpt: places.Excerpt | None
    grounds: tuple[str, ...]
    looked_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One article and how the text answers it."""

    treaty: Treaty
    article: Article
    gap: Gap
    status: GapStatus
    words: str
    places: tuple[str, ...]
    citations: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All rows of one treaty, in article order, and how many have each status."""

    treaty: Treaty
    rows: tuple[Row, ...]
    counts: dict[GapStatus, int]

    @property
    def asked(self) -> int:
        """Number of articles that ask something of a law."""
        return len(self.rows) - self.counts["not_required"]

    @property
    def line(self) -> str:
        """One line: how many articles are met, in part, absent ..."""
        said = ", ".join(f"{self.counts[s]} {STATUS_WORDS[s]}" for s in STATUSES[:-1] if self.counts[s])
        asked = "1 article asks" if self.asked == 1 else f"{self.asked} articles ask"
        return f"{plain(self.treaty.short)}: {asked} something of a law: {said or 'none could be judged'}."


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


@dataclass(frozen=True)
class View:
    """A comparison, ordered for reading. Everything is derived on demand and nothing is added."""

    comparison: Comparison

    @cached_property
    def title(self) -> str:
        return plain(self.comparison.law.title) or "Untitled law"

    @cached_property
    def unit(self) -> str:
        """What the law calls its numbered units: section, article, clause ..."""
        basics = self.comparison.law.basics
        return basics[0].level if basics else "provision"

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """All findings, worst first, then surest first, then in the order of the law."""
        order = {p.id: n for n, p in enumerate(self.comparison.law.provisions)}
        return tuple(
            self._place(f)
            for f in sorted(
                self.comparison.findings,
                key=lambda f: (
                    -SEVERITIES.index(f.severity),
                    _CONFIDENCE.index(f.confidence),
                    order.get(f.provision or "", -1),
                    f.rule,
                    (f.quote.start, f.quote.end) if f.quote else (0, 0),
                    f.id,
                ),
            )
        )

    @cached_property
    def active(self) -> tuple[Placed, ...]:
        """Findings that count: neither suppressed nor known from a baseline."""
        return tuple(p for p in self.placed if p.finding.suppressed is None and p.finding.baseline == "new")

    @cached_property
    def suppressed(self) -> tuple[Placed, ...]:
        return tuple(p for p in self.placed if p.finding.suppressed is not None)

    @cached_property
    def known(self) -> tuple[Placed, ...]:
        return tuple(p for p in self.placed if p.finding.suppressed is None and p.finding.baseline == "known")

    @cached_property
    def severities(self) -> dict[Severity, int]:
        """Number of active findings by severity, worst first, zeros included."""
        counted = Counter(p.finding.severity for p in self.active)
        return {severity: counted[severity] for severity in WORST_FIRST}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Active findings by rule, in the order of the worst of each."""
        by: dict[tuple[str, Severity], list[Placed]] = {}
        for placed in self.active:
            by.setdefault((placed.finding.rule, placed.finding.severity), []).append(placed)
        return tuple(
            Group(rule, plain(found[0].finding.title), severity, tuple(found)) for (rule, severity), found in by.items()
        )

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """Active findings by basic provision in the order of the law; those on the whole text come first."""
        law = self.comparison.law
        by: dict[str | None, list[Placed]] = {}
        for placed in self.active:
            at = placed.finding.provision
            basic = None if at is None else law.basic(at) or law.by_id[at]
            by.setdefault(None if basic is None else basic.id, []).append(placed)
        whole = [Chapter(None, WHOLE_TEXT, "", None, tuple(by[None]))] if None in by else []
        order = [p for p in law.provisions if p.id in by]
        return (
            *whole,
            *(
                Chapter(p, places.name(law, p.id), places.heading(law, p.id), places.page(p), tuple(by[p.id]))
                for p in order
            ),
        )

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """A table for every treaty, with a row for every article, those without a gap entry as unclear."""
        gaps = {(gap.treaty, gap.article): gap for gap in self.comparison.mapping.gaps}
        return tuple(self._cover(treaty, gaps) for treaty in self.comparison.treaties)

    @cached_property
    def beyond(self) -> tuple[tuple[Beyond, str, str], ...]:
        """What goes beyond the treaties: the entry, its place and its heading."""
        law = self.comparison.law
        return tuple(
            (b, places.name(law, b.provision), places.heading(law, b.provision)) for b in self.comparison.mapping.beyond
        )

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """The caveats, one line each, with page and place."""
        law = self.comparison.law
        lines = []
        for caveat in law.caveats:
            where = [] if caveat.page is None else [f"page {caveat.page}"]
            if caveat.provision is not None and caveat.provision in law.by_id:
                where.append(places.name(law, caveat.provision))
            lines.append(plain(caveat.message) + (f" ({', '.join(where)})" if where else ""))
        return tuple(lines)

    @cached_property
    def unread(self) -> bool:
        """Was the text split but not read, for want of a lexicon?"""
        return any(c.code in _UNREAD for c in self.comparison.law.caveats)

    @cached_property
    def verdict(self) -> tuple[str, ...]:
        """The result in a few lines, the most important first; never surer than what was read."""
        if self.unread:
            language = plain(self.comparison.law.language)
            return (
                f"Not examined: the text was split into provisions, but there is no lexicon for its language ({language}).",
            )
        beyond = [self._beyond_line()] if self.beyond else []
        return (self._findings_line(), *(c.line for c in self.coverage), *beyond)

    @cached_property
    def identity(self) -> str:
        """One line: what was read."""
        law = self.comparison.law
        number = len(law.basics)
        parts = [f"{number} {self.unit}{'' if number == 1 else 's'}"]
        pages = [file.pages for file in law.files if file.pages is not None]
        if pages:
            parts.append(f"{sum(pages)} pages" if sum(pages) != 1 else "1 page")
        parts.append(f"language {plain(law.language)}")
        parts.append(
            f"version of {plain(law.version_date)}" if law.version_date else "the text states no date of its version"
        )
        return ", ".join(parts)

    def _findings_line(self) -> str:
        number = len(self.active)
        hidden = len(self.suppressed) + len(self.known)
        rest = f" ({hidden} more suppressed or known from the baseline)" if hidden else ""
        if not number:
            return f"No finding by the rules of the profile {plain(self.comparison.profile)}{rest}."
        said = ", ".join(f"{count} {severity}" for severity, count in self.severities.items() if count)
        units = len([c for c in self.chapters if c.provision is not None])
        where = f" in {units} {self.unit}{'' if units == 1 else 's'}" if units else ""
        return f"{number} finding{'' if number == 1 else 's'}{where}: {said}{rest}."

    def _beyond_line(self) -> str:
        number = len(self.beyond)
        goes = "1 offence or power goes" if number == 1 else f"{number} offences or powers go"
        return f"{goes} beyond what these treaties ask for."

    def _place(self, finding: Finding) -> Placed:
        law = self.comparison.law
        grounds = tuple(self._ground(basis) for basis in finding.basis)
        if finding.provision is None:
            return Placed(
                finding, WHOLE_TEXT, "", "", None, None, law.files[0].name, None, grounds, self._looked(finding)
            )
        provision = law.by_id[finding.provision]
        return Placed(
            finding,
            places.name(law, provision.id),
            places.heading(law, provision.id),
            plain(provision.citation),
            places.page(provision),
            places.line(law, finding.quote, provision),
            law.files[provision.file].name,
            places.excerpt(law, finding.quote) if finding.quote else None,
            grounds,
            self._looked(finding),
        )

    def _looked(self, finding: Finding) -> tuple[str, ...]:
        law = self.comparison.law
        return tuple(places.name(law, at) if at in law.by_id else WHOLE_TEXT for at in finding.looked_in)

    def _ground(self, basis: Basis) -> str:
        """Return the basis in words; what it does is said in the rule's own verb, never a stronger one."""
        source = plain(basis.citation) or plain(basis.id)
        treaty_id, _, number = basis.id.partition("/")
        treaty = next((t for t in self.comparison.treaties if t.id == treaty_id), None)
        article = treaty.article(number) if treaty else None
        if treaty and article and not basis.citation:
            source = f"{plain(treaty.short)} Article {plain(number)} ({plain(article.title)})"
        return f"{_SUPPORT_WORDS[basis.support]} {source}"

    def _cover(self, treaty: Treaty, gaps: dict[tuple[str, str], Gap]) -> Coverage:
        rows = []
        for article in treaty.articles:
            gap = gaps.get((treaty.id, article.number)) or Gap(treaty.id, article.number, _unjudged(article))
            rows.append(self._row(treaty, article, gap))
        counted = Counter(row.status for row in rows)
        return Coverage(treaty, tuple(rows), {status: counted[status] for status in STATUSES})

    def _row(self, treaty: Treaty, article: Article, gap: Gap) -> Row:
        law = self.comparison.law
        gists = {element.id: element.gist for element in article.elements}
        return Row(
            treaty,
            article,
            gap,
            gap.status,
            STATUS_WORDS[gap.status],
            tuple(places.name(law, at) for at in gap.provisions),
            tuple(plain(law.by_id[at].citation) for at in gap.provisions),
            tuple(plain(gists.get(element) or element.replace("_", " ")) for element in gap.missing),
        )


def _unjudged(article: Article) -> GapStatus:
    """Return the status of an article that the mapping says nothing about."""
    return "not_required" if article.role == "final" or article.duty == "none" else "unclear"
