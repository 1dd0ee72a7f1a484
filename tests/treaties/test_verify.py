"""Official texts: what agrees with the model is said place by place, and another text is refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from arvena_convention import CONVENTION, TEXT, element, read

from uncc_diff import pipeline
from uncc_diff.errors import InputError
from uncc_diff.model.verification import Verification
from uncc_diff.treaties import load_treaty
from uncc_diff.treaties.official import keep, load_official, official_path, official_text
from uncc_diff.treaties.verify import alike, refusal

OFFICIAL = Path(__file__).parents[2].parent / "shared" / "treaties"
TEXTS = {
    "budapest": "budapest_ETS185.en.txt",
    "budapest-p1": "budapest_first_protocol_ETS189.en.txt",
    "untoc": "untoc.en.txt",
    "uncac": "uncac.en.txt",
    "iccpr": "iccpr.en.txt",
}


def verify(text: str = TEXT) -> Verification:
    return pipeline.verify_treaty(CONVENTION, read(text))


def test_each_element_shows_its_words_in_its_own_paragraph() -> None:
    found = verify()
    assert refusal(found, CONVENTION) == ()
    shown = {(a.article.number, e.element.id): (e.words, e.own_paragraph) for a in found.articles for e in a.elements}
    expected = {
        ("1", "conduct"): ("access", True),
        ("1", "object"): ("computer system", True),
        ("1", "intent"): ("intentionally", True),
        ("1", "security"): ("infringing security measures", True),
        ("2", "search"): ("search", True),
        ("2", "seizure"): ("seize", True),
        ("2", "warrant"): ("court shall authorize each search", True),
        ("3", "conduct"): ("mutual legal assistance", False),
    }
    assert shown.keys() == expected.keys()
    for place, (words, own) in expected.items():
        assert words in shown[place][0], place
        assert shown[place][1] is own, place


def test_a_concept_that_the_article_does_not_word_shows_nothing() -> None:
    silent = replace(CONVENTION.articles[2], elements=(element("ground", "ground", "political_offence"),))
    found = pipeline.verify_treaty(replace(CONVENTION, articles=(*CONVENTION.articles[:2], silent)), read())
    assert [e.quote for e in found.articles[2].elements] == [None]
    assert (found.elements.found, found.elements.of) == (7, 8)


def test_words_of_another_paragraph_are_told_apart() -> None:
    text = TEXT.replace("intentionally and", "").replace("committed by", "committed intentionally by")
    intent = next(e for e in verify(text).articles[0].elements if e.element.id == "intent")
    assert (intent.words, intent.own_paragraph) == ("intentionally", False)


def test_paragraphs_that_model_or_text_lack_are_named() -> None:
    text = TEXT.replace("2. A court shall", "3. A court shall")
    article = verify(text).articles[1]
    assert article.missing_paragraphs == ("2",)
    assert article.unlisted_paragraphs == ("3",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TEXT[: TEXT.index("Article 3")], "1 of 3 articles is not in it: 3 (half a text, or another one)"),
        (TEXT.replace("Searching of machines", "Keeping of bees"), "1 of 3 titles is not those of Arvena"),
        (TEXT.replace("2. A State may", "A State may"), "paragraphs of the model are not in it: 1(2)"),
        (
            TEXT.replace(" - Illegal access", "").replace(" - Searching of machines", "")
            .replace(" - Mutual assistance", "").replace("Convention of Arvena on Machines", "Treaty on Bees"),
            "it prints no titles of articles, and its own",
        ),
        (
            TEXT.replace("access a computer system intentionally", "keep a bee").replace("search a computer", "see a")
            .replace("seize a computer system", "feed a bee").replace("in a warrant issued by a judge", "")
            .replace("infringing security measures", "night").replace("mutual legal assistance", "honey"),
            "elements of the model find words in it",
        ),
    ],
    ids=["half a text", "another title", "a paragraph missing", "no titles", "other words"],
)  # fmt: skip
def test_a_wrong_text_is_refused_with_the_reason(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        pipeline.import_treaty(CONVENTION, read(text), folder=tmp_path)
    assert reason in caught.value.message
    assert "nothing was kept" in caught.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_is_no_treaty_has_no_text(tmp_path: Path) -> None:
    practice = replace(CONVENTION, practice=True)
    with pytest.raises(InputError, match="there is no official text: Arvena is a model of common practice"):
        pipeline.import_treaty(practice, read(), folder=tmp_path)


def test_a_convention_annexed_to_a_resolution_is_found_in_the_annex() -> None:
    resolution = (
        "Resolution of the Council\n\nThe Council,\n\n1. Adopts the Convention annexed hereto;\n\n"
        "2. Opens it for signature.\n\nAnnex\n\n"
    )
    found = verify(resolution + TEXT)
    assert [a.title_agrees for a in found.articles] == [True, True, True]
    assert refusal(found, CONVENTION) == ()


def as_page(lines: list[str]) -> bytes:
    body = "".join(f"<h3>{line}</h3>" if line.startswith("Article") else f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>Treaties</title></head><body><nav>Home</nav>{body}</body></html>".encode()


def as_docx(lines: list[str]) -> bytes:
    from docx import Document

    document, held = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line, style="Heading 3" if line.startswith("Article") else None)
    document.save(held)
    return held.getvalue()


def as_pdf(lines: list[str]) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles, held = getSampleStyleSheet(), BytesIO()
    parts = [Paragraph(line, styles["Heading3" if line.startswith("Article") else "Normal"]) for line in lines]
    SimpleDocTemplate(held, invariant=1).build([flowing for part in parts for flowing in (part, Spacer(1, 4))])
    return held.getvalue()


@pytest.mark.parametrize("write", [as_page, as_docx, as_pdf])
def test_the_text_is_known_in_any_format(write: Callable[[list[str]], bytes], tmp_path: Path) -> None:
    lines = [line for line in TEXT.splitlines() if line]
    law = pipeline.outline_bytes(write(lines), "convention")
    pipeline.import_treaty(CONVENTION, law, folder=tmp_path)
    kept = load_official("arvena", tmp_path)
    assert kept is not None
    assert kept.articles["2"][2] == ("1(b)", "seize a computer system.")


def test_spelling_is_no_other_title() -> None:
    assert alike("International co-operation", "International cooperation")
    assert alike("CRIMINALISATION OF LAUNDERING", "Criminalization of laundering")
    assert not alike("Illegal access", "Illegal interception")


def test_what_is_kept_comes_back_word_by_word(tmp_path: Path) -> None:
    law = read()
    keep(official_text(law, pipeline.verify_treaty(CONVENTION, law)), tmp_path)
    kept = load_official("arvena", tmp_path)
    assert kept is not None
    assert kept.sha256 == law.files[0].sha256
    assert kept.articles["2"] == (
        ("1", "Each State shall empower its police to:"),
        ("1(a)", "search a computer system; and"),
        ("1(b)", "seize a computer system."),
        ("2", "A court shall authorize each search in a warrant issued by a judge."),
    )
    assert load_official("budapest", tmp_path) is None


@pytest.mark.parametrize("content", ["{", "[]", '{"schema": "other", "treaty": "arvena"}'])
def test_a_damaged_copy_says_how_to_mend_it(tmp_path: Path, content: str) -> None:
    path = official_path("arvena", tmp_path)
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_official("arvena", tmp_path)
    assert "treaty import arvena FILE" in caught.value.hint


def test_a_kept_text_is_quoted_by_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNCC_DIFF_DATA", str(tmp_path))
    assert not load_treaty("budapest").official_text
    path = official_path("budapest")
    path.parent.mkdir()
    data = {
        "schema": "uncc-diff-official/1", "treaty": "budapest", "file": "a", "sha256": "b", "articles": {"2": [["", "x"]]},
    }  # fmt: skip
    path.write_text(json.dumps(data), encoding="utf-8")
    treaty = load_treaty("budapest")
    assert treaty.official_text
    assert [a.official for a in treaty.articles[:3]] == [(), (("", "x"),), ()]


@pytest.mark.parametrize("treaty", TEXTS)
def test_the_official_texts_bear_the_models_out(treaty: str) -> None:
    path = OFFICIAL / TEXTS[treaty]
    if not path.is_file():
        pytest.skip("the official texts are not at hand")
    model = load_treaty(treaty)
    found = pipeline.verify_treaty(model, pipeline.outline(path))
    assert refusal(found, model) == ()
    assert [a.article.number for a in found.articles if not a.present or a.title_agrees is False] == []
    assert [(a.article.number, a.missing_paragraphs) for a in found.articles if a.missing_paragraphs] == []
    assert found.elements.share >= 0.95


def test_the_text_of_another_treaty_is_refused() -> None:
    path = OFFICIAL / TEXTS["budapest-p1"]
    if not path.is_file():
        pytest.skip("the official texts are not at hand")
    model = load_treaty("budapest")
    assert "articles are not in it" in refusal(pipeline.verify_treaty(model, pipeline.outline(path)), model)[0]
