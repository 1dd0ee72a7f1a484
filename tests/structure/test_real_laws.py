"""Laws as they come from gazettes and portals, when they lie beside the project: every numbered unit is found, in order."""

from pathlib import Path

import pytest

from uncc_diff.ingest import read
from uncc_diff.structure import parse

LAWS = Path(__file__).parents[2].parent / "shared" / "laws"

COUNTED = [
    ("canada-online-news-act.xml", 94, "section"),
    ("kenya-computer-misuse-cybercrimes-act-2018.txt", 70, "section"),
    ("malaysia-computer-crimes-bill-1997.md", 12, "clause"),
    ("malaysia-communications-multimedia-bill-1998.md", 281, "clause"),
    ("mexico-ley-telecom-radiodifusion-2025.md", 299, "article"),
    ("pakistan-peca-2016.txt", 92, "section"),
    ("philippines-ra10175-cybercrime.html", 31, "section"),
    ("qatar-data-privacy-law-13-2016.docx", 32, "article"),
    ("rwanda-ict-law-2016.pdf", 304, "article"),
    ("srilanka-online-safety-act-2024.docx", 53, "section"),
    ("srilanka-online-safety-act-2024.pdf", 53, "section"),
    ("srilanka-online-safety-bill-2023-10.pdf", 57, "section"),
    ("tanzania-cybercrimes-act-2015.txt", 59, "section"),
    ("uae-cybercrimes-decree-law-34-2021-ar.html", 74, "article"),
    ("vietnam-cybersecurity-law-2018-vi.html", 43, "article"),
    ("zambia-electronic-government-act-2021.pdf", 37, "section"),
    ("zimbabwe-cyber-data-protection-act-2021.txt", 37, "section"),
]
"""File, units that must at least be found, what the law calls them."""


@pytest.mark.skipif(not LAWS.is_dir(), reason="the folder of real laws is not beside the project")
@pytest.mark.parametrize(("name", "least", "level"), COUNTED, ids=[name for name, _, _ in COUNTED])
def test_units_are_found_in_order(name: str, least: int, level: str) -> None:
    law = parse(read(LAWS / name))
    assert {p.level for p in law.basics} == {level}
    assert least <= len(law.basics) <= least * 1.02
    numbers = [int("".join(c for c in p.citation if c.isdigit()) or 0) for p in law.basics if p.citation.isdigit()]
    assert numbers == sorted(numbers)
