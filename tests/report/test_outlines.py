"""The tree for reading, for programs and as Akoma Ntoso."""

import json
from typing import Any

import pytest
from lxml import etree
from sample_comparison import HOSTILE, UNITS, hostile, law

from uncc_diff.report import outlines
from uncc_diff.report.akn import NAMESPACE

AKN = {"a": NAMESPACE}


def akn(of: Any) -> Any:
    return etree.fromstring(outlines.render(of, "akn").encode("utf-8"))


def test_text_outline_shows_pages_depth_and_first_words() -> None:
    lines = outlines.render(law(), "text", width=60).splitlines()
    assert "   1  Part I  Offences" in lines
    assert "          (a)  untrue or misleading; or" in lines
    assert "   2      (b)  grossly upsetting to any person in authority," in lines
    assert max(len(line) for line in lines[3:-4]) <= 60


def test_json_outline_holds_every_provision_with_its_offsets() -> None:
    data = json.loads(outlines.render(law(), "json"))
    assert [p["id"] for p in data["provisions"]] == [unit[0] for unit in UNITS]
    for provision in data["provisions"]:
        assert law().text[provision["start"] : provision["end"]].endswith(provision["text"])


def test_akoma_ntoso_keeps_ids_order_and_every_word() -> None:
    root = akn(law())
    ids = [node.get("eId") for node in root.iter() if node.get("eId")]
    assert ids == [unit[0] for unit in UNITS]
    words = " ".join("".join(root.find("a:act/a:body", AKN).itertext()).split())
    for _, _, _, _, _, heading, text, _ in UNITS:
        assert (heading or "") in words
        assert text in words


def test_akoma_ntoso_nests_paragraphs_between_opening_and_closing_words() -> None:
    section = akn(law()).find(".//a:section[@eId='part_I__sec_2']", AKN)
    assert [etree.QName(child).localname for child in section] == [
        "num",
        "heading",
        "intro",
        "paragraph",
        "paragraph",
        "wrapUp",
    ]


@pytest.mark.parametrize("name", ["text", "json", "akn"])
def test_hostile_law_does_no_harm(name: str) -> None:
    shown = outlines.render(hostile().law, name)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    if name == "akn":
        assert not [node for node in akn(hostile().law).iter() if etree.QName(node).localname in ("script", "img")]
        assert HOSTILE[1] in "".join(akn(hostile().law).itertext())
