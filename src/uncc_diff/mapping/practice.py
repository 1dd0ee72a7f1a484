"""A law held against a model of usual practice: which of its grounds and limits the sections on cooperation name.

Such a model is no treaty and nobody owes it anything. Its articles are single grounds (dual criminality, double jeopardy),
and a law puts many of them into one section, so no section answers one article: each is looked for by its own concepts.
"""

from __future__ import annotations

from ..model.law import Provision
from ..model.mapping import Gap
from ..model.reading import Reading
from ..model.treaty import Article, Treaty

ABROAD = frozenset({"mutual_legal_assistance", "foreign_state_request", "extradition", "foreign_mention"})
"""Concepts that show a section to be about helping another State, whatever role it was read to have."""
BELOW = "below the usual standard: not named where the text speaks of helping other States"
NOT_SPOKEN_OF = "the text does not speak of helping other States"


def practice_gaps(reading: Reading, model: Treaty) -> tuple[Gap, ...]:
    """Return one gap per article: met where a section on cooperation names it, absent with a note where none does."""
    sections = tuple(p for p in reading.law.basics if _abroad(reading, p))
    return tuple(_gap(article, sections, reading) for article in model.articles)


def _abroad(reading: Reading, section: Provision) -> bool:
    role = reading.roles.get(section.id)
    return (role is not None and role.name == "cooperation") or any(
        m.concept in ABROAD for m in reading.within(section.id)
    )


def _gap(article: Article, sections: tuple[Provision, ...], reading: Reading) -> Gap:
    required = [e for e in article.elements if e.need == "required"]
    where: dict[str, list[str]] = {e.id: [] for e in required}
    for section in sections:
        # What is denied is no ground: "no refusal for a political offence".
        named = {m.concept for m in reading.within(section.id) if m.polarity != "negated"}
        for element in required:
            if named.intersection(element.any) and named.issuperset(element.all):
                where[element.id].append(section.id)
    missing = tuple(id_ for id_, found in where.items() if not found)
    places = tuple(s.id for s in sections if any(s.id in found for found in where.values()))
    if not sections:
        return Gap(article.treaty, article.number, "not_required", note=NOT_SPOKEN_OF)
    if not missing:
        return Gap(article.treaty, article.number, "met", places)
    return Gap(article.treaty, article.number, "partial" if places else "absent", places, missing, BELOW)
