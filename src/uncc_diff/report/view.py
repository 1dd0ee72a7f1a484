"""The ordered facts that several formats share: findings sorted and named, coverage rows, counts, the verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..model.comparison import Comparison
from ..model.finding import SEVERITIES, Severity
from ..model.mapping import Beyond
from . import places
from .coverage import Coverage, Row, cover
from .escape import plain
from .official_words import Quotation, quotations, quoted
from .placed import Chapter, Group, Placed, chapters, group, place_all
from .standing import for_whom

WORST_FIRST: tuple[Severity, ...] = tuple(reversed(SEVERITIES))
NO_ADVICE = "This is a reading aid, not legal advice: every line is for a lawyer to check against the text."
_UNREAD = frozenset({"language_without_lexicon"})


@dataclass(frozen=True, slots=True)
class Excess:
    """An offence or power that no treaty compared here asks for, and where it stands."""

    entry: Beyond
    place: str
    heading: str
    page: int | None


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
        return place_all(self.comparison)

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
        return group(self.active)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """Active findings by basic provision in the order of the law; those on the whole text come last."""
        return chapters(self.comparison, self.active)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """A table for every treaty, with a row for every article, those without a gap entry as unclear."""
        gaps = {(gap.treaty, gap.article): gap for gap in self.comparison.mapping.gaps}
        return tuple(
            cover(self.comparison.law, treaty, gaps, self.comparison.party) for treaty in self.comparison.treaties
        )

    @cached_property
    def official(self) -> tuple[Quotation, ...]:
        """Official words of the articles that the text falls short of or that findings rest on, where they were imported."""
        return quotations(self.coverage, [p.finding for p in self.active])

    def official_of(self, row: Row) -> Quotation | None:
        """Return the official words for a row of the coverage, None where no text was imported."""
        return quoted(row)

    @cached_property
    def beyond(self) -> tuple[Excess, ...]:
        """What goes beyond the treaties."""
        law = self.comparison.law
        return tuple(
            Excess(
                b, places.name(law, b.provision), places.heading(law, b.provision), places.page(law.by_id[b.provision])
            )
            for b in self.comparison.mapping.beyond
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
            return (f"Not examined: the text was split into provisions, but its language ({language}) has no lexicon.",)
        beyond = [self._beyond_line] if self.beyond else []
        return (self._findings_line, *(c.line for c in self.coverage), *beyond)

    @property
    def for_whom(self) -> str:
        """For which Party the gaps were judged, or that no profile was given."""
        return for_whom(self.comparison.party)

    @cached_property
    def identity(self) -> str:
        """One line: what was read, and of which date it is."""
        date = self.comparison.law.version_date
        return f"{self.size}, {f'version of {plain(date)}' if date else 'the text states no date of its version'}"

    @cached_property
    def size(self) -> str:
        """How much was read, in which language."""
        law = self.comparison.law
        number = len(law.basics)
        parts = [f"{number} {self.unit}{'' if number == 1 else 's'}"]
        pages = [file.pages for file in law.files if file.pages is not None]
        if pages:
            parts.append(f"{sum(pages)} pages" if sum(pages) != 1 else "1 page")
        parts.append(f"language {plain(law.language)}")
        return ", ".join(parts)

    def text(self, id: str) -> tuple[str, ...]:  # noqa: A002 - the domain's word
        """Return the provision and all below it, one line each."""
        return places.full_text(self.comparison.law, id)

    def opening(self, id: str) -> str:  # noqa: A002
        """Return the first words of the provision."""
        return places.opening(self.comparison.law, id)

    @property
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

    @property
    def _beyond_line(self) -> str:
        number = len(self.beyond)
        goes = "1 offence or power goes" if number == 1 else f"{number} offences or powers go"
        return f"{goes} beyond what these treaties ask for."
