"""The page: it loads nothing, runs nothing of the law, and works in a real browser."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sample_comparison import comparison, hostile

from uncc_diff.report import render
from uncc_diff.report.units import segments

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Page(HTMLParser):
    """Collects ids, link targets, tags with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


@pytest.mark.parametrize("make", [comparison, hostile])
def test_page_refers_to_nothing_outside(make: Any) -> None:
    page = Page(str(render(make(), format="html")))
    assert not page.values("src")
    assert all(link.startswith("#") for link in page.values("href"))
    assert not {"img", "link", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.tags}
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]


def test_policy_forbids_all_loading_and_names_our_two_blocks_by_digest() -> None:
    text = str(render(comparison(), format="html"))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy[1]
    assert policy[1].count("sha256-") == 2


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    page = Page(str(render(comparison(), format="html")))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href")} <= set(ids)


def test_every_provision_is_a_deep_link() -> None:
    page = Page(str(render(comparison(), format="html")))
    assert {p.id for p in comparison().law.provisions} <= set(page.values("id"))


def test_marks_that_overlap_are_cut_and_the_worst_wins() -> None:
    runs = segments("abcdef", [(1, 4, "low", "x"), (3, 5, "high", "y")])
    assert [(run.text, run.severity, run.findings) for run in runs] == [
        ("a", None, ()),
        ("bc", "low", ("x",)),
        ("d", "high", ("x", "y")),
        ("e", "high", ("y",)),
        ("f", None, ()),
    ]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright, of the extra `dev`, is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium or google-chrome on the path, and none is downloaded")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that opens a comparison as a page; whatever goes wrong in the page fails the test."""
    wrong: list[str] = []
    pages = []

    def open_page(of: Any, anchor: str = "") -> Any:
        path = tmp_path / "report.html"
        path.write_bytes(str(render(of, format="html")).encode("utf-8"))
        page = browser.new_page()
        pages.append(page)
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(path.as_uri() + anchor)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert wrong == []


def shown(page: Any) -> str:
    text: str = page.text_content("#shown")
    return text


def test_hostile_law_does_no_harm_in_a_browser(opened: Any) -> None:
    page = opened(hostile())
    page.wait_for_timeout(100)
    assert "<script>alert(1)</script>" in page.text_content("h1")
    assert shown(page).startswith("5 provisions, 5 findings")


def test_filters_and_search(opened: Any) -> None:
    page = opened(comparison())
    assert shown(page) == "5 provisions, 5 findings"
    for severity in ("high", "medium", "low", "note"):
        page.uncheck(f"input[value={severity}]")
    assert shown(page) == "1 provision, 1 finding"
    assert page.is_visible("#part_II__sec_3")
    assert not page.is_visible("#part_I__sec_2")
    page.click("button[type=reset]")
    page.select_option("#pack", "legality")
    assert shown(page) == "1 provision, 2 findings"
    page.click("button[type=reset]")
    page.fill("#search", "WITHOUT right")
    assert shown(page) == "1 provision, 0 findings"
    page.fill("#search", "")
    page.select_option("#treaty", "budapest")
    assert page.is_visible("#part_I__sec_1")
    assert not page.is_visible("#part_II__sec_3")


def test_link_to_an_article_opens_its_table_and_filters_give_way_to_links(opened: Any) -> None:
    page = opened(comparison(), "#article-uncc-24")
    assert page.is_visible("#article-uncc-24")
    page.fill("#search", "no such words")
    page.evaluate("location.hash = '#part_II__sec_3'")
    page.wait_for_timeout(50)
    assert page.is_visible("#part_II__sec_3")


def test_everything_is_reached_by_keyboard(opened: Any) -> None:
    page = opened(comparison())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"search", "pack", "treaty", "only", "SUMMARY", "BUTTON"} <= reached


@pytest.mark.parametrize("width", [320, 1280])
def test_page_does_not_scroll_sideways(opened: Any, width: int) -> None:
    page = opened(comparison())
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
