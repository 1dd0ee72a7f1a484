"""A reviewer overrules the machine: a match or a role is set by hand, with a reason that every report shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from ..errors import ConfigError
from ..model.law import Law, Provision
from ..model.mapping import Match
from ..model.reading import Reading, Role
from ..model.review import MatchOverride, RoleOverride
from ..model.treaty import Treaty


def overrule_roles(reading: Reading, overrides: Iterable[RoleOverride]) -> Reading:
    """Return the reading with these roles set, each sure and with its reason. Raises ConfigError for an unknown provision."""
    roles = dict(reading.roles)
    for override in overrides:
        provision = _find(reading.law, override.provision)
        roles[provision.id] = Role(override.role, 1.0, overruled=_reason(override.reason, override.provision))
    return replace(reading, roles=roles)


def overrule(
    matches: Sequence[Match], law: Law, treaties: Sequence[Treaty], overrides: Iterable[MatchOverride]
) -> tuple[Match, ...]:
    """Return the matches with these set; a pair that was no candidate is added. Raises ConfigError for an unknown name.

    Overrides for treaties that are not compared now are checked for their provision only.
    """
    result = list(matches)
    articles = {treaty.id: treaty for treaty in treaties}
    for override in overrides:
        provision = _find(law, override.provision)
        treaty = articles.get(override.treaty)
        if treaty is None:
            continue
        if treaty.article(override.article) is None:
            raise ConfigError(f"override for {override.provision}: {treaty.id} has no article {override.article}")
        reason = _reason(override.reason, override.provision)
        pair = (provision.id, override.treaty, override.article)
        place = next((n for n, m in enumerate(result) if (m.provision, m.treaty, m.article) == pair), None)
        if place is None:
            place = len(result)
            result.append(Match(*pair, score=0.0, accepted=False, relation="related"))
        relation = override.relation or ("partial" if result[place].relation == "related" else result[place].relation)
        result[place] = replace(
            result[place],
            accepted=override.accepted,
            relation=relation if override.accepted else "related",
            signals={**result[place].signals, "reviewer": float(override.accepted)},
            overruled=reason,
        )
    return tuple(result)


def _reason(reason: str, provision: str) -> str:
    if not reason.strip():
        raise ConfigError(f"override for {provision} gives no reason", hint="add `reason:`; every report shows it")
    return reason.strip()


def _find(law: Law, name: str) -> Provision:
    """Return the provision with this id, or the first of the law itself with this citation."""
    if name in law.by_id:
        return law.by_id[name]
    wanted = "".join(name.split())
    cited = [p for p in law.provisions if "".join(p.citation.split()) == wanted]
    if cited:
        return min(cited, key=lambda p: (p.quoted, p.schedule))
    near = get_close_matches(name, [p.citation for p in law.provisions], n=3)
    raise ConfigError(
        f"override for {name!r}: the law has no such provision" + (f"; near: {', '.join(near)}" if near else ""),
        hint="use a citation such as 4(1)(a), as `uncc-diff outline` prints it",
    )
