"""Hold today's findings on real laws against what a blind reader said of earlier ones.

    python benchmarks/score_findings.py LAWS_FOLDER

Reads benchmarks/labels/findings.yaml, findings-later.yaml and findings-third.yaml (grave findings judged right, arguable or
wrong) and silent.yaml (sections in which nothing had been found, with the faults a critical reader missed). Prints:

  labelled    of the judged findings, how many are still made gravely, and their shares right, arguable and wrong
  moved       grave findings of a judged rule at another place of the judged section: to be judged anew
  unlabelled  grave findings that nobody has judged yet, each with its message
  silent      of the missed faults, the share that a finding of medium or more on the section now names
  density     per law, the share of sections that carry a finding of severity high or critical

The first labels were made from the tool's first findings, and rules were mended after they had been read. So the shares say
how much of the judged noise is gone and how much of the judged worth is kept, not how precise the tool is on laws unseen:
for that, count the verdicts on the fictional laws in the later two.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import yaml
from draw_findings import COUNTED, GRAVE, comparisons

LABELS = Path(__file__).parent / "labels"
JUDGED = ("findings.yaml", "findings-later.yaml", "findings-third.yaml")
"""In the order of the readings; the later verdict on a finding stands."""
VERDICTS = ("right", "arguable", "wrong")


def section(citation: str) -> str:
    return citation.split("(")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    found = comparisons(parser.parse_args().laws)
    judged = [e for name in JUDGED for e in yaml.safe_load((LABELS / name).read_text(encoding="utf-8"))]
    verdict = {(e["law"], e["rule"], e["section"]): e["label"] for e in judged}
    touched = {(law, rule, section(citation)) for law, rule, citation in verdict}
    tally: Counter[str] = Counter()
    moved: list[str] = []
    unlabelled: list[str] = []
    density: list[str] = []
    said: dict[tuple[str, str], set[str]] = {}
    for name, comparison in found:
        law, grave = comparison.law, set()
        for finding in comparison.findings:
            basic = law.basic(finding.provision) if finding.provision else None
            if finding.provision is None or basic is None or finding.severity not in COUNTED:
                continue
            said.setdefault((name, basic.citation), set()).update(finding.faults)
            if finding.severity not in GRAVE:
                continue
            grave.add(basic.id)
            citation = law.by_id[finding.provision].citation
            key = (name, finding.rule, citation)
            line = f"{name} {citation} {finding.rule}: {finding.message}"
            if key in verdict:
                tally[verdict[key]] += 1
            elif (name, finding.rule, section(citation)) in touched:
                moved.append(line)
            else:
                unlabelled.append(line)
        share = len(grave) / max(1, len(law.basics))
        density.append(f"  {share:4.2f}  {len(grave):3} of {len(law.basics):3}  {name}")
    total = sum(tally.values())
    shares = ", ".join(f"{v} {tally[v] / max(1, total):.2f} ({tally[v]})" for v in VERDICTS)
    print(f"labelled: {total} of {len(verdict)} judged findings are still made gravely: {shares}")
    for title, lines in (("moved", moved), ("unlabelled", unlabelled)):
        print(f"{title}: {len(lines)}")
        print("".join(f"  {line}\n" for line in lines), end="")
    silent = yaml.safe_load((LABELS / "silent.yaml").read_text(encoding="utf-8"))
    missed = [(e["law"], e["section"], fault) for e in silent for fault in e["missed"]]
    now = [fault in said.get((law, number), set()) for law, number, fault in missed]
    print(f"silent: {sum(now)} of {len(now)} missed faults are now named, in their very kind")
    print("density:", *density, sep="\n")


if __name__ == "__main__":
    main()
