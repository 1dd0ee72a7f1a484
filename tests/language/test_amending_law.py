"""What a law that changes other laws puts into them is read as its own; a lone amendment at the end of a law is not."""

import pytest
from arvena import read


def change(number: int) -> dict[str, object]:
    words = {
        "level": "subsection",
        "number": "1",
        "quoted": "true",
        "text": "The Agency may order a provider to suspend the internet.",
    }
    opening = "In the Law on Lamps, after Article 9 an Article 9-a is added:"
    return {"level": "article", "number": str(number), "text": opening, "provisions": [words]}


def rule(number: int) -> dict[str, object]:
    return {"level": "article", "number": str(number), "text": "A service provider shall keep its lamps clean."}


@pytest.mark.parametrize(("changes", "rules", "own"), [(3, 1, True), (1, 3, False)])
def test_the_words_it_puts_into_others(changes: int, rules: int, own: bool) -> None:
    reading = read([*(change(n) for n in range(changes)), *(rule(n) for n in range(changes, changes + rules))])
    assert reading.law.amends is own
    assert {m.polarity for m in reading.mentions if m.concept == "shutdown"} == ({"affirmed"} if own else {"quoted"})
    assert any(f.kind == "modality" and "subsec" in f.quote.provision for f in reading.facts) is own


def test_what_a_change_does_is_what_the_words_it_brings_in_do() -> None:
    text = 'Article 9 is changed and reads: "A police officer may search lamps and seize them."'
    laws = [{"level": "article", "number": str(n), "text": text} for n in range(3)]
    assert {role.name for role in read(laws).roles.values()} == {"power"}


def test_an_article_that_brings_in_another_does_what_that_one_does() -> None:
    words = {"level": "article", "number": "9", "quoted": "true", "text": "A police officer may search lamps."}
    change = {"level": "article", "text": "Article 9 is changed and reads:", "provisions": [words]}
    reading = read([{**change, "number": str(n)} for n in range(3)])
    assert {role.name for role in reading.roles.values()} == {"power"}
