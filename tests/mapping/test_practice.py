"""A model of practice asks nothing: a law names its grounds, or stays below the usual standard, or speaks of no other State."""

import pytest

from uncc_diff import pipeline
from uncc_diff.mapping import map_articles
from uncc_diff.model.mapping import Gap
from uncc_diff.treaties.load import load_treaty

HEAD = "COMPUTERS ACT, 2026\n\nAn Act of the Republic of Arvena.\n\n"
NAMED = """\
1. Help to foreign States
(1) The Attorney General is the central authority for requests for mutual legal assistance from foreign States.
(2) The Attorney General may refuse a request that concerns a political offence or would prejudice the sovereignty,
security or other essential interests of Arvena.

2. Offence
A person who without right gains access to a computer system commits an offence.
"""
SILENT = """\
1. Offence
A person who without right gains access to a computer system commits an offence.

2. Fees
Fees are set by order.
"""


def gaps(text: str) -> dict[str, Gap]:
    reading = pipeline.annotate(pipeline.outline_bytes((HEAD + text).encode(), "act.txt"))
    return {g.article: g for g in map_articles(reading, [load_treaty("mla")]).gaps}


@pytest.mark.parametrize(
    ("article", "status"), [("2", "met"), ("7", "met"), ("12", "met"), ("4", "absent"), ("6", "absent")]
)
def test_grounds_are_looked_for_one_by_one(article: str, status: str) -> None:
    found = gaps(NAMED)[article]
    assert found.status == status
    assert ("below the usual standard" in found.note) is (status == "absent")


def test_a_law_that_helps_nobody_is_not_below_anything() -> None:
    assert {g.status for g in gaps(SILENT).values()} == {"not_required"}


def test_what_goes_beyond_is_not_measured_against_practice() -> None:
    reading = pipeline.annotate(pipeline.outline_bytes((HEAD + NAMED).encode(), "act.txt"))
    assert map_articles(reading, [load_treaty("mla")]).beyond == ()
