"""Roles told of each law by only those signs that labelled sections of other laws show as well.

No weight of `_roles.yaml` is fitted, so leaving a law out of a fit says nothing. What can be left out are the signs that one
law alone bears out: a law is read without every sign that no labelled section of another law shows in that sign's role.
`words=True` goes further and leaves out single words of a sign (in a heading or the heading of a Part), concepts and doings
that only this law bears out; a word that is good English for its subject but stands once in the sample is lost with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from uncc_diff import pipeline
from uncc_diff.language import Lexicon, annotate
from uncc_diff.language.signals import Names, Signal, Signals, Stretch
from uncc_diff.model.law import Law
from uncc_diff.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Key = tuple[str, ...]
"""A sign, and when words count also what showed it."""


def read_with_signs_of_others(
    laws: Path, labels: Sequence[dict[str, str]], lexicon: Lexicon, *, words: bool
) -> dict[str, Reading]:
    """Return by name the reading of each law, its roles told by signs that other laws bear out."""
    parsed = {name: pipeline.outline(laws / name) for name in dict.fromkeys(label["law"] for label in labels)}
    role_of = {(label["law"], label["section"]): label["role"] for label in labels}
    borne_out: dict[Key, set[str]] = {}

    def note(law: str, section: str, signal: Signal, keys: set[Key]) -> bool:
        if signal.weight < 0 or role_of.get((law, section)) == signal.role:
            for key in keys:
                borne_out.setdefault(key, set()).add(law)
        return True

    def known(law: str, _: str, signal: Signal, keys: set[Key]) -> bool:
        return any(borne_out.get(key, set()) - {law} for key in keys)

    for name, law in parsed.items():
        with _asking(partial(note, name), law, words=words):
            annotate(law, lexicon)
    read = {}
    for name, law in parsed.items():
        with _asking(partial(known, name), law, words=words):
            read[name] = annotate(law, lexicon)
    return read


@contextmanager
def _asking(keep: Callable[[str, Signal, set[Key]], bool], law: Law, *, words: bool) -> Iterator[None]:
    """Keep only those signs in a stretch that `keep` says, as long as the context lasts."""
    seen = Signals.seen

    def asked(self: Signals, stretch: Stretch) -> list[tuple[Signal, float, Names]]:
        found = seen(self, stretch)
        section = law.by_id[stretch.provision].citation
        return [f for f in found if keep(section, f[0], _keys(f[0], f[2], law) if words else {(f[0].name,)})]

    with patch.object(Signals, "seen", asked):
        yield


def _keys(signal: Signal, names: Names, law: Law) -> set[Key]:
    keys: set[Key] = set()
    for name in (signal.all | signal.any) & names.keys():
        if not name.startswith("phrase:"):
            keys.add((signal.name, name))
        elif signal.place in ("heading", "group"):
            quote = names[name]
            heading = law.by_id[quote.provision].heading or ""
            keys.add((signal.name, heading[quote.start : quote.end].lower()))
        else:
            keys.add((signal.name,))
    return keys
