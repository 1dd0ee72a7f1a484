"""One Act of the Republic of Arvena as data: what every layout prints and what every layout must give back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TITLE = "Data Harbours Act, 2031"
LONG_TITLE = "An Act to keep the data harbours of Arvena safe and to punish those who enter them without right."
ENACTING = "Be it enacted by the Assembly of the Republic of Arvena as follows:"


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision as drafted: `closing` are the words behind its children, `term` what it defines."""

    level: str
    number: str | None = None
    heading: str = ""
    text: str = ""
    children: tuple[Unit, ...] = ()
    closing: str = ""
    term: str = ""
    inserted: str = ""
    """The note of the Act that inserted it."""

    @property
    def marker(self) -> str:
        return f"({self.number})"


def _section(number: str, heading: str, text: str = "", *children: Unit, closing: str = "", inserted: str = "") -> Unit:
    return Unit("section", number, heading, text, children, closing, inserted=inserted)


def _sub(number: str, text: str, *children: Unit, closing: str = "") -> Unit:
    return Unit("subsection", number, "", text, children, closing)


def _para(number: str, text: str, *children: Unit, closing: str = "") -> Unit:
    return Unit("paragraph", number, "", text, children, closing)


def _point(number: str, text: str) -> Unit:
    return Unit("subparagraph", number, "", text)


def _define(term: str, text: str, *children: Unit) -> Unit:
    return Unit("definition", None, "", f"“{term}” {text}", children, term=term)


LAW: tuple[Unit, ...] = (
    Unit("part", "I", "Preliminary", children=(
        _section("1", "Short title", "This Act may be cited as the Data Harbours Act, 2031."),
        _section(
            "2", "Interpretation", "In this Act, unless the context otherwise requires—",
            _define("harbour", "means a place where the data of another person lie at rest, whether that place is in the "
                    "Republic or beyond its borders;"),
            _define("keeper", "means a person who—",
                    _para("a", "owns a harbour; or"),
                    _para("b", "runs a harbour for its owner, with or without reward;")),
            _define("Warden", "means the Warden of Data Harbours appointed under section 4."),
        ),
        _section(
            "3", "Application", "",
            _sub("1", "This Act binds the Republic and everyone in it."),
            _sub("2", "This Act does not apply to—",
                 _para("a", "a harbour that holds the data of its keeper alone; or"),
                 _para("b", "a harbour that is kept by—",
                       _point("i", "the Assembly;"),
                       _point("ii", "a court; or"),
                       _point("iii", "the Auditor of the Republic."))),
        ),
    )),
    Unit("part", "II", "The Warden", children=(
        _section(
            "4", "Appointment and duties of the Warden", "",
            _sub("1", "The Council appoints a Warden of Data Harbours for a term of six years, which can be renewed once."),
            _sub("2", "The Warden shall—",
                 _para("a", "keep the Book of Harbours;"),
                 _para("b", "enter in it every harbour that is safe;"),
                 _para("c", "strike out a harbour that is safe no longer;"),
                 _para("d", "visit every harbour once in two years;"),
                 _para("e", "hear the complaints of those whose data lie in a harbour;"),
                 _para("f", "teach keepers how harbours are kept safe;"),
                 _para("g", "warn the public of dangers to harbours;"),
                 _para("h", "advise the Council on this Act;"),
                 _para("i", "answer the questions of the Assembly; and"),
                 _para("j", "do whatever else this Act asks of the office.")),
        ),
        _section(
            "4A", "Deputy Wardens", "",
            _sub("1", "The Warden may name up to three Deputy Wardens, each for one of the provinces."),
            _sub("2", "A Deputy Warden acts for the Warden where the Warden is away or cannot act."),
            inserted="Ins. by Act No. 7 of 2033, s. 2.",
        ),
        _section(
            "5", "Entry in the Book", "",
            _sub("1", "A keeper who—",
                 _para("a", "keeps a harbour in the Republic; or"),
                 _para("b", "offers people in the Republic a place in a harbour elsewhere,"),
                 closing="shall apply to the Warden for entry in the Book of Harbours within sixty days."),
            _sub("2", "The Warden decides within ninety days and gives reasons where entry is refused."),
            _sub("3", "A keeper whose application is refused may appeal to the High Court within thirty days."),
        ),
    )),
    Unit("part", "III", "Offences and powers", children=(
        _section(
            "6", "Unlawful entry",
            "A person who, intentionally and without right, enters a harbour or any part of it does wrong, and pays two hundred "
            "crowns at most or sits in prison for two years at most, or both, as the court sees fit when it has weighed the "
            "harm."),
        _section(
            "7", "Unlawful copying", "A person who, without right and with intent to gain by it—",
            _para("a", "copies data that lie in a harbour; or"),
            _para("b", "hands on data that were so copied,"),
            closing="does wrong, and sits in prison for three years at most, whatever the data were worth to their owner."),
        _section(
            "8", "Search of a harbour", "",
            _sub("1", "A judge who is satisfied on oath that data needed as evidence of an offence under section 6 or 7 lie in a "
                 "harbour may issue a warrant to search it."),
            _sub("2", "The warrant names the harbour, the data sought and the day on which it lapses."),
            _sub("3", "Whoever searches a harbour under subsection (1)—",
                 _para("a", "shows the warrant to the keeper;"),
                 _para("b", "copies nothing that the warrant does not name; and"),
                 _para("c", "leaves a list of what was copied.")),
        ),
        _section("9", "Compensation", "A court that convicts a person under this Act may order that person to make good "
                 "the loss of those whose data were entered or copied."),
        _section("10", "Regulations", "",
                 _sub("1", "The Council may make regulations for the better carrying out of this Act."),
                 _sub("2", "Regulations under subsection (1) are laid before the Assembly.")),
        _section("11", "Commencement", "This Act comes into force on the first day of June, 2031."),
    )),
    Unit("schedule", "1", "Fees for the Book", children=(
        Unit("paragraph", "1", "", "The fee for entry in the Book of Harbours is forty crowns."),
        Unit("paragraph", "2", "", "The fee for a copy of an entry is—", (
            Unit("subparagraph", "a", "", "two crowns on paper; or"),
            Unit("subparagraph", "b", "", "nothing where it is sent by wire."))),
    )),
)  # fmt: skip

ORDINALS = {"1": "First"}

Row = tuple[str, str, str | None, str]
"""Id, citation, heading, and the text without spaces."""

_LABELS = {
    "part": "part", "section": "sec", "article": "art", "subsection": "subsec", "paragraph": "para",
    "subparagraph": "subpara", "definition": "def", "schedule": "sch", "closing": "closing",
}  # fmt: skip


def sections(units: tuple[Unit, ...] = LAW) -> Iterator[Unit]:
    """Yield the sections in order."""
    for unit in units:
        if unit.level == "section":
            yield unit
        elif unit.level == "part":
            yield from sections(unit.children)


def expected(unit: str = "section") -> list[Row]:
    """Return the tree that every layout must give; `unit` is what the layout calls its sections."""
    return [row for top in LAW for row in _rows(top, "", "", unit)]


def _rows(node: Unit, above: str, cited: str, unit: str) -> Iterator[Row]:
    level = unit if node.level == "section" else node.level
    label = f"{_LABELS[level]}_{node.term or node.number}"
    name = f"{above}__{label}" if above else label
    citation = _citation(node, cited)
    yield name, citation, node.heading or None, bare(node.text)
    for child in node.children:
        yield from _rows(child, name, citation, unit)
    if node.closing:
        yield f"{name}__closing", citation, None, bare(node.closing)


def _citation(node: Unit, cited: str) -> str:
    if node.level == "part":
        return f"Part {node.number}"
    if node.level == "schedule":
        return f"Sch{node.number}"
    if node.level == "section":
        return node.number or ""
    if node.term:
        return f"{cited}(“{node.term}”)"
    if cited.startswith("Sch") and "/" not in cited:
        return f"{cited}/{node.number}"
    return f"{cited}({node.number})"


def bare(text: str) -> str:
    """Return the text without spaces and brackets of insertion, and with one kind of dash and quotation mark."""
    return "".join(text.split()).strip("[]").replace("–", "—").replace("--", "—").replace('"', "”").replace("“", "”")
