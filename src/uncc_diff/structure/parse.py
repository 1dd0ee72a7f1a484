"""From a source to a law: contents list aside, the best chain of sections, groups and schedules around it, and the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from ..model.correction import Correction
from ..model.law import Law, Level, Provision
from ..model.source import Caveat, Line, Source
from .contents import Contents, find_contents
from .corrections import apply_corrections
from .division import Divider, Plan
from .evidence import reads_like_law
from .grammar import Grammar, load_grammar
from .groups import Group, find_endings, find_groups, find_schedules
from .joining import Vocabulary
from .language import detect_language
from .marginalia import find_marginalia
from .margins import sort_margins
from .marked import marked_tree, states_structure
from .notes import collect_notes
from .paper import page_of
from .quoted import mark_quoted, mark_unquoted
from .rows import Row, body_rows
from .sequence import best_chain, chain_weight, missing_between
from .several import choose, separate
from .titles import best_title, cited_title, find_date, find_title
from .tree import Node, finish
from .units import Start, possible_starts, starts_behind_notes, weigh_by_contents

_WORDED = 1.6
"""A chain of lines that say Section or Article is trusted over one of bare numbers up to this factor."""

_FIRST_PROVISIONS = 8
_LEAST = 1.6
"""Weight of the weakest chain that is believed to be a law: two plain numbers, or several unpunctuated ones."""

_IN_SCHEDULE = 3.0
_QUOTED, _MAYBE_QUOTED = 4.0, 1.9
_Doubts = list[tuple[Caveat, Node | None]]


def parse(source: Source, *, law: str | None = None, corrections: Sequence[Correction] = ()) -> Law:
    """Return the law as a tree of provisions; without a single section its `basics` are empty.

    `law` chooses among several laws in one file by place (from 1) or title; the first is the default. `corrections` are a
    reviewer's. Raises UsageError when the file holds no law as chosen.
    """
    rows = body_rows(source)
    language = source.language or detect_language(row.text for row in rows)
    grammar = load_grammar(language)
    doubts: _Doubts = []
    margins: list[tuple[list[Line], Row | None]] = []
    if states_structure(source):
        roots, title, head = marked_tree(source, grammar), "", rows[:40]
    else:
        roots, margins, title, head = _plain(source, rows, grammar, law, corrections, doubts)
    provisions, ids = finish(roots, Vocabulary(row.text for row in rows))
    caveats = [replace(c, provision=ids.get(id(node)) if node is not None else None) for c, node in doubts]
    return Law(
        files=source.files,
        title=best_title(source.title, title or find_title(head, grammar), _cited(provisions, grammar)),
        language=language,
        provisions=provisions,
        text=source.text,
        version_date=find_date(head, grammar),
        notes=collect_notes(source, roots, ids, margins),
        caveats=(*source.caveats, *caveats),
        lines=source.lines,
    )


def _cited(provisions: Sequence[Provision], grammar: Grammar) -> str | None:
    """Return the title that one of the first sections gives the law."""
    own = [p for p in provisions if not p.schedule and not p.quoted and p.level != "preamble"]
    return cited_title((p.text for p in own[:_FIRST_PROVISIONS]), grammar)


def _plain(
    source: Source,
    rows: list[Row],
    grammar: Grammar,
    law: str | None,
    corrections: Sequence[Correction],
    doubts: _Doubts,
) -> tuple[list[Node], list[tuple[list[Line], Row | None]], str, list[Row]]:
    """Return the top of the tree of a text that states no structure, its loose margin notes, its title, its first rows."""
    mark_quoted(rows, grammar)
    starts = possible_starts(rows, grammar)
    parts = separate(rows, starts, grammar)
    chosen = choose(parts, law)
    if len(parts) > 1:
        rows = rows[parts[chosen].first : parts[chosen].last]
        starts = possible_starts(rows, grammar)
        others = "; ".join(f"{n}: {p.title}" for n, p in enumerate(parts, 1) if n != chosen + 1)
        doubts.append(
            (Caveat("several_laws", f"the file holds {len(parts)} laws; law {chosen + 1} was read, not {others}"), None)
        )
    starts = apply_corrections(starts, rows, corrections, grammar, doubts)
    contents = find_contents(rows, starts, grammar)
    starts = starts_behind_notes(starts, rows, contents.entries, grammar)
    weigh_by_contents(starts, rows, contents.entries)
    schedules = {
        at: g for at, g in find_schedules(rows, grammar).items() if not contents.covers(at) and not rows[at].block
    }
    chain = _choose_chain([s for s in starts if not contents.covers(s.row)], rows, schedules)
    if chain and chain[0].family in ("bare", "paren") and not (corrections or reads_like_law(rows, chain, grammar)):
        chain = []
    _clip_quotations(rows, chain)
    level = _unit_level(chain, contents, grammar, rows)
    groups = {
        at: g
        for at, g in find_groups(rows, grammar, sections_are_groups=level == "article").items()
        if at >= contents.last and not rows[at].block
    }
    schedules = {at: g for at, g in schedules.items() if g.firm and (not chain or at > chain[-1].row)}
    if chain:
        schedules |= find_endings(rows, grammar, chain[-1].row)
    if schedules:
        groups = {at: g for at, g in groups.items() if at < min(schedules)}
    mark_unquoted(rows, starts, chain, groups, grammar)
    groups = {at: g for at, g in groups.items() if not rows[at].block}
    headings = _shredded(rows, chain, contents)
    margins = sort_margins(source.lines, rows, [s.row for s in chain])
    for at, lines in margins.headings.items():
        headings.setdefault(at, [Row(line.text, line.start, line) for line in lines])
    for at in range(contents.first, contents.last):
        rows[at] = Row("", rows[at].start, rows[at].line)
    top = Node("part")
    preamble = top.add(Node("preamble"))
    divider = Divider(grammar, page_of(rows))
    if chain or groups or schedules:
        listed = {start.row: contents.headings[start.key] for start in chain if start.key in contents.headings}
        divider.divide(rows, Plan(chain, cast(Level, level), groups, schedules, headings, listed), preamble)
    else:
        for row in rows:
            preamble.say(row)
    roots = [node for node in top.children if node.text or node.children or node.level != "preamble"]
    for root in roots:
        root.parent = None
    doubts += divider.caveats
    if divider.borrowed:
        numbers = ", ".join(node.number or "" for node in divider.borrowed)
        message = f"no heading was found beside {level} {numbers}: it was taken from the contents list"
        doubts.append(
            (Caveat("doubtful_heading", message, page=divider.borrowed[0].lines[0].page), divider.borrowed[0])
        )
    _doubt_numbers(doubts, chain, rows, contents, level)
    in_part = {row.line.start for row in rows}
    loose = [(lines, row) for lines, row in margins.others if row is None or row.line.start in in_part]
    title = parts[chosen].title if len(parts) > 1 else ""
    first = min([*(s.row for s in chain[:1]), *groups, *schedules], default=40)
    title = title or find_title(rows[: contents.first or first], grammar)
    head = [row for row in rows[: chain[0].row if chain else 40] if row.text]
    return roots, loose, title, head


def _choose_chain(starts: Sequence[Start], rows: Sequence[Row], schedules: Mapping[int, Group]) -> list[Start]:
    """Return the law's sections: the best chain of the way it names them."""
    early = starts[2].row if len(starts) > 2 else 0
    first_schedule = min((at for at, g in schedules.items() if g.firm and at > early), default=len(rows))
    for start in starts:
        if start.row > first_schedule:
            start.weight -= _IN_SCHEDULE
        if rows[start.row].block:
            start.weight -= _QUOTED if rows[start.row].sure_block else _MAYBE_QUOTED
    chains: list[tuple[float, list[Start]]] = []
    for families, factor in (
        (("article",), _WORDED), (("section",), _WORDED), (("clause",), _WORDED), (("regulation",), _WORDED),
        (("rule",), _WORDED), (("sign",), 1.3), (("bare", "paren"), 1.0),
    ):  # fmt: skip
        chain = best_chain([s for s in starts if s.family in families])
        if chain:
            chains.append((chain_weight(chain) * factor, chain))
    if not chains:
        return []
    weight, chain = max(chains, key=lambda pair: pair[0])
    return chain if weight >= _LEAST and (len(chain) > 1 or weight >= 3) else []


def _clip_quotations(rows: Sequence[Row], chain: Sequence[Start]) -> None:
    """A quotation whose end is not sure ends where the next section of this law starts."""
    for start in chain:
        block = rows[start.row].block
        at = start.row
        while block and at < len(rows) and rows[at].block == block:
            rows[at].block = 0
            at += 1


def _unit_level(chain: Sequence[Start], contents: Contents, grammar: Grammar, rows: Sequence[Row]) -> str:
    """Return what this law calls its units: by the word at each, by its contents list, by what it calls itself."""
    if chain and chain[0].family in grammar.maps["units"]:
        return chain[0].family
    if contents.unit:
        return contents.unit
    words = " ".join(row.text for row in rows).lower()
    counted = {level: sum(words.count(name) for name in names) for level, names in grammar.maps["self_names"].items()}
    if any(counted.values()):
        return max(sorted(counted), key=lambda named: counted[named])
    return grammar.default_unit


def _shredded(rows: list[Row], chain: Sequence[Start], contents: Contents) -> dict[int, list[Row]]:
    """Take marginal notes that were broken into the sentences out of `rows`; return them by the section they head."""
    headings: dict[int, list[Row]] = {}
    by_row = {start.row: start for start in chain}
    for at, shreds in find_marginalia(rows, chain, contents.entries).items():
        headings[at] = []
        for shred in shreds:
            row = rows[shred.row]
            if shred.begin:
                rows[shred.row], note = row.cut(shred.begin)
            else:
                note, rest = row.cut(shred.end)
                rows[shred.row] = Row(rest.text, rest.start, row.line, row.gap)
                if shred.row in by_row:
                    by_row[shred.row].move(row.start - rest.start)
            headings[at].append(note)
    return headings


def _doubt_numbers(
    doubts: _Doubts, chain: Sequence[Start], rows: Sequence[Row], contents: Contents, level: str
) -> None:
    for behind, low, high in missing_between(chain):
        missing = str(low) if low == high else f"{low}-{high}"
        message = f"no {level} {missing} was found before {level} {behind.number.bare}"
        doubts.append((Caveat("skipped_number", message, page=rows[behind.row].line.page), None))
    if contents.entries and chain:
        found = {start.key for start in chain}
        lost = [key[0] for key in contents.entries if key not in found and not key[1]]
        if lost and len(lost) <= len(contents.entries) / 2:
            message = f"the contents list names {level} {', '.join(map(str, lost[:12]))}, which the body does not show"
            doubts.append((Caveat("contents_mismatch", message, page=rows[contents.first].line.page), None))
