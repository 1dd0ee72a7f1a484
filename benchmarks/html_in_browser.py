"""How long the HTML report of a long law takes in Chromium: to first paint, to loaded, from a filter's change to its frame.

The law is the example bill of Arvena over and over, numbered through to 300 clauses, so that nearly all have findings.

python benchmarks/html_in_browser.py [--clauses 300] [--runs 5] [--shots FOLDER]
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from uncc_diff import pipeline
from uncc_diff.report import render

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from bill_text import Bill, Part, load_bill
from make_bill import plain_text

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PAINTS = "Object.fromEntries(performance.getEntriesByType('paint').map(e => [e.name, e.startTime]))"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
TO_FRAME = """(change) => new Promise(done => {
  const began = performance.now();
  change();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
})"""
"""From the change to behind the frame that shows it: the script, the layout and the paint are all in it."""
FILTERS = {
    "severity": "() => { const b = document.querySelector('input[value=medium]'); b.checked = !b.checked; FIRE(b); }",
    "pack": "() => { const s = document.getElementById('pack'); s.value = 'safeguards'; FIRE(s); }",
    "search": "() => { const s = document.getElementById('search'); s.value = 'traffic data'; FIRE(s); }",
    "search, one letter more": "() => { const s = document.getElementById('search'); s.value += ' o'; FIRE(s); }",
    "show all": "() => document.querySelector('button[type=reset]').click()",
}


def long_bill(clauses: int) -> Bill:
    """Return the example bill with its parts repeated and numbered through."""
    bill = load_bill()
    parts: list[Part] = []
    number = 0
    while number < clauses:
        for part in bill.parts:
            chosen = part.clauses[: clauses - number]
            numbered = tuple(replace(clause, number=number + n) for n, clause in enumerate(chosen, 1))
            number += len(numbered)
            if numbered:
                parts.append(replace(part, number=str(len(parts) + 1), clauses=numbered))
    return replace(bill, parts=tuple(parts))


def opened(browser: Browser, page_of: Path, **context: Any) -> Page:
    page = browser.new_context(**context).new_page()
    page.goto(page_of.as_uri())
    return page


def measure(page: Page) -> dict[str, float]:
    """Return milliseconds by what was measured."""
    page.wait_for_function(f"{LOADED} > 0")
    found = {"first contentful paint": page.evaluate(PAINTS)["first-contentful-paint"], "loaded": page.evaluate(LOADED)}
    for name, change in FILTERS.items():
        fire = "((node) => node.dispatchEvent(new Event('input', {bubbles: true})))"
        found[f"filter: {name}"] = page.evaluate(f"({TO_FRAME})({change.replace('FIRE', fire)})")
    return found


def shoot(browser: Browser, report: Path, folder: Path) -> None:
    """Write screenshots to look at: light, dark, narrow, and the first pages as printed."""
    looks: dict[str, dict[str, Any]] = {
        "light": {"viewport": {"width": 1280, "height": 900}},
        "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
        "narrow": {"viewport": {"width": 360, "height": 800}},
    }
    for name, look in looks.items():
        page = opened(browser, report, **look)
        page.screenshot(path=folder / f"{name}-top.png")
        page.evaluate("document.getElementById('text').scrollIntoView()")
        page.wait_for_timeout(300)
        page.screenshot(path=folder / f"{name}-text.png")
        page.context.close()
    page = opened(browser, report)
    page.pdf(path=folder / "print.pdf", format="A4")
    page.context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clauses", type=int, default=300)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--shots", type=Path, help="folder for screenshots")
    parser.add_argument("--law", type=Path, help="another law than the long bill")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        parser.error("Chromium is not on the path")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        law = given.law or Path(folder) / "long.txt"
        if given.law is None:
            law.write_text(plain_text(long_bill(given.clauses)), encoding="utf-8")
        comparison = pipeline.compare([law])
        report = Path(folder) / "report.html"
        report.write_bytes(str(render(comparison, format="html")).encode("utf-8"))
        size = report.stat().st_size / 1e6
        print(f"{len(comparison.law.basics)} sections, {len(comparison.findings)} findings, {size:.1f} MB of HTML")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        if given.shots:
            given.shots.mkdir(parents=True, exist_ok=True)
            shoot(browser, report, given.shots)
        taken = []
        for _ in range(given.runs):
            page = opened(browser, report)
            taken.append(measure(page))
            page.context.close()
        for name in taken[0]:
            print(f"{name:32} {statistics.median(run[name] for run in taken):6.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
