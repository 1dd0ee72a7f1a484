"""The Act as DOCX: numbers that only Word's numbering part holds, and margins pressed into layout tables."""

from __future__ import annotations

import io
import zipfile
from html import escape

from arvena_law import ENACTING, LAW, LONG_TITLE, TITLE, Unit
from printing import Style, printed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORMS = {"plain": ("decimal", "%1."), "digit": ("decimal", "(%1)"), "letter": ("lowerLetter", "(%1)"),
          "roman": ("lowerRoman", "(%1)")}  # fmt: skip
_CENTRED = "<w:jc w:val='center'/>"


def _package(body: str, numbering: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
        if numbering:
            archive.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{_W}">{numbering}</w:numbering>')
    return data.getvalue()


def _p(text: str, *, properties: str = "", bold: bool = False, size: int = 22) -> str:
    look = f"<w:rPr>{'<w:b/>' if bold else ''}<w:sz w:val='{size}'/></w:rPr>"
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{look}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


class _Lists:
    """Every list is one of its own, which begins at 1."""

    def __init__(self) -> None:
        self._made: list[str] = []

    def new(self, form: str) -> str:
        self._made.append(form)
        return str(len(self._made))

    def definitions(self) -> str:
        forms = "".join(
            f"<w:abstractNum w:abstractNumId='{form}'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{count}'/>"
            f"<w:lvlText w:val='{text}'/></w:lvl></w:abstractNum>"
            for form, (count, text) in _FORMS.items()
        )
        return forms + "".join(
            f"<w:num w:numId='{number}'><w:abstractNumId w:val='{form}'/>"
            "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
            for number, form in enumerate(self._made, 1)
        )


def _item(text: str, number: str, *, bold: bool = False) -> str:
    return _p(text, properties=f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr>", bold=bold)


def numbered() -> bytes:
    """No number of a section, subsection or item stands in the text but that of the inserted section, which is typed."""
    lists = _Lists()
    body = [_p(TITLE, properties=_CENTRED, bold=True), _p(LONG_TITLE), _p(ENACTING)]
    sections = lists.new("plain")
    for top in LAW:
        first, second = (
            ("FIRST SCHEDULE", top.heading) if top.level == "schedule" else (f"PART {top.number}", top.heading)
        )
        body += [_p(line, properties=_CENTRED, bold=True) for line in (first, second)]
        if top.level == "schedule":
            body += _listed(top, lists, "plain")
            continue
        for section in top.children:
            typed = not (section.number or "").isdigit()
            head = f"{section.number}. {section.heading}"
            body.append(_p(head, bold=True) if typed else _item(section.heading, sections, bold=True))
            body += [*([_p(section.text)] if section.text else []), *_listed(section, lists)]
    return _package("".join(body), lists.definitions())


def _listed(unit: Unit, lists: _Lists, form: str = "") -> list[str]:
    first = unit.children[0].number or "" if unit.children else ""
    number = lists.new(form or {"1": "digit", "i": "roman"}.get(first, "letter")) if first else ""
    made: list[str] = []
    for child in unit.children:
        made.append(_item(child.text, number) if number else _p(child.text))
        made += _listed(child, lists)
    return [*made, *([_p(unit.closing)] if unit.closing else [])]


def layout_tables(style: Style) -> bytes:
    """A converter's pages: notes and text in cells of tables without rules, left and right in turn; real paragraphs apart."""
    body: list[str] = []
    notes = 0
    for para in printed(style):
        properties = "<w:spacing w:before='160'/>" + (_CENTRED if para.centred else "")
        text = _p(para.text, properties=properties, bold=para.centred)
        if not para.note:
            body.append(text)
            continue
        cells = [("1800", _p(para.note, size=16)), ("7200", text)]
        notes += 1
        if notes % 4 > 1:
            cells.reverse()
        row = "".join(
            f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>{cell}</w:tc>" for width, cell in cells
        )
        body.append(f"<w:tbl><w:tblPr/><w:tr>{row}</w:tr></w:tbl>")
    return _package("".join(body))


def table_columns() -> bytes:
    """The whole law in one table: numbers, headings and text in columns of their own."""
    rows: list[str] = []
    across = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    for top in LAW:
        for line in (f"PART {top.number}" if top.level == "part" else "FIRST SCHEDULE", top.heading):
            title = _p(line, properties=_CENTRED, bold=True)
            rows.append(f"<w:tr><w:tc>{across}{title}</w:tc></w:tr>")
        for unit in top.children:
            heading = _p(unit.heading, bold=True) if unit.heading else ""
            text = _p(unit.text) if unit.text else ""
            cells = (_p(f"{unit.number}."), f"{heading}{text}{''.join(_typed(unit))}")
            rows.append(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>")
    head = "".join((_p(TITLE, properties=_CENTRED, bold=True), _p(LONG_TITLE), _p(ENACTING)))
    return _package(f"{head}<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>")


def _typed(unit: Unit) -> list[str]:
    made: list[str] = []
    for child in unit.children:
        made.append(_p(child.text if child.term else f"{child.marker} {child.text}"))
        made += _typed(child)
    return [*made, *([_p(unit.closing)] if unit.closing else [])]
