"""What holds for every input: a sound Source or an InputError, and no character of a visible text lost."""

from __future__ import annotations

import re

from docx_files import docx, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import assert_sound

from uncc_diff.errors import InputError
from uncc_diff.ingest import read_bytes

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.xml", "a.docx", "a.pdf.txt", "a"])
STARTS = st.sampled_from(
    [
        b"",
        b"<html>",
        b"<!DOCTYPE html>",
        b"<?xml version='1.0'?>",
        b"<akomaNtoso>",
        b"PK\x03\x04",
        b"\xff\xfe",
        b"---\n",
    ]
)
WORDS = r"""<p> </p> <br> <b> </b> <table> <tr> <td> </td> </table> <sup> 1 </sup> </div> <h3> 1. Title </h3> <div
    class='akn-section'> class='akn-part'> <section> <num> (a) </num> <heading> </heading> <content> </content> </section>
    <act> <body> </body> <style> </style> <!-- --> &amp; &#0; &nbsp; Section 1. 12 words # ** _ ` | --- ----- [x](y) >
    <Section> </Section> <Statute> <Heading level="x"> <Label> </Label> مادة Điều"""
FRAGMENTS = st.lists(st.sampled_from([*WORDS.split(), "\n", "\f", "\t", "\u200f", "\u2028"]), max_size=40).map(" ".join)


def check(data: bytes, name: str) -> None:
    try:
        source = read_bytes(data, name)
    except InputError:
        return
    assert_sound(source)


@settings(max_examples=150, deadline=None)
@given(STARTS, st.binary(max_size=300), NAMES)
def test_any_bytes(start: bytes, data: bytes, name: str) -> None:
    check(start + data, name)


@settings(max_examples=150, deadline=None)
@given(STARTS, FRAGMENTS, NAMES)
def test_any_markup(start: bytes, text: str, name: str) -> None:
    check(start + text.encode("utf-8"), name)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_any_damage_to_a_docx(at: int, damage: bytes) -> None:
    whole = docx(paragraph("Section 1") * 3)
    check(whole[:at] + damage + whole[at + len(damage) :], "a.docx")


LETTERS = st.text(
    alphabet=st.characters(categories=["L", "N"], include_characters=" .,;()\n"), min_size=1, max_size=200
)


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(max_examples=80, deadline=None)
@given(LETTERS)
def test_no_character_of_a_text_is_lost(text: str) -> None:
    for data, name in (
        (text.encode(), "a.txt"),
        (f"<html><body><div><p>{text}</p><a href='/'>{text}</a></div></body></html>".encode(), "a.html"),
        (f"<law><p>{text}</p></law>".encode(), "a.xml"),
        (docx(paragraph(text)), "a.docx"),
    ):
        if letters(text):
            source = read_bytes(data, name)
            assert letters(source.text).startswith(letters(text)), name
