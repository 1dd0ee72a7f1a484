"""The signals between a provision and an article, each in 0..1. No signal decides alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from ..model.reading import Reading
from .defining import FIRM, may_answer, shows
from .profiles import Profile, weights_of_concepts
from .terms import Postings, Rarity, blend, counts, rarity, stems
from .units import Unit

NAMES = (
    "heading", "heading_concepts", "core", "covered", "concepts", "sentence", "words", "part", "role", "clash",
    "abroad", "at_home", "nested", "bare", "undefined", "barred",
)  # fmt: skip
"""heading: its heading against the names of the article, word for word and fuzzily
heading_concepts: share of the concepts in its heading that the article knows, by rarity
core: share of what the article is about that one sentence of it holds
covered: share of the required elements that it holds anywhere
concepts: cosine of its concepts and those of the article, by rarity
sentence: the same for its best sentence alone; a clause states its duty in one
words: square root of the cosine of its words and those of our gist of the article, by rarity
part: how much more often the sections of its part do what the article is for than those of the whole law
role: does it do what the article is for (1) or something akin (less), times how sure that is and how few articles do so
clash: does it do something else, times how sure that is
abroad: how far it concerns other States, as the article does
at_home: how far it concerns other States, while the article gives powers at home
nested: 1 if it is a part of a section that as a whole does something else
bare: 1 if it has no heading
undefined: share of what defines the article (rules/mapping/defining.yaml) that it shows nothing of
barred: 1 if what it does, or its silence on other States, keeps it from answering the article"""
BARRED = "barred"

KIN = {
    frozenset(pair): degree
    for pair, degree in (
        (("offence", "participation"), 0.3),
        (("offence", "penalty"), 0.0),
        (("penalty", "participation"), 0.0),
        (("power", "procedure"), 0.6),
        (("power", "provider_duty"), 0.5),
        (("power", "safeguard"), 0.3),
        (("power", "penalty"), 0.0),
        (("power", "cooperation"), -0.5),
        (("procedure", "safeguard"), 0.5),
        (("cooperation", "institution"), 0.3),
        (("cooperation", "procedure"), 0.3),
        (("cooperation", "jurisdiction"), 0.2),
        (("cooperation", "scope"), 0.2),
        (("scope", "jurisdiction"), 0.5),
        (("scope", "procedure"), 0.5),
        (("scope", "power"), 0.2),
        (("offence", "jurisdiction"), 0.0),
    )
}
"""How far two roles can stand for each other; pairs not named clash."""
UNSEEN = 4.0
"""Length of what no concept shows, beside the concepts of an article or clause: one concept alone proves little."""
HOME = frozenset({"power", "procedure", "safeguard", "scope"})
"""Roles of articles on measures at home, many of which have a twin for the request of another State."""
LOOSE_ROLES = frozenset({"scope", "procedure", "institution"})
LOOSE = 0.4
"""Roles that laws have for many ends (an Act's own scope, its offices) say less than roles that only crime has."""
DEFINES = 3
"""A clause that defines this many terms is one of definitions, whatever else it does."""
SHORTLIST = 6
"""Articles per treaty that are compared element by element."""

Signals = dict[str, float]
_Core = tuple[list[tuple[float, dict[str, float], frozenset[str]]], float]


class Index:
    """One treaty's articles held against the units of one law."""

    def __init__(self, reading: Reading, units: Sequence[Unit], profiles: Sequence[Profile]) -> None:
        self.profiles = tuple(profiles)
        self._term_rarity = rarity([*(u.terms for u in units), *(p.terms for p in profiles)])
        self._concept_rarity = blend(rarity(p.concepts for p in profiles), rarity(u.concepts for u in units))
        self._terms = Postings(self._term_rarity.weigh(p.terms) for p in profiles)
        self._say = weights_of_concepts(profiles)
        self._concepts = Postings(self._concept_rarity.weigh(p.concepts, UNSEEN) for p in profiles)
        self._cores = [self._with_rarity(p) for p in profiles]
        self._name_owner = [n for n, p in enumerate(profiles) for _ in p.names]
        names = [name for p in profiles for name in p.names]
        self._name_rarity = _name_rarity(names)
        self._names = Postings(self._name_rarity.weigh(counts(name)) for name in names)
        self._roles = _roles_by_group(units)
        self._role_rarity = _role_rarity(profiles)
        self._foreign = _foreign(profiles)
        self._group_abroad = {
            g: any(m.concept in self._foreign and m.quote.heading for m in reading.at(g))
            for g in {u.group for u in units}
        }
        self._role_of = {u.provision.id: u.role for u in units if u.role is not None}

    def compare(self, unit: Unit) -> list[tuple[Profile, Signals]]:
        """Return the shortlisted articles with their signals to `unit`, in treaty order."""
        words = self._terms.cosines(self._term_rarity.weigh(unit.terms))
        concepts = self._concepts.cosines(self._weighed(unit.concepts))
        sentence = self._best_sentence(unit)
        headings = self._heading_cosines(unit.heading)
        abroad = self._abroad(unit)
        nested = self._nested(unit)
        roles = [_agreement(unit, p) for p in self.profiles]
        cheap = [h + 1.5 * c + w + 0.2 * r for h, c, w, r in zip(headings, concepts, words, roles, strict=True)]
        best = sorted(sorted(range(len(cheap)), key=lambda n: (-cheap[n], n))[:SHORTLIST])
        return [
            (
                self.profiles[n],
                {
                    "heading": _fuzzy_heading(unit.heading, self.profiles[n], headings[n]),
                    "heading_concepts": self._heading_concepts(unit, self.profiles[n]),
                    "core": self._core(unit, n),
                    "covered": _covered(unit, self.profiles[n]),
                    "concepts": concepts[n],
                    "sentence": sentence[n],
                    "words": sqrt(words[n]),
                    "part": self._lift(unit.group, str(self.profiles[n].article.role)),
                    "role": max(0.0, roles[n]) * self._role_rarity[str(self.profiles[n].article.role)],
                    "clash": max(0.0, -roles[n]),
                    "abroad": abroad if self.profiles[n].article.role == "cooperation" else 0.0,
                    "at_home": abroad if self.profiles[n].article.role in HOME else 0.0,
                    "nested": nested,
                    "bare": 0.0 if unit.heading else 1.0,
                    "undefined": 1 - shows(unit, self.profiles[n].article, self.profiles[n].defining),
                    BARRED: float(not may_answer(unit, self.profiles[n].article, max(0.0, -roles[n]), headings[n])),
                },
            )
            for n in best
        ]

    def _nested(self, unit: Unit) -> float:
        """Return how sure it is that the section as a whole does something else than this part of it."""
        whole = self._role_of.get(unit.basic)
        if unit.provision.id == unit.basic or unit.role is None:
            return 0.0
        if whole is None:
            return 1.0
        return whole.confidence if whole.name != unit.role.name else 0.0

    def _best_sentence(self, unit: Unit) -> list[float]:
        best = [0.0] * len(self.profiles)
        for concepts in unit.sentences:
            cosines = self._concepts.cosines(self._weighed(dict.fromkeys(concepts, 1.0)))
            best = [max(pair) for pair in zip(best, cosines, strict=True)]
        return best

    def _weighed(self, concepts: dict[str, float]) -> dict[str, float]:
        return self._concept_rarity.weigh({c: n * self._say.get(c, 1.0) for c, n in concepts.items()}, UNSEEN)

    def _lift(self, group: str, role: str) -> float:
        return max(0.0, self._roles.get(group, {}).get(role, 0.0) - self._roles[""].get(role, 0.0))

    def _heading_cosines(self, heading: str) -> list[float]:
        """Return for each article the best cosine of the heading with one of its names."""
        result = [0.0] * len(self.profiles)
        if heading:
            by_name = self._names.cosines(self._name_rarity.weigh(counts(heading)))
            for owner, cosine in zip(self._name_owner, by_name, strict=True):
                result[owner] = max(result[owner], cosine)
        return result

    def _heading_concepts(self, unit: Unit, profile: Profile) -> float:
        seen = {m.concept for m in unit.heading_mentions}
        total = sum(self._concept_rarity(c) for c in seen)
        return sum(self._concept_rarity(c) for c in seen if c in profile.concepts) / total if total else 0.0

    def _core(self, unit: Unit, number: int) -> float:
        """Return the largest share of what the article is about that one sentence holds, rare matters counting more."""
        core, whole = self._cores[number]
        best = 0.0
        for sentence in unit.sentences:
            held = 0.0
            for weight, any_, all_ in core:
                shown = any_.keys() & sentence
                if shown and all_ <= sentence:
                    held += weight * max(any_[c] for c in shown)
            best = max(best, held)
        return best / whole if whole else 0.0

    def _with_rarity(self, profile: Profile) -> _Core:
        """Return each element of the core with the rarity of the concepts that show it, and the most it can come to."""
        core = [(weight, {c: self._concept_rarity(c) for c in any_}, all_) for weight, any_, all_ in profile.core]
        return core, sum(weight * max(any_.values(), default=0.0) for weight, any_, _ in core)

    def _abroad(self, unit: Unit) -> float:
        """Return how far the unit concerns other States: by its heading, its part's, and the share of its sentences."""
        if any(m.concept in self._foreign for m in unit.heading_mentions):
            return 1.0
        share = sum(not self._foreign.isdisjoint(s) for s in unit.sentences) / max(1, len(unit.sentences))
        return min(1.0, share + 0.5 * self._group_abroad[unit.group])


def _role_rarity(profiles: Sequence[Profile]) -> dict[str, float]:
    """Return per role how much it narrows the articles down: 1 if one article alone has it, towards 0 if all have."""
    tally: dict[str, int] = {}
    for profile in profiles:
        tally[str(profile.article.role)] = tally.get(str(profile.article.role), 0) + 1
    return {
        role: (LOOSE if role in LOOSE_ROLES else 1.0) * (1 - log(n) / log(len(profiles) + 1))
        for role, n in tally.items()
    }


def _foreign(profiles: Sequence[Profile]) -> frozenset[str]:
    """Return the concepts that only articles on co-operation between States speak of."""
    inside = {c for p in profiles if p.article.role != "cooperation" for c in p.concepts}
    return frozenset(c for p in profiles if p.article.role == "cooperation" for c in p.concepts if c not in inside)


def _name_rarity(names: Sequence[str]) -> Rarity:
    """Return rarities over the names of articles; a word that no article bears counts as one borne by two in three."""
    over = rarity(name.split() for name in names)
    return Rarity(over.of, over.unseen / 2)


def _fuzzy_heading(heading: str, profile: Profile, cosine: float) -> float:
    """Return the mean of the cosine and the best sorted-word ratio, which forgives letters that were misread."""
    if not heading:
        return 0.0
    from rapidfuzz import fuzz

    words = " ".join(stems(heading))
    return (cosine + max(fuzz.token_sort_ratio(words, name) for name in profile.names) / 100) / 2


def _covered(unit: Unit, profile: Profile) -> float:
    if not profile.required:
        return 0.0
    held = unit.concepts.keys() | {m.concept for m in unit.inherited}
    shown = sum((not e.any or not held.isdisjoint(e.any)) and held.issuperset(e.all) for e in profile.required)
    return shown / len(profile.required)


def _agreement(unit: Unit, profile: Profile) -> float:
    """Return 1 for the same role, -1 for a clash, times the confidence; 0 where nothing is known.

    What an offence or a power defines serves it alone, and makes no clause of definitions of it.
    """
    of_its_own = unit.role is not None and unit.role.name in ("offence", "power") and unit.role.confidence >= FIRM
    if profile.article.role == "definition" and unit.defines >= DEFINES and not of_its_own:
        return 1.0
    if unit.role is None or unit.role.name == "other":
        return 0.0
    if unit.role.name == profile.article.role:
        return unit.role.confidence
    return KIN.get(frozenset((unit.role.name, str(profile.article.role))), -1.0) * unit.role.confidence


def _roles_by_group(units: Sequence[Unit]) -> dict[str, dict[str, float]]:
    """Return per part the share of its sections with each role, weighted by confidence; under "" that of the whole law."""
    tally: dict[str, Counter[str]] = {"": Counter()}
    sizes: Counter[str] = Counter()
    for unit in units:
        if unit.provision.id != unit.basic or unit.role is None:
            continue
        for group in {unit.group, ""}:
            sizes[group] += 1
            tally.setdefault(group, Counter())[unit.role.name] += unit.role.confidence  # type: ignore[assignment]
    return {g: {name: value / sizes[g] for name, value in roles.items()} for g, roles in tally.items()}
