"""Templates: the ready ones, one's own, and what a template may not do."""

from pathlib import Path

import pytest
from sample_comparison import comparison, hostile

from uncc_diff.errors import UsageError
from uncc_diff.report import render
from uncc_diff.report.markdown import TEMPLATES


def by(template: str, folder: Path) -> str:
    path = folder / "own.md"
    path.write_text(template, encoding="utf-8")
    return str(render(comparison(), format="markdown", template=str(path)))


def test_own_template_reaches_the_facts(tmp_path: Path) -> None:
    made = by("{% for f in view.active %}{{ f.place }}: {{ f.finding.severity }}\n{% endfor %}", tmp_path)
    assert made.splitlines()[0] == "section 3: critical"


def test_own_template_may_extend_a_ready_one(tmp_path: Path) -> None:
    assert "Arvena Network Safety Act" in by("{% include 'brief.md' %}", tmp_path)


def test_what_a_template_prints_is_escaped_once(tmp_path: Path) -> None:
    made = by("{% macro shown(words) %}{{ words }}{% endmacro %}{{ shown('<b>* [a](b)') }}", tmp_path)
    assert made.strip() == r"\<b\>\* \[a\](b)"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ view.__init__.__globals__ }}",
        "{{ view.title.__class__ }}",
        "{{ view.comparison.treaties.__class__.__bases__ }}",
        "{% include '../formats.py' %}",
        "{% include '/etc/hostname' %}",
        "{{ unknown }}",
        "{{ view.comparison.law.by_id.clear() }}",
        "{{ 'a' * 10000000000 }}",
        "{{ 10 ** 1000000 }}",
        "{% for n in range(100000000) %}{% endfor %}",
        "{{ 1 / 0 }}",
        "{{ view.text('no such provision') }}",
        "{% macro endless() %}{{ endless() }}{% endmacro %}{{ endless() }}",
    ],
)
def test_sandbox_holds(attack: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        by(attack, tmp_path)


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_lets_markup_of_the_law_through(template: str) -> None:
    shown = str(render(hostile(), format="markdown", template=template))
    assert "alert" in shown
    assert not [line for line in shown.splitlines() if "<script" in line.replace(r"\<", "")]
    assert "http://" not in shown
    assert "\x1b" not in shown


def test_raising_the_first_letter_leaves_the_others_alone() -> None:
    assert "Supported by UNCC Article 24 (Conditions and safeguards)" in str(
        render(comparison(), format="markdown", template="comments")
    )
