"""Notes beside the text, notes broken into it, several laws in one file, structure that the format states, corrections."""

from __future__ import annotations

import pytest

from uncc_diff.errors import DataError, UsageError
from uncc_diff.ingest import read_bytes
from uncc_diff.model.correction import Correction
from uncc_diff.model.law import Law
from uncc_diff.model.source import Box, Line, LineKind, Mark, Source, SourceFile
from uncc_diff.structure import grammar as grammar_module
from uncc_diff.structure import parse
from uncc_diff.structure.language import detect_language

Drawn = tuple[str, LineKind, float, float]


def page(*drawn: Drawn, marks: dict[int, Mark] | None = None, boxes: bool = True) -> Source:
    """One page of lines: text, kind, left edge, top."""
    text = "\n".join(line[0] for line in drawn)
    lines, at = [], 0
    for number, (words, kind, x, y) in enumerate(drawn, 1):
        box = Box(x, y, x + 5.0 * len(words), y + 11) if boxes else None
        lines.append(Line(words, at, number, 1, box, 11.0, kind=kind, mark=(marks or {}).get(number - 1)))
        at += len(words) + 1
    return Source((SourceFile("law.pdf", "0", 1),), text, tuple(lines), language="en")


def text(law: Law, citation: str) -> str:
    return next(p.text for p in law.provisions if p.citation == citation)


def headings(law: Law) -> dict[str, str | None]:
    return {p.citation: p.heading for p in law.basics}


def test_marginal_notes_head_the_sections_beside_them() -> None:
    law = parse(
        page(
            ("Short", "margin", 400, 100),
            ("title", "margin", 400, 110),
            ("1. This Act may be cited as the Wires Act.", "body", 100, 100),
            ("Duty of the", "margin", 400, 140),
            ("Warden", "margin", 400, 150),
            ("Act No. 5", "margin", 400, 160),
            ("of 1998", "margin", 400, 170),
            ("2. (1) The Warden keeps the wires safe.", "body", 100, 140),
            ("(2) The Warden answers to the Assembly under the", "body", 100, 155),
            ("Assembly Act.", "body", 100, 170),
            ("3. This Act binds the Republic.", "body", 100, 200),
        )
    )
    assert headings(law) == {"1": "Short title", "2": "Duty of the Warden", "3": None}
    assert text(law, "2(2)") == "The Warden answers to the Assembly under the Assembly Act."
    assert [note.text for note in law.notes] == ["Act No. 5 of 1998"]


BROKEN = """WIRES BILL 2031

ARRANGEMENT OF CLAUSES

Clause

1. Short title and commence-
ment.
2. Duty of the Warden.
3. Power to open wires.
4. Fees.

A BILL

An Act to keep the wires of Arvena safe.

1. This Act may be cited as the Wires Act and shall Short title
begin on a day that the Warden names in the and commence-
Gazette, which may differ ment.
from part to part.

Duty of the 2. (1) The Warden shall keep every wire in Arvena
Warden. safe from harm and fraud.

(2) The Warden answers to the Assembly.

3. With leave of a court the Warden may Power to
open a wire and read what passes. open wires.

4. The Warden may charge a fee for a copy. Fees.
"""


def test_marginal_notes_broken_into_the_sentence_are_taken_out() -> None:
    law = parse(read_bytes(BROKEN.encode(), "bill.txt"))
    assert headings(law) == {
        "1": "Short title and commencement",
        "2": "Duty of the Warden",
        "3": "Power to open wires",
        "4": "Fees",
    }
    assert text(law, "1") == (
        "This Act may be cited as the Wires Act and shall begin on a day that the Warden names in the Gazette, which may "
        "differ from part to part."
    )
    assert text(law, "2(1)") == "The Warden shall keep every wire in Arvena safe from harm and fraud."
    assert text(law, "3") == "With leave of a court the Warden may open a wire and read what passes."
    assert {p.level for p in law.basics} == {"clause"}


GAZETTE = """OFFICIAL GAZETTE OF ARVENA

LAW No. 5/2031 ON WIRES
Article 1: Purpose
This Law keeps wires safe.
Article 2: Commencement
This Law begins at once.

LAW No. 6/2031 ON LAMPS
Article 1: Purpose
This Law keeps lamps lit.
Article 2: Lighting
Lamps are lit at dusk.
Article 3: Commencement
This Law begins at once.
"""


def test_the_first_of_several_laws_is_read_and_the_others_are_named() -> None:
    law = parse(read_bytes(GAZETTE.encode(), "gazette.txt"))
    assert [p.citation for p in law.basics] == ["1", "2"]
    [caveat] = [c for c in law.caveats if c.code == "several_laws"]
    assert "LAW No. 6/2031 ON LAMPS" in caveat.message


@pytest.mark.parametrize("chosen", ["2", "lamps"])
def test_another_law_is_chosen_by_place_or_title(chosen: str) -> None:
    law = parse(read_bytes(GAZETTE.encode(), "gazette.txt"), law=chosen)
    assert [p.citation for p in law.basics] == ["1", "2", "3"]
    assert text(law, "2") == "Lamps are lit at dusk."


def test_a_law_that_the_file_does_not_hold_is_an_error_that_names_those_it_holds() -> None:
    with pytest.raises(UsageError) as told:
        parse(read_bytes(GAZETTE.encode(), "gazette.txt"), law="ships")
    assert "LAW No. 5/2031 ON WIRES" in told.value.hint


def test_structure_that_the_format_states_is_trusted() -> None:
    law = parse(
        page(
            ("An Act about wires", "body", 0, 0),
            ("PART I Wires", "body", 0, 0),
            ("7 Opening", "body", 0, 0),
            ("(1) No one opens a wire", "body", 0, 0),
            ("(c.1) by night, or", "body", 0, 0),
            ("(d) by stealth", "body", 0, 0),
            ("without leave.", "body", 0, 0),
            ("9. is not a section here.", "body", 0, 0),
            marks={
                1: Mark("part", "I", "Wires", 1),
                2: Mark("section", "7", "Opening", 2),
                3: Mark("subsection", "1", None, 3),
                4: Mark("paragraph", "c.1", None, 4),
                5: Mark("paragraph", "d", None, 4),
                6: Mark("text", depth=3),
            },
            boxes=False,
        )
    )
    assert [(p.citation, p.level, p.heading, p.text) for p in law.provisions] == [
        ("Preamble", "preamble", None, "An Act about wires"),
        ("Part I", "part", "Wires", ""),
        ("7", "section", "Opening", ""),
        ("7(1)", "subsection", None, "No one opens a wire"),
        ("7(1)(c.1)", "paragraph", None, "by night, or"),
        ("7(1)(d)", "paragraph", None, "by stealth"),
        ("7(1)", "closing", None, "without leave. 9. is not a section here."),
    ]


PLAIN = """1. Wires are free.
Section two, whose number the printer lost.
3. Lamps are lit at
4. the fourth hour.
5. Bells are rung.
"""


def test_a_reviewer_says_where_sections_start() -> None:
    corrections = [
        Correction("Section two, whose", "the number fell out in print", starts="2"),
        Correction("4. the fourth", "it is the hour", starts=None),
        Correction("9. Nothing", "there is no such line", starts="9"),
    ]
    law = parse(read_bytes(PLAIN.encode(), "law.txt"), corrections=corrections)
    assert [p.citation for p in law.basics] == ["1", "2", "3", "5"]
    assert text(law, "3") == "Lamps are lit at 4. the fourth hour."
    told = [c.message for c in law.caveats if c.code == "corrected_by_reviewer"]
    assert [correction.reason in message for correction, message in zip(corrections, told, strict=True)] == [True] * 3


def test_tables_are_kept_as_rows() -> None:
    law = parse(
        page(
            ("1. The fines are these:", "body", 100, 100),
            ("Act\tFine", "table", 100, 120),
            ("Cutting\tten crowns", "table", 100, 140),
            ("A judge may lower them.", "body", 100, 160),
            ("2. Fines go to the Treasury.", "body", 100, 180),
            ("3. This Act begins at once.", "body", 100, 200),
        )
    )
    [table] = [p for p in law.provisions if p.level == "table"]
    assert table.text == "Act\tFine\nCutting\tten crowns"
    assert table.parent == law.basics[0].id
    [closing] = [p for p in law.provisions if p.level == "closing"]
    assert closing.text == "A judge may lower them."


def test_a_page_without_a_law_has_no_sections() -> None:
    page_text = "Ministry of Wires\nHome News Contact\n1. The Minister opened a bridge.\nRead more\nPage 3 of 12\n"
    assert parse(read_bytes(page_text.encode(), "page.txt")).basics == ()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The Warden shall keep a list of all wires and no person may open any of them.", "en"),
        ("La ley protege las redes de la República y no se permite que los extraños entren en ellas.", "es"),
        ("La présente loi protège les réseaux de la République et punit ceux qui y entrent sans droit.", "fr"),
        ("Esta lei protege as redes da República e não permite que os estranhos entrem nelas sem licença.", "pt"),
        ("Luật này quy định về mạng và trách nhiệm của người dùng trong việc bảo vệ mạng.", "vi"),
        ("تسري أحكام هذا القانون على كل من يستخدم الشبكة في الدولة أو من خارجها.", "ar"),
        ("zzyzx qwfp", "und"),
    ],
)
def test_language_is_told_by_its_commonest_words(words: str, language: str) -> None:
    assert detect_language([words]) == language


def test_every_grammar_loads() -> None:
    for tag in grammar_module.languages():
        loaded = grammar_module.load_grammar(tag)
        assert loaded.level_of_unit, tag
        assert loaded.default_unit in {"section", "article"}, tag


def test_a_faulty_grammar_is_named_with_its_line(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "xx.yaml").write_text(
        "name: Odd\ndefault_unit: article\nunits: {article: [art]}\nbogus: 1\nclosings: word\n"
    )
    monkeypatch.setattr(grammar_module, "GRAMMAR", tmp_path)
    with pytest.raises(DataError) as told:
        grammar_module._read("xx")
    assert [problem.where for problem in told.value.problems] == ["grammar/xx.yaml:4", "grammar/xx.yaml:5"]


def test_hyphens_at_line_ends_are_decided() -> None:
    words = (
        "WARDENS ACT, 2031\n1. The co-operation of wardens is welcome; cooperative wardens are well-known.\n"
        "2. A warden who inter-\ncepts a wire, and a well-\nknown thief, and one seeking co-\noperation, are told apart.\n"
        "3. No thief may intercept a wire.\n"
    )
    law = parse(read_bytes(words.encode(), "law.txt"))
    assert (
        text(law, "2")
        == "A warden who intercepts a wire, and a well-known thief, and one seeking co-operation, are told apart."
    )
