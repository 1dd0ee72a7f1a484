"""Tables of a Word report, built element by element: python-docx looks up every cell's place anew and takes ten times as long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .escape import xml

CELL_STYLE = "Cell"
"""Name and id of the paragraph style of all cells; the document must have it."""
_TWIPS_IN_CM = 1440 / 2.54


def add_table(
    document: Any,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    shades: tuple[int, Sequence[str | None]] | None = None,
) -> None:
    """Add a ruled table; `widths` in cm, `shades` colours one column by row. A head without words is left out."""
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    if any(head):
        _row(table._tbl, head, widths, head=True)
    for number, words in enumerate(rows):
        shade = (shades[0], shades[1][number]) if shades is not None else (0, None)
        _row(table._tbl, words, widths, shade=shade)
    document.add_paragraph()


def _row(
    table: Any,
    words: Sequence[str],
    widths: Sequence[float],
    *,
    head: bool = False,
    shade: tuple[int, str | None] = (0, None),
) -> None:
    """Add a row; its children stand in the order that the schema of WordprocessingML asks for."""
    row = _add(table, "tr")
    properties = _add(row, "trPr")
    _add(properties, "cantSplit")
    if head:
        _add(properties, "tblHeader")  # repeated on every page
    for number, (text, width) in enumerate(zip(words, widths, strict=True)):
        cell = _add(row, "tc")
        about = _add(cell, "tcPr")
        _add(about, "tcW", type="dxa", w=str(round(width * _TWIPS_IN_CM)))
        if shade[1] is not None and number == shade[0]:
            _add(about, "shd", val="clear", fill=shade[1])
        paragraph = _add(cell, "p")
        _add(_add(paragraph, "pPr"), "pStyle", val=CELL_STYLE)
        run = _add(paragraph, "r")
        if head:
            _add(_add(run, "rPr"), "b")
        _add(run, "t").text = xml(text)


def _add(parent: Any, name: str, **attributes: str) -> Any:
    from docx.oxml.ns import nsmap
    from lxml import etree

    space = nsmap["w"]
    named = {f"{{{space}}}{key}": value for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{space}}}{name}", named)
