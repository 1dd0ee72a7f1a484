"""The law divided: groups, sections and schedules become nodes, and their rows are read into them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from ..model.law import Level
from ..model.source import Caveat
from .body import Filled, fill
from .grammar import Grammar
from .groups import Group, find_cross_headings, find_groups, ranks, title_end
from .headings import NONE, Found, Lead, as_listed, way_of
from .paper import Page
from .rows import Row, letters_of
from .sequence import best_chain
from .tree import Node
from .units import Start, possible_starts, written_starts

_SEPARATED = re.compile(r"[-–—:]")


@dataclass(slots=True)
class Plan:
    """What was found in a stretch of rows: its sections, and the group and schedule headings around them."""

    chain: Sequence[Start]
    level: Level
    groups: Mapping[int, Group] = field(default_factory=dict)
    schedules: Mapping[int, Group] = field(default_factory=dict)
    headings: Mapping[int, Sequence[Row]] = field(default_factory=dict)
    """Marginal notes by the row of the section they head."""
    listed: Mapping[int, Sequence[Row]] = field(default_factory=dict)
    """What the contents list calls a section, by its row: its heading where the body shows none."""


class Divider:
    """Builds nodes from plans; collects doubts with the node they are about."""

    def __init__(self, grammar: Grammar, page: Page) -> None:
        self.grammar = grammar
        self.page = page
        self.caveats: list[tuple[Caveat, Node]] = []
        self.borrowed: list[Node] = []
        """Units whose heading was taken from the contents list."""

    def divide(self, rows: Sequence[Row], plan: Plan, holder: Node) -> None:
        """Hang everything in `rows` below `holder`; what stands before the first unit goes to `holder` itself."""
        starts = {start.row: start for start in plan.chain}
        events = sorted({*starts, *plan.groups, *plan.schedules})
        found = self._headings(rows, plan, events)
        heads = [at - _above(found, at) for at in starts]
        groups = {**find_cross_headings(rows, heads, events, self.grammar, gaps=self.page.gaps), **plan.groups}
        events = sorted({*events, *groups})
        depth = ranks(groups.values())
        stops = dict(zip(events, [*events[1:], len(rows)], strict=True))
        first = events[0] if events else len(rows)
        before = rows[: first - _above(found, first)]
        self._fill(holder, before)
        open_groups: list[Node] = []
        base = holder.parent if holder.level == "preamble" else holder
        for at in events:
            stop = stops[at] - _above(found, stops[at])
            if at in starts:
                unit = Node(plan.level, number=starts[at].number.bare)
                (open_groups[-1] if open_groups else base or holder).add(unit)
                self._unit(unit, rows, stop, starts[at], found.get(at, NONE), plan.headings.get(at, ()))
                if not unit.heading and at in plan.listed:
                    unit.borrow(plan.listed[at])
                    self.borrowed.append(unit)
                continue
            group = groups.get(at) or plan.schedules[at]
            node = Node(cast(Level, group.level), number=group.number, word=group.word)
            if group.level in ("schedule", "closing"):
                node.schedule = group.level == "schedule"
                open_groups = []
                base = _outermost(base or holder)
                base.add(node)
                base = node
            else:
                while open_groups and _rank(node, depth) <= _rank(open_groups[-1], depth):
                    open_groups.pop()
                (open_groups[-1] if open_groups else base or holder).add(node)
                open_groups.append(node)
            self._group(node, rows, group, stop)

    def _headings(self, rows: Sequence[Row], plan: Plan, events: Sequence[int]) -> dict[int, Found]:
        leads = _leads(rows, plan, events)
        told: dict[int, Found] = {}
        for start, lead in zip(plan.chain, leads, strict=True):
            letters = letters_of(" ".join(row.text for row in plan.listed.get(start.row, ())))
            if letters and start.row not in plan.headings and (found := as_listed(lead, letters)) != NONE:
                told[start.row] = found
        free = [lead for start, lead in zip(plan.chain, leads, strict=True) if start.row not in plan.headings]
        if len(free) * 2 < len(leads):
            return told
        find = way_of(free)
        guessed = {
            start.row: find(lead)
            for start, lead in zip(plan.chain, leads, strict=True)
            if start.row not in plan.headings
        }
        return {**guessed, **told}

    def _unit(
        self, unit: Node, rows: Sequence[Row], stop: int, start: Start, found: Found, notes: Sequence[Row]
    ) -> None:
        row = rows[start.row]
        unit.touch(row)
        for above in rows[start.row - found.above : start.row]:
            unit.head(above)
        for note in notes:
            unit.head(note)
        head = row.cut(start.rest_at)[1]
        body = ([head] if head.text else []) + list(rows[start.row + 1 : stop])
        for count in range(found.rows):
            unit.head(body[count], 0, found.end if count == found.rows - 1 else None)
        if found.rows:
            rest = body[found.rows - 1].cut(found.end)[1] if found.end is not None else None
            body = ([rest] if rest is not None and rest.text else []) + body[found.rows :]
        self._fill(unit, body)

    def _group(self, node: Node, rows: Sequence[Row], group: Group, stop: int) -> None:
        if group.level == "closing":
            for row in rows[group.row : stop]:
                node.say(row)
            return
        end = title_end(rows, group.row, stop, self.grammar)
        node.touch(rows[group.row])
        node.head(rows[group.row], group.rest_at)
        for row in rows[group.row + 1 : end]:
            node.head(row)
        if group.level == "schedule":
            self.attachment(node, rows[end:stop])
        else:
            self._fill(node, rows[end:stop])

    def attachment(self, node: Node, rows: Sequence[Row]) -> None:
        """Divide the text of a schedule, which counts its articles or paragraphs afresh."""
        plan = self._plan_of_part(rows)
        if plan.chain or plan.groups:
            self.divide(rows, plan, node)
        else:
            self._fill(node, rows)

    def _plan_of_part(self, rows: Sequence[Row]) -> Plan:
        starts = [start for start in possible_starts(rows, self.grammar, loose=True) if not rows[start.row].block]
        worded = best_chain([s for s in starts if s.family in self.grammar.maps["units"]])
        groups = find_groups(rows, self.grammar, sections_are_groups=bool(worded) and worded[0].family == "article")
        if len(worded) >= 2:
            return Plan(worded, cast(Level, worded[0].family), groups)
        bare = best_chain([s for s in starts if s.family == "bare"])
        written = best_chain(written_starts(rows, self.grammar))
        chain = max((bare, written), key=len)
        if len(chain) >= 2 and chain[0].key[0] <= 1:
            return Plan(chain, "paragraph", groups)
        return Plan((), "paragraph", groups if len(groups) > 1 else {})

    def _fill(self, node: Node, rows: Sequence[Row]) -> None:
        if node.level == "preamble":
            for row in rows:
                if row.text:
                    node.say(row)
            return
        filled: Filled = fill(node, rows, self.grammar, self.page)
        self.caveats += [(caveat, node) for caveat in filled.caveats]
        for holder, quoted in filled.quotations:
            self._quotation(holder, quoted)

    def _quotation(self, holder: Node, rows: list[Row]) -> None:
        """Put the provisions of a quotation in the place of its holder."""
        plain = [Row(row.text, row.start, row.line, row.gap, row.indent) for row in rows]
        starts = possible_starts(plain, self.grammar)
        worded = best_chain([s for s in starts if s.family in self.grammar.maps["units"]])
        bare = best_chain([s for s in starts if s.family in ("bare", "sign")])
        chain = worded or [s for s in bare if s.weight > 0]
        groups = find_groups(plain, self.grammar, sections_are_groups=False)
        level: Level = cast(Level, worded[0].family) if worded else "section"
        parent = holder.parent
        if parent is None:
            return
        collected = Node("section", quoted=True)
        if chain or groups:
            self.divide(plain, Plan(chain, level, groups), collected)
        else:
            self._fill(collected, plain)
        at = parent.children.index(holder)
        for child in collected.children:
            child.parent = parent
        parent.children[at : at + 1] = collected.children
        if collected.text and collected.children:
            collected.children[0].text[:0] = collected.text
            collected.children[0].lines[:0] = collected.lines
        elif collected.text:
            parent.text += collected.text
            parent.lines += [line for line in collected.lines if line not in parent.lines]


def _rank(node: Node, depth: Mapping[str, int]) -> int:
    """An unnumbered heading lies just inside numbered ones of its level."""
    return depth[node.level] + (node.number is None)


def _outermost(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node


def _above(found: Mapping[int, Found], at: int) -> int:
    return found[at].above if at in found else 0


def _leads(rows: Sequence[Row], plan: Plan, events: Sequence[int]) -> list[Lead]:
    previous = {at: (events[i - 1] if i else -1) for i, at in enumerate(events)}
    following = {at: (events[i + 1] if i + 1 < len(events) else len(rows)) for i, at in enumerate(events)}
    leads: list[Lead] = []
    for start in plan.chain:
        row = rows[start.row]
        head = row.cut(start.rest_at)[1]
        below = [r for r in rows[start.row + 1 : min(following[start.row], start.row + 8)] if r.text]
        first = previous[start.row] + 1
        if first - 1 in plan.groups and _titles_group(rows, plan.groups[first - 1], first, start.row):
            first += 1
        separated = start.family not in ("bare", "paren", "sign") and bool(
            _SEPARATED.search(row.text[start.number_end : start.rest_at])
        )
        above = rows[max(first, start.row - 5) : start.row]
        below_group = previous[start.row] in plan.groups and len(above) == 1 and first == previous[start.row] + 1
        leads.append(Lead([head, *below] if head.text else below, above, separated and bool(head.text), below_group))
    return leads


def _titles_group(rows: Sequence[Row], group: Group, first: int, start: int) -> bool:
    """Is the row below a group's number its title, not the heading of the section that follows?"""
    if first >= start or rows[group.row].text[group.rest_at :].strip():
        return False
    look = rows[first].line
    return (
        start - first > 1
        or rows[first].text.isupper()
        or look.centred
        or look.bold == rows[group.row].line.bold is True
    )
