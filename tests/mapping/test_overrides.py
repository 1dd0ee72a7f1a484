"""A reviewer's word stands above the score, gives its reason, and must name something that exists."""

from __future__ import annotations

import pytest
from arvena_act import law_of, treaty

from uncc_diff.errors import ConfigError
from uncc_diff.mapping import MatchOverride, RoleOverride, map_articles, overrule_roles
from uncc_diff.model.reading import Reading

READING = Reading(
    law_of(
        {
            "title": "Lantern Act",
            "provisions": [
                {"level": "section", "number": "1", "heading": "Lanterns", "text": "Lanterns burn at night."},
                {
                    "level": "section",
                    "number": "2",
                    "heading": "Illegal access",
                    "text": "Access to a system is forbidden.",
                },
            ],
        }
    ),
    mentions=(),
)


def override(**changed) -> MatchOverride:
    given = {
        "provision": "1",
        "treaty": "uncc",
        "article": "7",
        "accepted": True,
        "reason": "read with the regulations",
    }
    return MatchOverride(**(given | changed))


def overruled(*overrides: MatchOverride):
    mapping = map_articles(READING, [treaty("uncc")], overrides=overrides)
    return {(m.provision, m.article): m for m in mapping.matches}, {g.article: g for g in mapping.gaps}


def test_an_override_accepts_a_match_that_the_score_would_not():
    matches, gaps = overruled(override())
    match = matches["section_1", "7"]
    assert (match.accepted, match.relation, match.overruled) == (True, "partial", "read with the regulations")
    assert "section_1" in gaps["7"].provisions


def test_an_override_may_call_the_answer_full():
    _, gaps = overruled(override(relation="full"))
    assert gaps["7"].status == "met"


def test_an_override_rejects_a_match():
    matches, gaps = overruled(override(provision="2", accepted=False, reason="another kind of access"))
    match = matches["section_2", "7"]
    assert (match.accepted, match.overruled) == (False, "another kind of access")
    assert gaps["7"].provisions == ()


def test_without_an_override_nothing_is_marked_as_overruled():
    matches, _ = overruled()
    assert {m.overruled for m in matches.values()} == {None}


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"provision": "3"}, "'3': the law has no such provision"),
        ({"article": "99"}, "uncc has no article 99"),
        ({"reason": " "}, "gives no reason"),
    ],
)
def test_an_override_that_names_nothing_is_an_error(wrong, named):
    with pytest.raises(ConfigError, match=named):
        overruled(override(**wrong))


def test_a_role_can_be_set_by_hand():
    reading = overrule_roles(READING, [RoleOverride("1", "power", "the schedule gives the power")])
    role = reading.roles["section_1"]
    assert (role.name, role.confidence, role.overruled) == ("power", 1.0, "the schedule gives the power")
    assert READING.roles == {}
