"""Plain text and markdown: encodings, pages, look, notes of consolidated texts."""

from __future__ import annotations

import pytest
from sources import assert_sound, body, codes, seen

from uncc_diff.ingest import read_bytes

ACT = "ARVENA COMPUTERS ACT\n\n1. Short title\nThis Act is the Arvena Computers Act – “the Act”.\n"


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-32", False),
        ("utf-16-le", True),
        ("cp1252", True),
    ],
)
def test_reads_common_encodings(encoding: str, guessed: bool) -> None:
    source = read_bytes(ACT.encode(encoding), "act.txt")
    assert_sound(source)
    assert body(source) == [row for row in ACT.split("\n") if row]
    assert ("encoding_guessed" in codes(source)) is guessed


def test_reads_arabic_in_windows_encoding() -> None:
    text = "المادة 1\nيعاقب بالحبس كل من دخل نظام معلومات دون حق أو تجاوز حدود الدخول المصرح به\n" * 8
    source = read_bytes(text.encode("cp1256"), "law.txt")
    assert body(source)[0] == "المادة 1"
    assert codes(source) == ["encoding_guessed"]


def test_keeps_stray_bytes_of_another_encoding_in_utf8() -> None:
    data = ("Secçao 1. A lei é aplicável à informação. " * 40).encode() + b"Caf\xe9"
    source = read_bytes(data, "lei.txt")
    assert source.text.endswith("Café")
    assert "aplicável" in source.text


def test_says_that_characters_were_lost_before() -> None:
    assert codes(read_bytes("Section 1 \ufffd Title".encode(), "act.txt")) == ["encoding_guessed"]


def test_numbers_lines_as_in_the_file_so_that_blank_lines_show() -> None:
    source = read_bytes(b"Title\r\n\r\n\r\n1. One\r2. Two\n", "act.txt")
    assert [(line.number, line.text) for line in source.lines] == [(1, "Title"), (4, "1. One"), (5, "2. Two")]


WORDS = ("court", "person", "Registrar", "member", "police", "owner", "child", "buyer")


def paged(*heads: str) -> bytes:
    """Return a text of pages that differ in all but their first line."""
    pages = [
        "\n".join(
            [head, *(f"The {WORDS[(page + line) % 8]} {WORDS[(page * 3 + line) % 8]} {line}" for line in range(6))]
        )
        for page, head in enumerate(heads)
    ]
    return "\f".join(pages).encode()


def test_form_feeds_are_pages_and_their_heads_run() -> None:
    source = read_bytes(paged(*(f"No. 7 of 2031]  Computers {page}" for page in range(41, 45))), "act.txt")
    assert [(line.page, line.text) for line in source.lines if line.kind == "running"] == [
        (page, f"No. 7 of 2031]  Computers {page + 40}") for page in range(1, 5)
    ]
    assert source.files[0].pages == 4


@pytest.mark.parametrize("text", ["PART {n}", "Article {n}", "(c) the Registrar shall keep a book of numbers."])
def test_what_recurs_at_page_edges_may_be_the_law(text: str) -> None:
    source = read_bytes(paged(*(text.format(n=n) for n in range(1, 5))), "act.txt")
    assert seen(source, "running") == []


def test_notes_on_amendments_stand_beside_the_text() -> None:
    rows = ["4. Powers", "1", "[(1) The Registrar may act.]", "1", "Ins. by Act No. 9 of 2030, s. 3.", "5", "Duties"]
    text = "\n".join([*rows, "Repealed by the Minister."])
    assert seen(read_bytes(text.encode(), "act.txt")) == [
        ("body", "4. Powers"),
        ("footnote", "1"),
        ("body", "[(1) The Registrar may act.]"),
        ("footnote", "1"),
        ("footnote", "Ins. by Act No. 9 of 2030, s. 3."),
        ("body", "5"),
        ("body", "Duties"),
        ("body", "Repealed by the Minister."),
    ]


def test_indentation_shows_what_is_centred() -> None:
    rows = [
        "A line of the law that runs over the whole measure of the page, so wide it is",
        " " * 34 + "PART I",
        "and on.",
    ]
    source = read_bytes("\n".join(rows).encode(), "act.txt")
    assert [line.centred for line in source.lines] == [False, True, False]


MARKDOWN = """---
Title: Computers Bill 2031
Status: draft
---

# Computers Bill 2031

## Part I

**GENERAL**

_1._ This Bill **binds** the *Crown*\\* and [the State](https://example.org/a_(b)).

- (a) snake_case_word stays; 3 * 4 too;
- not a marker

> quoted &amp; kept

| Offence | Fine |
|---------|------|
| Theft   | 200  |

# continuation of a sentence in small letters
"""


def test_markdown_loses_its_markup_only() -> None:
    source = read_bytes(MARKDOWN.encode(), "bill.md")
    assert_sound(source)
    assert source.title == "Computers Bill 2031"
    assert seen(source) == [
        ("chrome", "Title: Computers Bill 2031"),
        ("chrome", "Status: draft"),
        ("body", "Computers Bill 2031"),
        ("body", "Part I"),
        ("body", "GENERAL"),
        ("body", "1. This Bill binds the Crown* and the State."),
        ("body", "(a) snake_case_word stays; 3 * 4 too;"),
        ("body", "- not a marker"),
        ("body", "quoted & kept"),
        ("table", "Offence\tFine"),
        ("table", "Theft\t200"),
        ("body", "continuation of a sentence in small letters"),
    ]
    bold = [line.text for line in source.lines if line.bold]
    assert bold == ["Computers Bill 2031", "Part I", "GENERAL"]


def test_markdown_page_breaks_become_pages() -> None:
    sheets = [
        f"#### {n} Bill\n\nwords of sheet {word}" for n, word in zip(range(2, 6), ("a", "b", "c", "d"), strict=True)
    ]
    source = read_bytes("\n\n\n-----\n\n".join(sheets).encode(), "bill.md")
    assert [(line.page, line.text) for line in source.lines if line.kind == "running"] == [
        (1, "2 Bill"),
        (2, "3 Bill"),
        (3, "4 Bill"),
        (4, "5 Bill"),
    ]


def test_a_text_encoded_twice_is_put_right() -> None:
    right = "Secção 1. “A lei” é aplicável à informação – e “só”."
    twice = right.encode().decode("latin-1").encode()
    source = read_bytes(twice, "lei.txt")
    assert (source.text, codes(source)) == (right, ["encoding_guessed"])


def test_numbered_links_show_their_words_alone() -> None:
    rows = [
        "[1][1][][1][Title][1]",
        "",
        *(f"See [section {n}][{n}] of the Act." for n in range(2, 6)),
        "",
        "[2]: /act/2",
    ]
    source = read_bytes("\n".join(rows).encode(), "act.md")
    assert body(source) == ["1 Title", *(f"See section {n} of the Act." for n in range(2, 6))]


def test_words_in_brackets_with_the_call_of_a_note_are_no_links() -> None:
    source = read_bytes(b"A keeper [of a harbour][3] pays.", "act.md")
    assert body(source) == ["A keeper [of a harbour][3] pays."]


def test_levels_of_markdown_headings_show_as_sizes() -> None:
    source = read_bytes(b"# Act\n\n## Part 1\n\n##### 1 Title\n\nThis is the Act.", "act.md")
    assert [line.size for line in source.lines] == [24.0, 18.0, 10.0, None]


TORN = {
    "a capital and its word": (
        "Treatment of lamps\n10 T reatment of lamps",
        ["Treatment of lamps", "10 Treatment of lamps"],
    ),
    "capitals": ("The Spam Act\nSP AM ACT", ["The Spam Act", "SPAM ACT"]),
    "a capital before a word of its own": ("Schedule B is here.\nBis and is.", ["Schedule B is here.", "Bis and is."]),
    "a capital before a word of which nothing is known": ("Form T reatment", ["Form T reatment"]),
    "letters that were one sign": (
        "It has ef fect.\nThe of f icer of fers it.\nAn of fence.",
        ["It has effect.", "The officer offers it.", "An offence."],
    ),
    "words that only look like it": ("A harbour made of fences.", ["A harbour made of fences."]),
}


@pytest.mark.parametrize(("text", "rows"), TORN.values(), ids=TORN)
def test_joins_words_that_were_torn(text: str, rows: list[str]) -> None:
    assert body(read_bytes(text.encode(), "act.txt")) == rows


def test_a_schedule_glued_to_what_surrounds_it_stands_on_lines_of_its_own() -> None:
    source = read_bytes(b"Wires 2031SCHEDULE(Section 9)FEES FOR WIRESColumn 1 Column 2", "act.txt")
    assert body(source) == ["Wires 2031", "SCHEDULE", "(Section 9)", "FEES FOR WIRES", "Column 1 Column 2"]
