"""Make text of a law harmless in each format. A law is input: it may hold tags, formulas, escapes and bidi tricks."""

from __future__ import annotations

import re

_CONTROLS = {code: "�" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
_SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x85\u2028\u2029"), " ")
_BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")
"""Embeddings, overrides and isolates: they reorder what surrounds them. Marks (LRM, RLM) and joiners stay: scripts need them."""
_INVISIBLE = dict.fromkeys((0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2066), 0xFEFF, *range(0xFFF9, 0xFFFC)), "")
_TAGS = dict.fromkeys(range(0xE0000, 0xE0080), "")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")
_NONCHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "�")
_PLAIN = {**_CONTROLS, **_SPACES, **_BIDI, **_INVISIBLE, **_TAGS, **_SURROGATES, **_NONCHARACTERS}

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#$]|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\s*)([-+](?=\s|[-+ ]*$)|=(?==*\s*$)|:(?=[-:]+\s*$)|\d+(?=[.)](?:\s|$)))")
_LINK = re.compile(r"(?i)(https?|ftp|mailto):|(www)\.")
_FORMULA = re.compile(r"^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_JSON = re.compile(
    r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Return one line of printable text: controls made visible, what reorders or hides text taken out, breaks as spaces."""
    # Nothing printable in ASCII is in the table, and most text is that.
    return text if text.isascii() and text.isprintable() else text.translate(_PLAIN)


def xml(text: str) -> str:
    """Return text that XML 1.0 can hold and an office program shows as it stands; the writer escapes the markup."""
    return plain(text)


def markdown(text: str) -> str:
    """Return one line that CommonMark and GitHub render letter by letter: no tag, link, image, emphasis, table cell or list."""
    line = _MARKDOWN.sub(r"\\\1", plain(text))
    line = _LINK.sub(lambda m: f"{m[1]}\\:" if m[1] else f"{m[2]}\\.", line)
    return _LINE_START.sub(_escape_start, line)


def _escape_start(match: re.Match[str]) -> str:
    """A bullet is escaped before its sign, an ordered item (1. or 1\\)) before the sign behind its number."""
    space, sign = match[1], match[2]
    return f"{space}\\{sign}" if not sign.isdigit() else f"{space}{sign}\\"


def code(text: str) -> str:
    """Return markdown inline code of the text, fenced by more backticks than it holds."""
    line = plain(text)
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def cell(text: str) -> str:
    """Return a spreadsheet cell that no program takes for a formula: an apostrophe goes before =, +, - and @."""
    line = plain(text)
    return f"'{line}" if _FORMULA.match(line) else line


def json_text(dumped: str) -> str:
    """Return dumped JSON with every invisible or reordering character as a \\u escape: the same value, safe to look at."""
    return _JSON.sub(_json_escape, dumped)


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def github_message(text: str) -> str:
    """Return the message part of a workflow command."""
    return plain(text).replace("%", "%25")


def github_property(text: str) -> str:
    """Return a property value of a workflow command."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")
