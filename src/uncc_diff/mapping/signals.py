"""The signals between a provision and an article, each in 0..1. No signal decides alone."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from math import sqrt

from ..model.reading import Reading
from .defining import may_answer, shows
from .names import Names
from .profiles import Articles, Profile
from .roles import agreement, nested, roles_by_group
from .units import Unit
from .vectors import ArticleVectors, LawTerms, Measured

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
undefined: share of what defines the article (rules/mapping/defining.yaml) that it shows nothing of, if any a half at least
barred: 1 if what it does, or its silence on other States, keeps it from answering the article"""
BARRED = "barred"

UNSEEN = 4.0
"""Length of what no concept shows, beside the concepts of an article or clause: one concept alone proves little."""
HOME = frozenset({"power", "procedure", "safeguard", "scope"})
"""Roles of articles on measures at home, many of which have a twin for the request of another State."""
SHORTLIST = 5
"""Articles per treaty, at most, that are compared by all signals."""
ALWAYS = 3
"""As many are compared whatever speaks for them; the others only from `LIKELY` on."""
LIKELY = 0.2
"""Sum of the cheap signals; of the labelled answers one in seventy has less, of all other candidates three in five."""

Signals = dict[str, float]
_Core = tuple[tuple[tuple[frozenset[str], frozenset[str], tuple[tuple[str, float], ...]], ...], float]
"""Per element any of what shows it, all that must, and (concept, weight), heaviest first; and the sum of the heaviest."""


class Compared:
    """The units of one law with all that does not depend on a treaty."""

    def __init__(self, reading: Reading, units: Sequence[Unit]) -> None:
        self.reading = reading
        self.units = tuple(units)
        self.words = LawTerms(u.terms for u in units)
        self.concepts = LawTerms(u.concepts for u in units)
        self.roles = roles_by_group(units)
        self.role_of = {u.provision.id: u.role for u in units if u.role is not None}
        self._measured: dict[str, tuple[Measured, Measured]] = {}
        self._sentences: dict[frozenset[str], Measured] = {}

    def measured(self, unit: Unit) -> tuple[Measured, Measured]:
        """Return the words of a unit and its concepts as vectors."""
        found = self._measured.get(unit.provision.id)
        if found is None:
            found = self.words.measured(unit.terms), self.concepts.measured(unit.concepts)
            self._measured[unit.provision.id] = found
        return found

    def sentence(self, concepts: frozenset[str]) -> Measured:
        """Return the concepts of a sentence as a vector; a part of a section shares most sentences with the whole."""
        if concepts not in self._sentences:
            self._sentences[concepts] = self.concepts.measured(dict.fromkeys(sorted(concepts), 1.0))
        return self._sentences[concepts]


class Index:
    """One treaty's articles held against the units of one law."""

    def __init__(self, law: Compared, articles: Articles) -> None:
        self._law = law
        self._articles = articles
        self.profiles = articles.profiles
        self._words = ArticleVectors(law.words, articles.term_rarity, [p.terms for p in self.profiles])
        concepts = [p.concepts for p in self.profiles]
        self._concepts = ArticleVectors(law.concepts, articles.concept_rarity, concepts, articles.say, UNSEEN)
        self._sentence_cosines: dict[frozenset[str], dict[int, float]] = {}
        self._role_of = [p.role for p in self.profiles]
        self._names = Names(articles.names)
        self._cores = [self._with_rarity(p) for p in self.profiles]
        self._group_abroad = {
            g: any(m.concept in articles.foreign and m.quote.heading for m in law.reading.at(g))
            for g in {u.group for u in law.units}
        }

    def compare(self, unit: Unit) -> list[tuple[Profile, Signals]]:
        """Return the shortlisted articles with their signals to `unit`, in treaty order."""
        vector, held = self._law.measured(unit)
        words = self._words.cosines(vector)
        concepts = self._concepts.cosines(held)
        headings = self._names.cosines(unit.heading)
        roles = {role: agreement(unit, role) for role in self._articles.role_rarity}
        near = [0.2 * roles[role] for role in self._role_of]
        for n, cosine in words.items():
            near[n] += cosine
        for n, cosine in concepts.items():
            near[n] += 1.5 * cosine
        for n, cosine in headings.items():
            near[n] += cosine
        nearest = nlargest(SHORTLIST, range(len(near)), key=near.__getitem__)
        best = sorted([*nearest[:ALWAYS], *(n for n in nearest[ALWAYS:] if near[n] >= LIKELY)])
        sentence = self._best_sentence(unit, best)
        heads = {c: self._rarity(c) for c in sorted({m.concept for m in unit.heading_mentions})}
        abroad = self._abroad(unit)
        within = nested(unit, self._law.role_of)
        found = []
        for n in best:
            profile = self.profiles[n]
            role = roles[profile.role]
            heading = headings.get(n, 0.0)
            signals = {
                "heading": self._names.likeness(unit.heading, n, heading),
                "heading_concepts": _share(heads, profile),
                "core": self._core(unit, n),
                "covered": _covered(unit, profile),
                "concepts": concepts.get(n, 0.0),
                "sentence": sentence[n],
                "words": sqrt(words.get(n, 0.0)),
                "part": self._lift(unit.group, profile.role),
                "role": max(0.0, role) * self._articles.role_rarity[profile.role],
                "clash": max(0.0, -role),
                "abroad": abroad if profile.role == "cooperation" else 0.0,
                "at_home": abroad if profile.role in HOME else 0.0,
                "nested": within,
                "bare": 0.0 if unit.heading else 1.0,
                "undefined": _lacking(shows(unit, profile.article, profile.defining)),
                BARRED: float(not may_answer(unit, profile.article, max(0.0, -role), heading)),
            }
            found.append((profile, signals))
        return found

    def _best_sentence(self, unit: Unit, articles: Sequence[int]) -> dict[int, float]:
        best = dict.fromkeys(articles, 0.0)
        for sentence in unit.sentences:
            cosines = self._sentence_cosines.get(sentence)
            if cosines is None:
                cosines = self._concepts.cosines(self._law.sentence(sentence))
                self._sentence_cosines[sentence] = cosines
            for n in articles:
                if cosines.get(n, 0.0) > best[n]:
                    best[n] = cosines[n]
        return best

    def _lift(self, group: str, role: str) -> float:
        return max(0.0, self._law.roles.get(group, {}).get(role, 0.0) - self._law.roles[""].get(role, 0.0))

    def _rarity(self, concept: str) -> float:
        return self._concepts.weight.get(concept, 0.0) or self._law.concepts.share(concept) + 1

    def _core(self, unit: Unit, number: int) -> float:
        """Return the largest share of what the article is about that one sentence holds, rare matters counting more."""
        core, whole = self._cores[number]
        best = 0.0
        for sentence in unit.sentences:
            held = 0.0
            for any_, all_, rated in core:
                if not any_.isdisjoint(sentence) and all_ <= sentence:
                    held += next(weight for concept, weight in rated if concept in sentence)
            if held > best:
                best = held
        return best / whole if whole else 0.0

    def _with_rarity(self, profile: Profile) -> _Core:
        """Return each element of the core with the concepts that show it, the rarest first, and the most it can come to."""
        core = []
        for weight, any_, all_ in profile.core:
            rated = sorted(((weight * self._rarity(c), c) for c in any_), reverse=True)
            core.append((any_, all_, tuple((c, value) for value, c in rated)))
        return tuple(core), sum(rated[0][1] for _, _, rated in core if rated)

    def _abroad(self, unit: Unit) -> float:
        """Return how far the unit concerns other States: by its heading, its part's, and the share of its sentences."""
        foreign = self._articles.foreign
        if any(m.concept in foreign for m in unit.heading_mentions):
            return 1.0
        share = sum(not foreign.isdisjoint(s) for s in unit.sentences) / max(1, len(unit.sentences))
        return min(1.0, share + 0.5 * self._group_abroad[unit.group])


def _share(heads: dict[str, float], profile: Profile) -> float:
    """Return the share of the concepts of a heading, given with their rarities, that the article knows."""
    total = sum(heads.values())
    return sum(rare for concept, rare in heads.items() if concept in profile.concepts) / total if total else 0.0


def _covered(unit: Unit, profile: Profile) -> float:
    if not profile.required:
        return 0.0
    shown = sum(
        (not e.any or not unit.in_text.isdisjoint(e.any)) and unit.in_text.issuperset(e.all) for e in profile.required
    )
    return shown / len(profile.required)


def _lacking(shown: float) -> float:
    """Return the share of what defines an article that is not shown, a half at least where anything is lacking."""
    return max(0.5, 1 - shown) if shown < 1 else 0.0
