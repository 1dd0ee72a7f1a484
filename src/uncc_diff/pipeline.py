"""The six stages joined: read, parse, annotate, map, check, and a Comparison to render. The one file that shows the flow.

Stages are imported where they are called, so that a command pays only for what it uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ._version import __version__
from .data import LEXICON, RULES
from .errors import InputError
from .model.comparison import Comparison
from .model.mapping import Gap, Mapping
from .model.reading import Reading
from .model.review import Review
from .model.source import Caveat

if TYPE_CHECKING:
    from .baseline import Entry
    from .checking import Rule, RuleSet
    from .language import Lexicon
    from .model.correction import Correction
    from .model.critique import TreatyFinding
    from .model.finding import Finding, Severity
    from .model.law import Law
    from .model.party import Requirement
    from .model.review import MatchOverride, Suppression
    from .model.source import Source
    from .model.treaty import Treaty
    from .model.verification import Verification
    from .model.versions import VersionDifference

DEFAULT_TREATIES = ("uncc", "budapest")
NOTHING_DECIDED = Review()
Progress = Callable[[int, int], None]


def read(path: Path, *, language: str | None = None, progress: Progress | None = None) -> Source:
    """Return the file as labelled lines. `progress(done, total)` is called per page. Raises InputError."""
    from . import ingest

    return ingest.read(path, language=language, progress=progress)


def parse(source: Source, *, law: str | None = None, corrections: Sequence[Correction] = ()) -> Law:
    """Return the law as a tree. `law` chooses among several in one file, by number or title. Raises InputError if empty."""
    from . import structure

    tree = structure.parse(source, law=law, corrections=corrections)
    if not tree.basics and not any(p.quoted or p.schedule for p in tree.provisions if p.number):
        names = ", ".join(file.name for file in source.files)
        raise InputError(
            f"{names}: text was found, but not a single section, article or clause of a law in it",
            hint="give the law itself (the PDF, DOCX, XML or text), not the page that links to it; "
            "`uncc-diff outline FILE` shows what was understood",
        )
    return tree


def outline(
    path: Path,
    *,
    language: str | None = None,
    law: str | None = None,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
) -> Law:
    """Return the tree of one file as it was understood. Raises InputError."""
    return parse(read(path, language=language, progress=progress), law=law, corrections=corrections)


def outline_bytes(data: bytes, name: str) -> Law:
    """Return the tree of a text that lies in no file; `name` is told in errors. Raises InputError."""
    from . import ingest

    return parse(ingest.read_bytes(data, name))


def annotate(law: Law) -> Reading:
    """Return the law with all that the lexicon of its language sees in it; without a lexicon, the bare tree and a caveat."""
    tag = law.language.split("-")[0]
    if not (LEXICON / tag).is_dir():
        return Reading(law=_unread(law), mentions=())
    from . import language

    return language.annotate(law, lexicon(tag))


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, compiled once per process. Raises DataError with every fault in it."""
    from .language import load_lexicon

    return load_lexicon(language)


def _unread(law: Law) -> Law:
    """Return the law with the caveat that it was split but not read."""
    message = (
        f"the language of this text ({law.language}) has no lexicon yet: its provisions were split, but no concept, "
        "gap or fault in it was looked for, and silence below means nothing"
    )
    return replace(law, caveats=(*law.caveats, Caveat("language_without_lexicon", message)))


def join(laws: Sequence[Law]) -> Law:
    """Return several Acts as one law: ids of the later files carry a prefix, offsets point into the joined text."""
    first, *rest = laws
    for number, law in enumerate(rest, start=2):
        first = _append(first, law, f"doc_{number}__")
    return first


def _append(first: Law, law: Law, prefix: str) -> Law:
    shift, file = len(first.text) + 1, len(first.files)
    moved = tuple(
        replace(
            p,
            id=prefix + p.id,
            parent=None if p.parent is None else prefix + p.parent,
            start=p.start + shift,
            end=p.end + shift,
            pieces=tuple(replace(piece, start=piece.start + shift) for piece in p.pieces),
            heading_pieces=tuple(replace(piece, start=piece.start + shift) for piece in p.heading_pieces),
            file=p.file + file,
        )
        for p in law.provisions
    )
    notes = tuple(
        replace(n, start=n.start + shift, provision=None if n.provision is None else prefix + n.provision)
        for n in law.notes
    )
    caveats = tuple(replace(c, provision=None if c.provision is None else prefix + c.provision) for c in law.caveats)
    return replace(
        first,
        files=first.files + law.files,
        title=f"{first.title}; {law.title}",
        provisions=first.provisions + moved,
        text=f"{first.text}\n{law.text}",
        notes=first.notes + notes,
        caveats=first.caveats + caveats,
        lines=first.lines + tuple(replace(line, start=line.start + shift, file=line.file + file) for line in law.lines),
    )


def compare(
    paths: Sequence[Path],
    *,
    against: Sequence[str] = DEFAULT_TREATIES,
    profile: str = "default",
    rules: Sequence[Path] = (),
    packs: Sequence[str] = (),
    severities: dict[str, Severity] | None = None,
    party: Path | None = None,
    review: Review = NOTHING_DECIDED,
    known: Sequence[Entry] = (),
    language: str | None = None,
    law: str | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Return the law held against the treaties and rules; several paths are read as one law.

    `party` is the file of a party profile: gaps are then judged against what that State has undertaken. `packs` and
    `severities` stand above the profile, `review` holds a reviewer's decisions, `known` the entries of a
    baseline. Raises InputError when a file cannot be read, UsageError for an unknown treaty or profile, DataError for
    faulty rules, ConfigError for a decision about a provision or article that does not exist.
    """
    from .treaties import load_treaties
    from .treaties.party import load_party, requirements

    treaties = load_treaties(against)
    state = load_party(party) if party else None
    chosen = load_rules(rules, profile=profile, packs=packs, severities=severities)
    trees = [
        outline(path, language=language, law=law, corrections=review.corrections, progress=progress) for path in paths
    ]
    reading = decide_roles(annotate(join(trees)), review)
    mapping = map_articles(
        reading,
        treaties,
        together=len(paths) > 1,
        overrides=review.matches,
        requirements=requirements(treaties, state) if state else None,
    )
    findings, caveats = answer(reading, check(reading, mapping, chosen), review.suppressions, known)
    return Comparison(
        reading=_with_caveats(reading, (*_told(review), *caveats)),
        treaties=treaties,
        mapping=mapping,
        findings=findings,
        tool_version=__version__,
        rules_version=chosen.version,
        profile=Path(profile).stem,
        party=state,
    )


def diff(old: Comparison, new: Comparison) -> VersionDifference:
    """Return what lies between two compared texts: two versions of a bill, or any two laws."""
    from . import changes, mapping

    return changes.difference(old, new, mapping.align(old.reading, new.reading))


def verify_treaty(treaty: Treaty, text: Law) -> Verification:
    """Return the treaty model held against a text that was read and split like a law."""
    from .treaties.verify import verify

    return verify(treaty, annotate(text))


def import_treaty(treaty: Treaty, text: Law, *, folder: Path | None = None) -> Verification:
    """Keep the official text of a treaty in the user's data folder (or `folder`), and return how it was verified.

    Raises InputError, with every reason, when the text is not that of the treaty.
    """
    from .treaties.official import keep, official_text
    from .treaties.verify import refusal

    verification = verify_treaty(treaty, text)
    reasons = refusal(verification, treaty)
    if reasons:
        names = ", ".join(file.name for file in text.files)
        raise InputError(
            f"{names} is not the text of {treaty.short}, and nothing was kept\n" + "\n".join(f"- {r}" for r in reasons),
            hint=f"the official text is {treaty.source}; `uncc-diff treaty verify {treaty.id} FILE` shows article by article",
        )
    keep(official_text(text, verification), folder)
    return verification


def examine_treaty(treaty: Treaty) -> tuple[TreatyFinding, ...]:
    """Return what the rules over elements find in a treaty model. Raises DataError with every fault of every rule."""
    from .checking.faults import FAULTS
    from .treaties.element_rule import load_element_rules
    from .treaties.examine import examine

    return examine(treaty, load_element_rules(lexicon("en").concepts, FAULTS))


def load_rules(
    folders: Sequence[Path] = (),
    *,
    profile: str = "default",
    packs: Sequence[str] = (),
    severities: dict[str, Severity] | None = None,
) -> RuleSet:
    """Return the bundled rules and those of the folders, as the profile chooses and grades them, or `packs` and `severities`.

    Raises UsageError for an unknown profile and DataError with every fault of every rule.
    """
    from . import checking

    chosen = checking.load_profile(profile)
    chosen = replace(chosen, packs=tuple(packs) or chosen.packs, severity={**chosen.severity, **(severities or {})})
    return chosen.choose(checking.load_rules((RULES, *folders), concepts=lexicon("en").concepts))


def decide_roles(reading: Reading, review: Review) -> Reading:
    """Return the reading with the roles that a reviewer set. Raises ConfigError for an unknown provision."""
    if not review.roles:
        return reading
    from . import mapping

    return mapping.overrule_roles(reading, review.roles)


def map_articles(
    reading: Reading,
    treaties: Sequence[Treaty],
    *,
    together: bool = False,
    overrides: Sequence[MatchOverride] = (),
    requirements: dict[str, Requirement] | None = None,
) -> Mapping:
    """Return which provision answers which article; of a law in a language that we cannot read, only that it is unclear.

    `requirements`, by article id, are those of a Party; None when the report speaks for no State.
    """
    from . import mapping

    if not _was_read(reading):
        note = f"not assessed: there is no lexicon for {reading.law.language} yet"
        return Mapping(gaps=tuple(Gap(t.id, a.number, "unclear", note=note) for t in treaties for a in t.articles))
    if requirements is None:
        return mapping.map_articles(reading, treaties, together=together, overrides=overrides)
    return mapping.map_articles(reading, treaties, together=together, overrides=overrides, requirements=requirements)


def check(reading: Reading, mapping: Mapping, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return the findings in document order; none for a law in a language that we cannot read."""
    from . import checking

    return checking.check(reading, mapping, rules) if _was_read(reading) else ()


def answer(
    reading: Reading, findings: Sequence[Finding], suppressions: Sequence[Suppression], known: Sequence[Entry]
) -> tuple[tuple[Finding, ...], tuple[Caveat, ...]]:
    """Return the findings with the reviewer's reasons and what the baseline knows, and caveats on what matched nothing."""
    from . import baseline, checking

    answered, unused = checking.suppress(findings, reading.law, suppressions)
    marked, left = baseline.mark_known(reading, answered, known)
    return marked, (*unused, *baseline.stale(left))


def _told(review: Review) -> tuple[Caveat, ...]:
    """Return a caveat for every override, so that no report shows a reviewer's word as the machine's."""
    return (
        *(
            Caveat(
                "corrected_by_reviewer",
                f"a reviewer holds that {m.provision} {'answers' if m.accepted else 'does not answer'} "
                f"{m.treaty}/{m.article}: {m.reason}",
            )
            for m in review.matches
        ),
        *(
            Caveat("corrected_by_reviewer", f"a reviewer holds that {r.provision} is of the role {r.role}: {r.reason}")
            for r in review.roles
        ),
    )


def _with_caveats(reading: Reading, caveats: tuple[Caveat, ...]) -> Reading:
    return replace(reading, law=replace(reading.law, caveats=reading.law.caveats + caveats)) if caveats else reading


def _was_read(reading: Reading) -> bool:
    return all(caveat.code != "language_without_lexicon" for caveat in reading.law.caveats)
