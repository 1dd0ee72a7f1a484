"""Loads rule packs: `<folder>/<pack>/<rule>.yaml`. All faults of all files are reported together, with file and line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from .. import yamlio
from ..data import RULES
from ..errors import DataError, Problem
from ..form import Form
from ..model.finding import SEVERITIES, Basis, Confidence, Severity, Support
from ..nearest import unknown
from .authorities import Authorities, load_authorities
from .faults import FAULTS
from .indicators import INDICATORS
from .kinds import KINDS
from .limit import read_limit
from .rule import Examples, Milder, Rule, RuleSet, Scope
from .selecting import read_selector
from .wording import PLACEHOLDERS, unknown_placeholders

NOT_PACKS = frozenset({"lexicon", "grammar", "profiles", "mapping", "treaties"})
FEWEST_EXAMPLES = 2
_KEYS = frozenset({
    "title", "why", "kind", "severity", "confidence", "faults", "indicators", "message", "remedy", "basis", "matched_basis",
    "when", "lacks", "unless", "milder", "repeats", "look_in", "once", "governing", "examples",
})  # fmt: skip
_LAST_KEY = "examples:"


def load_rules(
    folders: Sequence[Path] = (RULES,),
    *,
    concepts: frozenset[str],
    examples: bool = False,
    authorities: Authorities | None = None,
) -> RuleSet:
    """Return all rules of the folders in order of id. With `examples`, their examples are read and checked too.

    A rule in a later folder replaces the one with the same id in an earlier one. Raises DataError with every problem found.
    """
    problems: list[Problem] = []
    authorities = authorities or load_authorities()
    rules: dict[str, Rule] = {}
    for folder in folders:
        if not folder.is_dir():
            raise DataError([Problem(folder.name, "this folder of rules does not exist")])
        for path in _rule_files(folder):
            rule = _load(path, concepts, authorities, examples, problems)
            if rule is not None:
                rules[rule.id] = rule
    if problems:
        raise DataError(problems, hint="every file is named with the line; `rules new` writes a rule with all its keys")
    return RuleSet(tuple(rule for _, rule in sorted(rules.items())), _version(folders))


def rule_ids(folders: Sequence[Path] = (RULES,)) -> tuple[str, ...]:
    """Return the ids of all rules of the folders in order, without reading one: the path is the id."""
    return tuple(sorted({f"{path.parent.name}/{path.stem}" for folder in folders for path in _rule_files(folder)}))


def _rule_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*/*.yaml")) if path.parent.name not in NOT_PACKS]


def _version(folders: Sequence[Path]) -> str:
    """Return the version of the bundled packs, with a mark when a user's own packs were added."""
    path = RULES / "VERSION.yaml"
    version = str(yamlio.load(path)["rules_version"]) if path.is_file() else "0"
    return version if all(folder == RULES for folder in folders) else f"{version}+own"


def _load(
    path: Path, concepts: Collection[str], authorities: Authorities, examples: bool, problems: list[Problem]
) -> Rule | None:
    """Return the rule in a file, or None when it could not be read at all."""
    id = f"{path.parent.name}/{path.stem}"  # noqa: A001
    name = f"{id}.yaml"
    try:
        text = yamlio.read_text(path, name=name)
        data = yamlio.loads(text if examples else _without_examples(text), name=name)
    except DataError as error:
        problems.extend(error.problems)
        return None
    return read_rule(id, data, concepts=concepts, authorities=authorities, examples=examples, problems=problems)


def _without_examples(text: str) -> str:
    """Return the file up to its examples: they are most of it, and no law is checked with them."""
    head, found, tail = text.partition(f"\n{_LAST_KEY}")
    behind = any(line and not line[0].isspace() and line[0] not in "#-}]" for line in tail.splitlines()[1:])
    return text if not found or behind else head


def read_rule(
    id: str,  # noqa: A002
    data: Any,
    *,
    concepts: Collection[str],
    authorities: Authorities,
    problems: list[Problem],
    examples: bool = True,
) -> Rule:
    """Return the rule that the mapping says, noting every problem in `problems`."""
    form = Form(data, f"{id}.yaml", problems)
    name = form.choice("kind", KINDS)
    kind = KINDS[name]
    form.only(_KEYS | set(kind.options))
    grade, surety = form.choice("severity", SEVERITIES), form.choice("confidence", get_args(Confidence))
    severity: Severity = next(s for s in SEVERITIES if s == grade)
    confidence: Confidence = next(c for c in get_args(Confidence) if c == surety)
    options = {key: form.words(key, allowed) for key, allowed in kind.options.items() if key in form.data}
    for key in kind.needs:
        if key not in form.data:
            form.blame(f"a rule of kind {name} needs {key!r}")
    places = form.words("look_in", get_args(Scope), what="place")
    scopes: tuple[Scope, ...] = tuple(s for s in get_args(Scope) if s in places)
    excuses = form.forms("unless") if "unless" in form.data else []
    _check_wording(form, options)
    return Rule(
        id=id,
        title=form.text("title"),
        why=form.text("why"),
        kind=name,
        severity=severity,
        confidence=confidence,
        faults=form.words("faults", FAULTS, what="fault"),
        indicators=form.words("indicators", INDICATORS, what="indicator"),
        message=form.text("message"),
        remedy=form.text("remedy"),
        basis=_basis(form, "basis", authorities),
        matched_basis=_matched_basis(form, authorities),
        when=read_selector(form.form("when"), concepts) if "when" in form.data else None,
        lacks=read_selector(form.form("lacks"), concepts, within="section") if "lacks" in form.data else None,
        unless=tuple(read_selector(part, concepts, within="section") for part in excuses),
        milder=_milder(form, concepts),
        repeats=_repeats(form),
        look_in=scopes or ("section",),
        once=bool(form.flag("once")),
        governing=bool(form.flag("governing")),
        options=options,
        examples=_examples(form) if examples else Examples(),
        file=form.name,
    )


def _milder(form: Form, concepts: Collection[str]) -> tuple[Milder, ...]:
    found = []
    for part in form.forms("milder") if "milder" in form.data else []:
        part.only(("to", "where"))
        grade = part.choice("to", SEVERITIES)
        where = read_selector(part.form("where"), concepts, within="section")
        found.append(Milder(next(s for s in SEVERITIES if s == grade), where))
    return tuple(found)


def _repeats(form: Form) -> Severity | None:
    if "repeats" not in form.data:
        return None
    grade = form.choice("repeats", SEVERITIES)
    return next(s for s in SEVERITIES if s == grade)


def _check_wording(form: Form, options: Mapping[str, tuple[str, ...]]) -> None:
    """Note placeholders that nothing fills, and a limit that cannot be read."""
    for name in unknown_placeholders(form.text("message", needed=False)):
        form.blame(unknown("placeholder", f"{{{name}}}", PLACEHOLDERS), "message")
    if "limit" in options:
        try:
            read_limit(options["limit"])
        except ValueError as error:
            form.blame(f"limit: {error}", "limit")


def _matched_basis(form: Form, authorities: Authorities) -> tuple[Basis, ...]:
    found = _basis(form, "matched_basis", authorities) if "matched_basis" in form.data else ()
    for basis in found:
        if not authorities.is_article(basis.id):
            form.blame(f"{basis.id} is no treaty article: no clause can be matched to it", "matched_basis")
    return found


def _basis(form: Form, key: str, authorities: Authorities) -> tuple[Basis, ...]:
    found: list[Basis] = []
    for part in form.forms(key):
        part.only(get_args(Support))
        for support in get_args(Support):
            for id in part.words(support):  # noqa: A001
                citation = authorities.citation(id)
                if citation is None:
                    part.blame(unknown("authority", id, authorities.ids), support)
                found.append(Basis(support, id, citation or ""))
    if not found:
        form.blame(f"{key} is missing: name at least one authority")
    return tuple(found)


def _examples(form: Form) -> Examples:
    if "examples" not in form.data:
        form.blame(f"examples are missing: at least {FEWEST_EXAMPLES} that fail and {FEWEST_EXAMPLES} that pass")
        return Examples()
    inner = form.form("examples")
    inner.only(("fail", "pass"))
    for key in ("fail", "pass"):
        if len(inner.words(key)) < FEWEST_EXAMPLES:
            inner.blame(f"examples that {key}: {len(inner.words(key))}, needed at least {FEWEST_EXAMPLES}", key)
    return Examples(inner.words("fail"), inner.words("pass"))
