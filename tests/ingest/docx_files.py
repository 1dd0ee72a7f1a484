"""DOCX files made for the tests: the body is written as WordprocessingML, without the prefix `w:` on elements."""

from __future__ import annotations

import io
import re
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAME = re.compile(r"(</?)([A-Za-z]+)(?=[\s/>])")
_ATTRIBUTE = re.compile(r'\s([A-Za-z]+)=(?=")')


def part(root: str, inner: str) -> str:
    """Return a part of a DOCX file with the given root element."""
    named = _ATTRIBUTE.sub(r" w:\1=", _NAME.sub(r"\1w:\2", inner))
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{_W}">{named}</w:{root}>'


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX file with this body and other parts: `numbering`, `styles`, `footnotes`."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part("document", f"<body>{body}</body>"))
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", part(name, inner))
    return data.getvalue()


def run(text: str, size: int = 20, look: str = "") -> str:
    """Return a run; `size` is in half points."""
    return f'<r><rPr>{look}<sz val="{size}"/></rPr><t>{text}</t></r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs; a plain text among them becomes a run."""
    inner = "".join(text if text.startswith("<") else run(text) for text in runs)
    return f"<p><pPr>{properties}</pPr>{inner}</p>"


def table(*rows: list[str], properties: str = "", heights: int = 0) -> str:
    """Return a table of cells; each cell is the paragraphs in it, or `<tc>` whole."""
    height = f'<trPr><trHeight val="{heights}"/></trPr>' if heights else ""
    cells = ("".join(cell if cell.startswith("<tc>") else f"<tc>{cell}</tc>" for cell in row) for row in rows)
    return f"<tbl><tblPr>{properties}</tblPr>{''.join(f'<tr>{height}{row}</tr>' for row in cells)}</tbl>"
