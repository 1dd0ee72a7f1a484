"""The site: a page for every rule and article, no broken link, nothing loaded from elsewhere."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from blocks import ROOT

from uncc_diff.checking import rule_ids
from uncc_diff.treaties import load_treaties

sys.path.insert(0, str(ROOT / "docs"))
from generate import pages
from wording import text

LOADED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=["']?(?:https?:)?//"""
    r"""|<link\b(?=[^>]*\brel=["']?(?:stylesheet|preconnect|preload|icon|dns-prefetch))[^>]*\bhref=["']?(?:https?:)?//"""
)


def test_every_rule_has_a_page_that_says_all_of_it() -> None:
    for id in rule_ids():  # noqa: A001
        page = pages()[f"rules/{id}.md"]
        assert f"`{id}`" in page
        assert page.count("``` text") >= 4, f"{id}: examples are missing"
        assert re.search(r"^- (required|permitted|supported|recommended) by", page, re.MULTILINE), id


def test_every_article_has_a_page_with_all_its_elements() -> None:
    for treaty in load_treaties():
        for article in treaty.articles:
            page = pages()[f"treaties/{article.id}.md"]
            assert f"`{article.id}`" in page
            assert [e.id for e in article.elements if text(e.gist or e.id.replace("_", " ")) not in page] == []


def test_every_command_is_on_the_page_of_commands() -> None:
    from reference_pages import commands

    page = pages()["commands.md"]
    assert all(f"\n## {name}\n" in page for name, _ in commands())


@pytest.mark.parametrize(
    "loaded", ['<script src="https://x.example/a.js">', '<link rel="stylesheet" href="//x.example/a.css">']
)
def test_what_is_loaded_from_elsewhere_would_be_noticed(loaded: str) -> None:
    assert LOADED.search(loaded)


@pytest.mark.skipif(importlib.util.find_spec("material") is None, reason="needs mkdocs-material: the extra `docs`")
def test_site_builds_without_a_warning_and_loads_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    built = sorted(site.rglob("*.html"))
    assert {page.relative_to(site).as_posix() for page in built} >= {"index.html", "rules/index.html", "commands.html"}
    assert not [page.name for page in built if LOADED.search(page.read_text(encoding="utf-8"))]
    styles = [style for style in site.rglob("*.css") if re.search(r"url\(['\"]?(https?:)?//", style.read_text("utf-8"))]
    assert not styles
