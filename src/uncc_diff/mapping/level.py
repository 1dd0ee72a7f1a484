"""At which level a duty sits: a section as a whole, or its parts where it nests several duties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.law import Law
from ..model.mapping import Match


def settle(law: Law, matches: Sequence[Match]) -> list[Match]:
    """Return the matches of one treaty with each article accepted at one level only.

    Where at least two parts of a provision answer different articles, the parts keep their matches and the whole loses
    its own; otherwise the whole keeps its match and its parts lose theirs to it.
    """
    accepted: dict[str, set[str]] = {}
    for match in matches:
        if match.accepted:
            accepted.setdefault(match.provision, set()).add(match.article)
    below: dict[str, list[str]] = {}
    for provision in accepted:
        for ancestor in law.ancestors(provision):
            if ancestor.id in accepted:
                below.setdefault(ancestor.id, []).append(provision)
    depth = {p.id: n for n, p in enumerate(law.provisions)}
    for whole in sorted(below, key=lambda id_: -depth[id_]):
        parts = [accepted[p] for p in below[whole] if accepted[p]]
        if len(parts) >= 2 and len(set().union(*parts)) >= 2:
            accepted[whole] = set()
        else:
            for part in below[whole]:
                accepted[part] -= accepted[whole]
    return [
        replace(m, accepted=False, relation="related") if m.accepted and m.article not in accepted[m.provision] else m
        for m in matches
    ]
