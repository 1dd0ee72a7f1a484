"""DOCX: reading order, numbers that are not in the text, margins that lost their place, tracked changes."""

from __future__ import annotations

import pytest
from docx_files import docx, paragraph, run, table
from sources import assert_sound, body, codes, seen

from uncc_diff.ingest import read_bytes
from uncc_diff.ingest.list_numbers import written
from uncc_diff.model.source import Source


def document(inner: str, **parts: str) -> Source:
    source = read_bytes(docx(inner, **parts), "act.docx")
    assert_sound(source)
    return source


NUMBERING = """
<abstractNum abstractNumId="0">
<lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/><pStyle val="Section"/></lvl>
<lvl ilvl="1"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="(%2)"/></lvl>
<lvl ilvl="2"><start val="1"/><numFmt val="lowerRoman"/><lvlText val="%1.%2.%3"/><isLgl/></lvl></abstractNum>
<abstractNum abstractNumId="1">
<lvl ilvl="0"><start val="4"/><numFmt val="ordinalText"/><lvlText val="%1 Part"/></lvl></abstractNum>
<abstractNum abstractNumId="2"><lvl ilvl="0"><numFmt val="bullet"/><lvlText val="\uf0b7"/></lvl></abstractNum>
<num numId="1"><abstractNumId val="0"/></num>
<num numId="2"><abstractNumId val="1"/></num>
<num numId="3"><abstractNumId val="2"/></num>
<num numId="4"><abstractNumId val="0"/><lvlOverride ilvl="0"><startOverride val="9"/></lvlOverride></num>"""
STYLES = """<style type="paragraph" styleId="Section"><name val="Section"/><pPr><numPr><numId val="1"/></numPr></pPr></style>
<style type="paragraph" styleId="Head"><name val="heading 1"/><rPr><b/></rPr></style>
<style type="paragraph" styleId="Sub"><name val="sub"/><basedOn val="Head"/><pPr><jc val="center"/></pPr></style>"""


def numbered(text: str, list_id: int, level: int) -> str:
    return paragraph(text, properties=f'<numPr><ilvl val="{level}"/><numId val="{list_id}"/></numPr>')


def test_list_numbers_are_written_out() -> None:
    source = document(
        numbered("of four", 2, 0)
        + paragraph("styled", properties='<pStyle val="Section"/>')
        + numbered("a", 1, 1)
        + numbered("b", 1, 1)
        + numbered("deep", 1, 2)
        + paragraph("styled again", properties='<pStyle val="Section"/>')
        + numbered("a again", 1, 1)
        + numbered("restarted", 4, 0)
        + numbered("point", 3, 0),
        numbering=NUMBERING,
        styles=STYLES,
    )
    assert body(source) == [
        "Fourth Part of four",
        "1. styled",
        "(a) a",
        "(b) b",
        "1.2.1 deep",
        "2. styled again",
        "(a) a again",
        "9. restarted",
        "• point",
    ]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "upperRoman", "IV"),
        (49, "lowerRoman", "xlix"),
        (28, "lowerLetter", "bb"),
        (21, "ordinal", "21st"),
        (12, "ordinalText", "Twelfth"),
        (20, "ordinalText", "Twentieth"),
        (21, "ordinalText", "Twenty-first"),
        (34, "cardinalText", "Thirty-four"),
        (3, "arabicAlpha", "ت"),
        (3, "arabicAbjad", "ج"),
        (3, "none", ""),
        (7, "unheardOf", "7"),
    ],
)
def test_number_formats(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_look_comes_from_runs_and_styles() -> None:
    source = document(
        paragraph("PART I", properties='<pStyle val="Sub"/>')
        + paragraph(run("Whole", look="<b/><i/>"), run("And not", look='<b val="0"/><i/>')),
        styles=STYLES,
    )
    assert [(line.bold, line.italic, line.centred) for line in source.lines] == [
        (True, False, True),
        (False, True, False),
    ]
    assert source.lines[0].size == 10.0


def test_tracked_changes_are_read_as_accepted() -> None:
    source = document(
        f"<p>{run('A person ')}<ins>{run('shall ')}</ins><del><r><delText>may </delText></r></del>{run('rest.')}</p>"
        + "<p><pPr><rPr><del/></rPr></pPr><r><t>Cut </t></r></p><p><r><t>and joined.</t></r></p>"
        + f"<moveFrom>{run('gone')}</moveFrom>"
    )
    assert body(source) == ["A person shall rest.", "Cut and joined."]
    assert codes(source) == ["tracked_changes"]


def test_footnotes_follow_their_paragraph_and_calls_leave_the_sentence() -> None:
    source = document(
        '<p><r><t>Under the Act</t></r><r><footnoteReference id="2"/></r><r><t> of 2030</t></r>'
        '<r><rPr><vertAlign val="superscript"/></rPr><t>7</t></r><r><t>, the 4</t></r>'
        '<r><rPr><vertAlign val="superscript"/></rPr><t>th</t></r><r><t> day.</t></r></p>',
        footnotes='<footnote id="0" type="separator"><p/></footnote><footnote id="2"><p><r><t>No. 4.</t></r></p></footnote>',
    )
    assert seen(source) == [("body", "Under the Act of 2030, the 4th day."), ("footnote", "7"), ("footnote", "No. 4.")]


def test_hidden_text_is_set_aside_with_a_caveat() -> None:
    source = document(paragraph("Seen.") + paragraph(run("Not seen.", look="<vanish/>")))
    assert seen(source) == [("body", "Seen."), ("chrome", "Not seen.")]
    assert codes(source) == ["hidden_text"]


def test_breaks_within_a_sentence_are_wraps_and_others_are_lines() -> None:
    source = document(
        "<p><r><t>CHAPTER I</t><br/><t>General rules that</t><br/><t>go on;</t><br/><t>(a) one</t></r></p>"
    )
    assert body(source) == ["CHAPTER I", "General rules that go on;", "(a) one"]


NOTE = 16
"""Half points of marginal notes; the body has 20."""


def section(number: int, note: str, text: str = "A person shall rest on every day of") -> str:
    return table([paragraph(run(note, NOTE)), paragraph(f"{number}. (1) {text}")]) + paragraph("the week.")


def test_margins_in_cells_stand_before_their_sections() -> None:
    source = document(
        section(1, "Rest")
        + table([paragraph("2. A person may work"), paragraph(run("Work and", NOTE))])
        + paragraph(run("pay", NOTE))
        + paragraph("(a) by day; or")
    )
    assert seen(source) == [
        ("margin", "Rest"),
        ("body", "1. (1) A person shall rest on every day of the week."),
        ("margin", "Work and pay"),
        ("body", "2. A person may work"),
        ("body", "(a) by day; or"),
    ]
    assert codes(source) == ["table_flattened"]


def test_a_note_in_the_midst_of_a_sentence_leaves_it() -> None:
    source = document(
        section(1, "Rest")
        + section(2, "Sleep")
        + paragraph(run("3. This Act is the "), run("Short title ", NOTE), run("Machines Act."))
    )
    assert seen(source)[-2:] == [("margin", "Short title"), ("body", "3. This Act is the Machines Act.")]


def test_small_type_that_is_no_margin_stays_text() -> None:
    source = document(
        section(1, "Rest")
        + section(2, "Sleep")
        + paragraph("(2) It is so.")
        + paragraph(run("Illustration: A rests. A is right to do so.", NOTE))
        + paragraph(run("P"), run("OWERS", 14), run(" O"), run("F", 14), run(" C", 20), run("OURTS", 14))
    )
    assert body(source)[-2:] == ["Illustration: A rests. A is right to do so.", "POWERS OF COURTS"]


def test_a_cell_over_several_rows_is_read_where_its_text_is_printed() -> None:
    merged = '<tc><tcPr><vMerge val="restart"/></tcPr>{}</tc>'
    below = "<tc><tcPr><vMerge/></tcPr><p/></tc>"
    late = paragraph("(b)", properties='<spacing before="760"/>')
    source = document(
        section(1, "Rest")
        + section(2, "Sleep")
        + table(
            [merged.format(paragraph("2")), merged.format(late), paragraph("Machines Act")],
            [below, below, paragraph("to wake up.", properties='<spacing before="250"/>')],
            heights=500,
        )
    )
    assert body(source)[-2:] == ["2 Machines Act", "(b) to wake up."]


def test_tables_of_data_stay_rows() -> None:
    borders = '<tblBorders><top val="single"/></tblBorders>'
    source = document(
        paragraph("1. The fees are:")
        + table(
            [paragraph("Item"), paragraph("Fee")],
            [paragraph("Licence") + paragraph("(new)"), paragraph("20")],
            properties=borders,
        )
    )
    assert seen(source, "table") == [("table", "Item\tFee"), ("table", "Licence (new)\t20")]


def test_words_run_together_by_a_converter_are_parted() -> None:
    small = [run(word, 14) for word in ("POWERS", "OF", "THE", "COURT")]
    source = document(
        paragraph(*small)
        + paragraph("The powers of the court protect persons against the harm.")
        + paragraph(run("protect persons"), run("against the harm"), run("ful"))
    )
    assert body(source) == [
        "POWERS OF THE COURT",
        "The powers of the court protect persons against the harm.",
        "protect persons against the harmful",
    ]


def test_running_heads_between_pages_are_told() -> None:
    page = '<p><pPr><sectPr><type val="nextPage"/></sectPr></pPr></p>'
    texts = ("A court hears it.", "Any member may speak.", "The Registrar keeps books.", "No child pays.")
    source = document(
        "".join(
            paragraph(f"Machines Act {n}")
            + paragraph(text)
            + paragraph(f"{text[:9]} again and")
            + paragraph(f"so {text[:5]}")
            + page
            for n, text in enumerate(texts, 1)
        )
        + "<sectPr/>"
    )
    assert [text for _, text in seen(source, "running")] == [f"Machines Act {n}" for n in range(1, 5)]


def test_text_boxes_beside_the_text_are_notes_once() -> None:
    box = (
        "<r><AlternateContent><Choice><drawing><txbxContent><p><r><t>Short title</t></r></p></txbxContent></drawing></Choice>"
        "<Fallback><pict><txbxContent><p><r><t>Short title</t></r></p></txbxContent></pict></Fallback></AlternateContent></r>"
    )
    data = docx(f"<p>{box}<r><t>1. This is the Machines Act.</t></r></p>")
    source = read_bytes(data, "act.docx")
    assert seen(source) == [("margin", "Short title"), ("body", "1. This is the Machines Act.")]


def test_of_columns_in_two_languages_one_is_read() -> None:
    english = "Any person who enters the system without the right to do so shall be punished by the court of the city."
    french = "Toute personne qui entre dans le système sans en avoir le droit est punie par la loi de la ville."
    data = docx(
        table(*([paragraph(f"Article {n}. {french}"), paragraph(f"Article {n}. {english}")] for n in (1, 2, 3)))
    )
    source = read_bytes(data, "act.docx")
    assert body(source) == [f"Article {n}. {english}" for n in (1, 2, 3)]
    assert codes(source) == ["language_columns"]
    asked = read_bytes(data, "act.docx", language="fr")
    assert body(asked) == [f"Article {n}. {french}" for n in (1, 2, 3)]
