"""A difference as JSON, schema `uncc-diff-versions/1`: every pair, the changed words, shifts and findings."""

from __future__ import annotations

from typing import Any

from ...model.comparison import Comparison
from ...model.reading import Quote, Reading
from ...model.versions import Shift, VersionDifference, Words
from ..json_report import finding_data, law_data
from ..json_writing import dump
from ..places import offsets
from .document import verdict

SCHEMA = "uncc-diff-versions/1"


def as_json(d: VersionDifference) -> str:
    """Return the difference; offsets point into the text of the law that they belong to."""
    old, new = d.old.reading, d.new.reading
    words = {(r.pair.old, r.pair.new): r for r in d.reworded}
    whole = {
        "schema": SCHEMA,
        "tool": {"version": d.new.tool_version, "rules_version": d.new.rules_version},
        "profile": d.new.profile,
        "old": law_data(d.old.law),
        "new": law_data(d.new.law),
        "pairs": [
            {
                "old": _place(d.old, p.old),
                "new": _place(d.new, p.new),
                "relation": p.relation,
                "moved": p.moved,
                "renumbered": p.renumbered,
                "similarity": p.similarity,
                "heading": _words(r.heading) if (r := words.get((p.old, p.new))) else [],
                "text": _words(r.text) if r else [],
            }
            for p in d.pairs
        ],
        "shifts": [_shift(d, s) for s in d.shifts],
        "findings": {
            "new": [finding_data(new, f) for f in d.appeared],
            "fixed": [finding_data(old, f) for f in d.fixed],
            "kept": [{"old": a.id, "new": finding_data(new, b)} for a, b in d.kept],
        },
        "summary": {"verdict": list(verdict(d))},
    }
    return dump(whole)


def _place(comparison: Comparison, id: str | None) -> dict[str, Any] | None:  # noqa: A002 - the domain's word
    if id is None:
        return None
    provision = comparison.law.by_id[id]
    return {"provision": id, "citation": provision.citation, "heading": provision.heading}


def _words(runs: tuple[Words, ...]) -> list[dict[str, str]]:
    return [{"kind": run.kind, "text": run.text} for run in runs]


def _shift(d: VersionDifference, s: Shift) -> dict[str, Any]:
    return {
        "kind": s.kind,
        "what": s.what,
        "severity": s.severity,
        "old": s.old,
        "new": s.new,
        "old_quote": _quote(d.old.reading, s.old_quote),
        "new_quote": _quote(d.new.reading, s.new_quote),
        "elsewhere": list(s.elsewhere),
    }


def _quote(reading: Reading, quote: Quote | None) -> dict[str, Any] | None:
    if quote is None:
        return None
    start, end = offsets(reading.law, quote)
    return {"provision": quote.provision, "words": reading.words(quote), "start": start, "end": end}
