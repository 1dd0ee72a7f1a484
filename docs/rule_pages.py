"""Pages of the rules: what each looks for, why, on what authority, what would cure it, and its examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wording import authority, concept, fenced, row, table, text

_UP = "../../"
_SUPPORT = {
    "requires": "required by", "permits": "permitted by", "supports": "supported by", "recommends": "recommended by",
}  # fmt: skip
_KINDS = {
    "absence": "a clause that lacks something",
    "comparison": "a clause held against an article",
    "definition": "a definition",
    "law_absence": "something that the whole text lacks",
    "numbering": "numbers of provisions",
    "presence": "words that stand in a clause",
    "reference": "a reference",
    "threshold": "a number beyond a limit",
}
_PLACES = {
    "sentence": "the sentence", "item": "the item of a list", "provision": "the provision",
    "section": "the section",
    "referenced": "what it refers to and what refers to it", "part": "the part or chapter", "law": "the whole text",
}  # fmt: skip


def rule_uri(id: str) -> str:  # noqa: A002
    return f"rules/{id}.md"


def pack_uri(pack: str) -> str:
    return f"rules/{pack}/index.md"


def rules_page(packs: Mapping[str, list[Any]]) -> str:
    lines = [
        "# Rules", "",
        f"{sum(map(len, packs.values()))} rules in {len(packs)} packs. Each is one YAML file, and its path is its id; "
        "a page shows what it looks for, why, on what authority, what would cure it, and the examples it is tested with.", "",
    ]  # fmt: skip
    for pack, rules in sorted(packs.items()):
        lines += [f"## [{pack.capitalize()}]({pack}/index.md)", "", *_list(rules, f"{pack}/")]
    return "\n".join(lines)


def pack_page(pack: str, rules: Iterable[Any]) -> str:
    return "\n".join([f"# {pack.capitalize()}", "", *_list(rules, "")])


def _list(rules: Iterable[Any], folder: str) -> list[str]:
    return table(
        ("Rule", "Severity", "Confidence"),
        (row(f"[{text(r.title)}]({folder}{r.id.split('/')[1]}.md)", r.severity, r.confidence) for r in rules),
    )


def rule_page(rule: Any, modelled: set[str], works: set[str]) -> str:
    lines = [
        f"# {text(rule.title)}", "",
        f"`{rule.id}` · severity **{rule.severity}** · confidence **{rule.confidence}** · "
        f"about {_KINDS.get(rule.kind, rule.kind)}", "",
        text(rule.why), "",
        "## What it says", "", f"> {text(rule.message)}", "",
        "Words in braces are filled in from the law.", "",
        "## What it looks for", "", *_search(rule),
        "## What it rests on", "",
        *(f"- {_SUPPORT[b.support]} {authority(b.id, b.citation, _UP, modelled, works)}" for b in rule.basis),
        *(
            f"- {_SUPPORT[b.support]} {authority(b.id, b.citation, _UP, modelled, works)}, for a clause that answers it"
            for b in rule.matched_basis
        ), "",
        "## What would cure it", "", text(rule.remedy), "",
        "## Examples", "", "From a State that does not exist; they are run with the tests.", "",
    ]  # fmt: skip
    for head, examples in (("A fault is found in", rule.examples.failing), ("None in", rule.examples.passing)):
        lines += [f"**{head}**", ""]
        for example in examples:
            lines += fenced(example)
    lines += ["## Settling it", "", "A severity of your own, or a reasoned exception, in `uncc-diff.yaml`:", ""]
    lines += fenced(
        f"severities:\n  {rule.id}: note\nsuppressions:\n"
        f'  - {{rule: {rule.id}, provision: "12", reason: "Why it may stand"}}',
        "yaml",
    )
    faults = ", ".join(f"`{fault}`" for fault in rule.faults)
    lines += [f"Faults: {faults}. " + (f"Indicators: {', '.join(rule.indicators)}." if rule.indicators else "")]
    return "\n".join(lines) + "\n"


def _search(rule: Any) -> list[str]:
    lines = _selector("clauses", rule.when) if rule.when else []
    if rule.lacks:
        places = ", ".join(_PLACES[place] for place in rule.look_in)
        lines += [*_selector("that have no words", rule.lacks), f"- looked for in: {places}"]
    for excuse in rule.unless:
        lines += _selector("but not where there are words", excuse)
    for key, value in rule.options.items():
        values = (value,) if isinstance(value, str) else value
        lines.append(f"- {key.replace('_', ' ')}: {', '.join(f'`{v}`' for v in values)}")
    for milder in rule.milder:
        lines += _selector(f"at most {milder.to} where there are words", milder.where)
    if rule.repeats:
        lines.append(f"- at most {rule.repeats} from the second finding of one law on")
    if rule.once:
        lines.append("- told once for the whole law")
    if rule.governing:
        lines.append("- what is looked for must govern the words found, not merely stand near them")
    return [*(lines or ["- no concepts: the form of the text itself"]), ""]


def _selector(opening: str, selector: Any) -> list[str]:
    parts = []
    if selector.role:
        parts.append(f"of role {' or '.join(sorted(selector.role))}")
    if selector.level:
        parts.append(f"of level {' or '.join(sorted(selector.level))}")
    parts += [f"on {_terms(group)}" for group in (*selector.all, selector.any) if group]
    if selector.none:
        parts.append(f"not on {_terms(selector.none)}")
    if selector.by:
        parts.append(f"by {' or '.join(sorted(selector.by))}")
    parts += [f"{f.name.replace('_', ' ')} {f.operator} {f.number:g}" for f in selector.facts]
    if selector.defined is not None:
        parts.append("in a term that the law defines" if selector.defined else "in a term that the law does not define")
    if selector.heading:
        parts.append(f"under a heading on {', '.join(concept(c, _UP) for c in sorted(selector.heading))}")
    return [f"- {opening} {', '.join(parts)} (all in {_PLACES[selector.within]})"] if parts else []


def _terms(group: Iterable[Any]) -> str:
    return " or ".join(
        concept(t.concept, _UP) + (f" ({', '.join(sorted(t.polarities))})" if t.polarities else "") for t in group
    )
