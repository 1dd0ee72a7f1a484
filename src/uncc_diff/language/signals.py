"""The signs of roles as `_roles.yaml` declares them, and what is looked at to see one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from ..model.reading import Quote, RoleName

_LATER = 0.45
"""What a sign weighs that stands only behind the first subsection: sections open with what they are about."""
_ABOVE = 0.6
"""What a sign in the section's heading weighs for one of its subsections."""
_PLACES = ("heading", "opening", "main", "text", "group")

Names = dict[str, Quote]
"""What was found in a stretch, each with its first place."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign of a role: phrases or concepts in a heading or text, or facts, with its weight."""

    name: str
    role: RoleName
    weight: float
    place: str
    """heading, text, opening (the first words of the text), main (who does what in the first sentence), or group (the
    heading of the Part or Chapter above)"""
    any: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    """Names of concepts; `fact:penalty`, `modal:provider:shall` and `definitions:3` name facts; `phrase` the phrases."""

    def seen_in(self, names: Names) -> bool:
        """Is the sign there, of what was found?"""
        return (
            self.all <= names.keys()
            and (not self.any or not self.any.isdisjoint(names))
            and self.none.isdisjoint(names)
        )


@dataclass(slots=True)
class Stretch:
    """What was found in a provision, by where it stands."""

    provision: str
    heading: Names = field(default_factory=dict)
    opening: Names = field(default_factory=dict)
    main: Names = field(default_factory=dict)
    lead: Names = field(default_factory=dict)
    text: Names = field(default_factory=dict)
    group: Names = field(default_factory=dict)
    above: Names = field(default_factory=dict)
    """The heading of the section, for a subsection."""


class Signals:
    """All signs, found by the names that can show them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.every = tuple(_signal(name, entry) for name, entry in data.items())
        self._shown_by: dict[str, dict[str, list[int]]] = {place: {} for place in _PLACES}
        for number, signal in enumerate(self.every):
            for name in signal.any or sorted(signal.all)[:1]:
                self._shown_by[signal.place].setdefault(name, []).append(number)

    def seen(self, stretch: Stretch) -> list[tuple[Signal, float, Names]]:
        """Return the signs in a stretch in their order, each with its share of its weight and what was found there."""
        found: dict[int, tuple[float, Names]] = {}
        for place, ways in (
            ("heading", ((stretch.heading, 1.0), (stretch.above, _ABOVE))),
            ("opening", ((stretch.opening, 1.0),)),
            ("main", ((stretch.main, 1.0),)),
            ("text", ((stretch.lead, 1.0), *(((stretch.text, _LATER),) if stretch.text is not stretch.lead else ()))),
            ("group", ((stretch.group, 1.0),)),
        ):
            shown_by = self._shown_by[place]
            for names, share in ways:
                for name in names:
                    for number in shown_by.get(name, ()):
                        if number not in found and self.every[number].seen_in(names):
                            found[number] = (share, names)
        return [(self.every[number], *found[number]) for number in sorted(found)]


def _signal(name: str, entry: Mapping[str, Any]) -> Signal:
    role: RoleName = entry["role"]
    assert role in get_args(RoleName), role
    return Signal(
        name,
        role,
        float(entry["weight"]),
        entry.get("in", "text"),
        frozenset(entry.get("any", ())),
        frozenset({*entry.get("all", ()), *((f"phrase:{name}",) if "phrases" in entry else ())}),
        frozenset(entry.get("none", ())),
    )
