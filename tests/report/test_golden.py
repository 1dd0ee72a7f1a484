"""One comparison, every text format, letter by letter."""

from collections.abc import Callable

import pytest
from sample_comparison import comparison

from uncc_diff.report import FORMATS, render
from uncc_diff.report.markdown import TEMPLATES

Check = Callable[[str, "str | bytes"], None]
TEXT_FORMATS = [name for name, entry in FORMATS.items() if name not in ("docx", "xlsx")]


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_report_is_what_it_was(name: str, golden: Check) -> None:
    golden(f"report{FORMATS[name].suffix}", render(comparison(), format=name))


@pytest.mark.parametrize("template", [name for name in TEMPLATES if name != "gap"])
def test_markdown_template_is_what_it_was(template: str, golden: Check) -> None:
    golden(f"{template}.md", render(comparison(), format="markdown", template=template))


def test_everything_in_the_terminal(golden: Check) -> None:
    golden("everything.txt", render(comparison(), format="terminal", everything=True, width=60))
