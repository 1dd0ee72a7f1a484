"""What the reading tests ask of a Source, in a form that shows the whole answer when it is wrong."""

from __future__ import annotations

from uncc_diff.model.source import Source

Seen = tuple[str, str]
"""Kind and text of a line."""


def seen(source: Source, *kinds: str) -> list[Seen]:
    """Return kind and text of the lines, of the given kinds only if any are given."""
    return [(line.kind, line.text) for line in source.lines if not kinds or line.kind in kinds]


def body(source: Source) -> list[str]:
    """Return the text of the body lines."""
    return [line.text for line in source.lines if line.kind == "body"]


def marks(source: Source) -> list[tuple[str, str | None, str | None, int | None, str]]:
    """Return level, number, heading and depth of every mark, and the text of the line that carries it."""
    return [
        (line.mark.level, line.mark.number, line.mark.heading, line.mark.depth, line.text)
        for line in source.lines
        if line.mark is not None
    ]


def codes(source: Source) -> list[str]:
    """Return the codes of the caveats."""
    return [caveat.code for caveat in source.caveats]


def assert_sound(source: Source) -> None:
    """Check what every Source promises: lines are exact slices of the text, in order, and cover it but for newlines."""
    at = 0
    for line in source.lines:
        assert line.text, "a line without text"
        assert source.text[at : line.start].strip("\n") == "", f"text before {line.text!r} is in no line"
        assert source.text[line.start : line.end] == line.text
        at = line.end
    assert source.text[at:].strip("\n") == ""
