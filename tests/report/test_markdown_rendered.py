"""Rendered by a CommonMark engine, escaped text is the text itself: letter by letter, wherever a template may put it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sample_comparison import HOSTILE, hostile

from uncc_diff.report import escape, render
from uncc_diff.report.markdown import TEMPLATES

ENGINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRICKY = st.text(alphabet=st.sampled_from("aZ1.)-+=*_`<>[]()!|\\~#&;:/@$ \t\n{}\"'§é\x1b\u202e"), max_size=40)


def leaves(tokens: list[Token]) -> list[Token]:
    return [leaf for token in tokens for leaf in ([token, *leaves(token.children)] if token.children else [token])]


def shown(source: str) -> str:
    """Return the letters that a reader of the rendered page sees."""
    return "".join(leaf.content for leaf in leaves(ENGINE.parse(source)) if leaf.type in ("text", "text_special"))


@given(TRICKY)
@pytest.mark.parametrize("place", ["{}", "- {}", "> {}", "# {}", "word {} word"])
def test_escaped_text_is_shown_letter_by_letter(place: str, text: str) -> None:
    seen = shown(place.format(escape.markdown(text)))
    want = place.removeprefix("- ").removeprefix("> ").removeprefix("# ").format(escape.plain(text))
    assert "".join(seen.split()) == "".join(want.split())


@given(TRICKY)
def test_escaped_text_stays_in_its_table_cell(text: str) -> None:
    source = f"| a | b |\n|---|---|\n| {escape.markdown(text)} | end |"
    cells = [token for token in ENGINE.parse(source) if token.type == "td_open"]
    assert len(cells) == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_code_span_holds_its_words(words: str) -> None:
    (inline,) = [token for token in ENGINE.parse(escape.code(words)) if token.type == "inline"]
    assert inline.children is not None
    assert [child.type for child in inline.children] == ["code_inline"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_reports_on_a_hostile_law_hold_no_html_no_link_and_no_image(template: str) -> None:
    kinds = {leaf.type for leaf in leaves(ENGINE.parse(str(render(hostile(), format="markdown", template=template))))}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_block", "fence"}
    assert "heading_open" in kinds
