"""What rules found in a treaty's own elements: for a terminal, as markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import UsageError
from ..model.critique import TreatyFinding
from ..model.treaty import Element, Treaty
from .escape import markdown, plain
from .json_writing import dump
from .treaty_pages import CHECKED

FORMATS = ("terminal", "markdown", "json")
SCHEMA = "uncc-diff-treaty-check/1"
_NOTE = (
    "Found in our model of the treaty, element by element, not in its words. A fault of a treaty is no breach by a State: "
    "it shows what a State must mend when it carries the treaty out. This is not legal advice."
)


def render(treaty: Treaty, findings: Sequence[TreatyFinding], format: str) -> str:  # noqa: A002 - the user's word
    """Return the findings in one of `FORMATS`. Raises UsageError for another format."""
    if format == "json":
        return _json(treaty, findings)
    if format == "markdown":
        return "\n".join(_markdown(treaty, findings))
    if format == "terminal":
        return "\n".join(_terminal(treaty, findings)) + "\n"
    raise UsageError(f"there is no format {format!r} here", hint=f"choose one of: {', '.join(FORMATS)}")


def _terminal(treaty: Treaty, findings: Sequence[TreatyFinding]) -> Iterator[str]:
    yield f"{treaty.title}: {len(findings)} findings, model {treaty.model_version}"
    yield _NOTE
    for f in findings:
        yield ""
        yield f"{treaty.id}/{f.article.number} {f.article.title}"
        yield f"  {f.severity}: {plain(f.message)}"
        yield f"  {f.why}"
        yield f"  faults: {', '.join(f.faults)}; at {_places(f)}; {CHECKED[f.article.checked]}; rule {f.rule}"
        if f.remedy:
            yield f"  at home: {f.remedy}"


def _markdown(treaty: Treaty, findings: Sequence[TreatyFinding]) -> Iterator[str]:
    yield f"# {markdown(treaty.title)}, examined"
    yield ""
    yield markdown(f"Model {treaty.model_version}. {_NOTE}")
    yield ""
    yield "| Place | Severity | Finding | Faults | At home | Compared with |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for f in findings:
        cells = (
            _places(f),
            f.severity,
            f"{f.message} {f.why}",
            ", ".join(f.faults),
            f.remedy,
            CHECKED[f.article.checked],
        )
        yield f"| {' | '.join(markdown(cell) for cell in cells)} |"
    yield ""


def _places(found: TreatyFinding) -> str:
    return ", ".join(dict.fromkeys(_place(found, e) for e in found.elements)) or found.article.number


def _place(found: TreatyFinding, element: Element) -> str:
    return f"{found.article.number} paragraph {element.paragraph}" if element.paragraph else found.article.number


def _json(treaty: Treaty, findings: Sequence[TreatyFinding]) -> str:
    data = {
        "schema": SCHEMA,
        "treaty": treaty.id,
        "model_version": treaty.model_version,
        "findings": [
            {
                "rule": f.rule,
                "title": f.title,
                "severity": f.severity,
                "confidence": f.confidence,
                "faults": list(f.faults),
                "article": f.article.number,
                "article_title": f.article.title,
                "checked": f.article.checked,
                "elements": [{"id": e.id, "paragraph": e.paragraph, "gist": e.gist} for e in f.elements],
                "message": f.message,
                "why": f.why,
                "basis": [{"support": b.support, "id": b.id} for b in f.basis],
                "remedy": f.remedy,
            }
            for f in findings
        ],
    }
    return dump(data)
