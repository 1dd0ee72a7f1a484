"""What a finding says: the smallest place, the words, where an absence was looked for, and an id that outlives edits."""

from __future__ import annotations

from uncc_diff.checking import check
from uncc_diff.model.finding import Finding
from uncc_diff.model.mapping import Mapping

from .conftest import all_rules, read

_TWO_OFFENCES = """\
1. Messages
(1) A person who sends a message through a computer system that
(a) is grossly offensive; or
(b) causes annoyance to another person,
commits an offence and is liable to a fine.
2. Insults
A person who publishes a message that is offensive commits an offence and is liable to a fine.
"""


def _found(text: str, *rules: str) -> tuple[Finding, ...]:
    return check(read(text), Mapping(), [all_rules().get(rule) for rule in rules])


def test_one_finding_for_a_rule_and_a_section_at_the_smallest_provision() -> None:
    found = _found(_TWO_OFFENCES, "legality/vague-word-in-speech-offence")
    assert [f.provision for f in found] == ["sec_1__subsec_1__para_a", "sec_2"]
    assert "“grossly offensive”, “annoyance”" in found[0].message


def test_the_quote_is_the_words() -> None:
    reading = read(_TWO_OFFENCES)
    rule = all_rules().get("legality/vague-word-in-speech-offence")
    first = check(reading, Mapping(), [rule])[0]
    assert first.quote is not None
    assert reading.words(first.quote) == "grossly offensive"


def test_an_id_outlives_renumbering_and_edits_elsewhere() -> None:
    rule = "legality/vague-word-in-speech-offence"
    before = _found(_TWO_OFFENCES, rule)
    moved = "1. Plans\nThe Bureau shall publish a plan.\n" + _TWO_OFFENCES.replace("2. In", "3. In").replace(
        "1. Me", "2. Me"
    )
    assert [f.id for f in before] == [f.id for f in _found(moved, rule)]
    assert len({f.id for f in before}) == 2


def test_equal_clauses_have_ids_of_their_own() -> None:
    twice = "".join(f"{n}. Insults\nA person who publishes an offensive message commits an offence.\n" for n in (1, 2))
    found = _found(twice, "legality/vague-word-in-speech-offence")
    assert len({f.id for f in found}) == 2


def test_an_absence_says_where_it_looked() -> None:
    text = "1. Interception\nAn officer may intercept communications of any person under section 2.\n2. Plans\nA plan is made.\n"
    (found,) = _found(text, "safeguards/interception-without-prior-authorization")
    assert found.looked_in == ("sec_1", "sec_2")


def test_an_absence_from_the_whole_text_has_no_provision_and_comes_last() -> None:
    text = "A judge may order the interception of communications. A message that is offensive is an offence."
    found = _found(text, "safeguards/no-oversight", "safeguards/interception-without-time-limit")
    assert [(f.rule, f.provision, f.looked_in) for f in found] == [
        ("safeguards/interception-without-time-limit", "sec_1", ("sec_1",)),
        ("safeguards/no-oversight", None, ("law",)),
    ]


def test_a_rule_that_speaks_once_speaks_once() -> None:
    text = "".join(
        f"{n}. Cards\nNo person shall sell a SIM card without registration of the buyer.\n" for n in (1, 2, 3)
    )
    assert [f.provision for f in _found(text, "intermediaries/sim-registration")] == ["sec_1"]


def test_each_offence_of_a_catalogue_is_judged_for_itself() -> None:
    text = """\
1. Offences
(1) Illegal access. — A person who intentionally and without right accesses a computer system commits an offence.
(2) Damage. — A person who alters computer data without right commits an offence.
(3) Spying. — A person who intentionally and without right intercepts a communication commits an offence.
"""
    assert [f.provision for f in _found(text, "criminalization/offence-without-intent")] == ["sec_1__subsec_2"]


def test_nothing_is_found_in_nothing() -> None:
    assert _found("The Bureau has a door.", *(r.id for r in all_rules() if r.severity in ("high", "critical"))) == ()


def test_a_section_is_said_to_allow_the_longest_of_its_terms() -> None:
    text = (
        "1. False news\nWhoever publishes false news shall be punished with prison of two to four years. "
        "If an official is named, the prison shall be of three to six years."
    )
    (found,) = _found(text, "expression/prison-for-speech")
    assert "up to 6 years" in found.message


def test_negligence_is_measured_by_the_term_set_for_it() -> None:
    text = (
        "1. Damage\n(1) Whoever damages computer data shall be punished with prison of up to five years.\n"
        "(2) Negligence is punishable by prison of up to two years."
    )
    (found,) = _found(text, "criminalization/negligence-punished-with-prison")
    assert "up to 2 years" in found.message


def test_words_are_not_measured_against_a_term_without_bound() -> None:
    insult = "1. Insults\nWhoever publishes an insult shall be punished with prison of up to seven years.\n"
    access = "2. Access\nWhoever intentionally gains access to a computer system shall be punished with prison of {}."
    rule = "expression/heavier-than-hacking"
    assert _found(insult + access.format("up to five years"), rule)
    assert not _found(insult + access.format("not less than five years"), rule)


def test_words_within_words_already_said_are_not_said_again() -> None:
    text = (
        "1. Tools\nWhoever produces, imports or sells a program or password that can be used to breach the security "
        "of a computer system shall be punished with prison."
    )
    (found,) = _found(text, "criminalization/tool-offence-without-purpose")
    assert found.message.count("password") <= 1


def test_a_part_of_a_law_does_not_break_references_to_its_other_parts() -> None:
    part = "30. Powers\nAn officer may use the powers of section 4.\n31. Plans\nThe Bureau shall publish a plan.\n"
    whole = "1. Plans\nThe Bureau shall publish a plan.\n" + part
    assert not _found(part, "drafting/broken-reference")
    assert [f.provision for f in _found(whole, "drafting/broken-reference")] == ["sec_30"]
