"""Party profiles: read with every fault at once, and applied to articles."""

from pathlib import Path

import pytest

from uncc_diff.errors import DataError, UsageError
from uncc_diff.model.party import Party, Requirement, Statement
from uncc_diff.model.treaty import Article
from uncc_diff.treaties.load import load_treaty
from uncc_diff.treaties.party import load_party, required, requirements

EXAMPLE = Path(__file__).parents[2] / "examples" / "party-arvena.yaml"
PROFILE = """\
party: Arvena
date: "2026-06-30"
bonds:
  budapest: "2019-03-01"
  uncc: none
statements:
  - treaty: budapest
    article: "6"
    kind: reservation
    effect: no_liability
    elements: [possession]
    note: holding is not punished
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "party.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def article(id_: str) -> Article:
    treaty, number = id_.split("/")
    found = load_treaty(treaty).article(number)
    assert found is not None
    return found


def arvena(*statements: Statement, **bonds: str | None) -> Party:
    return Party("Arvena", "2026-06-30", {"budapest": "2019-03-01", **bonds}, statements)


def test_a_profile_is_read_as_written(tmp_path: Path) -> None:
    party = load_party(written(tmp_path, PROFILE))
    assert (party.name, party.date, party.bonds) == ("Arvena", "2026-06-30", {"budapest": "2019-03-01", "uncc": None})
    assert party.statements == (
        Statement("budapest", "6", "reservation", "no_liability", ("possession",), "holding is not punished"),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("party: Arvena", "name: Arvena", 1, "unknown key 'name' (allowed: party, date, bonds"),
        ('date: "2026-06-30"', "date: June", 2, "date: 'June' is no date (allowed: a date as 2026-01-31)"),
        ("  uncc: none", "  unccc: none", 5, "unknown treaty 'unccc'; did you mean 'uncc'? (allowed: budapest"),
        ("  uncc: none", "  uncc: soon", 5, "(allowed: a date as 2026-01-31, none or signed)"),
        ("bonds:\n", "bonds: all\n_:\n", 3, "bonds: expected keys and values"),
        ("treaty: budapest", "treaty: untoc", 7, "no bond with 'untoc' (allowed: budapest, uncc"),
        ("treaty: budapest", "treaty: uncc", 7, "uncc does not bind by 'bonds'"),
        ('article: "6"', 'article: "60"', 8, "has no article '60' (allowed: 1, 2"),
        ('article: "6"', 'article: "5"', 8, "permits no statement on article 5 (allowed: 2, 3, 4, 6"),
        ("kind: reservation", "kind: objection", 9, "allowed: reservation, declaration"),
        ("effect: no_liability", "effect: no_liabilty", 10, "did you mean 'no_liability'?"),
        ('article: "6"', 'article: "22"', 10, "is about no offence (allowed: not_applied, limited_to)"),
        ("no_liability\n", "limited_to\n", 13, ""),
        ("[possession]", "[posession]", 11, "did you mean 'possession'?"),
        ("[possession]", "[supply]", 11, "'supply' is not open to reservation (allowed: production"),
        (
            "    elements: [possession]\n",
            "",
            10,
            "does not let article 6 be left aside as a whole (allowed: limited_to",
        ),
        ('article: "6"', 'article: "2"', 9, "article 2 permits no reservation (allowed: declaration)"),
        ('article: "6"\n    kind: reservation', 'article: "4"\n    kind: declaration', 9, "permits no declaration"),
        ('budapest: "2019-03-01"', 'budapest: "2003-03-01"', 4, "in force only since 2004-07-01"),
        ("  uncc: none", '  uncc: "2024-01-01"', 5, "adopted only on 2024-12-24"),
        ('budapest: "2019-03-01"', 'budapest: none\n  budapest-p1: "2019-03-01"', 5, "binds only Parties to budapest"),
    ],
)
def test_a_fault_names_file_line_and_what_is_allowed(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in PROFILE
    text = PROFILE.replace(old, new, 1)
    if not said:
        text, line, said = text.replace("    note: holding is not punished\n", ""), 10, "needs one"
    with pytest.raises(DataError) as caught:
        load_party(written(tmp_path, text))
    assert any(p.where == f"party.yaml:{line}" and said in p.message for p in caught.value.problems), (
        caught.value.message
    )


def test_faults_come_together(tmp_path: Path) -> None:
    text = PROFILE.replace("kind: reservation", "kind: objection").replace('date: "2026-06-30"', "date: June")
    with pytest.raises(DataError) as caught:
        load_party(written(tmp_path, text))
    assert {p.where for p in caught.value.problems} == {"party.yaml:2", "party.yaml:9"}


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no party profile nobody\.yaml"):
        load_party(tmp_path / "nobody.yaml")


@pytest.mark.parametrize(
    ("bonds", "bound"), [({}, None), ({"uncc": None}, False), ({"uncc": "2026-07-01"}, False), ({"uncc": "2026-06-30"}, True)]
)  # fmt: skip
def test_a_bond_counts_from_its_day(bonds: dict[str, str | None], bound: bool | None) -> None:
    party = arvena(**bonds)
    assert party.bound("uncc") is bound
    assert required(article("uncc/7"), party).required is (bound is not False)


def test_a_signature_alone_does_not_bind(tmp_path: Path) -> None:
    party = load_party(written(tmp_path, PROFILE.replace("uncc: none", "uncc: signed")))
    assert (party.bound("uncc"), party.signed) == (False, {"uncc"})


def test_an_article_without_a_statement_is_asked_in_full() -> None:
    assert required(article("budapest/2"), arvena()) == Requirement()


def test_a_statement_about_elements_waives_them_and_no_more() -> None:
    party = arvena(Statement("budapest", "6", "reservation", "no_liability", ("possession",), "never punished"))
    asked = required(article("budapest/6"), party)
    assert (asked.required, asked.waived) == (True, {"possession"})
    assert asked.note == "reservation of Arvena, no liability (possession): never punished"


def test_a_statement_about_the_whole_article_takes_it_away() -> None:
    party = arvena(Statement("budapest", "10", "reservation", "no_liability"))
    assert not required(article("budapest/10"), party).required


def test_an_article_whose_last_element_is_waived_is_not_required() -> None:
    whole = tuple(e.id for e in article("budapest/11").elements)
    assert not required(
        article("budapest/11"), arvena(Statement("budapest", "11", "reservation", "not_applied", whole))
    ).required


def test_a_limit_leaves_the_article_and_says_so() -> None:
    party = arvena(Statement("budapest", "20", "reservation", "limited_to", note="listed offences"))
    asked = required(article("budapest/20"), party)
    assert (asked.required, asked.waived) == (True, frozenset())
    assert "listed offences" in asked.note


def test_the_example_is_a_valid_profile_that_shows_every_effect() -> None:
    party = load_party(EXAMPLE)
    assert {s.effect for s in party.statements} == {"no_liability", "not_applied", "limited_to"}
    treaties = [load_treaty(t) for t in ("budapest", "budapest-p1", "uncc", "untoc")]
    asked = requirements(treaties, party)
    assert {"budapest/6", "budapest/20", "budapest/22", "budapest-p1/6", "uncc/7"} <= set(asked)
    assert not [id_ for id_ in asked if id_.startswith("untoc/")], "a treaty that the profile does not name is unknown"
    assert asked["uncc/7"].note == "not binding on Republic of Arvena"
