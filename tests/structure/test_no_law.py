"""Numbered text that is no law has no sections; short laws without a title have them."""

from __future__ import annotations

import pytest

from uncc_diff.ingest import read_bytes
from uncc_diff.structure import parse

NO_LAWS = {
    "news.txt": """Assembly debates wires bill
By a staff reporter

The Assembly of Arvena debated a bill on Tuesday that would let the Warden open private wires.
1. What the bill says
Under section 3 of the bill the Warden may open any wire. Article 9 of the Constitution protects privacy.
2. What critics say
Lawyers said that section 5 was vague.
3. What happens next
A vote is due in June.
""",
    "README.md": """# wires

A library for wires.

## Installation

1. Install the interpreter.
2. Fetch the library.
3. Import it.

## Section 1: Configuration

Set the two keys.
""",
    "tips.txt": "Ten tips\n\n" + "".join(f"{n}. Keep wire {n} safe from strangers.\n" for n in range(1, 11)),
    "minutes.txt": """MINUTES OF THE MEETING

1. Opening
The chair opened the meeting at nine.
2. Report of the treasurer
The treasurer reported a surplus of forty crowns.
3. Any other business
There was none.
""",
    "contract.txt": """RENTAL AGREEMENT
1. The landlord lets the house in Wire Street to the tenant.
2. The rent is forty crowns a month.
3. The tenant keeps the house clean.
""",
    "data.json": '{"sections": [{"number": "1", "title": "Short title", "text": "No person shall"}, {"number": "2"}]}',
    "law.csv": '1,Short title,"This Act may be cited"\n2,Duty,"No person shall touch"\n3,Fees,"None"\n4,End,"It ends"\n',
    "code.py": "import os\ndef section(n):\n    return n\n# 2. second\n# 3. third\n",
}

LAWS = {
    "with duties": "1. No person shall touch a wire.\n2. Whoever touches one commits an offence.\n3. Wardens shall watch.\n",
    "that speaks of itself": "1. Wires are free.\n2. Lamps are lit.\n3. This Act begins at once.\n",
    "with a title": "WIRES ACT, 2031\n1. Wires are free.\n2. Lamps are lit.\n3. Bells are rung.\n",
    "with subsections": "1. (1) Wires are free.\n(2) Lamps too.\n2. (1) Bells ring.\n(2) At dusk.\n3. All is well.\n",
    "with parts": "PART I\nWIRES\n1. Wires are free.\n2. Lamps are lit.\nPART II\nBELLS\n3. Bells are rung.\n",
}


@pytest.mark.parametrize("name", NO_LAWS)
def test_has_no_sections(name: str) -> None:
    law = parse(read_bytes(NO_LAWS[name].encode(), name))
    assert [p.citation for p in law.basics] == []


@pytest.mark.parametrize("kind", LAWS)
def test_a_short_law_is_believed(kind: str) -> None:
    assert [p.citation for p in parse(read_bytes(LAWS[kind].encode(), "law.txt")).basics][:3] == ["1", "2", "3"]
