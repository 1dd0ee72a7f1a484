"""Fit the weights of the mapping on laws whose sections were labelled, every law left out in turn.

    fit_mapping.py LAWS LABELS [--fictional] [--without headings|roles|concepts|words]
        [--write WEIGHTS.yaml --date DATE] [--plot FILE.svg] [--verbose]

LAWS is a folder of laws, LABELS a folder of YAML files (law, facts: section, match, and article numbers per treaty).
Prints the figures of the shipped weights, of weights fitted on all laws, and of every law under weights fitted on the
others. Every law is used twice, as it is and with all headings removed, so that the weights do not lean on headings;
figures are given for both. `--plot` draws how far the scores of left-out laws, as printed, read as probabilities.
`--fictional` learns from the DEV laws of benchmarks/blind as well, at a lower weight, and gives their figures apart.
`--without headings` removes the headings for good; the others switch signals off.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import reliability
import yaml
from score_blind import HELD_OUT
from score_blind import LAWS as FICTIONAL

from uncc_diff import pipeline
from uncc_diff.mapping.articles import Candidate, accepted
from uncc_diff.mapping.defining import defining
from uncc_diff.mapping.profiles import articles_of
from uncc_diff.mapping.score import RIVAL, Weights, scored, shipped_weights
from uncc_diff.mapping.signals import NAMES, Compared, Index, Signals
from uncc_diff.mapping.units import units
from uncc_diff.model.law import Law
from uncc_diff.model.reading import Reading
from uncc_diff.model.treaty import Treaty
from uncc_diff.treaties import load_treaties

OFF = {
    "roles": ("role", "part"),
    "concepts": ("heading_concepts", "core", "covered", "concepts", "sentence", "undefined"),
    "words": ("words",),
    "headings": ("heading", "heading_concepts"),
}
RIDGE = 0.3
"""Strength of the pull of every weight towards what was expected before any law was seen."""
FICTION_COUNTS = 0.3
"""For how much a law of a fictional State counts beside a real one: it shows other ways of drafting, but nobody's practice."""
BARE_COUNTS = 0.5
"""For how much a law whose headings were taken away counts beside the same law as printed: fewer laws are like it."""
EXPECTED = {"at_home": (-5.0, 3.0), "abroad": (1.0, 3.0), "barred": (-3.0, 1.0), "undefined": (-3.0, 1.0)}
"""(weight, strength of the pull) where too few laws teach it: hardly any speaks of other States. Zero for all others."""


@dataclass(frozen=True)
class Fact:
    """One labelled section against one treaty: its candidate articles with the signals of every unit in the section."""

    law: str
    section: str
    treaty: str
    bare: bool
    fictional: bool
    want: frozenset[str]
    counts_as_none: bool
    candidates: tuple[tuple[Candidate, ...], ...]
    """Per unit under the section, its shortlist."""


@dataclass
class Figures:
    """The sums that the usual figures are made of."""

    right_first: list[bool] = field(default_factory=list)
    right_in_three: list[bool] = field(default_factory=list)
    positive: list[float] = field(default_factory=list)
    negative: list[float] = field(default_factory=list)
    hits: int = 0
    false: int = 0
    missed: int = 0

    def __str__(self) -> str:
        pairs = [(p > n) + 0.5 * (p == n) for p in self.positive for n in self.negative]
        f1 = 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)
        return (
            f"R@1 {np.mean(self.right_first):.3f}  R@3 {np.mean(self.right_in_three):.3f}  "
            f"AUC {np.mean(pairs) if pairs else float('nan'):.3f}  F1 {f1:.3f}  "
            f"(n {len(self.right_first)}, none {len(self.negative)}, accepted wrongly {self.false}, missed {self.missed})"
        )


def under(citation: str, section: str) -> bool:
    citation, section = ("".join(c.split()).rstrip(".") for c in (citation, section))
    return citation == section or citation.startswith(section + "(")


def without_headings(law: Law) -> Law:
    """Return the law as if nothing had a heading, its parts included."""
    return replace(law, provisions=tuple(replace(p, heading=None, heading_pieces=()) for p in law.provisions))


def facts_of(path: Path, labelled: dict, treaties: Sequence[Treaty], bare: bool, fictional: bool = False) -> list[Fact]:
    """Return the labelled sections of the law in a file with their candidates."""
    law = pipeline.parse(pipeline.read(path))
    reading = pipeline.annotate(without_headings(law) if bare else law)
    return facts_in(reading, labelled, treaties, bare, fictional)


def facts_in(
    reading: Reading, labelled: dict, treaties: Sequence[Treaty], bare: bool, fictional: bool = False
) -> list[Fact]:
    """Return the labelled sections of a law that was read with their candidates."""
    compared = units(reading, defining().abroad)
    law = Compared(reading, compared)
    found = []
    for treaty in treaties:
        index = Index(law, articles_of(treaty))
        shortlists = [
            (u, tuple(Candidate(u, p, 0.0, s) for p, s in index.compare(u)))
            for u in compared
            if not u.provision.quoted and not u.provision.schedule
        ]
        for fact in labelled["facts"]:
            section = str(fact["section"])
            here = tuple(c for u, c in shortlists if under(u.provision.citation, section))
            want = frozenset(str(a) for a in fact[treaty.id])
            none = not want and fact["match"] == "none"
            found.append(Fact(labelled["law"], section, treaty.id, bare, fictional, want, none, here))
    return found


def rated(fact: Fact, weights: Weights) -> dict[str, tuple[float, bool, Signals]]:
    """Return per article its best score over the units of the section, whether accepted, and the signals behind it."""
    best: dict[str, tuple[float, bool, Signals]] = {}
    for shortlist in fact.candidates:
        results = scored(weights, [c.signals for c in shortlist])
        ranked = [replace(c, score=score, signals=s) for c, (score, s) in zip(shortlist, results, strict=True)]
        ranked.sort(key=lambda c: -c.score)
        for place, (candidate, yes) in enumerate(zip(ranked, accepted(ranked, weights), strict=True)):
            number = candidate.profile.article.number
            if place < 3 or yes:
                before = best.get(number, (-1.0, False, candidate.signals))
                merged = (candidate.score, candidate.signals) if candidate.score > before[0] else (before[0], before[2])
                best[number] = (merged[0], yes or before[1], merged[1])
    return best


def _scores(fact: Fact, weights: Weights) -> list[tuple[float, bool]]:
    """Return of each candidate article of a section its score and whether it is a right one."""
    return [(score, number in fact.want) for number, (score, _, _) in rated(fact, weights).items()]


def measure(facts: Iterable[Fact], weights: Weights, notes: list[str] | None = None) -> Figures:
    """Return the figures of these facts."""
    figures = Figures()
    for fact in facts:
        best = rated(fact, weights)
        order = sorted(best, key=lambda a: -best[a][0])
        top = best[order[0]][0] if order else 0.0
        taken = {a for a, (_, yes, _) in best.items() if yes}
        if fact.want:
            figures.right_first.append(bool(order) and order[0] in fact.want)
            figures.right_in_three.append(bool(set(order[:3]) & fact.want))
            figures.positive.append(top)
        elif fact.counts_as_none:
            figures.negative.append(top)
        figures.hits += len(fact.want & taken)
        figures.false += len(taken - fact.want)
        figures.missed += len(fact.want - taken)
        wrong_first = fact.want and not (order and order[0] in fact.want)
        if notes is not None and (wrong_first or taken != fact.want):
            shown = ", ".join(f"{a} {best[a][0]:.2f}{'*' if best[a][1] else ''}" for a in order[:4])
            mark = "R1 " if wrong_first else "   "
            notes.append(
                f"{mark}{fact.law[:18]:18} {fact.section:8} {fact.treaty:8} want {sorted(fact.want)} got {shown}"
            )
    return figures


def fit(facts: Sequence[Fact], off: Sequence[str], start: Weights, rounds: int = 3) -> Weights:
    """Return weights fitted by logistic regression with a ridge, `rival` and the threshold after the others."""
    weights = start
    active = [name for name in NAMES if name not in off]
    for _ in range(rounds):
        rows, labels, count = _pairs(facts, weights)
        x = np.array([[1.0, *(signals[name] for name in active)] for signals in rows])
        expected = np.array([0.0, *(EXPECTED.get(name, (0.0, 0.0))[0] for name in active)])
        ridge = np.array([1e-6, *(EXPECTED.get(name, (0.0, RIDGE))[1] for name in active)])
        w = _logistic_fit(x, labels, count, expected, ridge)
        weights = replace(
            weights,
            of=dict.fromkeys(NAMES, 0.0) | dict(zip(active, w[1:].tolist(), strict=True)),
            constant=float(w[0]),
            rival=0.0,
        )
    rows, labels, count = _pairs(facts, weights)
    x = np.array([[1.0, weights.sum(signals), signals[RIVAL]] for signals in rows])
    constant, scale, rival = _logistic_fit(x, labels, count, np.zeros(3), np.array([1e-6, RIDGE, RIDGE])).tolist()
    weights = replace(
        weights,
        of={n: v * scale for n, v in weights.of.items()},
        constant=weights.constant * scale + constant,
        rival=rival / scale,
    )
    return replace(weights, accept=_threshold(facts, weights))


def _pairs(facts: Sequence[Fact], weights: Weights) -> tuple[list[Signals], np.ndarray, np.ndarray]:
    """Return per candidate article of a section its signals, whether it is right, and for how much it counts."""
    rows, labels, count = [], [], []
    for fact in facts:
        best: dict[str, tuple[float, Signals]] = {}
        for shortlist in fact.candidates:
            for candidate, (score, signals) in zip(
                shortlist, scored(weights, [c.signals for c in shortlist]), strict=True
            ):
                number = candidate.profile.article.number
                if number not in best or score > best[number][0]:
                    best[number] = (score, signals)
        for number, (_, signals) in best.items():
            rows.append(signals)
            labels.append(number in fact.want)
            count.append((BARE_COUNTS if fact.bare else 1.0) * (FICTION_COUNTS if fact.fictional else 1.0))
    return rows, np.array(labels, dtype=float), np.array(count)


def _logistic_fit(
    x: np.ndarray, y: np.ndarray, count: np.ndarray, expected: np.ndarray, ridge: np.ndarray
) -> np.ndarray:
    """Return logistic weights, each pulled towards what was expected of it, by Newton's method."""
    w = expected.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (count * (p - y)) + ridge * (w - expected)
        hessian = (x * (count * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-7:
            break
    return w


def _threshold(facts: Sequence[Fact], weights: Weights) -> float:
    """Return the score that makes F1 of accepted matches best, in steps of 0.02 (the middle of the best run).

    Laws of fictional States count for less, as they do for the weights; laws whose headings were removed do not count.
    """
    printed = [f for f in facts if not f.bare] or facts
    kinds = [
        ([f for f in printed if f.fictional == fictional], count)
        for fictional, count in ((False, 1.0), (True, FICTION_COUNTS))
    ]
    f1 = {}
    for step in range(10, 41):
        right = wrong = 0.0
        for chosen, count in kinds:
            figures = measure(chosen, replace(weights, accept=step / 50))
            right += count * figures.hits
            wrong += count * (figures.false + figures.missed)
        f1[step / 50] = 2 * right / max(1.0, 2 * right + wrong)
    best = [t for t, value in f1.items() if value >= max(f1.values()) - 0.002]
    return best[len(best) // 2]


def report(name: str, facts: Sequence[Fact], weights_of: dict[str, Weights], notes: list[str] | None) -> list[str]:
    """Print the figures, each law under its own weights, and return them as lines."""
    lines = []
    for fictional, bare in sorted({(f.fictional, f.bare) for f in facts}):
        for treaty in ("budapest", "uncc"):
            total = Figures()
            for law, weights in weights_of.items():
                chosen = [f for f in facts if f.law == law and f.treaty == treaty and f.bare == bare]
                part = measure([f for f in chosen if f.fictional == fictional], weights, notes)
                for key, value in vars(part).items():
                    setattr(total, key, getattr(total, key) + value)
            kind = "fictional" if fictional else "real"
            lines.append(f"{name:9} {kind:9} {'no headings' if bare else 'as printed':11} {treaty:8} {total}")
            print(lines[-1])
    return lines


def write(path: Path, weights: Weights, date: str, lines: Sequence[str]) -> None:
    """Write weights as the package reads them, with their date and figures."""
    path.write_text(
        "# Weights of the mapping's signals (mapping/signals.py says what each one is): log odds per unit of the signal.\n"
        f"# Fitted {date} by benchmarks/fit_mapping.py. `left out`: every law under weights fitted on the others.\n"
        + "".join(f"#   {line}\n" for line in lines)
        + "weights:\n"
        + f"  constant: {weights.constant:.3f}\n"
        + "".join(f"  {name}: {weights.of[name]:.3f}\n" for name in NAMES)
        + f"  {RIVAL}: {weights.rival:.3f}\n"
        + f"accept: {weights.accept:.2f}  # score from which a match is accepted: the best F1 on the labelled laws\n"
        + f"doubtful: {weights.accept / 2:.2f}  # from here on an article without a match is called unclear, not absent\n",
        encoding="utf-8",
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--fictional", action="store_true")
    parser.add_argument("--without", choices=sorted(OFF))
    parser.add_argument("--write", type=Path)
    parser.add_argument("--date", default="")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    treaties = load_treaties(("budapest", "uncc"))
    facts: list[Fact] = []
    variants = (True,) if args.without == "headings" else (False, True)
    for path in sorted(args.labelled.glob("*.yaml")):
        labelled = yaml.safe_load(path.read_text(encoding="utf-8"))
        for bare in variants:
            facts += facts_of(args.laws / labelled["law"], labelled, treaties, bare)
    for path in sorted(FICTIONAL.glob("*.mapping.yaml")) if args.fictional else ():
        if not path.name.startswith(HELD_OUT):
            labelled = yaml.safe_load(path.read_text(encoding="utf-8"))
            for bare in variants:
                facts += facts_of(FICTIONAL / labelled["law"], labelled, treaties, bare, fictional=True)
    laws = sorted({f.law for f in facts})
    off = OFF.get(args.without or "", ())
    notes: list[str] = []
    shipped = shipped_weights()
    report("shipped", facts, dict.fromkeys(laws, shipped), notes if args.verbose else None)
    print("\n".join(notes))
    fitted = fit(facts, off, shipped)
    lines = report("fitted", facts, dict.fromkeys(laws, fitted), None)
    left_out = {law: fit([f for f in facts if f.law != law], off, shipped) for law in laws}
    lines += report("left out", facts, left_out, None)
    if args.plot:
        printed = [f for f in facts if not f.bare and not f.fictional]
        found = reliability.bands([pair for f in printed for pair in _scores(f, left_out[f.law])])
        print(reliability.table(found))
        args.plot.write_text(reliability.drawing(found), encoding="utf-8")
    if args.write:
        write(args.write, fitted, args.date, lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
