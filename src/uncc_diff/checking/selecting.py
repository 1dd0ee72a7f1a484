"""Reads the `when`, `lacks` and `unless` of rules.

    when: {role: power, all: [interception, police|authority_actor], none: [without_warrant], within: sentence}

`all`: each must be found; `any`: one of them; `none`: none of them; `a|b` in a list: either. `concept:negated` asks for a
polarity. `point_at` names the concept whose words a finding quotes; `heading` asks for a concept in the section's
heading; `by: [police, regulator]` asks who may or shall do it; `defined: false` leaves out words that the law defines;
`facts: {max_months: ">= 36"}` compares numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import get_args

from ..form import Form
from ..model.law import Level
from ..model.reading import Polarity, RoleName
from ..nearest import unknown
from .rule import FactTest, Group, Selector, Term, Within

_KEYS = ("role", "level", "all", "any", "none", "point_at", "within", "facts", "by", "defined", "heading", "headings")
ACTORS = ("court", "judge", "prosecutor", "police", "investigator", "minister", "regulator", "executive", "customs", "provider",
          "any_person", "unknown")  # fmt: skip
"""Actors as facts name them; `unknown` for a subject that the lexicon does not know."""
_TEST = re.compile(r"(?P<operator><=|>=|<|>|=)\s*(?P<number>\d+(?:\.\d+)?)")


def read_selector(form: Form, concepts: Collection[str], *, within: Within = "sentence") -> Selector:
    """Return the selector; `within` is where its concepts are looked for when it does not say."""
    form.only(_KEYS)
    roles = form.words("role", get_args(RoleName), what="role")
    levels = form.words("level", get_args(Level), what="level")
    chosen = form.choice("within", get_args(Within), within)
    return Selector(
        role=frozenset(r for r in get_args(RoleName) if r in roles),
        level=frozenset(level for level in get_args(Level) if level in levels),
        all=tuple(_group(form, "all", item, concepts) for item in form.words("all")),
        any=tuple(term for item in form.words("any") for term in _group(form, "any", item, concepts)),
        none=tuple(term for item in form.words("none") for term in _group(form, "none", item, concepts)),
        point_at=tuple(term for item in form.words("point_at") for term in _group(form, "point_at", item, concepts)),
        within=next(w for w in get_args(Within) if w == chosen),
        facts=_facts(form),
        by=frozenset(form.words("by", ACTORS, what="actor")),
        defined=form.flag("defined"),
        headings=bool(form.flag("headings")),
        heading=frozenset(form.words("heading", concepts, what="concept")),
    )


def _group(form: Form, key: str, text: str, concepts: Collection[str]) -> Group:
    return tuple(_term(form, key, part.strip(), concepts) for part in text.split("|"))


def _term(form: Form, key: str, text: str, concepts: Collection[str]) -> Term:
    concept, _, asked = text.partition(":")
    if concept not in concepts:
        form.blame(unknown("concept", concept, concepts), key)
    polarities = frozenset(p for p in get_args(Polarity) if p in asked.split("+"))
    if asked and len(polarities) != len(asked.split("+")):
        form.blame(f"{text}: polarities are {', '.join(get_args(Polarity))}, joined by +", key)
    return Term(concept, polarities)


def _facts(form: Form) -> tuple[FactTest, ...]:
    if "facts" not in form.data:
        return ()
    inner = form.form("facts")
    tests: list[FactTest] = []
    for name in inner.data:
        match = _TEST.fullmatch(inner.text(name))
        if match is None:
            inner.blame(f"{name}: expected a comparison such as '>= 36'", name)
            continue
        operator = next(o for o in ("<=", ">=", "<", ">", "=") if o == match["operator"])
        tests.append(FactTest(name, operator, float(match["number"])))  # type: ignore[arg-type]
    return tuple(tests)
