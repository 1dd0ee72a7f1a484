"""Score the tool on the laws of fictional States in benchmarks/blind, the DEV laws and the HELD OUT ones apart.

    score_blind.py [--missed] [--law NAME] [--held-out]

R@1, R@3: mapped sections whose best (three best) candidates hold a labelled article. AUC: does the best score tell
sections with a counterpart from those without? F1: accepted against labelled articles. faults: labelled kinds that a
finding of medium or more carries on that section, close kinds counting as equal. clean: sound sections that nothing
calls vague at high severity. load: kinds of fault per section at medium or more. split: sections found, in order.
`--missed` lists what went wrong in the DEV laws; those of the HELD OUT are never shown, and their figures only with
`--held-out`: look seldom, or they are held out no longer.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from uncc_diff import pipeline
from uncc_diff.model.comparison import Comparison

LAWS = Path(__file__).parent / "blind"
HELD_OUT = ("bansura-", "lethmark-", "ndoriga-", "st-corvane-", "mokalane-", "penwick-")
HELD_OUT += ("oloibiri-", "ruvenga-")
FIRST = (*HELD_OUT[:4], "maluavu-", "morubi-", "qasirah-", "sahoueni-")
THIRD = (*HELD_OUT[-2:], "karasta-", "levantia-", "mbalani-", "pahandra-", "saint-barrow-", "songkhra-", "zafira-")
"""The laws written first and last; each set was written and labelled after the rules had been mended on the one before."""
TREATIES = ("budapest", "uncc")
LEGALITY = {"vague_term", "subjective_term", "overbroad"}
WARRANT = {"no_judicial_oversight", "warrantless_search", "warrantless_interception", "warrantless_collection"}
WARRANT |= {"blocking_without_court", "search_power", "arrest_power"}
SAFEGUARD = WARRANT | {"missing_safeguard", "no_remedy", "no_notice", "secrecy_unlimited", "no_time_limit", "immunity"}
SAFEGUARD |= {"no_necessity_test", "no_privilege", "due_process", "sharing_without_safeguard", "no_oversight_body"}
SAFEGUARD |= {"executive_rulemaking"}
EQUAL = dict.fromkeys(LEGALITY, LEGALITY) | dict.fromkeys(WARRANT, WARRANT)
EQUAL |= dict.fromkeys(("missing_safeguard", "due_process"), SAFEGUARD)
Tally = dict[str, list[Any]]


def labels(name: str, kind: str) -> Any:
    return yaml.safe_load((LAWS / f"{name}.{kind}.yaml").read_text(encoding="utf-8"))


def count(name: str, comparison: Comparison, tally: Tally, missed: list[str]) -> None:
    """Add one law to the tally: lists of hits (True or False), of scores, and of (right, wrong, lacking) counts."""
    law = comparison.reading.law
    section = {p.id: p.citation.split("(")[0] for p in law.provisions if not (p.schedule or p.quoted)}
    for p in law.provisions:  # what an amending law puts into another stands in the section that puts it there
        if law.amends and p.quoted and (holder := next((a.id for a in law.ancestors(p.id) if a.id in section), None)):
            section[p.id] = section[holder]
    found = [section[p.id] for p in law.basics if p.id in section]
    tally["split"].append(found == labels(name, "sections")["numbers"])
    said, loud = defaultdict(set), defaultdict(set)
    for f in comparison.findings:
        if f.provision in section and f.severity in ("medium", "high", "critical"):
            said[section[f.provision]].update(f.faults)
            if f.severity != "medium":
                loud[section[f.provision]].update(f.faults)
    tally["load"] += [len(said[number]) for number in found]
    for fact in labels(name, "mapping")["facts"]:
        for treaty in TREATIES:
            best, accepted, want = defaultdict(float), set(), set(fact[treaty])
            for m in comparison.mapping.matches:
                if m.treaty == treaty and section.get(m.provision) == fact["section"]:
                    best[m.article] = max(best[m.article], m.score)
                    accepted |= {m.article} if m.accepted else set()
            order = sorted(best, key=lambda article: -best[article])
            if want:
                tally[f"{treaty} R@1"].append(bool(want & set(order[:1])))
                tally[f"{treaty} R@3"].append(bool(want & set(order[:3])))
            if want or fact["match"] == "none":
                tally[f"{treaty} {'yes' if want else 'no'}"].append(max(best.values(), default=0.0))
            tally[f"{treaty} F1"].append((len(want & accepted), len(accepted - want), len(want - accepted)))
            if want != accepted:
                missed.append(
                    f"{name} {fact['section']} {fact['topic']}: {treaty} {sorted(want)}, got {sorted(accepted)} of {order[:3]}"
                )
    for fault in labels(name, "faults")["faults"]:
        number = fault["section"]
        if fault["verdict"] == "upheld":
            tally["clean"].append(not loud[number] & LEGALITY)
            missed += [] if tally["clean"][-1] else [f"{name} {number}: is sound, and called vague at high severity"]
        for kind in fault["kinds"]:
            tally["faults"].append(bool(said[number] & EQUAL.get(kind, {kind})))
            missed += (
                [] if tally["faults"][-1] else [f"{name} {number}: {kind} not found; found {sorted(said[number])}"]
            )


def figures(tally: Tally) -> dict[str, float]:
    rows = {k: sum(tally[k]) / max(1, len(tally[k])) for k in ("split", "faults", "clean", "load")}
    for t in TREATIES:
        rows |= {f"{t} {k}": sum(tally[f"{t} {k}"]) / len(tally[f"{t} {k}"]) for k in ("R@1", "R@3")}
        yes, no = tally[f"{t} yes"], tally[f"{t} no"]
        rows[f"{t} AUC"] = sum((a > b) + (a == b) / 2 for a in yes for b in no) / max(1, len(yes) * len(no))
        right, wrong, lacking = map(sum, zip(*tally[f"{t} F1"], strict=True))
        rows[f"{t} F1"] = 2 * right / (2 * right + wrong + lacking)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--law", default="")
    parser.add_argument("--held-out", action="store_true")
    args = parser.parse_args()
    tallies: dict[str, Tally] = defaultdict(lambda: defaultdict(list))
    for path in sorted(LAWS.glob("*.txt")):
        held_out, missed = path.stem.startswith(HELD_OUT), list[str]()
        if args.law in path.stem and (args.held_out or not held_out):
            written = "first" if path.stem.startswith(FIRST) else "third" if path.stem.startswith(THIRD) else "second"
            split = f"{'HELD OUT' if held_out else 'DEV'}, {written} set"
            count(path.stem, pipeline.compare([path]), tallies[split], missed)
            if args.missed and not held_out:
                print(*missed, sep="\n")
    for split, tally in sorted(tallies.items()):
        print(f"{split:21}" + "  ".join(re.sub("^budapest", "bp", f"{k} {v:.3f}") for k, v in figures(tally).items()))


if __name__ == "__main__":
    main()
