"""The stage that says what lies between two texts of a law: words, safeguards and powers, findings."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.comparison import Comparison
from ..model.versions import Pair, VersionDifference
from .clauses import clauses
from .findings import fates
from .shifts import shifts
from .words import rewordings

__all__ = ["difference"]


def difference(old: Comparison, new: Comparison, pairs: Sequence[Pair]) -> VersionDifference:
    """Return what lies between two compared texts whose provisions are paired."""
    together = clauses(old.reading, new.reading, pairs)
    became = fates(old, new, together)
    return VersionDifference(
        old=old,
        new=new,
        pairs=tuple(pairs),
        reworded=rewordings(old.law, new.law, pairs),
        shifts=shifts(together),
        appeared=became.appeared,
        fixed=became.fixed,
        kept=became.kept,
    )
