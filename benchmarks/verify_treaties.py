"""Holds treaty models against official texts and writes the figures.

    python benchmarks/verify_treaties.py budapest=ETS185.txt iccpr=iccpr.pdf ... [--write docs/treaty-verification.md]

Per treaty: articles found, titles that agree, paragraph numbers found, and elements that words of their own article show.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from uncc_diff import pipeline
from uncc_diff.model.verification import Verification
from uncc_diff.treaties import load_treaty
from uncc_diff.treaties.verify import refusal

HEAD = """# How the treaty models stand to the official texts

Written by `benchmarks/verify_treaties.py` from official texts that are not shipped. `uncc-diff treaty verify ID FILE` shows the
same for one treaty, article by article, with the words behind each element. Elements are counted for articles on offences and
participation in them, powers, safeguards and cooperation; in brackets, for all articles. A model that has no row here was not
held against its text. That words are found shows that the lexicon reads the article, not that the model is right in law.

| Treaty | Articles found | Titles that agree | Paragraphs found | Elements with words |
| --- | --- | --- | --- | --- |
"""


def row(title: str, v: Verification) -> str:
    titles = str(v.titles) if v.titles.of else "the text prints none"
    elements = f"{v.elements}, {v.elements.share:.1%} ({v.all_elements})"
    return f"| {title} | {v.present} | {titles} | {v.paragraphs} | {elements} |"


def silent(v: Verification) -> list[str]:
    return [
        f"- {a.article.id} {e.element.id} ({', '.join(e.element.any + e.element.all)})"
        for a in v.articles
        for e in a.elements
        if e.quote is None
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", metavar="ID=FILE")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    rows, unread = [], []
    for pair in given.texts:
        id, _, file = pair.partition("=")  # noqa: A001
        treaty = load_treaty(id)
        found = pipeline.verify_treaty(treaty, pipeline.outline(Path(file)))
        rows.append(row(treaty.title, found))
        unread += silent(found)
        print(rows[-1])
        for reason in refusal(found, treaty):
            print(f"  not accepted: {reason}")
    print("\n".join(unread))
    if given.write is not None:
        told = ["", "## Elements that find no words", "", *(unread or ["None."])]
        given.write.write_bytes((HEAD + "\n".join([*rows, *told]) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
