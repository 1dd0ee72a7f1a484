"""One small comparison made by hand: a fictional law against two small treaty models, with every kind of entry in it."""

from __future__ import annotations

from dataclasses import replace

from uncc_diff.model.comparison import Comparison
from uncc_diff.model.finding import Basis, Finding
from uncc_diff.model.law import Law, Level, Piece, Provision, Span
from uncc_diff.model.mapping import Beyond, ElementMatch, Gap, Mapping, Match
from uncc_diff.model.reading import Definition, Fact, Mention, Quote, Reading, Reference, Role
from uncc_diff.model.source import Box, Caveat, SourceFile
from uncc_diff.model.treaty import Article, Counterpart, Element, Treaty

TITLE = "Arvena Network Safety Act"

# (id, parent, level, number, citation, heading, text, page)
UNITS: tuple[tuple[str, str | None, Level, str | None, str, str | None, str, int], ...] = (
    ("part_I", None, "part", "I", "Part I", "Offences", "", 1),
    (
        "part_I__sec_1", "part_I", "section", "1", "1", "Entering a machine",
        "Whoever on purpose and without right enters a computer system is liable to prison for two years.", 1,
    ),
    ("part_I__sec_2", "part_I", "section", "2", "2", "Untrue and upsetting posts", "Whoever posts words that are", 1),
    ("part_I__sec_2__para_a", "part_I__sec_2", "paragraph", "a", "2(a)", None, "untrue or misleading; or", 1),
    (
        "part_I__sec_2__para_b", "part_I__sec_2", "paragraph", "b", "2(b)", None,
        "grossly upsetting to any person in authority,", 2,
    ),
    (
        "part_I__sec_2__closing", "part_I__sec_2", "closing", None, "2", None,
        "goes to prison for seven years, as section 9 of the Press Act says.", 2,
    ),
    ("part_II", None, "part", "II", "Part II", "Powers", "", 2),
    (
        "part_II__sec_3", "part_II", "section", "3", "3", "Listening in",
        "The Director may listen to any message on a network for as long as the Director thinks fit. "
        "In this section network means wires.", 2,
    ),
    ("sched_1", None, "schedule", "1", "Sch1", "Forms", "", 3),
    ("sched_1__para_1", "sched_1", "paragraph", "1", "Sch1/1", None, "A form has a number.", 3),
)  # fmt: skip


def law(
    units: tuple[tuple[str, str | None, Level, str | None, str, str | None, str, int], ...] = UNITS, title: str = TITLE
) -> Law:
    """Return the law, its source text written line by line so that every offset is true."""
    source, provisions = f"{title}\n", []
    for id_, parent, level, number, citation, heading, text, page in units:
        start, line = len(source), source.count("\n") + 1
        source += f"{number or ''} "
        heading_at = len(source)
        source += f"{heading}\n" if heading else ""
        text_at = len(source)
        source += f"{text}\n" if text else ""
        provisions.append(
            Provision(
                id=id_,
                parent=parent,
                level=level,
                number=number,
                citation=citation,
                heading=heading,
                text=text,
                start=start,
                end=text_at + len(text),
                pieces=(Piece(0, text_at, len(text)),) if text else (),
                heading_pieces=(Piece(0, heading_at, len(heading)),) if heading else (),
                spans=(Span(page, line, Box(72, 72 + 14 * line, 500, 84 + 14 * line)),),
                schedule=id_.startswith("sched"),
            )
        )
    return Law(
        files=(SourceFile("network-safety.pdf", "0" * 64, 3),),
        title=title,
        language="en",
        provisions=tuple(provisions),
        text=source,
        version_date="2026-03-01",
        caveats=(
            Caveat("no_text_layer", "this page holds an image and no text, so nothing on it was read", page=4),
            Caveat("skipped_number", "the number 4 is missing between 3 and the schedule", provision="part_II__sec_3"),
        ),
    )


def quote(of: Law, id_: str, words: str, *, heading: bool = False) -> Quote:
    """Return the quote of `words`, which must stand in the provision's own text or heading."""
    provision = of.by_id[id_]
    start = ((provision.heading or "") if heading else provision.text).index(words)
    return Quote(id_, start, start + len(words), heading)


def treaties() -> tuple[Treaty, ...]:
    convention = Treaty(
        id="uncc",
        title="Convention of the Example against Cybercrime",
        short="UNCC",
        model_version="1",
        status="not in force on 2026-01-01",
        articles=(
            Article(
                "uncc", "7", "Illegal access", "II", "offence", "shall", "outline", "Getting into a system without right.",
                elements=(
                    Element("conduct", "conduct", "required", any=("access",), gist="getting in"),
                    Element("intent", "fault", "required", any=("intentional",), gist="done on purpose"),
                    Element("security", "circumstance", "option", any=("infringing_security",), gist="by breaking security"),
                ),
                counterparts=(Counterpart("budapest", "2", "same"),),
            ),
            Article(
                "uncc", "24", "Conditions and safeguards", "IV", "safeguard", "shall", "outline", "Powers have limits.",
                elements=(
                    Element("review", "remedy", "safeguard", any=("judicial_review",), gist="review by a court"),
                    Element("limits", "safeguard", "required", any=("time_limit",), gist="limits of scope and duration"),
                ),
            ),
            Article("uncc", "30", "Interception of content", "IV", "power", "shall", "outline", "Capturing content."),
            Article("uncc", "37", "Extradition", "V", "cooperation", "shall", "no", "Handing over persons."),
            Article("uncc", "64", "Entry into force", "IX", "final", "none", "no", "When the treaty begins."),
        ),
    )  # fmt: skip
    other = Treaty(
        id="budapest",
        title="Convention of the Other Example on Cybercrime",
        short="Budapest",
        model_version="1",
        in_force="2004-07-01",
        articles=(Article("budapest", "2", "Illegal access", "II", "offence", "shall", "official", "Getting in."),),
    )
    return convention, other


def comparison(of: Law | None = None) -> Comparison:
    """Return the comparison; `of` replaces the law by one with the same ids."""
    tree = of or law()
    access = quote(tree, "part_I__sec_1", tree.by_id["part_I__sec_1"].text[:20])
    body = quote(tree, "part_II__sec_3", tree.by_id["part_II__sec_3"].text)
    upset = quote(tree, "part_I__sec_2__para_b", tree.by_id["part_I__sec_2__para_b"].text[:17])
    untrue = quote(tree, "part_I__sec_2__para_a", tree.by_id["part_I__sec_2__para_a"].text[:20])
    head = quote(tree, "part_I__sec_2", tree.by_id["part_I__sec_2"].heading or "", heading=True)
    closing = quote(tree, "part_I__sec_2__closing", tree.by_id["part_I__sec_2__closing"].text[:12])
    reading = Reading(
        law=tree,
        mentions=(Mention("access", access),),
        definitions=(Definition("network", body, "part_II__sec_3", body),),
        references=(
            Reference(closing, external="section 9 of the Press Act"),
            Reference(upset, target="part_I__sec_1"),
        ),
        roles={
            "part_I__sec_1": Role("offence", 0.9),
            "part_I__sec_2": Role("offence", 0.9),
            "part_II__sec_3": Role("power", 0.8),
        },
        facts=(Fact("penalty", closing, {"kind": "imprisonment", "max_years": 7}),),
    )
    mapping = Mapping(
        matches=(
            Match(
                "part_I__sec_1", "uncc", "7", 0.91234567, True, "full",
                (ElementMatch("conduct", "present", access), ElementMatch("security", "absent")),
                {"elements": 0.8, "heading": 0.25},
            ),
            Match("part_I__sec_1", "budapest", "2", 0.9, True, "full"),
            Match("part_II__sec_3", "uncc", "30", 0.44, False, "partial"),
        ),
        gaps=(
            Gap("uncc", "7", "met", ("part_I__sec_1",)),
            Gap("uncc", "24", "partial", ("part_II__sec_3",), ("review", "limits"), "no limit of duration was seen"),
            Gap("uncc", "30", "unclear", ("part_II__sec_3",), (), "the words are too few to tell"),
            Gap("uncc", "37", "absent"),
            Gap("uncc", "64", "not_required"),
            Gap("budapest", "2", "met", ("part_I__sec_1",)),
        ),
        beyond=(Beyond("part_I__sec_2", "punishes untrue words, which no treaty here asks for"),),
    )  # fmt: skip
    listening = Finding(
        "k1", "safeguards/interception-without-prior-authorization", "Interception without prior authorization",
        "critical", "high", ("no_judicial_oversight", "missing_safeguard"), ("D1",), "part_II__sec_3", body,
        "3 lets the Director listen in and names no court that must allow it first.",
        (Basis("supports", "uncc/24"),
         Basis("recommends", "necessary-and-proportionate/6", "Necessary and Proportionate, principle 6")),
        "Let a judge decide beforehand, on facts, for a named person and a fixed time.", ("part_II__sec_3", "part_II", "law"),
    )  # fmt: skip
    upsetting = Finding(
        "k2", "legality/vague-term", "Vague term in an offence", "high", "medium", ("vague_term",), ("F1",),
        "part_I__sec_2__para_b", upset, "2(b) punishes what is grossly upsetting and does not say to whom or how.",
        (Basis("supports", "iccpr/15", "ICCPR Article 15"),), "Name the harm, and ask for intent to cause it.",
    )  # fmt: skip
    misleading = replace(
        upsetting, id="k3", provision="part_I__sec_2__para_a", quote=untrue, message="2(a) punishes what is misleading."
    )
    whole = Finding(
        "k4", "cooperation/no-refusal-ground", "No ground to refuse a request", "medium", "low", ("no_refusal_ground",), ("E7",),
        None, None, "The text names no ground on which help to another State may be refused.",
        (Basis("permits", "uncc/37"),), "", ("law",),
    )  # fmt: skip
    heading = Finding(
        "k5", "drafting/loaded-heading", "Heading says more than the text", "note", "low", ("drafting",), (),
        "part_I__sec_2", head,
        "The heading of 2 speaks of posts that upset.", (), "Use a plain heading.",
    )  # fmt: skip
    accepted = replace(upsetting, id="k6", suppressed="the committee has decided to keep it", quote=None)
    known = replace(heading, id="k7", baseline="known")
    return Comparison(
        reading=reading,
        treaties=treaties(),
        mapping=mapping,
        findings=(upsetting, heading, listening, whole, misleading, accepted, known),
        tool_version="0.0.0",
        rules_version="0000",
    )


HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "\x1b[2J\x1b]0;owned\x07",
    "](javascript:alert(3)) ![i](http://evil.example/p.png) | a | b |",
    "user\u202etxt.exe\u2066 hidden\u200b",
    "::error::injected%0A",
    "{{ 7*7 }} ]]> --> </style></title>",
    "\ud800 \x00 \ufffe",
)
"""What a law may hold to trick a program that shows it."""


def hostile() -> Comparison:
    """Return the same comparison with every text of the law, the treaties and the rules made hostile."""
    venom = " ".join(HOSTILE)
    formula = f"{HOSTILE[0]}{venom}"
    units = tuple(
        (id_, parent, level, number, f"{citation}{HOSTILE[1]}" if not citation[:1].isdigit() else citation,
         heading and f"{HOSTILE[0]} {heading} {venom}", text and f"{HOSTILE[3]}{venom} {text} {venom}", page)
        for id_, parent, level, number, citation, heading, text, page in UNITS
    )  # fmt: skip
    base = comparison(law(units, title=formula))
    return replace(
        base,
        treaties=tuple(replace(t, title=venom, short=f"{t.short}{HOSTILE[1]}", status=venom) for t in base.treaties),
        findings=tuple(
            replace(
                f,
                title=formula,
                message=formula,
                remedy=venom,
                suppressed=f.suppressed and venom,
            )
            for f in base.findings
        ),
        mapping=replace(
            base.mapping,
            gaps=tuple(replace(g, note=formula) for g in base.mapping.gaps),
            beyond=tuple(replace(b, why=formula) for b in base.mapping.beyond),
        ),
    )


def unpaged() -> Comparison:
    """Return the same comparison read from a text file: no pages, lines of the file."""
    paged = law()
    provisions = tuple(replace(p, spans=tuple(Span(None, s.line) for s in p.spans)) for p in paged.provisions)
    return comparison(replace(paged, provisions=provisions, files=(SourceFile("network-safety.md", "1" * 64),)))
