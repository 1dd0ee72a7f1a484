"""What a law may hold to trick the program that shows it."""

import json
import re

import pytest
from sample_comparison import HOSTILE, hostile

from uncc_diff.report import escape, render

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b]")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\x1b[31mred", "�[31mred"),
        ("a\u202eb\u2066c", "abc"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("\ud800", "�"),
        ("سلام\u200cبر", "سلام\u200cبر"),
    ],
)
def test_plain_text_cannot_steer_what_shows_it(given: str, shown: str) -> None:
    assert escape.plain(given) == shown


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("<b>", r"\<b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("a | b", r"a \| b"),
        ("# head", r"\# head"),
        ("1. item", r"1\. item"),
        ("12) item", r"12\) item"),
        ("- item", r"\- item"),
        ("----", r"\----"),
        ("===", r"\==="),
        ("2(a) text", "2(a) text"),
        ("&lt;", r"\&lt;"),
        ("search & seizure", "search & seizure"),
        ("http://x", r"http\://x"),
        ("www.x.example", r"www\.x.example"),
        ("0.1.0", "0.1.0"),
        ("`code`", r"\`code\`"),
        ("*a* _b_ ~c~ $d$", r"\*a\* \_b\_ \~c\~ \$d\$"),
    ],
)
def test_markdown_shows_the_letters(given: str, written: str) -> None:
    assert escape.markdown(given) == written


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1+1"])
def test_no_cell_is_a_formula(formula: str) -> None:
    assert escape.cell(formula).startswith("'")


def test_code_is_fenced_by_more_backticks_than_it_holds() -> None:
    assert escape.code("a`b``c") == "```a`b``c```"
    assert escape.code("`a`") == "`` `a` ``"


def test_json_text_is_the_same_value() -> None:
    value = " ".join(HOSTILE)
    dumped = escape.json_text(json.dumps(value, ensure_ascii=False))
    assert json.loads(dumped) == value
    assert not REORDERING.search(dumped)


def test_github_commands_cannot_be_injected() -> None:
    assert escape.github_message("a\n::error::b%0A") == "a ::error::b%250A"
    assert escape.github_property("a,b:c") == "a%2Cb%3Ac"


@pytest.mark.parametrize("colour", [False, True])
def test_terminal_prints_no_control_of_the_law(colour: bool) -> None:
    shown = str(render(hostile(), format="terminal", everything=True, colour=colour))
    ours = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert not CONTROL.search(ours.replace("\n", ""))
    assert not REORDERING.search(ours)
    assert "owned" in ours


def test_terminal_without_colour_holds_no_escape() -> None:
    assert "\x1b" not in str(render(hostile(), format="terminal"))


def test_markdown_holds_no_live_markup() -> None:
    shown = str(render(hostile(), format="markdown"))
    assert "alert" in shown
    assert not re.search(r"(?<!\\)<(script|img|/style)", shown)
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert "http://" not in shown
    assert "{{ 7\\*7 }}" in shown
