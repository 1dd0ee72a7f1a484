"""What changed in the words of a pair, run by run, so that a reader sees the amendment and not two texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from ..model.law import Law
from ..model.versions import Pair, Reworded, Words

Step = tuple[str, int, int, int, int]
"""equal, insert, delete or replace; from and to in the old tokens, from and to in the new ones."""
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]|\s+")
_ISLAND = 2
"""Words that stayed alone between two changes are shown as changed: an amendment of every other word cannot be read."""
_WORDS_KEPT = frozenset({"same", "renumbered", "moved"})
"""Relations of pairs whose words are the same, but for references that were renumbered."""
_PHRASES = 1_000_000
"""Product of the tokens of two texts up to which the longest phrases are looked for."""
_OTHER = 0.3
"""Share of kept words, of the shorter text's, below which a text is shown as another one, not amended at every other word."""
_SHORT = 12
"""Words of both texts together up to which every change is shown as it is."""


def rewordings(old: Law, new: Law, pairs: Sequence[Pair]) -> tuple[Reworded, ...]:
    """Return the changes of words, in the order of the pairs: of each pair's own headings and texts.

    Texts that belong together (split, merged, or put a level higher or lower) are compared as one; the first of their
    pairs bears the words.
    """
    found = []
    orders = tuple({p.id: n for n, p in enumerate(law.provisions)} for law in (old, new))
    for together in _together(pairs):
        if all(pair.relation in _WORDS_KEPT for pair in together):
            continue
        first = together[0]
        heading = compare_words(*_headings(old, new, first))
        text = compare_words(
            _joined(old, {p.old for p in together if p.old is not None}, orders[0]),
            _joined(new, {p.new for p in together if p.new is not None}, orders[1]),
        )
        if any(run.kind != "kept" and run.text.strip() for run in (*heading, *text)):
            found.append(Reworded(first, heading, text))
    return tuple(found)


def _together(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the pairs with two sides in groups: those that share a provision of either text stand together."""
    groups: list[list[Pair]] = []
    place: dict[tuple[str, str | None], list[Pair]] = {}
    for pair in pairs:
        if pair.old is None or pair.new is None:
            continue
        sides = (("old", pair.old), ("new", pair.new))
        known = [place[side] for side in sides if side in place]
        group = known[0] if known else []
        if not known:
            groups.append(group)
        elif len(known) > 1 and known[0] is not known[1]:
            group += known[1]
            groups = [g for g in groups if g is not known[1]]
            place |= {key: group for key, value in place.items() if value is known[1]}
        group.append(pair)
        place |= dict.fromkeys(sides, group)
    return groups


def _headings(old: Law, new: Law, pair: Pair) -> tuple[str, str]:
    return tuple(law.by_id[i or ""].heading or "" for law, i in ((old, pair.old), (new, pair.new)))  # type: ignore[return-value]


def _joined(law: Law, ids: set[str], order: dict[str, int]) -> str:
    """Return the own texts of these provisions, each once, in the order of the law."""
    return " ".join(text for i in sorted(ids, key=order.__getitem__) if (text := law.by_id[i].text))


def compare_words(old: str, new: str) -> tuple[Words, ...]:
    """Return the runs that turn the old text into the new; without the added ones they spell the old, and vice versa."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[tuple[str, list[str]]] = []
    for tag, src_start, src_end, dest_start, dest_end in _steps(before, after):
        gone, come = before[src_start:src_end], after[dest_start:dest_end]
        if tag == "equal":
            runs.append(("kept", gone))
        else:
            runs += [("removed", gone)] if gone else []
            runs += [("added", come)] if come else []
    return tuple(_readable(_other(runs, old, new)))


def _steps(before: Sequence[str], after: Sequence[str]) -> Sequence[Step]:
    """Return the steps from one row of tokens to the other: the longest phrase that stayed first, then around it.

    The least number of changed words would do too, but where a phrase occurs twice it tears apart what was kept. Of texts
    too long for phrases, whose search takes the product of the lengths, the least number is taken.
    """
    if len(before) * len(after) <= _PHRASES:
        from difflib import SequenceMatcher

        return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    from rapidfuzz.distance import Indel

    numbers = {token: n for n, token in enumerate(dict.fromkeys((*before, *after)))}
    steps = Indel.opcodes([numbers[t] for t in before], [numbers[t] for t in after])
    return [(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps]


def _other(runs: list[tuple[str, list[str]]], old: str, new: str) -> list[tuple[str, list[str]]]:
    """Return the runs, or the old text and the new one as they stand where hardly a word was kept."""
    kept = sum(_count(tokens) for kind, tokens in runs if kind == "kept")
    words = [_count(_TOKEN.findall(text)) for text in (old, new)]
    if min(words) and max(words) > _SHORT and kept < _OTHER * min(words):
        return [("removed", [old]), ("added", [new])]
    return runs


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
            result.append(Words("kept", _spelled(together, "kept")))
        else:
            result += _change(_spelled(together, "removed"), _spelled(together, "added"))
    return [
        Words(kind, "".join(run.text for run in some)) for kind, some in groupby(_slid(result), key=attrgetter("kind"))
    ]


def _slid(runs: Sequence[Words]) -> list[Words]:
    """Return the runs with words that came or went alone cut as one writes them: `may {with a warrant }search`."""
    slid = list(runs)
    for at in range(1, len(slid) - 1):
        before, change, behind = slid[at - 1 : at + 2]
        space = change.text[: len(change.text) - len(change.text.lstrip())]
        alone = (before.kind, behind.kind) == ("kept", "kept") and change.kind != "kept"
        if alone and space and space != change.text and behind.text.startswith(space):
            slid[at - 1] = replace(before, text=before.text + space)
            slid[at] = replace(change, text=change.text[len(space) :] + space)
            slid[at + 1] = replace(behind, text=behind.text[len(space) :])
    return [run for run in slid if run.text]


def _spelled(runs: Iterable[tuple[str, list[str]]], kind: str) -> str:
    return "".join(token for k, tokens in runs for token in tokens if k == kind)


def _change(gone: str, come: str) -> list[Words]:
    """Return removed and added words; the spaces that both begin or end with were kept."""
    if not gone.strip() and not come.strip() and gone and come:
        return [Words("removed", gone), Words("added", come)]
    before = _spaces(gone[: len(gone) - len(gone.lstrip())], come[: len(come) - len(come.lstrip())])
    gone, come = gone[len(before) :], come[len(before) :]
    behind = _spaces(gone[len(gone.rstrip()) :], come[len(come.rstrip()) :])
    inner = (gone[: len(gone) - len(behind)], come[: len(come) - len(behind)])
    parts = (("kept", before), ("removed", inner[0]), ("added", inner[1]), ("kept", behind))
    return [Words(kind, text) for kind, text in parts if text]  # type: ignore[arg-type]


def _spaces(one: str, other: str) -> str:
    return one if one == other else ""


def _count(tokens: Sequence[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)
