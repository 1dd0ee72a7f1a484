"""A baseline survives renumbering and edits elsewhere, and lets nothing new through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from arvena_bill import CLAUSES, bill, changed

from uncc_diff import baseline, pipeline
from uncc_diff.errors import ConfigError
from uncc_diff.model.comparison import Comparison

INSULT = "expression/insult-of-officials-or-symbols"
INTERCEPTION = "safeguards/interception-without-prior-authorization"
FRONT = ("Objects", "The object of this Act is to keep the lanterns of Arvena lit.")
Clauses = Sequence[tuple[str, str]]


def compared(text: str, folder: Path, known: Sequence[baseline.Entry] = ()) -> Comparison:
    path = folder / "bill.txt"
    path.write_text(text, encoding="utf-8")
    return pipeline.compare([path], known=known)


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> tuple[baseline.Entry, ...]:
    comparison = compared(bill(), tmp_path_factory.mktemp("before"))
    found = baseline.entries_of(comparison.reading, comparison.findings)
    assert {INSULT, INTERCEPTION} <= {entry.rule for entry in found}
    return found


SURVIVES: dict[str, Clauses] = {
    "nothing changed": CLAUSES,
    "a section at the front, all renumbered": (FRONT, *CLAUSES),
    "three sections at the front": (
        FRONT,
        ("Hours", "Lanterns burn at night."),
        ("Oil", "Oil is bought by the Keeper."),
        *CLAUSES,
    ),
    "another section reworded": changed("Short title", "cited as", "called"),
    "a heading renamed": tuple(
        ("Respect for office", t) if h == "Insult of the President" else (h, t) for h, t in CLAUSES
    ),
    "sections in another order": (*CLAUSES[:2], *CLAUSES[5:], *CLAUSES[2:5]),
}


@pytest.mark.parametrize("clauses", SURVIVES.values(), ids=SURVIVES)
def test_known_findings_stay_known(clauses: Clauses, entries: tuple[baseline.Entry, ...], tmp_path: Path) -> None:
    comparison = compared(bill(clauses, first=1), tmp_path, entries)
    new = [
        (f.rule, comparison.law.by_id[f.provision].citation if f.provision else "law")
        for f in comparison.findings
        if f.baseline == "new"
    ]
    assert new == []
    assert [c for c in comparison.law.caveats if c.code == "stale_baseline"] == []


def test_numbers_from_another_start_change_nothing(entries: tuple[baseline.Entry, ...], tmp_path: Path) -> None:
    comparison = compared(bill(first=101), tmp_path, entries)
    assert {f.baseline for f in comparison.findings} == {"known"}


NEW = {
    "the words of the fault changed": (
        changed(
            "Insult of the President", "insults the President or a Minister", "ridicules the President or a Minister"
        ),
        {("3", INSULT)},
    ),
    "a safeguard is gone": (
        changed("Search of systems", "with a warrant issued by a judge under section {Warrants}", "without a warrant"),
        {("4", "safeguards/explicit-power-without-warrant")},
    ),
    "the same fault in a second section": ((*CLAUSES, ("Taps", CLAUSES[5][1])), {("8", INTERCEPTION)}),
}


@pytest.mark.parametrize(("clauses", "found"), NEW.values(), ids=NEW)
def test_what_changed_is_new(
    clauses: Clauses, found: set[tuple[str, str]], entries: tuple[baseline.Entry, ...], tmp_path: Path
) -> None:
    comparison = compared(bill(clauses), tmp_path, entries)
    new = {
        (comparison.law.by_id[f.provision].citation, f.rule)
        for f in comparison.findings
        if f.baseline == "new" and f.provision
    }
    assert found <= new
    assert {citation for citation, _ in new} == {citation for citation, _ in found}


def test_an_entry_that_matches_nothing_is_told(entries: tuple[baseline.Entry, ...], tmp_path: Path) -> None:
    without = tuple((h, t) for h, t in CLAUSES if h != "Insult of the President")
    comparison = compared(bill(without), tmp_path, entries)
    (caveat,) = (c for c in comparison.law.caveats if c.code == "stale_baseline")
    assert f"{INSULT} (was at 3)" in caveat.message


def test_a_baseline_file_says_what_was_written(entries: tuple[baseline.Entry, ...], tmp_path: Path) -> None:
    path = tmp_path / "known.yaml"
    path.write_text(baseline.dump(baseline.Baseline({"bill.txt": entries, "act.txt": ()})), encoding="utf-8")
    read = baseline.load_baseline(path)
    assert read.of("bill.txt") == entries
    assert read.of("act.txt") == ()
    assert read.of("other.txt") == ()
    assert baseline.Baseline({"bill.txt": entries}).of("renamed.txt") == entries


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("laws: {}\n", "known.yaml:1: no baseline"),
        (
            "schema: uncc-diff-baseline/1\nlaws:\n  a.txt:\n  - {id: x, rule: y, place: z, words: w}\n",
            "known.yaml:4: opening is missing",
        ),
        (
            "schema: uncc-diff-baseline/1\nlaws:\n  a.txt:\n  - {id: x, rule: y, place: z, words: w, opening: o, line: 3}\n",
            "known.yaml:4: unknown key 'line'",
        ),
        ("schema: [\n", "known.yaml:2"),
    ],
)
def test_a_faulty_baseline_names_its_line(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "known.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=told.replace(".", r"\.")):
        baseline.load_baseline(path)
