"""What changed in the words of a pair, run by run, so that a reader sees the amendment and not two texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from ..model.law import Law
from ..model.versions import Pair, Reworded, Words

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]|\s+")
_ISLAND = 2
"""Words that stayed alone between two changes are shown as changed: an amendment of every other word cannot be read."""
WORDED = frozenset({"reworded", "moved"})


def reword(old: Law, new: Law, pair: Pair) -> Reworded | None:
    """Return the changes of words between the two provisions' own headings and texts; None where there are none."""
    if pair.old is None or pair.new is None or pair.relation not in WORDED:
        return None
    before, after = old.by_id[pair.old], new.by_id[pair.new]
    heading = compare_words(before.heading or "", after.heading or "")
    texts = (before.text, after.text)
    if bool(before.text) != bool(after.text):
        # The words went into a subsection or out of one: what matters is what the whole says.
        texts = (_flowed(old, pair.old), _flowed(new, pair.new))
    text = compare_words(*texts)
    changed = any(run.kind != "kept" for run in (*heading, *text))
    return Reworded(pair, heading, text) if changed else None


def _flowed(law: Law, id: str) -> str:  # noqa: A002 - the domain's word
    return " ".join(p.text for p in law.walk(id) if p.text)


def compare_words(old: str, new: str) -> tuple[Words, ...]:
    """Return the runs that turn the old text into the new; without the added ones they spell the old, and vice versa."""
    from rapidfuzz.distance import Indel

    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    numbers = {token: n for n, token in enumerate(dict.fromkeys((*before, *after)))}
    runs: list[tuple[str, list[str]]] = []
    for step in Indel.opcodes([numbers[t] for t in before], [numbers[t] for t in after]):
        gone, come = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            runs.append(("kept", gone))
        else:
            runs += [("removed", gone)] if gone else []
            runs += [("added", come)] if come else []
    return tuple(_readable(runs))


def _readable(runs: Sequence[tuple[str, list[str]]]) -> list[Words]:
    """Return the runs with lone words between changes folded into them, removed words before added ones."""
    folded: list[tuple[str, list[str]]] = []
    for place, (kind, tokens) in enumerate(runs):
        island = kind == "kept" and 0 < place < len(runs) - 1 and _count(tokens) <= _ISLAND
        folded += [("removed", tokens), ("added", tokens)] if island else [(kind, tokens)]
    result: list[Words] = []
    for kept, group in groupby(folded, key=lambda run: run[0] == "kept"):
        together = list(group)
        if kept:
            result.append(Words("kept", "".join(t for _, tokens in together for t in tokens)))
            continue
        for kind in ("removed", "added"):
            text = "".join(t for k, tokens in together for t in tokens if k == kind)
            if text:
                result.append(Words("removed" if kind == "removed" else "added", text))
    return result


def _count(tokens: Sequence[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)
