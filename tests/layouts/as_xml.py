"""The Act as XML: Akoma Ntoso as publishers write it, and Justice Canada's vocabulary."""

from __future__ import annotations

from arvena_law import ENACTING, LAW, LONG_TITLE, TITLE, Unit

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_CANADIAN = {
    "section": "Section", "subsection": "Subsection", "paragraph": "Paragraph", "subparagraph": "Subparagraph",
    "definition": "Definition",
}  # fmt: skip


def akoma_ntoso() -> bytes:
    """Parts and sections as elements, definitions in a list, the schedule as an attachment."""
    body = "".join(_akn(top) for top in LAW if top.level == "part")
    [schedule] = [top for top in LAW if top.level == "schedule"]
    paragraphs = "".join(_akn(child) for child in schedule.children)
    return (
        f'<?xml version="1.0"?><akomaNtoso xmlns="{_AKN}"><act name="act"><meta><identification source="#a">'
        f'<FRBRWork><FRBRalias value="{TITLE}"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>'
        f"</identification></meta><preface><longTitle><p>{LONG_TITLE}</p></longTitle></preface>"
        f"<preamble><formula name='enacting'><p>{ENACTING}</p></formula></preamble><body>{body}</body>"
        f'<attachments><attachment eId="att_1"><doc name="schedule"><mainBody><hcontainer name="schedule" eId="sch_1">'
        f"<num>FIRST SCHEDULE</num><heading>{schedule.heading}</heading>{paragraphs}"
        f"</hcontainer></mainBody></doc></attachment></attachments></act></akomaNtoso>"
    ).encode()


def _akn(unit: Unit) -> str:
    label = {"part": f"PART {unit.number}", "section": f"{unit.number}."}.get(unit.level, unit.marker)
    head = f"<num>{label}</num>" if unit.number else ""
    head += f"<heading>{unit.heading}</heading>" if unit.heading else ""
    inner = "".join(_akn(child) for child in unit.children)
    if inner:
        words = f"<intro><p>{unit.text}</p></intro>" if unit.text else ""
        words += inner + (f"<wrapUp><p>{unit.closing}</p></wrapUp>" if unit.closing else "")
    else:
        words = f"<content><p>{unit.text}</p></content>"
    if unit.term:
        return f'<hcontainer name="definition">{words}</hcontainer>'
    return f"<{unit.level}>{head}{words}</{unit.level}>"


def canadian() -> bytes:
    """Headings between sections instead of elements around them; marginal notes; continued sections."""
    body = "".join(
        f'<Heading level="1"><Label>PART {top.number}</Label><TitleText>{top.heading}</TitleText></Heading>'
        + "".join(_lims(section) for section in top.children)
        for top in LAW
        if top.level == "part"
    )
    [schedule] = [top for top in LAW if top.level == "schedule"]
    return (
        f'<?xml version="1.0"?><Statute xml:lang="en"><Identification><LongTitle>{LONG_TITLE}</LongTitle>'
        f"<ShortTitle>{TITLE}</ShortTitle></Identification>"
        f"<Introduction><Enacts><Provision><Text>{ENACTING}</Text></Provision></Enacts></Introduction>"
        f"<Body>{body}</Body><Schedule><ScheduleFormHeading><Label>SCHEDULE 1</Label>"
        f"<TitleText>{schedule.heading}</TitleText></ScheduleFormHeading>"
        f"{''.join(_lims(child) for child in schedule.children)}</Schedule></Statute>"
    ).encode()


def _lims(unit: Unit) -> str:
    name = _CANADIAN[unit.level]
    note = f"<MarginalNote>{unit.heading}</MarginalNote>" if unit.heading else ""
    label = unit.number if unit.level == "section" else unit.marker
    head = note + (f"<Label>{label}</Label>" if unit.number else "")
    text = f"<Text>{unit.text}</Text>" if unit.text else ""
    inner = "".join(_lims(child) for child in unit.children)
    closing = f"<Continued{name}><Text>{unit.closing}</Text></Continued{name}>" if unit.closing else ""
    return f"<{name}>{head}{text}{inner}{closing}</{name}>"
