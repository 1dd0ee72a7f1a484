"""Profiles: named choices of rule packs and severities, in rules/profiles/<name>.yaml or a file of the user's own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import yamlio
from ..data import PROFILES
from ..errors import DataError, Problem, UsageError
from ..form import Form, listed
from ..model.finding import SEVERITIES, Severity
from ..nearest import nearest, unknown
from .rule import RuleSet

_KEYS = ("title", "gist", "packs", "rules", "leave_out", "severity", "at_least")


@dataclass(frozen=True)
class Profile:
    """Which rules are run and how grave what they find is held to be."""

    name: str
    title: str
    gist: str
    packs: tuple[str, ...] = ()
    """Packs that are run; empty for all."""
    rules: tuple[str, ...] = ()
    """Single rules that are run besides."""
    leave_out: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    at_least: Severity = "note"
    """Rules of less severity are not run."""
    lines: dict[str, int] = field(default_factory=dict)
    """Where each key stands in its file."""

    def choose(self, rules: RuleSet) -> RuleSet:
        """Return the chosen rules with the severities of this profile. Raises DataError for an id that no rule has."""
        self._check(rules)
        least = SEVERITIES.index(self.at_least)
        chosen = (
            replace(rule, severity=self.severity.get(rule.id, rule.severity))
            for rule in rules
            if (not self.packs or rule.pack in self.packs or rule.id in self.rules) and rule.id not in self.leave_out
        )
        return RuleSet(tuple(r for r in chosen if SEVERITIES.index(r.severity) >= least), rules.version)

    def _at(self, key: str) -> str:
        return f"{self.name}.yaml:{self.lines.get(key, 1)}"

    def _check(self, rules: RuleSet) -> None:
        ids = {rule.id for rule in rules}
        named = {"rules": self.rules, "leave_out": self.leave_out, "severity": tuple(self.severity)}
        problems = [
            Problem(self._at(key), f"{key}: {unknown('rule', id, ids)}{listed(ids)}")
            for key, chosen in named.items()
            for id in chosen  # noqa: A001
            if id not in ids
        ]
        problems += [
            Problem(self._at("packs"), f"packs: {unknown('pack', p, rules.packs)}{listed(rules.packs)}")
            for p in self.packs
            if p not in rules.packs
        ]
        if problems:
            raise DataError(problems)


def profile_names(folder: Path = PROFILES) -> tuple[str, ...]:
    """Return the names of the profiles in the folder."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def load_profile(name: str, folder: Path = PROFILES) -> Profile:
    """Return the profile with this name, or in this file. Raises UsageError when there is none, DataError when it is faulty."""
    path = Path(name) if name.endswith((".yaml", ".yml")) else folder / f"{name}.yaml"
    if not path.is_file():
        hint = nearest(name, profile_names(folder))
        known = ", ".join(profile_names(folder))
        raise UsageError(
            f"there is no profile {name!r}", hint=f"did you mean {hint!r}?" if hint else f"profiles: {known}"
        )
    problems: list[Problem] = []
    form = Form(yamlio.load(path), path.name, problems)
    form.only(_KEYS)
    grades = form.form("severity") if "severity" in form.data else None
    profile = Profile(
        name=path.stem,
        title=form.text("title"),
        gist=form.text("gist"),
        packs=form.words("packs"),
        rules=form.words("rules"),
        leave_out=form.words("leave_out"),
        severity={id: _severity(grades, id) for id in grades.data} if grades else {},  # noqa: A001
        at_least=_severity(form, "at_least") if "at_least" in form.data else "note",
        lines=dict(form.data.lines),
    )
    if problems:
        raise DataError(problems)
    return profile


def _severity(form: Form, key: str) -> Severity:
    chosen = form.choice(key, SEVERITIES)
    return next(s for s in SEVERITIES if s == chosen)
