"""How a text answers each article of a treaty: rows, counts, and one line that sums them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.law import Law
from ..model.mapping import Gap, GapStatus
from ..model.party import Party
from ..model.treaty import Article, Treaty
from . import places, standing
from .escape import plain

STATUSES: tuple[GapStatus, ...] = ("met", "partial", "absent", "elsewhere", "unclear", "not_required")
STATUS_WORDS: dict[GapStatus, str] = {
    "met": "met",
    "partial": "in part",
    "absent": "absent in this text",
    "elsewhere": "left to another law",
    "unclear": "unclear",
    "not_required": "not asked of a law",
}


SHORT_WORDS: dict[GapStatus, str] = {
    **STATUS_WORDS,
    "absent": "absent",
    "elsewhere": "elsewhere",
    "not_required": "not asked",
}
"""For narrow columns under a head that says what is meant."""
NOT_OF_THIS_PARTY = "not asked of this Party"


@dataclass(frozen=True, slots=True)
class Row:
    """One article and how the text answers it."""

    treaty: Treaty
    article: Article
    gap: Gap
    places: tuple[str, ...]
    """Provisions that answer it, as a lawyer names them."""
    citations: tuple[str, ...]
    missing: tuple[str, ...]
    """What they lack, in the words of the treaty model."""
    excused: bool = False
    """Is it only this Party that need not answer it?"""

    @property
    def status(self) -> GapStatus:
        return self.gap.status

    @property
    def note(self) -> str:
        """What the mapping remarks, unless it says the status again."""
        return "" if self.gap.note == STATUS_WORDS[self.gap.status] else self.gap.note

    @property
    def words(self) -> str:
        """The status in words."""
        return NOT_OF_THIS_PARTY if self.excused else STATUS_WORDS[self.gap.status]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All rows of one treaty, in article order, and how many have each status."""

    treaty: Treaty
    rows: tuple[Row, ...]
    counts: dict[GapStatus, int]
    party: Party | None = None

    @property
    def asked(self) -> int:
        """Number of articles that ask something of a law."""
        return len(self.rows) - self.counts["not_required"]

    @property
    def line(self) -> str:
        """One line: does the treaty bind the Party, and how many articles are met, in part, absent ..."""
        short = plain(self.treaty.short)
        if self.treaty.practice:
            return self._practice
        if not self.binding and self.party is not None:
            binds = standing.binds(self.treaty, self.party)
            met = self.counts["met"]
            said = (
                f"{met} {'article is' if met == 1 else 'articles are'} met all the same" if met else "no article is met"
            )
            return f"{short} {binds}, so on {self.party.date} nothing is asked under it; {said}."
        said = ", ".join(f"{self.counts[s]} {STATUS_WORDS[s]}" for s in STATUSES[:-1] if self.counts[s])
        asked = "1 article asks" if self.asked == 1 else f"{self.asked} articles ask"
        said = f"{asked} something of a law: {said or 'none could be judged'}."
        if self.party is None:
            return f"{short}: {said}"
        known = self.party.bound(self.treaty.id) is not None
        return f"{short}{' ' if known else ': '}{standing.binds(self.treaty, self.party)}; {said}"

    @property
    def _practice(self) -> str:
        """The line for a model of practice, to which no State is bound and below which a text may stay."""
        short, below = plain(self.treaty.short), [r for r in self.rows if r.status in ("absent", "partial")]
        if not self.asked:
            return f"{short}: the text does not speak of helping other States, so nothing was held against it."
        named = f"{short}: the text names {self.counts['met']} of {len(self.rows)} grounds and limits"
        titles = ", ".join(plain(r.article.title) for r in below)
        return f"{named}; it stays below the usual standard on {titles}." if below else f"{named}."

    @property
    def binding(self) -> bool:
        """False where the party profile says that the treaty does not bind."""
        return self.party is None or self.party.bound(self.treaty.id) is not False


def cover(law: Law, treaty: Treaty, gaps: Mapping[tuple[str, str], Gap], party: Party | None = None) -> Coverage:
    """Return the coverage of one treaty; `gaps` are keyed by treaty and article."""
    rows = tuple(
        _row(law, treaty, article, gaps.get((treaty.id, article.number)) or _unjudged(treaty, article), party)
        for article in treaty.articles
    )
    counted = Counter(row.status for row in rows)
    return Coverage(treaty, rows, {status: counted[status] for status in STATUSES}, party)


def _row(law: Law, treaty: Treaty, article: Article, gap: Gap, party: Party | None) -> Row:
    gists = {element.id: element.gist for element in article.elements}
    return Row(
        treaty,
        article,
        gap,
        tuple(places.name(law, at) for at in gap.provisions),
        tuple(plain(law.by_id[at].citation) for at in gap.provisions),
        tuple(plain(gists.get(element) or element.replace("_", " ")) for element in gap.missing),
        excused=party is not None
        and gap.status == "not_required"
        and article.duty == "shall"
        and not article.for_states,
    )


def _unjudged(treaty: Treaty, article: Article) -> Gap:
    """Return the gap of an article that the mapping says nothing about."""
    nothing_asked = article.role == "final" or article.duty == "none"
    return Gap(treaty.id, article.number, "not_required" if nothing_asked else "unclear")
