"""A bill of the Republic of Arvena in pieces, so that a test can number, shift and change its clauses."""

from __future__ import annotations

from collections.abc import Sequence

CLAUSES: tuple[tuple[str, str], ...] = (
    ("Short title", "This Act may be cited as the Lantern Networks Act."),
    (
        "Illegal access",
        "A person who intentionally and without right gains access to a computer system commits an offence, for "
        "which the penalty is imprisonment for a term not exceeding three years.",
    ),
    (
        "Insult of the President",
        "A person who, by means of a computer system, insults the President or a Minister commits an offence, for "
        "which the penalty is imprisonment for a term not exceeding five years.",
    ),
    (
        "Search of systems",
        "A police officer may, with a warrant issued by a judge under section {Warrants}, search a computer system.",
    ),
    (
        "Warrants",
        "A judge may issue a warrant for the purposes of section {Search of systems} when there are reasonable grounds "
        "to believe that evidence of an offence will be found.",
    ),
    (
        "Interception",
        "The Minister may, where it is expedient in the public interest, direct a service provider to intercept the "
        "content of the communications of any person.",
    ),
    ("Annoyance", "A person who sends by computer a message that is offensive or annoying commits an offence."),
)


def bill(clauses: Sequence[tuple[str, str]] = CLAUSES, *, first: int = 1) -> str:
    """Return the bill as text, its clauses numbered from `first` on and referred to by these numbers."""
    numbers = {heading: first + n for n, (heading, _) in enumerate(clauses)}
    lines = ["REPUBLIC OF ARVENA", "", "THE LANTERN NETWORKS BILL", ""]
    for heading, text in clauses:
        for name, number in numbers.items():
            text = text.replace(f"{{{name}}}", str(number))
        lines += [f"{numbers[heading]}. {heading}", text, ""]
    return "\n".join(lines)


def changed(heading: str, old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return the clauses with words of one of them changed; fails when they do not stand there."""
    assert any(h == heading and old in text for h, text in CLAUSES)
    return tuple((h, text.replace(old, new) if h == heading else text) for h, text in CLAUSES)
