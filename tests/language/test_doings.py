"""Who does what in a sentence, and that the signs of roles speak only of classes that are declared."""

from __future__ import annotations

from typing import Any

import pytest
from arvena import cases, lexicon, read

from uncc_diff.language.doings import find_doings
from uncc_diff.language.passages import flow
from uncc_diff.language.sentences import SentenceEnds

MODALITIES = {"any", "may", "shall", "shall_not", "is", "is_not", "unknown"}


def first_doing(text: str, parts: list[str]) -> tuple[str, ...]:
    paragraphs = [{"level": "paragraph", "number": "abc"[n], "text": part} for n, part in enumerate(parts)]
    reading = read([{"level": "section", "number": "1", "text": text, "provisions": paragraphs}])
    words = flow(reading.law, lexicon().inflection, lexicon().made(SentenceEnds.of, "sentences"))
    hits = lexicon().vocabulary.find(words.words, words.sentence)
    found = list(find_doings(reading.law, words, hits, lexicon(), reading.facts))
    return found[0].doing.names if found and found[0].doing else ()


@pytest.mark.parametrize("name", cases("doings"))
def test_who_does_what(name: str) -> None:
    case: dict[str, Any] = cases("doings")[name]
    names = first_doing(case["text"], case.get("parts", []))
    assert set(case["does"]) <= set(names)
    assert bool(names) == bool(case["does"])
    assert not set(case.get("not", [])) & set(names)


def test_signs_of_roles_name_only_declared_classes() -> None:
    declared = {key.partition("_")[2] for key in lexicon().grammar["doings"]} | MODALITIES
    for name, sign in lexicon().grammar["roles"].items():
        for key in ("any", "all", "none"):
            for doing in sign.get(key, ()):
                if doing.startswith("does:"):
                    assert set(doing.split(":")[1:]) <= declared, name
