"""From a source to a law: contents list aside, the best chain of sections, groups and schedules around it, and the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model.law import Law, Note
from ..model.source import Caveat, Source
from .body import Page, fill, page_of
from .contents import Contents, find_contents
from .grammar import Grammar, load_grammar
from .groups import Group, find_groups, find_schedules, nests_in, title_end
from .headings import Found, Lead, way_of
from .joining import Vocabulary
from .language import detect_language
from .rows import Row, body_rows
from .sequence import best_chain, chain_weight, missing_between
from .tree import Node, finish
from .units import Start, possible_starts, weigh_by_contents

_WORDED = 1.6
"""A chain of lines that say Section or Article is trusted over one of bare numbers up to this factor."""

_IN_SCHEDULE = 3.0


@dataclass(slots=True)
class _Text:
    """What is known of the law as a whole while it is divided."""

    grammar: Grammar
    page: Page
    caveats: list[tuple[Caveat, Node | None]]


def parse(source: Source, *, law: str | None = None) -> Law:
    """Return the law as a tree of provisions."""
    rows = body_rows(source)
    language = source.language or detect_language(row.text for row in rows)
    grammar = load_grammar(language)
    vocabulary = Vocabulary(row.text for row in rows)
    starts = possible_starts(rows, grammar)
    contents = find_contents(rows, starts, grammar)
    weigh_by_contents(starts, rows, contents.entries)
    schedules = {at: group for at, group in find_schedules(rows, grammar).items() if not contents.covers(at)}
    chain = _choose_chain([s for s in starts if not contents.covers(s.row)], schedules)
    level = _unit_level(chain, contents, grammar, rows)
    text = _Text(grammar, page_of(rows), [])
    schedules = {at: g for at, g in schedules.items() if g.firm and (not chain or at > chain[-1].row)}
    groups = find_groups(rows, grammar, sections_are_groups=level == "article")
    groups = {at: g for at, g in groups.items() if not contents.covers(at)}
    roots = _divide(rows, chain, level, groups, schedules, contents, text)
    provisions, ids = finish(roots, vocabulary)
    caveats = [replace(c, provision=ids.get(id(node)) if node is not None else None) for c, node in text.caveats]
    notes = _notes(source)
    return Law(
        files=source.files,
        title=source.title or _title(rows),
        language=language,
        provisions=provisions,
        text=source.text,
        notes=notes,
        caveats=(*source.caveats, *caveats),
    )


def _choose_chain(starts: Sequence[Start], schedules: dict[int, Group]) -> list[Start]:
    """Return the law's sections: the best chain of the way it names them."""
    first_schedule = min((at for at, g in schedules.items() if g.firm and at > _third(starts)), default=None)
    if first_schedule is not None:
        for start in starts:
            if start.row > first_schedule:
                start.weight -= _IN_SCHEDULE
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
    return chain if weight > 0 and (len(chain) > 1 or weight >= 3) else []


def _third(starts: Sequence[Start]) -> int:
    return starts[2].row if len(starts) > 2 else 0


def _unit_level(chain: Sequence[Start], contents: Contents, grammar: Grammar, rows: Sequence[Row]) -> str:
    if chain and chain[0].family in grammar.maps["units"]:
        return chain[0].family
    if contents.unit:
        return contents.unit
    head = " ".join(row.text for row in rows[: chain[0].row if chain else 0][:12]).lower()
    for level, words in grammar.maps["instruments"].items():
        if any(re.search(rf"\b{re.escape(word)}\b", head) for word in words) and not re.search(
            r"\b(?:act|bill|law)\b", head
        ):
            return level
    return grammar.default_unit


def _divide(
    rows: Sequence[Row],
    chain: Sequence[Start],
    level: str,
    groups: dict[int, Group],
    schedules: dict[int, Group],
    contents: Contents,
    text: _Text,
) -> list[Node]:
    """Return the top of the tree."""
    events = sorted({*(s.row for s in chain), *groups, *schedules})
    by_row = {s.row: s for s in chain}
    preamble = Node("preamble")
    roots: list[Node] = []
    open_groups: list[Node] = []
    schedule: Node | None = None
    first = events[0] if events else len(rows)
    for at in range(first):
        if not contents.covers(at):
            preamble.say(rows[at])
    leads = _leads(rows, chain, events)
    find = way_of(leads)
    spare: dict[int, int] = {}
    for start, lead in zip(chain, leads, strict=True):
        found = find(lead)
        spare[start.row] = found.above
    if preamble.text:
        shift = spare.get(first, 0)
        roots.append(preamble)
        if shift:
            del preamble.text[-shift:]
    for number, at in enumerate(events):
        stop = events[number + 1] if number + 1 < len(events) else len(rows)
        stop_text = stop - spare.get(stop, 0)
        if at in by_row:
            unit = Node(level, number=by_row[at].number.bare)  # type: ignore[arg-type]
            (open_groups[-1].add(unit) if open_groups else (schedule.add(unit) if schedule else roots.append(unit)))
            _unit(unit, rows, by_row[at], stop_text, find(leads[chain.index(by_row[at])]), text)
            continue
        group = groups.get(at) or schedules[at]
        node = Node(group.level, number=group.number, word=group.word)  # type: ignore[arg-type]
        if group.level == "schedule":
            node.schedule = True
            open_groups, schedule = [], node
            roots.append(node)
        else:
            while open_groups and not nests_in(group.level, open_groups[-1].level):
                open_groups.pop()
            if open_groups:
                open_groups[-1].add(node)
            elif schedule:
                schedule.add(node)
            else:
                roots.append(node)
            open_groups.append(node)
        end = title_end(rows, at, stop_text, text.grammar)
        node.touch(rows[at])
        node.start = rows[at].start
        node.head(rows[at], group.rest_at)
        for row in rows[at + 1 : end]:
            node.head(row)
        if end < stop_text:
            text.caveats += [(c, node) for c in fill(node, rows[end:stop_text], text.grammar, text.page)]
    for behind, low, high in missing_between(chain):
        missing = str(low) if low == high else f"{low}-{high}"
        message = f"no {level} {missing} was found before {level} {behind.number.bare}"
        text.caveats.append((Caveat("skipped_number", message, page=rows[behind.row].line.page), None))
    return roots


def _leads(rows: Sequence[Row], chain: Sequence[Start], events: Sequence[int]) -> list[Lead]:
    leads: list[Lead] = []
    previous = {at: (events[i - 1] if i else -1) for i, at in enumerate(events)}
    following = {at: (events[i + 1] if i + 1 < len(events) else len(rows)) for i, at in enumerate(events)}
    for start in chain:
        row = rows[start.row]
        head = row.cut(start.rest_at)[1]
        below = rows[start.row + 1 : min(following[start.row], start.row + 7)]
        before = rows[max(previous[start.row] + 1, start.row - 5) : start.row]
        leads.append(Lead([head, *below] if head.text else list(below), before))
    return leads


def _unit(unit: Node, rows: Sequence[Row], start: Start, stop: int, found: Found, text: _Text) -> None:
    row = rows[start.row]
    unit.touch(row)
    unit.start = row.start + start.number_at
    for above in rows[start.row - found.above : start.row] if found.above else ():
        unit.head(above)
    head = row.cut(start.rest_at)[1]
    body = ([head] if head.text else []) + list(rows[start.row + 1 : stop])
    for count in range(found.rows):
        last = count == found.rows - 1
        unit.head(body[count], 0, found.end if last else None)
    if found.rows:
        rest = body[found.rows - 1].cut(found.end)[1] if found.end is not None else None
        body = ([rest] if rest is not None and rest.text else []) + body[found.rows :]
    text.caveats += [(c, unit) for c in fill(unit, body, text.grammar, text.page)]


def _title(rows: Sequence[Row]) -> str:
    return rows[0].text if rows else ""


def _notes(source: Source) -> tuple[Note, ...]:
    return tuple(Note(None, line.text, line.start, line.page) for line in source.lines if line.kind == "footnote")
