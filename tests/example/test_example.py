"""The example bill: read whole from both files, its planted faults found, its sound clauses left in peace."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from uncc_diff import pipeline
from uncc_diff.model.comparison import Comparison
from uncc_diff.model.law import Law

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAME = "arvena-cybercrime-bill-2026"
PLANTED = yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))
FILES = [f"{NAME}.pdf", f"{NAME}.txt"]


def script(name: str) -> ModuleType:
    """Return a module of the examples folder, which is no package."""
    if str(EXAMPLES) not in sys.path:
        sys.path.insert(0, str(EXAMPLES))
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = sys.modules.setdefault(name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


@cache
def law(file: str) -> Law:
    return pipeline.outline(EXAMPLES / file)


@cache
def comparison() -> Comparison:
    return pipeline.compare([EXAMPLES / f"{NAME}.pdf"])


def test_script_writes_the_same_bytes_every_time(tmp_path: Path) -> None:
    make = script("make_bill")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        make.main(tmp_path / folder)
    assert (tmp_path / "one" / FILES[0]).read_bytes() == (tmp_path / "two" / FILES[0]).read_bytes()
    assert (tmp_path / "one" / FILES[1]).read_bytes() == (EXAMPLES / FILES[1]).read_bytes()


@pytest.mark.parametrize("file", FILES)
def test_every_clause_is_read_with_its_heading(file: str) -> None:
    bill = script("bill_text").load_bill()
    want = [(str(clause.number), clause.heading) for part in bill.parts for clause in part.clauses]
    assert [(p.citation, p.heading) for p in law(file).basics] == want


@pytest.mark.parametrize("file", FILES)
def test_every_word_of_every_clause_is_read_and_no_other(file: str) -> None:
    bill, tree = script("bill_text").load_bill(), law(file)
    for clause in (clause for part in bill.parts for clause in part.clauses):
        provision = next(p for p in tree.basics if p.citation == str(clause.number))
        read = " ".join(
            f"({p.number}) {p.text}" if p.id != provision.id and p.number else p.text for p in tree.walk(provision.id)
        )
        written = " ".join(unit.text for unit in clause.units)
        assert " ".join(read.split()) == written, clause.number


@pytest.mark.parametrize("file", FILES)
def test_title_is_that_of_the_bill_or_the_one_it_gives_itself(file: str) -> None:
    assert law(file).title.casefold() in {"the cybercrime bill, 2026", "cybercrime act, 2026"}


@pytest.mark.parametrize("citation", PLANTED["has"])
def test_planted_fault_is_found(citation: str) -> None:
    tree = comparison().law
    on_clause = [
        f for f in comparison().findings if f.provision and (b := tree.basic(f.provision)) and b.citation == citation
    ]
    found = {fault for finding in on_clause for fault in finding.faults}
    for wanted in PLANTED["has"][citation]:
        assert found & set(wanted), f"clause {citation}: none of {wanted} in {sorted(found)}"


@pytest.mark.parametrize("citation", PLANTED["sound"])
def test_sound_clause_is_left_in_peace(citation: str) -> None:
    tree = comparison().law
    grave = [
        (f.rule, tree.by_id[f.provision].citation)
        for f in comparison().at_least("high")
        if f.provision and (b := tree.basic(f.provision)) and b.citation == citation
    ]
    assert grave == []


@pytest.mark.parametrize("treaty", PLANTED["met"])
def test_sound_offences_meet_their_articles(treaty: str) -> None:
    status = {gap.article: gap.status for gap in comparison().mapping.gaps if gap.treaty == treaty}
    assert {number: status[number] for number in PLANTED["met"][treaty]} == dict.fromkeys(PLANTED["met"][treaty], "met")


def test_what_no_treaty_asks_for_is_named() -> None:
    tree = comparison().law
    named = {b.citation for entry in comparison().mapping.beyond if (b := tree.basic(entry.provision))}
    assert set(PLANTED["beyond"]) <= named
