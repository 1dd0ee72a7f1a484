"""The JSON contract `uncc-diff/1`: built by hand from the types, so that renaming a field inside breaks nobody's script."""

from __future__ import annotations

from typing import Any

from ..model.comparison import Comparison
from ..model.finding import Finding
from ..model.law import Law, Provision, Span
from ..model.mapping import ElementMatch, Gap, Match
from ..model.party import Party
from ..model.reading import Quote, Reading, Role
from ..model.treaty import Treaty
from .json_writing import dump
from .places import offsets
from .view import View

SCHEMA = "uncc-diff/1"


def render(*comparisons: Comparison) -> str:
    """Return one report, or an array of reports when several laws were compared."""
    reports = [report(comparison) for comparison in comparisons]
    whole: Any = reports[0] if len(reports) == 1 else reports
    return dump(whole)


def report(comparison: Comparison) -> dict[str, Any]:
    """Return the report as plain JSON data, keys in the order of the contract."""
    reading, law = comparison.reading, comparison.law
    return {
        "schema": SCHEMA,
        "tool": {"version": comparison.tool_version, "rules_version": comparison.rules_version},
        "profile": comparison.profile,
        "party": comparison.party.name if comparison.party else None,
        "law": law_data(law),
        "treaties": [_treaty(treaty, comparison.party) for treaty in comparison.treaties],
        "provisions": [provision_data(provision, reading.roles.get(provision.id)) for provision in law.provisions],
        "definitions": [
            {"term": d.term, **_place(law, d.quote), "scope": d.scope, "concept": d.concept}
            for d in reading.definitions
        ],
        "references": [
            {**_place(law, r.quote), "target": r.target, "external": r.external} for r in reading.references
        ],
        "facts": [
            {"provision": f.quote.provision, "kind": f.kind, "value": f.value, **_offsets(law, f.quote)}
            for f in reading.facts
        ],
        "matches": [_match(reading, match) for match in comparison.mapping.matches],
        "gaps": [_gap(gap) for gap in comparison.mapping.gaps],
        "beyond": [{"provision": b.provision, "why": b.why} for b in comparison.mapping.beyond],
        "findings": [finding_data(reading, finding) for finding in comparison.findings],
        "summary": _summary(comparison),
    }


def law_data(law: Law) -> dict[str, Any]:
    """Return what is known of the files and the law as a whole."""
    return {
        "files": [{"file": f.name, "sha256": f.sha256, "pages": f.pages} for f in law.files],
        "title": law.title,
        "language": law.language,
        "version_date": law.version_date,
        "warnings": [
            {"code": c.code, "message": c.message, "page": c.page, "provision": c.provision} for c in law.caveats
        ],
    }


def _treaty(treaty: Treaty, party: Party | None) -> dict[str, Any]:
    """`in_force` is null where the model does not say; `bound`, where nobody said."""
    return {
        "id": treaty.id,
        "title": treaty.title,
        "model_version": treaty.model_version,
        "official_text": treaty.official_text,
        "in_force": in_force(treaty),
        "status": treaty.status,
        "bound": party.bound(treaty.id) if party else None,
    }


def in_force(treaty: Treaty) -> bool | None:
    """Return whether the treaty is in force on the day that its status states; None where the model does not say."""
    return True if treaty.in_force else False if treaty.not_in_force else None


def provision_data(provision: Provision, role: Role | None) -> dict[str, Any]:
    """Return one provision as the contract shows it; `role` is null where it was not read."""
    return {
        "id": provision.id,
        "parent": provision.parent,
        "level": provision.level,
        "number": provision.number,
        "citation": provision.citation,
        "heading": provision.heading,
        "text": provision.text,
        "role": role.name if role else None,
        "schedule": provision.schedule,
        "quoted": provision.quoted,
        "file": provision.file,
        "start": provision.start,
        "end": provision.end,
        "spans": _spans(provision.spans),
    }


def _match(reading: Reading, match: Match) -> dict[str, Any]:
    return {
        "provision": match.provision,
        "treaty": match.treaty,
        "article": match.article,
        "score": round(match.score, 4),
        "accepted": match.accepted,
        "relation": match.relation,
        "elements": [_element(reading, element) for element in match.elements],
        "signals": {key: round(value, 4) for key, value in sorted(match.signals.items())},
    }


def _element(reading: Reading, element: ElementMatch) -> dict[str, Any]:
    return {
        "id": element.id,
        "status": element.status,
        "quote": reading.words(element.quote) if element.quote else None,
        **_offsets(reading.law, element.quote),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "treaty": gap.treaty,
        "article": gap.article,
        "status": gap.status,
        "provisions": list(gap.provisions),
        "missing": list(gap.missing),
        "note": gap.note,
    }


def finding_data(reading: Reading, finding: Finding) -> dict[str, Any]:
    """Return one finding as the contract shows it."""
    law = reading.law
    spans = law.by_id[finding.provision].spans if finding.provision is not None else ()
    return {
        "id": finding.id,
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "faults": list(finding.faults),
        "indicators": list(finding.indicators),
        "provision": finding.provision,
        **_offsets(law, finding.quote),
        "spans": _spans(spans),
        "quote": reading.words(finding.quote) if finding.quote else None,
        "message": finding.message,
        "basis": [{"support": b.support, "id": b.id, "citation": b.citation} for b in finding.basis],
        "remedy": finding.remedy,
        "looked_in": list(finding.looked_in),
        "suppressed": {"reason": finding.suppressed} if finding.suppressed is not None else None,
        "baseline": finding.baseline,
    }


def _summary(comparison: Comparison) -> dict[str, Any]:
    """Return the counts: findings that count by severity, articles by status, and what is left out of the count."""
    view = View(comparison)
    return {
        "verdict": list(view.verdict),
        "provisions": len(comparison.law.basics),
        "findings": dict(view.severities),
        "suppressed": len(view.suppressed),
        "known": len(view.known),
        "coverage": {c.treaty.id: dict(c.counts) for c in view.coverage},
        "beyond": len(view.beyond),
        "warnings": len(comparison.law.caveats),
    }


def _place(law: Law, quote: Quote) -> dict[str, Any]:
    return {"provision": quote.provision, **_offsets(law, quote)}


def _offsets(law: Law, quote: Quote | None) -> dict[str, int | None]:
    start, end = (None, None) if quote is None else offsets(law, quote)
    return {"start": start, "end": end}


def _spans(spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    return [
        {"page": s.page, "line": s.line, "box": None if s.box is None else [round(x, 2) for x in s.box]} for s in spans
    ]
