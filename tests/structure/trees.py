"""A law drawn as text, one line per provision, to be compared with a golden tree."""

from __future__ import annotations

from uncc_diff.model.law import Law

WORDS = 7
"""Words of a provision's text that a line shows: its first and, where it is longer, its last three."""


def drawn(law: Law) -> str:
    """Return `id | citation | heading | words` per provision, quoted and scheduled ones marked, then notes and caveats."""
    lines = [f"{law.title} | {law.language} | {law.version_date or '-'}"]
    for p in law.provisions:
        words = p.text.split()
        shown = " ".join(words) if len(words) <= WORDS else " ".join([*words[: WORDS - 3], "…", *words[-3:]])
        marks = ("Q" if p.quoted else "") + ("S" if p.schedule else "")
        lines.append(f"{p.id} | {p.citation} | {p.heading or ''} | {shown}{f' | {marks}' if marks else ''}")
    lines += [f"note at {n.provision}: {n.text}" for n in law.notes]
    lines += [f"caveat {c.code}: {c.message}" for c in law.caveats]
    return "\n".join(lines)
