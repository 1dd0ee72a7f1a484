"""Any text can be annotated, and every place that the reading names exists."""

from __future__ import annotations

from arvena import lexicon, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from uncc_diff.language import annotate_text
from uncc_diff.model.reading import Quote, Reading

_LEGAL = """
without a warrant (a) (1) “lamp” means; section 4(2) of the Harbours Act. not exceeding five years, or to both;
fine of $ 1,000 shall may any person access computer data No. 7 court within 30 days provided that nothing
"""
_WORDS = st.sampled_from(_LEGAL.split())


def _quotes(reading: Reading) -> list[Quote]:
    return [
        *(m.quote for m in reading.mentions),
        *(d.quote for d in reading.definitions),
        *(d.body for d in reading.definitions),
        *(r.quote for r in reading.references),
        *(f.quote for f in reading.facts),
        *(q for role in reading.roles.values() for q in role.evidence),
        *(q for passage in reading.sentences.values() for sentence in passage for q in sentence),
    ]


def _check(reading: Reading) -> None:
    for quote in _quotes(reading):
        provision = reading.law.by_id[quote.provision]
        text = provision.heading if quote.heading else provision.text
        assert text is not None
        assert 0 <= quote.start <= quote.end <= len(text)
    for mention in reading.mentions:
        assert reading.words(mention.quote).strip()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    _check(annotate_text(text, lexicon()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_WORDS, max_size=12).map(" ".join), min_size=1, max_size=5))
def test_any_law_of_legal_words(texts: list[str]) -> None:
    below = [{"level": "subsection", "number": str(n), "text": t} for n, t in enumerate(texts[1:], 1)]
    _check(read([{"level": "section", "number": "1", "heading": texts[0], "text": texts[-1], "provisions": below}]))


def test_the_same_text_gives_the_same_reading() -> None:
    text = "Any person who intentionally and without right accesses a computer system commits an offence."
    assert annotate_text(text, lexicon()) == annotate_text(text, lexicon())
