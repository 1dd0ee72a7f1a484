"""Where a section's heading stands: before the number, after it, run into the text, or on the line below. One law, one way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .markers import marker_at
from .rows import OPENER, SENTENCE_END, Row, begins_small, letters_of

_RUN_IN = re.compile(r"(?P<stop>[.,:;)\]”\"]?\s?)(?P<dash>_{2,}|[—–―�]+|\.?\s?-{1,2}(?=[\s(�]))\s*(?=\S)")
_RUN_IN_FIRM = re.compile(r"(?P<stop>[.,:]\s?)(?P<dash>_{2,}|[—–―�]+|-{1,2}(?=[\s(�]))|_{2,}(?=\s?\()")
_SENTENCE = re.compile(
    r"^[\"“]?(?=\D)[^.:;]{2,110}(?:\b(?:etc|No|Nos|Art|Cap)\.[^.:;]{0,60})?\.\s+(?=[\"“(\[]?[A-ZÀ-ÖÉ0-9(])"
)
_STOP = re.compile(r"[.,:]?(?:\s?[—–―�_]+|\s?--?(?=\s)|(?<=[.:]))\s*")
_BEGINS = re.compile(r"\s+(?=[\"“]?[A-ZÀ-ÖØ-Þ(])")
_BEFORE_FIRST = re.compile(r"^(?P<heading>[A-ZÀ-ÖØ-Þ][^.;:()]{2,90}?)\s+(?=\(1\)\s?[\"“A-ZÀ-ÖØ-Þ])")
_OPENERS = "No|Any|Every|Where|Whoever|Nothing|Notwithstanding|Subject to|The|An?|All|If|This"
_BEFORE_OPENER = re.compile(rf"^(?P<heading>[A-Z][^.;:()]{{2,90}}?)\s+(?=(?:{_OPENERS})\s[a-zA-Z])")
"""Words that begin a sentence and, written large, no later word of a heading."""

_VERB = re.compile(r"\b(?:shall|may|must|is|are|has|have|commits|means|does)\b")
_ABBREVIATED_END = re.compile(r"(?i),?\s(?:etc|and so on)\.$")
_FEW_WORDS = 12
_LONGEST = 220
_MOST_ABOVE = 4
_MANY_WORDS = 28


@dataclass(frozen=True, slots=True)
class Lead:
    """The first rows of a unit: `rows[0]` begins behind the number; `above` the rows between the last unit and it."""

    rows: Sequence[Row]
    above: Sequence[Row]
    separated: bool = False
    """Does a dash or colon stand between a worded number (`Article 5 -`) and what follows on its line?"""
    below_group: bool = False
    """Does the line above stand directly below a group's number, whose title it may be?"""


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: whole rows above, or `rows` of the lead, the last of them up to character `end`."""

    above: int = 0
    rows: int = 0
    end: int | None = None


NONE = Found()
_Finder = Callable[[Lead], Found]


def run_in(lead: Lead) -> Found:
    """`22. Heading.— Text`, `Section 1. Heading. – Text`."""
    return _run_in(lead, _RUN_IN_FIRM)


def run_in_loose(lead: Lead) -> Found:
    """`Section 29. Heading – Text`: only in a law that otherwise has its headings so."""
    return _run_in(lead, _RUN_IN)


def _run_in(lead: Lead, pattern: re.Pattern[str]) -> Found:
    length = words = 0
    for count, row in enumerate(lead.rows[:4]):
        if count and (row.marker or row.table):
            return NONE
        if not count and (not row.text or row.marker or begins_small(row.text)):
            return NONE
        for stop in pattern.finditer(row.text):
            before = row.text[: stop.start()]
            long = length + len(before) > _LONGEST or words + len(before.split()) > _MANY_WORDS
            if long or _sentences(before):
                return NONE
            if not before.strip() and not count:
                return NONE
            behind = row.text[stop.end() :].lstrip()
            if behind and behind[0].islower():
                continue
            following = lead.rows[count + 1].text if count + 1 < len(lead.rows) else ""
            if not behind and (not following or (begins_small(following) and not marker_at(following))):
                return NONE
            if not behind and stop["stop"].startswith(",") and marker_at(following):
                return NONE  # `if,—` opens a list
            return Found(rows=count + 1, end=stop.end())
        length += len(row.text)
        words += len(row.text.split())
        if length > _LONGEST or _sentences(row.text):
            return NONE
    return NONE


def _sentences(text: str) -> bool:
    return bool(re.search(r"[a-z]{4,}\.\s+[A-Z]", text))


def own_line(lead: Lead) -> Found:
    """`5. Heading` alone on its line, or on the line below the number; text from the next line on."""
    skipped = 0
    rows = list(lead.rows[:6])
    while skipped < len(rows) and not re.search(r"\w", rows[skipped].text):
        skipped += 1
    count = skipped
    length = 0
    while count < len(rows):
        row = rows[count]
        if row.table or row.marker or row.text[:1] in ".":
            break
        if (
            count > skipped
            and not (begins_small(row.text) or rows[count - 1].text.endswith("-"))
            and not _unfinished(rows[count - 1])
        ):
            break
        length += len(row.text)
        count += 1
        if length > _LONGEST or count - skipped > 3:
            return NONE
        if row.text.endswith("."):
            break
    if count == skipped or count >= len(lead.rows) or not _titleish(" ".join(r.text for r in rows[skipped:count])):
        return NONE
    if begins_small(lead.rows[count].text) and not lead.rows[count].marker:
        return NONE
    return Found(rows=count)


def _unfinished(row: Row) -> bool:
    """Does the row end in a word that no heading ends in?"""
    return bool(
        re.search(r"(?i)(?:\b(?:of|the|and|or|to|for|in|by|with|a|an|on|de|la|du|des|et|y|e|del|do|da)|,)$", row.text)
    )


def _titleish(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST
        and len(text.split()) <= _MANY_WORDS
        and not OPENER.search(text)
        and not text.endswith((";", ",", ":"))
        and not (text.endswith(".") and len(text) > 110)
        and not _sentences(text)
    )


def above(lead: Lead) -> Found:
    """The heading stands on the lines before the number."""
    for count, row in enumerate(reversed(lead.above), 1):
        text = row.text
        ended = SENTENCE_END.search(text) and not (count == 1 and _ABBREVIATED_END.search(text))
        if row.table or marker_at(text) or ended or len(text) > 110 or count > 3:
            break
        if not begins_small(text):
            before = lead.above[len(lead.above) - count - 1] if count < len(lead.above) else None
            if before is None or SENTENCE_END.search(before.text) or row.gap or row.line.bold:
                return Found(above=count)
    return NONE


def as_listed(lead: Lead, letters: str) -> Found:
    """The heading that the contents list tells, where it stands above the number or the unit begins with it.

    `letters` as by `letters_of`.
    """
    over = ""
    for count, row in enumerate(reversed(lead.above[-_MOST_ABOVE:]), 1):
        over = letters_of(row.text) + over
        if over == letters:
            return Found(above=count)
    done = ""
    for count, row in enumerate(lead.rows[:5], 1):
        whole = done + letters_of(row.text)
        if whole == letters:
            return Found(rows=count)
        if not letters.startswith(whole):
            for stop in _STOP.finditer(row.text):
                if done + letters_of(row.text[: stop.start()]) == letters:
                    return Found(rows=count, end=stop.end())
            return _glued_as_listed(row.text, count, letters[len(done) :])
        done = whole
    return NONE


def _glued_as_listed(text: str, count: int, letters: str) -> Found:
    """The heading that is listed, where the text begins behind it on the same line without any sign between them."""
    for begins in _BEGINS.finditer(text):
        before = letters_of(text[: begins.start()])
        if len(before) >= len(letters):
            return Found(rows=count, end=begins.end()) if before == letters else NONE
    return NONE


def glued(lead: Lead) -> Found:
    """`18. Heading The text begins`, `19. Heading (1) The text`: nothing parts the heading from the text."""
    if not lead.rows:
        return NONE
    text = lead.rows[0].text
    found = _BEFORE_FIRST.match(text) or _BEFORE_OPENER.match(text)
    if (
        found is None
        or len(found["heading"].split()) > _FEW_WORDS
        or _unfinished(Row(found["heading"], 0, lead.rows[0].line))
    ):
        return NONE
    if found.re is _BEFORE_OPENER:
        following = lead.rows[1] if len(lead.rows) > 1 else None
        goes_on = following is not None and (begins_small(following.text) or following.marker is not None)
        if not _VERB.search(text, found.end()) or not (SENTENCE_END.search(text) or goes_on):
            return NONE
    return Found(rows=1, end=found.end())


def sentence(lead: Lead) -> Found:
    """`SECTION 1. Heading. Text`: the first, short sentence of the text."""
    if not lead.rows:
        return NONE
    text = lead.rows[0].text
    found = _SENTENCE.match(text)
    if found and len(found.group().split()) <= 14 and not begins_small(text):
        return Found(rows=1, end=found.end())
    if len(lead.rows) > 1 and not lead.rows[1].marker and len(text) < 110 and not SENTENCE_END.search(text):
        joined = f"{text} {lead.rows[1].text}"
        found = _SENTENCE.match(joined)
        if found and len(found.group().split()) <= 16 and found.end() > len(text) and not begins_small(text):
            return Found(rows=2, end=found.end() - len(text) - 1)
    return NONE


def way_of(leads: Sequence[Lead]) -> _Finder:
    """Return how this law places its headings, as the function that finds one."""
    usable = [lead for lead in leads if lead.rows]
    if not usable:
        return lambda _: NONE

    def announced(lead: Lead) -> Found:
        return own_line(lead) if lead.separated and not lead.rows[0].text.endswith(".") else NONE

    def share(finder: _Finder) -> float:
        return sum(finder(lead) != NONE for lead in usable) / len(usable)

    elsewhere = [lead for lead in usable if not lead.below_group] or usable
    headed_above = sum(above(lead) != NONE for lead in elsewhere) / len(elsewhere)
    below, running = share(own_line), share(run_in)
    if running >= 0.5:
        return _first(run_in, run_in_loose, own_line if below >= 0.15 else above)
    if below >= 0.55 and below >= headed_above:
        return _first(run_in, glued, own_line)
    if headed_above >= 0.6:
        return _first(above, run_in, announced)
    if share(sentence) >= 0.65:
        return _first(run_in, announced, sentence)
    return _first(run_in, announced)


def _first(*finders: _Finder) -> _Finder:
    def find(lead: Lead) -> Found:
        return next((found for finder in finders if (found := finder(lead)) != NONE), NONE)

    return find
