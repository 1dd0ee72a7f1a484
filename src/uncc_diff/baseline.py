"""Findings that are known already: kept in a file without numbers or lines, so that it survives edits elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import yamlio
from .errors import ConfigError, DataError
from .model.finding import Finding
from .model.reading import Reading
from .model.source import Caveat

SCHEMA = "uncc-diff-baseline/1"
ALIKE = 0.6
"""Similarity of openings from which a section whose heading or first words changed is still the same one."""
_OPENING = 240
"""Characters of a section's opening that are kept to know it by."""
_TOLD = 5
"""Stale entries that a caveat names."""
_KEYS = ("id", "rule", "place", "words", "opening")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known finding. `id` decides; where a heading changed, rule, words and the like opening do."""

    id: str
    rule: str
    place: str
    """Citation when it was written: for people, never compared."""
    words: str
    opening: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings by file name of the law."""

    laws: dict[str, tuple[Entry, ...]]

    def of(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of this file; of the only law there is, when its file was renamed."""
        if name not in self.laws and len(self.laws) == 1:
            return next(iter(self.laws.values()))
        return self.laws.get(name, ())

    def updated(self, name: str, entries: Sequence[Entry]) -> Baseline:
        """Return the baseline with these entries for the file, in place of all it had."""
        return Baseline({**self.laws, name: tuple(entries)})


def entries_of(reading: Reading, findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """Return an entry for every finding that is not suppressed."""
    return tuple(_entry(reading, finding) for finding in findings if finding.suppressed is None)


def mark_known(
    reading: Reading, findings: Sequence[Finding], known: Sequence[Entry]
) -> tuple[tuple[Finding, ...], tuple[Entry, ...]]:
    """Return the findings marked new or known, and the entries that match none any more.

    Every entry answers for one finding: first for one with its id, then for one of its rule with the same words in a
    section that opens alike, as when a heading was changed.
    """
    here = [_entry(reading, finding) for finding in findings]
    left = list(known)
    found: dict[int, Entry] = {}
    for number, entry in enumerate(here):
        same = next((k for k in left if k.id == entry.id), None)
        if same is not None:
            left.remove(same)
            found[number] = same
    for number, entry in enumerate(here):
        if number in found or not left:
            continue
        alike = max(((_likeness(k, entry), -n) for n, k in enumerate(left)), default=(0.0, 0))
        if alike[0] >= ALIKE:
            found[number] = left.pop(-alike[1])
    marked = tuple(replace(f, baseline="known" if n in found else "new") for n, f in enumerate(findings))
    return marked, tuple(left)


def stale(entries: Sequence[Entry]) -> tuple[Caveat, ...]:
    """Return the caveat on entries that match nothing any more, if there are any."""
    if not entries:
        return ()
    named = ", ".join(f"{e.rule} (was at {e.place})" for e in entries[:_TOLD])
    more = f" and {len(entries) - _TOLD} more" if len(entries) > _TOLD else ""
    number = f"{len(entries)} entr{'y' if len(entries) == 1 else 'ies'}"
    message = f"{number} of the baseline match no finding any more: {named}{more}; `baseline write` prunes"
    return (Caveat("stale_baseline", message),)


def _entry(reading: Reading, finding: Finding) -> Entry:
    law = reading.law
    words = reading.words(finding.quote) if finding.quote else ""
    if finding.provision is None:
        return Entry(finding.id, finding.rule, "law", _normal(words), "")
    unit = law.basic(finding.provision) or law.by_id[finding.provision]
    texts = " ".join(f"{p.heading or ''} {p.text}" for p in law.walk(unit.id))
    return Entry(
        finding.id, finding.rule, law.by_id[finding.provision].citation, _normal(words), _normal(texts)[:_OPENING]
    )


def _normal(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _likeness(known: Entry, entry: Entry) -> float:
    if (known.rule, known.words) != (entry.rule, entry.words):
        return 0.0
    from rapidfuzz import fuzz

    return float(fuzz.ratio(known.opening, entry.opening)) / 100


def load_baseline(path: Path) -> Baseline:
    """Return the baseline in the file. Raises ConfigError with the line of what is wrong."""
    hint = "`uncc-diff baseline write` writes it anew"
    try:
        data = yamlio.loads(path.read_text(encoding="utf-8"), name=path.name)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise ConfigError(f"{path}: the baseline cannot be read ({reason})", hint=hint) from None
    except DataError as error:
        raise ConfigError(str(error), hint=hint) from None
    if not isinstance(data, yamlio.Mapping) or data.get("schema") != SCHEMA:
        raise ConfigError(f"{path.name}:1: no baseline of the form {SCHEMA}", hint=hint)
    problems: list[str] = []
    laws = data.get("laws")
    if not isinstance(laws, yamlio.Mapping):
        raise ConfigError(f"{path.name}:1: laws: expected file names with their findings", hint=hint)
    found = {
        name: tuple(_read(entry, f"{path.name}:{laws.lines[name]}", problems) for entry in entries or ())
        for name, entries in laws.items()
    }
    if problems:
        raise ConfigError("\n".join(problems), hint=hint)
    return Baseline(found)


def _read(entry: Any, where: str, problems: list[str]) -> Entry:
    if not isinstance(entry, yamlio.Mapping):
        problems.append(f"{where}: expected a mapping with the keys {', '.join(_KEYS)}")
        return Entry("", "", "", "", "")
    name = where.rpartition(":")[0]
    problems += [
        f"{name}:{entry.lines[k]}: unknown key {k!r} (allowed: {', '.join(_KEYS)})" for k in entry if k not in _KEYS
    ]
    problems += [f"{name}:{entry.line}: {k} is missing" for k in _KEYS if not isinstance(entry.get(k), str)]
    return Entry(*(str(entry.get(key, "")) for key in _KEYS))


def dump(baseline: Baseline) -> str:
    """Return the file's text, laws in order of name."""
    import yaml

    data = {
        "schema": SCHEMA,
        "laws": {
            name: [{key: getattr(entry, key) for key in _KEYS} for entry in baseline.laws[name]]
            for name in sorted(baseline.laws)
        },
    }
    head = "# Findings that are known; `uncc-diff baseline write` writes this file. Only other findings fail.\n"
    return head + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)
