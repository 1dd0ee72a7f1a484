"""What a clause must show before it is taken to answer an article."""

from __future__ import annotations

import pytest
from arvena_act import law_of, treaty

from uncc_diff import pipeline
from uncc_diff.mapping import map_articles

CLAUSES = {
    "Collection of traffic data": "A police officer may, under an order of the court, collect or record in real time the "
    "traffic data of specified communications, and a service provider shall help and keep this secret.",
    "Access to computer data": "The Agency may restrict or block access to computer data by a written order.",
    "Access": "Every library shall give access to its catalogue.",
}
NEVER = {
    "Collection of traffic data": {"45", "46"},
    "Access to computer data": {"7", "8", "9", "10"},
    "Access": {"7"},
}


@pytest.mark.parametrize("heading", CLAUSES)
def test_a_clause_that_lacks_what_defines_an_article_never_answers_it(heading):
    law = law_of(
        {
            "title": "Signals Act",
            "provisions": [{"level": "section", "number": "1", "heading": heading, "text": CLAUSES[heading]}],
        }
    )
    found = map_articles(pipeline.annotate(law), [treaty("uncc")])
    assert NEVER[heading].isdisjoint({m.article for m in found.matches if m.accepted})
    judged = {g.article: g.status for g in found.gaps}
    assert {judged[number] for number in NEVER[heading]} <= {"absent", "unclear"}
