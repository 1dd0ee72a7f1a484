"""Cross-references that lead nowhere, or into another law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ...model.mapping import Mapping
from ...model.reading import Quote
from ..hit import Hit
from ..index import Index
from ..rule import Rule
from ..selector import holds

CHECKS = ("broken", "external")


def find(rule: Rule, index: Index, mapping: Mapping) -> Iterator[Hit]:
    """Yield each reference that is broken (no provision of this text answers it) or external; `when` narrows the clauses."""
    broken = rule.options["check"] == ("broken",)
    excerpt = _excerpt(index)
    for reference in index.reading.references:
        if reference.target is not None or broken == (reference.external is not None):
            continue
        if broken and (index.law.amends or index.law.by_id[reference.quote.provision].quoted):
            continue  # its numbers are those of the law that is amended, which is not here
        if broken and reference.several:
            continue  # it leads somewhere; which of them is meant is not ours to say
        if broken and not any(c.isdigit() for c in index.reading.words(reference.quote)):
            continue  # "or (b)" hangs on the number before it
        if broken and _beyond(excerpt, reference.quote, index):
            continue
        place = index.place(reference.quote, _sentence(reference.quote.provision, index))
        if rule.when is not None and not holds(rule.when, place, index):
            continue
        if any(holds(excuse, place, index) for excuse in rule.unless):
            continue
        yield Hit(place, words={"other": reference.external or ""})


def _sentence(provision: str, index: Index) -> int:
    """Return the sentence of the first words of the provision that the lexicon knows, 0 where there are none."""
    return next((p.sentence for p in index.by_provision.get(provision, ()) if p.sentence >= 0), 0)


def _excerpt(index: Index) -> tuple[int, int] | None:
    """Return the first and last section of a text that is a part of a law, whose sections do not begin at 1."""
    held = [number for p in index.law.basics if (number := _leading(p.number or "")) is not None]
    return (min(held), max(held)) if held and min(held) != 1 else None


def _beyond(excerpt: tuple[int, int] | None, quote: Quote, index: Index) -> bool:
    """Is the number one that the part of a law cannot hold?"""
    named = _leading(index.reading.words(quote).rpartition(" ")[2])
    return excerpt is not None and named is not None and not excerpt[0] <= named <= excerpt[1]


def _leading(number: str) -> int | None:
    """Return the digits that a number begins with, None where it begins otherwise."""
    digits = "".join(takewhile(str.isdigit, number))
    return int(digits) if digits else None
