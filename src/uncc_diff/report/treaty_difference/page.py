"""The document as one web page that loads nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from ..escape import plain
from .blocks import Block, Heading, Items, Paragraph

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; max-width: 82rem; margin: 0 auto; padding: 1rem 1.25rem; }
h2 { border-bottom: 1px solid; padding-bottom: .25rem; margin-top: 2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border: 1px solid; padding: .3rem .5rem; text-align: left; vertical-align: top; }
@media print { .scroll { overflow: visible; } tr { break-inside: avoid; } }
"""


def page(blocks: Iterable[Block]) -> str:
    """Return the page; its policy forbids every script and every connection."""
    held = tuple(blocks)
    title = next((block.text for block in held if isinstance(block, Heading)), "")
    digest = b64encode(sha256(_STYLE.encode("utf-8")).digest()).decode("ascii")
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    return head + "\n".join(line for block in held for line in _lines(block)) + "\n</main>\n</body>\n</html>\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{_text(block.text)}</h{block.level}>"
    elif isinstance(block, Paragraph):
        yield f"<p>{_text(block.text)}</p>"
    elif isinstance(block, Items):
        yield f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"
    else:
        head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in block.head)
        yield f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>'
        for row in block.rows:
            yield f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>"
        yield "</tbody></table></div>"


def _text(text: str) -> str:
    return escape(plain(text))
