"""DOCX: paragraphs and tables in document order, list numbers written out, tracked changes accepted."""

from __future__ import annotations

from dataclasses import replace

from ..model.source import Caveat, Source
from .amendment_notes import label_amendment_notes
from .docx_blocks import read_body
from .docx_lines import document_lines
from .docx_package import open_package
from .interrupting_lines import label_interrupting
from .lines import assemble
from .repeated_lines import label_repeated
from .titles import told_title


def read_docx(data: bytes, name: str, language: str | None = None) -> Source:
    """Return the lines of a DOCX document, headers and footers left out.

    Raises InputError for a damaged or encrypted file, another kind of zip, and one without text.
    """
    package = open_package(data, name)
    body = read_body(package)
    made = document_lines(body.blocks, language)
    caveats: list[Caveat] = []
    if body.tracked:
        caveats.append(Caveat("tracked_changes", f"{name} has tracked changes; it was read as if all were accepted."))
    if made.columns is not None:
        caveats.append(made.columns.caveat)
    if made.flattened:
        message = f"{made.flattened} tables of {name} only lay out the page; they were read as running text."
        caveats.append(Caveat("table_flattened", message))
    if made.hidden:
        caveats.append(Caveat("hidden_text", f"{made.hidden} lines of {name} are hidden and were left out of the law."))
    # Pages are known only as far as running heads need them: Word lays out anew wherever the file is opened.
    drafts = [replace(draft, page=None) for draft in label_repeated(made.drafts)]
    drafts = label_amendment_notes(label_interrupting(drafts))
    return assemble(
        drafts, data=data, name=name, title=told_title(package.title, drafts), language=language, caveats=caveats
    )
