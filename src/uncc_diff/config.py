"""The settings of a project: found nearest upward, checked whole, and every fault told with file, line and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, get_args

from . import config_file
from .checking import profile_names, rule_ids
from .data import RULES
from .errors import ConfigError, Problem
from .form import Form
from .model.correction import Correction
from .model.finding import SEVERITIES, Severity
from .model.mapping import MatchRelation
from .model.reading import RoleName
from .model.review import MatchOverride, Review, RoleOverride, Suppression
from .treaties import treaty_ids

FAIL_ON = ("never", *SEVERITIES)
KEYS = (
    "profile", "against", "party", "rules", "packs", "severities", "fail_on", "baseline",
    "suppressions", "overrides", "corrections",
)  # fmt: skip
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Config:
    """What a project has settled. None and empty mean: not said here. Paths are resolved against the file's folder."""

    file: str | None = None
    """Name of the file it was read from."""
    profile: str | None = None
    against: tuple[str, ...] = ()
    party: Path | None = None
    rules: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    severities: dict[str, Severity] = field(default_factory=dict)
    fail_on: str | None = None
    baseline: Path | None = None
    decisions: tuple[tuple[str, Correction | MatchOverride | RoleOverride | Suppression], ...] = ()
    """Each with the file name, or pattern of file names, of the laws it is about."""

    def review(self, *names: str) -> Review:
        """Return the decisions about the law that is made of the files of these names."""
        about = [d for pattern, d in self.decisions if pattern == _ANY or any(fnmatchcase(n, pattern) for n in names)]
        return Review(
            corrections=tuple(d for d in about if isinstance(d, Correction)),
            matches=tuple(d for d in about if isinstance(d, MatchOverride)),
            roles=tuple(d for d in about if isinstance(d, RoleOverride)),
            suppressions=tuple(d for d in about if isinstance(d, Suppression)),
        )


def find_config(start: Path) -> Config:
    """Return the settings nearest upward from a file or folder, or empty ones. Raises ConfigError with every fault."""
    found = config_file.nearest(start if start.is_dir() else start.parent)
    return Config() if found is None else load_config(found)


def load_config(path: Path) -> Config:
    """Return the settings in this file. Raises ConfigError with every fault in it."""
    problems: list[Problem] = []
    form = Form(config_file.load(path), path.name, problems)
    form.only(KEYS)
    folder = path.resolve().parent
    folders = tuple(folder / given for given in form.words("rules"))
    for given, found in zip(form.words("rules"), folders, strict=True):
        if not found.is_dir():
            form.blame(f"rules: there is no folder {given!r} beside this file", "rules")
    known = rule_ids((RULES, *(f for f in folders if f.is_dir())))
    packs = {rule.partition("/")[0] for rule in known}
    config = Config(
        file=path.name,
        profile=_profile(form, folder),
        against=_listed(form, "against", treaty_ids(), "treaty"),
        party=folder / form.text("party") if "party" in form.data else None,
        rules=folders,
        packs=_listed(form, "packs", packs, "pack"),
        severities=_severities(form, known),
        fail_on=form.choice("fail_on", FAIL_ON, FAIL_ON[0]) if "fail_on" in form.data else None,
        baseline=folder / form.text("baseline") if "baseline" in form.data else None,
        decisions=(
            *(_suppression(part, known) for part in _entries(form, "suppressions")),
            *(_override(part) for part in _entries(form, "overrides")),
            *(_correction(part) for part in _entries(form, "corrections")),
        ),
    )
    if problems:
        raise ConfigError(
            "\n".join(f"{p.where}: {p.message}" for p in problems),
            hint=f"keys: {', '.join(KEYS)}; the guide to configuration shows each with an example",
        )
    return config


def _entries(form: Form, key: str) -> list[Form]:
    return form.forms(key) if key in form.data and form.data[key] != "" else []


def _listed(form: Form, key: str, allowed: Any, what: str) -> tuple[str, ...]:
    """Return the words of a list; one that is not allowed is told together with all that are."""
    return tuple(word for word in form.words(key) if _allowed(form, key, word, allowed, what))


def _allowed(form: Form, key: str, word: str, allowed: Any, what: str) -> bool:
    if word in allowed:
        return True
    form.blame(f"{key}: there is no {what} {word!r} (allowed: {', '.join(sorted(allowed))})", key)
    return False


def _profile(form: Form, folder: Path) -> str | None:
    name = form.text("profile", needed=False)
    if name.endswith((".yaml", ".yml")):
        if not (folder / name).is_file():
            form.blame(f"profile: there is no file {name!r} beside this file", "profile")
        return str(folder / name)
    if name:
        _allowed(form, "profile", name, profile_names(), "profile")
    return name or None


def _severities(form: Form, known: tuple[str, ...]) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for part in _entries(form, "severities"):
        for rule in part.data:
            _known_rule(part, rule, rule, known)
            chosen = part.choice(rule, SEVERITIES)
            found[rule] = next(s for s in SEVERITIES if s == chosen)
    return found


def _known_rule(part: Form, key: str, rule: str, known: tuple[str, ...]) -> None:
    """Blame an unknown rule; all of them would be too many to list, so its pack's are, or the packs."""
    if rule and rule not in known:
        pack = f"{rule.partition('/')[0]}/"
        near = [r for r in known if r.startswith(pack)] or sorted({f"{r.partition('/')[0]}/..." for r in known})
        part.blame(f"there is no rule {rule!r} (allowed: {', '.join(near)})", key)


def _suppression(part: Form, known: tuple[str, ...]) -> tuple[str, Suppression]:
    part.only(("rule", "provision", "reason", "file"))
    rule = part.text("rule")
    _known_rule(part, "rule", rule, known)
    where = f"{part.name}:{part.line}"
    return _about(part), Suppression(rule, part.text("provision"), part.text("reason"), where)


def _override(part: Form) -> tuple[str, MatchOverride | RoleOverride]:
    """A role, or an answer to an article; the two are told apart by the key."""
    provision, reason = part.text("provision"), part.text("reason")
    if "role" in part.data:
        part.only(("provision", "role", "reason", "file"))
        chosen = part.choice("role", get_args(RoleName))
        role: RoleName = next(r for r in get_args(RoleName) if r == chosen)
        return _about(part), RoleOverride(provision, role, reason)
    part.only(("provision", "article", "accepted", "relation", "reason", "file"))
    treaty, _, article = part.text("article").partition("/")
    if treaty and (treaty not in treaty_ids() or not article):
        part.blame(f"article: write treaty/number, as uncc/7 (treaties: {', '.join(treaty_ids())})", "article")
    accepted = part.flag("accepted")
    relations = get_args(MatchRelation)
    relation = part.choice("relation", relations) if "relation" in part.data else None
    chosen_relation: MatchRelation | None = next((r for r in relations if r == relation), None)
    return _about(part), MatchOverride(
        provision, treaty, article, accepted is None or accepted, reason, chosen_relation
    )


def _correction(part: Form) -> tuple[str, Correction]:
    part.only(("line", "starts", "page", "reason", "file"))
    page = part.text("page", needed=False)
    if page and not page.isdecimal():
        part.blame(f"page: {page!r} is no number of a page (allowed: 1, 2, 3 ...)", "page")
    return _about(part), Correction(
        words=part.text("line"),
        reason=part.text("reason"),
        starts=part.text("starts", needed=False) or None,
        page=int(page) if page.isdecimal() else None,
    )


def _about(part: Form) -> str:
    return part.text("file", needed=False) or _ANY
