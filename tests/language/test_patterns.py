"""The pattern language: what patterns find, and what is refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from arvena import cases, lexicon

from uncc_diff.data import LEXICON
from uncc_diff.errors import DataError, UsageError
from uncc_diff.language import annotate_text, load_lexicon
from uncc_diff.language.pattern_text import PatternError
from uncc_diff.language.patterns import compile_pattern


@pytest.mark.parametrize("words", cases("inflection")["same"], ids=lambda w: w[0])
def test_one_form_for_all_inflections_and_spellings(words: list[str]) -> None:
    assert {lexicon().inflection.normal(w) for w in words} == {lexicon().inflection.normal(words[0])}


@pytest.mark.parametrize("words", cases("inflection")["apart"], ids=lambda w: w[0])
def test_different_words_stay_apart(words: list[str]) -> None:
    assert len({lexicon().inflection.normal(w) for w in words}) == len(words)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lexicon folder with the grammar of English and one concept of its own."""
    folder = tmp_path_factory.mktemp("lexicon") / "en"
    folder.mkdir()
    for path in (LEXICON / "en").glob("*.yaml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("pattern", cases("patterns"))
def test_a_pattern_finds_what_it_should(pattern: str, home: Path) -> None:
    (home / "lamps.yaml").write_text(f'lamp_test:\n  gist: a test\n  phrases: ["{pattern}"]\n', encoding="utf-8")
    own = load_lexicon("en", home.parent)
    case = cases("patterns")[pattern]
    found = {
        t: any(m.concept == "lamp_test" for m in annotate_text(t, own).mentions) for t in case["finds"] + case["not"]
    }
    assert found == dict.fromkeys(case["finds"], True) | dict.fromkeys(case["not"], False)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("..3 lamp", "words before and after"),
        ("lamp ..3", "words before and after"),
        ("(lamp|oil", "is missing"),
        ("lamp)", "unexpected"),
        ("(lamp|)", "empty alternative"),
        ("[lamp]", "match nothing"),
        ("the", "articles"),
        ("", "empty"),
        ("lamps?", "may be left out"),
        ("lamp ..99 oil", "allowed are 1 to"),
        (" ".join(["(a1|b1|c1|d1|e1)"] * 6), "phrases"),
        # what would take long or all memory is refused before it is made
        ("[a1] " * 300 + "lamp", "phrases"),
        ("(" + "|".join(["[a1] [b1] [c1] [d1] [e1] [f1] [g1] [h1] [i1] lamp"] * 60) + ")", "phrases"),
        (" ".join(["web site"] * 40), "phrases"),
        (" ".join(["([web site|lamp] oil)"] * 40), "phrases"),
        ("{access} [{access}] [{access}] [{access}] [{access}] [{access}] [{access}]", "optional parts"),
        ("(" + "|".join(f"a{n} ..2 lamp" for n in range(200)) + ")", "joins"),
        (" ".join(["(a1 ..2 b1|c1 ..2 d1|e1)"] * 4), "joins"),
        ("[a1] ..2 [b1] ..2 [c1] ..2 [d1] ..2 lamp (e1 ..2 f1|g1 ..2 h1|i1 ..2 j1)", "joins"),
        ("(" * 5000 + "lamp" + ")" * 5000, "allowed are"),
        ("(" * 500 + "lamp" + ")" * 500, "deep"),
        ("lamp " * 2000, "allowed are"),
        (" ..5 ".join(["lamp"] * 9), "allowed are"),
        (" ..50 ".join(["lamp"] * 4), "gaps of 150 words"),
        ("lamp ~5 oil ~5 tar", "in any order"),
        ("lamp .." + "9" * 3000 + " oil", "allowed are 1 to"),
        ("{a b} lamp", "cannot read"),
        ("= lamp", "cannot read"),
    ],
    ids=lambda text: text[:40],
)
def test_a_pattern_that_cannot_be_used_says_why(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compile_pattern(pattern, lexicon().inflection)


@pytest.mark.parametrize(
    "pattern",
    [
        "lamp ..20 lamp ..20 lamp ..20 lamp ..20 lamp ..20 lamp ..20 tar",
        "lamp ..15 lamp ..15 lamp ..15 lamp ..15 lamp ~60 tar",
        "(lamp|oil) ..20 [lamp|oil] ..20 [lamp|oil] ..20 [lamp|oil] ..20 [lamp|oil] ..20 tar",
    ],
)
def test_words_that_repeat_are_not_tried_in_every_combination(pattern: str, home: Path) -> None:
    """Each would take years if they were."""
    (home / "lamps.yaml").write_text(f'lamp_test:\n  gist: a test\n  phrases: ["{pattern}"]\n', encoding="utf-8")
    own = load_lexicon("en", home.parent)
    far = "oil " * 200
    assert all(m.concept != "lamp_test" for m in annotate_text(f"tar {far} {'lamp ' * 500}", own).mentions)
    assert any(m.concept == "lamp_test" for m in annotate_text(f"{'lamp ' * 500} tar", own).mentions)


def test_all_faults_of_all_files_come_at_once_with_file_and_line(home: Path) -> None:
    (home / "lamps.yaml").write_text(
        "lamp_a:\n  gist: x\n  phrases: ['(oil']\n  colour: red\nlamp_b:\n  gist: y\n  phrases: ['see {acces}']\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError) as caught:
        load_lexicon("en", home.parent)
    told = str(caught.value)
    assert "lamps.yaml:3: '(oil'" in told
    assert "lamps.yaml:4: unknown key colour; allowed are gist" in told
    assert "lamps.yaml:5: lamp_b names an unknown concept acces; did you mean access?" in told


def test_concepts_that_need_each_other_are_refused(home: Path) -> None:
    (home / "lamps.yaml").write_text(
        "lamp_a:\n  gist: x\n  phrases: ['see {lamp_b}']\nlamp_b:\n  gist: y\n  phrases: ['see {lamp_a}']\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError, match="circle: lamp_"):
        load_lexicon("en", home.parent)


def test_a_language_without_lexicon_names_those_with_one() -> None:
    with pytest.raises(UsageError) as caught:
        load_lexicon("xx")
    assert "en" in caught.value.hint


def test_a_narrower_concept_is_also_its_broader_one() -> None:
    reading = annotate_text("He spreads malware.", lexicon())
    assert {"malicious_code", "device_tool"} <= {
        m.concept for m in reading.mentions if reading.words(m.quote) == "malware"
    }
