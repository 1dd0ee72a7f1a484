"""Findings that a reviewer has answered: they stay in every report with the reason, and do not count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.finding import Finding
from ..model.law import Law
from ..model.review import Suppression
from ..model.source import Caveat

WHOLE_LAW = "law"
"""What a suppression names as provision when the finding is about the law as a whole."""


def suppress(
    findings: Sequence[Finding], law: Law, suppressions: Sequence[Suppression]
) -> tuple[tuple[Finding, ...], tuple[Caveat, ...]]:
    """Return the findings with the reasons of the suppressions, and a caveat for every suppression that matches nothing."""
    used: set[Suppression] = set()
    answered = []
    for finding in findings:
        match = next((s for s in suppressions if s.rule == finding.rule and _covers(s.provision, finding, law)), None)
        if match is not None:
            used.add(match)
            finding = replace(finding, suppressed=match.reason)
        answered.append(finding)
    return tuple(answered), tuple(_unused(s) for s in suppressions if s not in used)


def _covers(name: str, finding: Finding, law: Law) -> bool:
    """Does the named provision hold the finding?"""
    if finding.provision is None:
        return name == WHOLE_LAW
    wanted = "".join(name.split())
    around = (law.by_id[finding.provision], *law.ancestors(finding.provision))
    return any(name == p.id or wanted == "".join(p.citation.split()) for p in around)


def _unused(suppression: Suppression) -> Caveat:
    where = f"{suppression.where}: " if suppression.where else ""
    return Caveat(
        "unused_suppression",
        f"{where}the suppression of {suppression.rule} in {suppression.provision} matches no finding; remove or mend it",
    )
