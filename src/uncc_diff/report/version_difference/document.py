"""The document behind every written form of a difference: what became worse first, then findings, then the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...model.comparison import Comparison
from ...model.finding import Finding
from ...model.law import BASIC, GROUPS, Law
from ...model.reading import Quote
from ...model.versions import WORSE, Change, Pair, Reworded, Shift, VersionDifference, Words
from .. import places
from ..escape import plain
from ..placed import Placed, place_all
from ..view import NO_ADVICE, WORST_FIRST, View

Style = Literal["plain", "strong", "quiet", "removed", "added"]
_CONTEXT = 60
"""Characters of unchanged words shown beside a change."""
_ELSEWHERE = 4
_CHANGES: tuple[Change, ...] = (
    "added", "removed", "reworded", "split", "merged", "moved", "renumbered", "same",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A run of printable text."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, with a severity where it has one."""

    runs: tuple[Run, ...]
    severity: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


Block = Heading | Item | Paragraph


def document(d: VersionDifference, *, everything: bool = True) -> tuple[Block, ...]:
    """Return the document; without `everything`, only the verdict, what became worse, and what is new."""
    return tuple(_document(d, everything))


def verdict(d: VersionDifference) -> tuple[str, ...]:
    """Return the result in a few lines, the gravest first."""
    kinds = Counter(s.kind for s in d.shifts)
    worse = f"{_number(kinds['safeguard_gone'], 'safeguard')} gone, {_powers(kinds['power_grown'])} grown"
    better = f"{_number(kinds['safeguard_gained'], 'safeguard')} gained, {_powers(kinds['power_shrunk'])} cut back"
    graded = Counter(f.severity for f in d.appeared)
    said = ", ".join(f"{graded[s]} {s}" for s in WORST_FIRST if graded[s])
    whole = Counter(p.relation for p in _sections(d))
    return (
        f"{worse}; {better}.",
        f"{_number(len(d.appeared), 'new finding')}{f' ({said})' if said else ''}, {len(d.fixed)} fixed, {len(d.kept)} kept.",
        f"Provisions: {', '.join(f'{whole[c]} {_RELATIONS[c]}' for c in _CHANGES if whole[c]) or 'none'}.",
    )


_RELATIONS: dict[Change, str] = {
    "same": "unchanged", "moved": "moved", "renumbered": "renumbered", "reworded": "reworded", "split": "split",
    "merged": "merged", "added": "added", "removed": "removed",
}  # fmt: skip


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _powers(number: int) -> str:
    return f"{number} {'power or penalty' if number == 1 else 'powers or penalties'}"


def _document(d: VersionDifference, everything: bool) -> Iterator[Block]:
    old, new = View(d.old), View(d.new)
    yield Heading(f"{old.title} → {new.title}", 1)
    yield Item((Run("Old: ", "strong"), Run(f"{_files(d.old)}: {old.identity}")))
    yield Item((Run("New: ", "strong"), Run(f"{_files(d.new)}: {new.identity}")))
    for line in verdict(d):
        yield Paragraph((Run(line, "strong"),))
    yield from _shifts("Safeguards gone and powers grown", d, [s for s in d.shifts if s.kind in WORSE])
    yield from _findings("New findings", d.new, d.appeared, everything, d)
    yield from _shifts("Safeguards gained and powers cut back", d, [s for s in d.shifts if s.kind not in WORSE])
    if everything:
        yield from _findings("Fixed findings", d.old, d.fixed, False)
        yield from _findings("Findings kept", d.new, [f for _, f in d.kept], False)
    yield from _provisions(d, everything)
    doubts = [f"{name}: {line}" for name, view in (("old", old), ("new", new)) for line in view.doubts]
    if doubts:
        yield Heading("Doubtful")
        yield from (Item((Run(line),)) for line in doubts)
    yield Paragraph((
        Run(
            "Safeguards and powers are seen by the words that the lexicon knows: words it does not know are neither gained "
            f"nor lost here. {NO_ADVICE}",
            "quiet",
        ),
    ))  # fmt: skip


def _files(comparison: Comparison) -> str:
    return ", ".join(plain(f.name) for f in comparison.law.files)


def _shifts(title: str, d: VersionDifference, found: Sequence[Shift]) -> Iterator[Block]:
    if not found:
        return
    yield Heading(title)
    for shift in found:
        yield Item(tuple(_shift(d, shift)), shift.severity)


def _shift(d: VersionDifference, s: Shift) -> Iterator[Run]:
    yield Run(f"{_places(d, *_ends(d, s))}: ", "strong")
    yield Run(_said(s))
    mark = ": "
    quotes: tuple[tuple[Quote | None, Comparison, Style], ...] = (
        (s.old_quote, d.old, "removed"),
        (s.new_quote, d.new, "added"),
    )
    for quote, comparison, style in quotes:
        if quote is not None:
            yield Run(f"{mark}“")
            yield Run(plain(comparison.reading.words(quote)), style)
            yield Run("”")
            mark = " → "
    if s.elsewhere:
        named = ", ".join(places.name(d.new.law, i) for i in s.elsewhere[:_ELSEWHERE])
        yield Run(f"; newly named in {named}, where it may have moved", "quiet")


def _ends(d: VersionDifference, s: Shift) -> tuple[str | None, str | None]:
    """Return the smallest provisions of both texts that the shift can be told of: those of the words, and their counterparts."""
    old = s.old_quote.provision if s.old_quote and s.old else s.old
    new = s.new_quote.provision if s.new_quote and s.new else s.new
    if s.new_quote is None and s.new is not None:
        new = next((p.new for p in d.pairs if p.new and p.old == old), s.new)
    if s.old_quote is None and s.old is not None:
        old = next((p.old for p in d.pairs if p.old and p.new == new), s.old)
    return old, new


def _said(s: Shift) -> str:
    if s.measured:
        return s.what
    whole = s.old is None or s.new is None
    return {
        "safeguard_gone": f"{s.what} is gone" + (" with the provision" if whole else ""),
        "safeguard_gained": f"{s.what} is named",
        "power_grown": f"{s.what} is added" if whole else f"{s.what} is new here",
        "power_shrunk": f"{s.what} is removed" if whole else f"{s.what} is no longer named",
    }[s.kind]


def _places(d: VersionDifference, old: str | None, new: str | None) -> str:
    """Return both places and the heading: section 37 → section 33, Experts."""
    names = [places.name(law, i) for law, i in ((d.old.law, old), (d.new.law, new)) if i is not None]
    law, last = (d.new.law, new) if new is not None else (d.old.law, old)
    heading = places.heading(law, last) if last is not None else ""
    mark = " (old)" if new is None else " (new)" if old is None else ""
    return " → ".join(dict.fromkeys(names)) + mark + (f", {heading}" if heading else "")


def _findings(
    title: str,
    comparison: Comparison,
    found: Sequence[Finding],
    everything: bool,
    new_in: VersionDifference | None = None,
) -> Iterator[Block]:
    if not found:
        return
    yield Heading(title)
    for placed in place_all(replace(comparison, findings=tuple(found))):
        before = _stood_before(new_in, placed.finding) if new_in is not None else ""
        yield Item(
            (*_finding(placed, everything), *([Run(before, "quiet")] if before else [])), placed.finding.severity
        )


def _stood_before(d: VersionDifference, finding: Finding) -> str:
    """Return a remark on a new finding whose words the old text had in that place: then what is around them changed."""
    quote = finding.quote
    if quote is None or quote.heading:
        return ""
    words = " ".join(d.new.reading.words(quote).lower().split())
    for pair in d.pairs:
        if pair.new == quote.provision and pair.old is not None:
            old = d.old.law.by_id[pair.old]
            if words in " ".join(old.text.lower().split()):
                return f"; these words stood in {places.name(d.old.law, pair.old)} before: what changed is around them"
    return ""


def _finding(placed: Placed, everything: bool) -> Iterator[Run]:
    heading = f", {placed.heading}" if placed.heading else ""
    yield Run(f"{placed.place}{heading}: ", "strong")
    yield Run(placed.message if everything else plain(placed.finding.title))
    if everything and placed.finding.remedy:
        yield Run(f" Mend: {plain(placed.finding.remedy)}", "quiet")
    status = placed.finding.suppressed
    note = (
        f"; suppressed: {plain(status)}"
        if status
        else "; known from the baseline"
        if placed.finding.baseline == "known"
        else ""
    )
    yield Run(f" ({plain(placed.finding.rule)}{note})", "quiet")


def _sections(d: VersionDifference) -> list[Pair]:
    """Return the pairs of whole sections and of what stands outside any."""
    return [p for p in d.pairs if _whole(d.old.law, p.old) and _whole(d.new.law, p.new)]


def _whole(law: Law, id: str | None) -> bool:  # noqa: A002 - the domain's word
    if id is None:
        return True
    provision = law.by_id[id]
    above = law.by_id[provision.parent].level if provision.parent else None
    return provision.level in BASIC or above is None or above in GROUPS


def _provisions(d: VersionDifference, everything: bool) -> Iterator[Block]:
    whole = {(p.old, p.new) for p in _sections(d)}
    words = {(r.pair.old, r.pair.new): r for r in d.reworded}
    yield Heading("Provision by provision")
    unchanged = 0
    renumbered: list[str] = []
    for pair in d.pairs:
        section = (pair.old, pair.new) in whole
        changed = words.get((pair.old, pair.new))
        if section and pair.relation == "same" and not pair.renumbered:
            unchanged += 1
        elif section and pair.relation == "renumbered":
            renumbered.append(_short(d, pair))
        elif section:
            yield Item((Run(f"{_places(d, pair.old, pair.new)}: ", "strong"), Run(_relation(pair))))
            yield from _words(changed)
            if everything and pair.relation in ("added", "removed"):
                yield Item(_part(d, pair, None), depth=1)
        elif everything and pair.relation != "same" and (changed or pair.relation in ("added", "removed")):
            yield Item((Run(f"{_short(d, pair)}: ", "strong"), *_part(d, pair, changed)), depth=1)
    if renumbered:
        yield Paragraph((Run(f"Renumbered and otherwise unchanged: {', '.join(renumbered)}.", "quiet"),))
    if unchanged:
        yield Paragraph((Run(f"{_number(unchanged, 'provision')} unchanged.", "quiet"),))


def _relation(pair: Pair) -> str:
    also = [w for w, said in (("moved", pair.moved), ("renumbered", pair.renumbered)) if said and w != pair.relation]
    return _RELATIONS[pair.relation] + (f", {' and '.join(also)}" if also else "")


def _short(d: VersionDifference, pair: Pair) -> str:
    names = [plain(law.by_id[i].citation) for law, i in ((d.old.law, pair.old), (d.new.law, pair.new)) if i is not None]
    return " → ".join(dict.fromkeys(names))


def _part(d: VersionDifference, pair: Pair, changed: Reworded | None) -> tuple[Run, ...]:
    if pair.old is None and pair.new is not None:
        return (Run(_opening(d.new.law, pair.new, {p.new for p in d.pairs}), "added"),)
    if pair.new is None and pair.old is not None:
        return (Run(_opening(d.old.law, pair.old, {p.old for p in d.pairs}), "removed"),)
    return _runs(changed.text) if changed else (Run(_relation(pair)),)


def _opening(law: Law, id: str, told: set[str | None]) -> str:  # noqa: A002 - the domain's word
    """Return the first words of a provision; where its parts are told of apart, its own alone."""
    apart = any(p.id in told for p in law.walk(id) if p.id != id)
    return plain(law.by_id[id].text) if apart else places.opening(law, id)


def _words(changed: Reworded | None) -> Iterator[Item]:
    if changed is None:
        return
    for label, words in (("heading: ", changed.heading), ("", changed.text)):
        if any(w.kind != "kept" and w.text.strip() for w in words):
            yield Item((Run(label, "quiet"), *_runs(words)), depth=1)


def _runs(words: Sequence[Words]) -> tuple[Run, ...]:
    """Return the changes with a little of what stayed beside them."""
    return tuple(
        Run(_shortened(plain(w.text), first=n == 0, last=n == len(words) - 1))
        if w.kind == "kept"
        else Run(plain(w.text), w.kind)
        for n, w in enumerate(words)
    )


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return the text beside a change: its end before one, its start behind one, both between two."""
    if len(text) <= (_CONTEXT if first or last else 2 * _CONTEXT) + 10:
        return text
    head = "" if first else text[: text.find(" ", _CONTEXT - 12) + 1]
    tail = "" if last else text[text.rfind(" ", 0, len(text) - _CONTEXT + 12) :]
    return f"{head}…{tail}"
