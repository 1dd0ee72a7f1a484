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
from .model.source import Caveat

if TYPE_CHECKING:
    from .checking import Rule, RuleSet
    from .language import Lexicon
    from .model.finding import Finding
    from .model.law import Law
    from .model.source import Source
    from .model.treaty import Treaty
    from .model.verification import Verification

DEFAULT_TREATIES = ("uncc", "budapest")
Progress = Callable[[int, int], None]


def read(path: Path, *, language: str | None = None, progress: Progress | None = None) -> Source:
    """Return the file as labelled lines. `progress(done, total)` is called per page. Raises InputError."""
    from . import ingest

    return ingest.read(path, language=language, progress=progress)


def parse(source: Source, *, law: str | None = None) -> Law:
    """Return the law as a tree. `law` chooses among several in one file, by number or title. Raises InputError if empty."""
    from . import structure

    tree = structure.parse(source, law=law)
    if not tree.basics and not any(p.quoted or p.schedule for p in tree.provisions if p.number):
        names = ", ".join(file.name for file in source.files)
        raise InputError(
            f"{names}: text was found, but not a single section, article or clause of a law in it",
            hint="give the law itself (the PDF, DOCX, XML or text), not the page that links to it; "
            "`uncc-diff outline FILE` shows what was understood",
        )
    return tree


def outline(
    path: Path, *, language: str | None = None, law: str | None = None, progress: Progress | None = None
) -> Law:
    """Return the tree of one file as it was understood. Raises InputError."""
    return parse(read(path, language=language, progress=progress), law=law)


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
    language: str | None = None,
    law: str | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Return the law held against the treaties and rules; several paths are read as one law.

    Raises InputError when a file cannot be read, UsageError for an unknown treaty or profile, DataError for faulty rules.
    """
    from .treaties import load_treaties

    treaties = load_treaties(against)
    chosen = load_rules(rules, profile=profile)
    tree = join([outline(path, language=language, law=law, progress=progress) for path in paths])
    reading = annotate(tree)
    return Comparison(
        reading=reading,
        treaties=treaties,
        mapping=(mapping := map_articles(reading, treaties, together=len(paths) > 1)),
        findings=check(reading, mapping, chosen),
        tool_version=__version__,
        rules_version=chosen.version,
        profile=profile,
    )


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


def load_rules(folders: Sequence[Path] = (), *, profile: str = "default") -> RuleSet:
    """Return the bundled rules and those of the folders, as the profile chooses and grades them.

    Raises UsageError for an unknown profile and DataError with every fault of every rule.
    """
    from . import checking

    chosen = checking.load_profile(profile)
    return chosen.choose(checking.load_rules((RULES, *folders), concepts=lexicon("en").concepts))


def map_articles(reading: Reading, treaties: Sequence[Treaty], *, together: bool = False) -> Mapping:
    """Return which provision answers which article; of a law in a language that we cannot read, only that it is unclear."""
    from . import mapping

    if _was_read(reading):
        return mapping.map_articles(reading, treaties, together=together)
    note = f"not assessed: there is no lexicon for {reading.law.language} yet"
    return Mapping(gaps=tuple(Gap(t.id, a.number, "unclear", note=note) for t in treaties for a in t.articles))


def check(reading: Reading, mapping: Mapping, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return the findings in document order; none for a law in a language that we cannot read."""
    from . import checking

    return checking.check(reading, mapping, rules) if _was_read(reading) else ()


def _was_read(reading: Reading) -> bool:
    return all(caveat.code != "language_without_lexicon" for caveat in reading.law.caveats)
