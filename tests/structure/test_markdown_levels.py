"""Headings of markdown nest as their levels say, not only as their words do."""

from __future__ import annotations

from uncc_diff.ingest import read_bytes
from uncc_diff.structure import parse

LAW = """# Wires Act 2031Public Act2031 No 4

## Contents

[1][1][][1][Title][1]

[Part 1][2]
[Duties][2]

[General][3]

[2][4][][4][Keepers must tell the Warden][4]

[Books][5]

[3][6][][6][Keepers must keep a book][6]

---

##### 1 Title

*   This Act is the Wires Act 2031\\.

## Part 1
Duties

#### General

##### 2 Keepers must tell the Warden of every wire in their harbour, be it in use or not, and of every person who asks for one

*   (1) A keeper must tell the Warden within a day.

    (2) However, [section 3][6] comes first.

#### Books

##### 3 Keepers must keep a book

*   A keeper must keep a book for---

    *   (a) wires; and

    *   (b) lamps.
"""


def test_groups_and_sections_hang_where_the_levels_put_them() -> None:
    law = parse(read_bytes(LAW.encode(), "wires.md"))
    assert law.title == "Wires Act 2031"
    assert [(p.id, p.heading, p.text) for p in law.provisions if p.level != "preamble"] == [
        ("sec_1", "Title", "This Act is the Wires Act 2031."),
        ("part_1", "Duties", ""),
        ("part_1__dvs_1", "General", ""),
        (
            "part_1__dvs_1__sec_2",
            "Keepers must tell the Warden of every wire in their harbour, be it in use or not, "
            "and of every person who asks for one",
            "",
        ),
        ("part_1__dvs_1__sec_2__subsec_1", None, "A keeper must tell the Warden within a day."),
        ("part_1__dvs_1__sec_2__subsec_2", None, "However, section 3 comes first."),
        ("part_1__dvs_2", "Books", ""),
        ("part_1__dvs_2__sec_3", "Keepers must keep a book", "A keeper must keep a book for---"),
        ("part_1__dvs_2__sec_3__para_a", None, "wires; and"),
        ("part_1__dvs_2__sec_3__para_b", None, "lamps."),
    ]
