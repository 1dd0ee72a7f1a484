"""Text beside the law: footnotes, amendment notes and marginal references, each with the provision it stands at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from ..model.law import Note
from ..model.source import Line, Source
from .rows import NOTE_CALL, Row
from .tree import Node


def collect_notes(
    source: Source,
    roots: Iterable[Node],
    ids: Mapping[int, str],
    margins: Sequence[tuple[list[Line], Row | None]],
) -> tuple[Note, ...]:
    """Return the notes in the order of the source; a footnote stands at the provision of the line before it."""
    places = sorted((line.start, ids[id(node)]) for root in roots for node in root.walk() for line in node.lines)
    begins = [start for start, _ in places]

    def at(start: int) -> str | None:
        found = bisect_right(begins, start) - 1
        return places[found][1] if found >= 0 else None

    notes: list[Note] = []
    before: Line | None = None
    for line in source.lines:
        if line.kind == "footnote":
            if (
                before is not None
                and notes
                and before.start + len(before.text) + 1 == line.start
                and _runs_on(before, line)
            ):
                last = notes[-1]
                notes[-1] = Note(last.provision, f"{last.text} {line.text}", last.start, last.page)
            else:
                notes.append(Note(at(line.start), line.text, line.start, line.page))
            before = line
        else:
            before = None
            call = NOTE_CALL.match(line.text.strip())
            if call and line.kind in ("body", "table"):
                notes.append(Note(at(line.end), call.group(), line.start, line.page))
    for lines, row in margins:
        text = " ".join(line.text.rstrip("\u00ad") for line in lines)
        notes.append(Note(at(row.start) if row else None, text, lines[0].start, lines[0].page))
    return tuple(sorted(notes, key=lambda note: note.start))


def _runs_on(before: Line, line: Line) -> bool:
    """Is the line the rest of the note on the line before: neither a new call, nor behind a full stop?"""
    if before.text.strip().isdigit():
        return True
    return not line.text[:1].isdigit() and not before.text.rstrip().endswith(".")
