"""A difference as one self-contained web page that loads nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from ..escape import plain
from .document import Block, Heading, Item, Run

_STYLE = Path(__file__).resolve().parents[1] / "templates" / "version_difference.css"
_TAGS = {"strong": "strong", "removed": "del", "added": "ins", "quiet": "small"}


def page(blocks: Sequence[Block]) -> str:
    """Return the page; the text of a law stands in it as text only, and its policy forbids all scripts and connections."""
    from markupsafe import escape

    style = f"\n{_STYLE.read_text(encoding='utf-8')}"
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    title = next(plain(b.text) for b in blocks if isinstance(b, Heading))
    sections = [(n, b) for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level > 1]
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<nav>" + " ".join(f'<a href="#part-{n}">{escape(plain(b.text))}</a>' for n, b in sections) + "</nav>",
        "<main>",
    ]
    return "\n".join([*head, *_body(blocks), "</main>", "</body>", "</html>"]) + "\n"


def _body(blocks: Sequence[Block]) -> list[str]:
    from markupsafe import escape

    lines: list[str] = []
    listed = False
    for number, block in enumerate(blocks):
        if isinstance(block, Item) != listed:
            lines.append("</ul>" if listed else "<ul>")
            listed = not listed
        if isinstance(block, Heading):
            lines.append(f'<h{block.level} id="part-{number}" dir="auto">{escape(plain(block.text))}</h{block.level}>')
        elif isinstance(block, Item):
            tag = f'<span class="tag sev-{block.severity}">{block.severity}</span> ' if block.severity else ""
            kind = ' class="part"' if block.depth else ""
            lines.append(f'<li{kind} dir="auto">{tag}{_words(block.runs)}</li>')
        else:
            lines.append(f'<p dir="auto">{_words(block.runs)}</p>')
    return [*lines, "</ul>"] if listed else lines


def _words(runs: Sequence[Run]) -> str:
    from markupsafe import escape

    return "".join(
        f"<{_TAGS[run.style]}>{escape(plain(run.text))}</{_TAGS[run.style]}>"
        if run.style in _TAGS
        else str(escape(plain(run.text)))
        for run in runs
    )
