"""XML of Justice Canada's kind, Akoma Ntoso from several hands, and XML of no known kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from sources import assert_sound, body, codes, marks, seen

from uncc_diff.errors import InputError
from uncc_diff.ingest import read, read_bytes
from uncc_diff.ingest.marked_lines import bare_number

SAMPLES = Path(__file__).parent / "samples"


def test_canadian_xml_states_its_units() -> None:
    source = read(SAMPLES / "machines-canada.xml")
    assert_sound(source)
    assert (source.title, source.language) == ("Machines Act", "en")
    assert marks(source) == [
        ("part", "1", "General", 1, "PART 1 General"),
        ("division", None, "Words", 2, "Words"),
        ("section", "2", "Definitions", 3, "2 Definitions"),
        ("subsection", "1", None, 4, "(1) In this Act,"),
        ("definition", None, None, 5, "machine means"),
        ("paragraph", "a", None, 6, "(a) a computer; or"),
        ("text", None, None, 5, "and its parts."),
        ("subsection", "2", "Limit", 4, "(2) Limit"),
        ("part", "2", "End", 1, "PART 2 End"),
        ("section", "3", None, 2, "3 It ends."),
        ("schedule", "1", "Fees", 1, "SCHEDULE 1 Fees"),
    ]
    assert ("footnote", "2030, c. 4") in seen(source)
    assert ("table", "Item\tFee") in seen(source)
    assert body(source)[:3] == ["An Act about machines", "Machines Act", "The Assembly of Arvena enacts:"]


def test_akoma_ntoso_states_its_units() -> None:
    source = read(SAMPLES / "machines-akn.xml")
    assert_sound(source)
    assert (source.title, source.language) == ("Arvena Machines", "en")
    assert marks(source) == [
        ("preamble", None, None, 1, "An Act for Arvena Machines"),
        ("part", "I", "General", 1, "PART I General"),
        ("section", "1", "Short title", 2, "1. Short title"),
        ("section", "2", None, 2, "2."),
        ("subsection", "1", None, 3, "(1) A person shall"),
        ("paragraph", "a", None, 4, "(a) switch off; or"),
        ("text", None, None, 3, "and go home."),
        ("subsection", "2", None, 3, "(2) These count:"),
        ("paragraph", "a", None, 4, "(a) phones;"),
        ("subparagraph", "i", None, 5, "(i) old ones."),
        ("text", None, None, 3, "No others."),
        ("division", None, "Amendments", 2, "Amendments"),
        ("section", "3", None, 2, "3. After section 5 insert"),
        ("section", "5A", "New", 3, "5A. New"),
        ("text", None, None, 2, "."),
        ("regulation", "4", None, 1, "4. A regulation."),
        ("closing", None, None, 1, "Signed."),
        ("schedule", None, "FIRST SCHEDULE", 1, "FIRST SCHEDULE"),
        ("paragraph", "1", None, 2, "1. Fees:"),
    ]
    assert [line.text for line in source.lines if line.mark and line.mark.quoted] == ["5A. New"]
    assert seen(source, "footnote", "table") == [
        ("footnote", "See Part II."),
        ("footnote", "Of 2031."),
        ("table", "Item\tFee"),
    ]
    assert "This is the Machines Act. It is short." in body(source)


def test_akoma_ntoso_in_html_classes_is_read_as_the_xml_it_came_from() -> None:
    source = read(SAMPLES / "machines-akn.html")
    assert_sound(source)
    assert marks(source) == [
        ("part", "I", "General", 1, "Part I General"),
        ("section", "1", "Short title", 2, "1. Short title"),
        ("section", "2", "Duties", 2, "2. Duties"),
        ("subsection", "1", None, 3, "(1) A person shall rest."),
    ]
    assert seen(source, "chrome") == [("chrome", "Home"), ("chrome", "Contact")]


def test_unknown_xml_is_read_as_text_with_a_caveat() -> None:
    data = b"<law><part><no>1</no><head>Short title</head><p>This is <b>the</b> Act.</p></part></law>"
    source = read_bytes(data, "law.xml")
    assert body(source) == ["1 Short title", "This is the Act."]
    assert codes(source) == ["unstructured_text"]


def test_named_characters_are_read_and_files_are_not() -> None:
    data = b"""<!DOCTYPE law [<!ENTITY file SYSTEM "file:///etc/hostname">]><law><p>a&nbsp;b &file; c</p></law>"""
    assert body(read_bytes(data, "law.xml")) == ["a b &file; c"]


def test_entities_that_swell_are_refused() -> None:
    names = [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    bomb = f'<!DOCTYPE law [<!ENTITY l0 "lol">{"".join(names)}]><law><p>text &l9;</p></law>'.encode()
    with pytest.raises(InputError, match=r"law\.xml is broken XML"):
        read_bytes(bomb, "law.xml")


def test_broken_xml_is_one_error() -> None:
    with pytest.raises(InputError, match=r"law\.xml is broken XML"):
        read_bytes(b"<?xml version='1.0'?><law><p>text</law>", "law.xml")


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Section 12.", "12"),
        ("(a)", "a"),
        ("PART II", "II"),
        ("4 bis", "4bis"),
        ("§ 12a.", "12a"),
        ("Art. 5°", "5"),
        ("FIRST SCHEDULE", "FIRST"),
        ("SCHEDULE", ""),
        ("Article premier", "premier"),
        ("22A", "22A"),
    ],
)
def test_bare_numbers(printed: str, bare: str) -> None:
    assert bare_number(printed) == bare
