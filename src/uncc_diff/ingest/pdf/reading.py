"""A PDF as lines: the one function of this folder that others call, and the order in which its parts work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from uncc_diff.data import RULES
from uncc_diff.errors import InputError
from uncc_diff.model.source import Box, Caveat, Line, Source, SourceFile

from ..lines import SAME_SIGN, refuse_endless
from .columns import choose_column
from .document import fingerprint, opened, read_pages
from .doubts import doubts
from .grids import grids_of
from .hyphens import decide_hyphens
from .layout import column_lines, edge_lines, text_lines
from .margins import split_notes
from .ocr import can_recognise, recognised_page
from .page import Page, Placed, Run
from .survey import Sorted, Survey, survey
from .tables import Table, may_hold_table, tables_of
from .tongues import NAMES

MOST_RUNS_IN_LINE = 8
"""Where the number of lines is judged by that of the runs."""

Progress = Callable[[int, int], None]


def read_pdf(path: Path, *, language: str | None = None, progress: Progress | None = None) -> Source:
    """Return the lines of a PDF in reading order. `progress(done, total)` is called after each page.

    Where laws are printed in several languages side by side, the column in `language` is read, by default the first one that
    has a lexicon; a caveat names the others. Raises InputError for a file that is no readable PDF or has no text.
    """
    return read_pdf_data(path, path.name, language=language, progress=progress)


def read_pdf_data(
    data: Path | bytes, name: str, *, language: str | None = None, progress: Progress | None = None
) -> Source:
    """As `read_pdf`, for a file or for bytes already at hand; `name` is what reports call it."""
    pages: list[Page] = []
    caveats: list[Caveat] = []
    characters = runs = 0
    with opened(data, name) as document:
        total = len(document)
        for item in read_pages(document, progress):
            if isinstance(item, int):
                caveats.append(Caveat("text_cut", f"Page {item} is damaged and could not be read.", page=item))
                continue
            pages.append(item)
            characters, runs = characters + sum(len(run.text) for run in item.runs), runs + len(item.runs)
            refuse_endless(characters, runs // MOST_RUNS_IN_LINE, name)
            if item.cut:
                caveats.append(
                    Caveat(
                        "text_cut",
                        f"Page {item.number} holds more text than is read; its end is missing.",
                        page=item.number,
                    )
                )
        if not pages:
            raise InputError(
                f"{name}: every page of the PDF is damaged.",
                hint="Download it again; if it stays so, open it in a viewer and save or print it to a new PDF.",
            )
        pages = [_with_text(document, page, language) for page in pages]
        empty = [page.number for page in pages if not page.runs]
        if len(empty) == len(pages):
            raise _no_text(name, empty)
        found = survey([page for page in pages if page.runs])
        tables = _tables(document, found)
    for number in empty:
        caveats.append(
            Caveat("no_text_layer", f"Page {number} has no text layer; what it says was not read.", page=number)
        )
    scans = [page.number for page in pages if page.ocr]
    if scans:
        caveats.append(Caveat("noisy_ocr", _scan_message(scans), page=scans[0]))
    wanted, choice = _language(found, language)
    caveats.extend(choice)
    caveats.extend(doubts(found, wanted, tables))
    placed: list[Placed] = []
    numbers: list[Page] = []
    for item in found.pages:
        lines = _page_lines(item, found, wanted, tables.get(item.page.number, ([], [])))
        placed.extend(lines)
        numbers.extend([item.page] * len(lines))
    source_file = SourceFile(name, fingerprint(data), total)
    return _source(source_file, decide_hyphens(placed), numbers, tuple(caveats), wanted)


def _with_text(document: Any, page: Page, language: str | None) -> Page:
    """The page itself, or, when it has no text layer and a program for it is at hand, as that program reads it."""
    if page.runs or not can_recognise():
        return page
    return recognised_page(document, page.number, language) or page


def _tables(document: Any, found: Survey) -> dict[int, tuple[list[Table], list[Run]]]:
    """For each page number with ruled tables: the tables, and the runs outside them."""
    text = {
        item.page.number: item.text
        for item in found.pages
        if not (item.columns is not None and found.tongues) and not item.page.turned and may_hold_table(item.text)
    }
    split = {number: tables_of(grids, text[number]) for number, grids in grids_of(document, [*text]).items()}
    return {number: (held, rest) for number, (held, rest) in split.items() if held}


def _page_lines(item: Sorted, found: Survey, wanted: str | None, tables: tuple[list[Table], list[Run]]) -> list[Placed]:
    """Head, text, foot of one page."""
    held, rest = tables
    if item.columns is not None and not held:
        only = choose_column(item.columns, wanted, found.places.get(wanted) if wanted else None)
        inner = column_lines(item.columns, found.size, only)
    else:
        beside = None if held else item.body
        notes, text = split_notes(rest if held else item.text, beside, found.usual(item.page), found.size)
        region = (min((run.x0 for run in text), default=0.0), max((run.x1 for run in text), default=item.page.width))
        usual = found.usual(item.page)
        for table in held:
            region = (min(region[0], table.box.x0), max(region[1], table.box.x1))
        middles = [item.page.width / 2] if usual is None else [item.page.width / 2, (usual.x0 + usual.x1) / 2]
        if usual is not None and item.body is None:
            region = (min(region[0], usual.x0), max(region[1], usual.x1))
        inner = text_lines(text, found.size, region, middles=middles, notes=notes, numbers=item.numbers, tables=held)
    middle = sum(run.middle for run in item.text) / len(item.text) if item.text else item.page.height / 2
    head = [run for run in item.running if run.middle <= middle]
    foot = [run for run in item.running if run.middle > middle]
    return [*edge_lines(head), *inner, *edge_lines(foot)]


def _language(found: Survey, asked: str | None) -> tuple[str | None, list[Caveat]]:
    """The language of the columns to read, and what to tell about the choice."""
    if not found.tongues:
        return None, []
    asked = asked.split("-")[0].lower() if asked else None
    known = sorted(folder.name for folder in (RULES / "lexicon").glob("*") if folder.is_dir()) or ["en"]
    order = [asked] if asked in found.tongues else [tongue for tongue in known if tongue in found.tongues]
    wanted = order[0] if order and order[0] else found.tongues[0]
    others = ", ".join(NAMES.get(tongue, tongue) for tongue in sorted(found.tongues) if tongue != wanted)
    message = f"Printed in several languages side by side: the {NAMES.get(wanted, wanted)} column was read, {others} left out."
    if asked and asked != wanted:
        message += f" No column in {NAMES.get(asked, asked)} was found."
    return wanted, [Caveat("language_columns", message)]


def _scan_message(scans: Sequence[int]) -> str:
    if len(scans) == 1:
        return f"Page {scans[0]} is a scan; its text was recognised by a program, so letters and spaces may be wrong."
    which = f"{scans[0]}-{scans[-1]}" if scans[-1] - scans[0] + 1 == len(scans) else ", ".join(map(str, scans))
    return f"Pages {which} are scans; their text was recognised by a program, so letters and spaces may be wrong."


def _no_text(name: str, pages: Sequence[int]) -> InputError:
    which = f"page {pages[0]} is" if len(pages) == 1 else f"pages {pages[0]}-{pages[-1]} are"
    if can_recognise():
        return InputError(
            f"{name}: no text to read: {which} images, and no text was recognised in them.", hint="Try a better scan."
        )
    return InputError(
        f"{name}: no text to read: {which} images without a text layer.",
        hint="Install Tesseract (apt install tesseract-ocr, brew install tesseract, winget install tesseract) and run again;"
        " or have an OCR program such as ocrmypdf (pip install 'uncc-diff[ocr]') add a text layer to the file.",
    )


def _source(
    file: SourceFile, placed: Sequence[Placed], pages: Sequence[Page], caveats: tuple[Caveat, ...], language: str | None
) -> Source:
    lines: list[Line] = []
    at = number = current = 0
    for line, page in zip(placed, pages, strict=True):
        text = line.text if line.text.isascii() else line.text.translate(SAME_SIGN)
        number = number + 1 if page.number == current else 1
        current = page.number
        box = line.box if not page.turn else _shown(line.box, page)
        lines.append(
            Line(
                text, at, number, page.number, Box(*(round(side, 2) for side in box)), round(line.size, 2),
                line.bold, line.italic, line.centred, line.kind,
            )
        )  # fmt: skip
        at += len(text) + 1
    return Source((file,), "\n".join(line.text for line in lines), tuple(lines), language=language, caveats=caveats)


def _shown(box: Box, page: Page) -> Box:
    """The box on the page as it is displayed, when its text runs along another side."""
    x0, y0, x1, y1 = box
    if page.turn == 1:
        return Box(y0, page.width - x1, y1, page.width - x0)
    if page.turn == 2:
        return Box(page.width - x1, page.height - y1, page.width - x0, page.height - y0)
    return Box(page.height - y1, x0, page.height - y0, x1)
