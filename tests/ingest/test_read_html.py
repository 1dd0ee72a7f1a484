"""Web pages: what a browser shows, what of it is law, and what stands around it."""

from __future__ import annotations

from sources import assert_sound, body, codes, seen

from uncc_diff.ingest import read_bytes
from uncc_diff.model.source import Source

SECTIONS = "".join(
    f"<p><b>Section {n}.</b> <i>Duty {n}.</i> Every person who keeps a machine of class {n} shall look after it with care.</p>"
    for n in range(1, 9)
)


def page(inner: str, head: str = "") -> Source:
    source = read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{inner}</body></html>".encode(), "page.html")
    assert_sound(source)
    return source


def test_old_hand_made_page() -> None:
    source = page(
        """<TABLE width=800><TR><TD><BLOCKQUOTE><P align="center"><B>MACHINES ACT<BR>PART I</P>
        <P align=justify>Section 1.</B> <I>Title.</I> &#8212; This is the <B>Machines&nbsp;Act</B>.</P>
        <P>Section 2. Rules. &mdash;<BLOCKQUOTE>(a) first rule;<BLOCKQUOTE>(i) of it;</BLOCKQUOTE>(b) second<br><br>rule.
        </BLOCKQUOTE></TD></TR></TABLE>"""
    )
    assert body(source) == [
        "MACHINES ACT",
        "PART I",
        "Section 1. Title. — This is the Machines Act.",
        "Section 2. Rules. —",
        "(a) first rule;",
        "(i) of it;",
        "(b) second",
        "rule.",
    ]
    assert [(line.text, line.bold) for line in source.lines if line.centred] == [
        ("MACHINES ACT", True),
        ("PART I", True),
    ]


def test_portal_navigation_is_chrome() -> None:
    menu = "".join(f'<li><a href="/{n}">{n}. Topic number {n} of this site</a></li>' for n in range(30))
    source = page(
        f"""<header><a href="/">Home</a></header><div><ul>{menu}</ul></div>
        <div id="x"><div class="t"><h1>Machines Act</h1></div><div class="y"><p>The Assembly enacts as follows, in the name of
        all who keep machines:</p>{SECTIONS}</div><div><a href="#top">Back to top</a></div></div>
        <div>Buttons: Share Print Save</div><div><ul>{menu}</ul></div><footer>All rights are wrong.</footer>
        <script>var law = "Section 9.";</script><div style="display:none">Sign in to read section 10.</div>"""
    )
    law = body(source)
    assert law[0] == "Machines Act"
    assert [text.split(".")[0] for text in law[2:]] == [f"Section {n}" for n in range(1, 9)]
    chrome = [text for kind, text in seen(source, "chrome")]
    assert "Home" in chrome
    assert "Back to top" in chrome
    assert "Sign in to read section 10." in chrome
    assert "var law" not in source.text


def test_page_around_no_law_yields_no_numbered_line() -> None:
    source = page("""<nav><a href="/a">1. Acts</a> <a href="/b">2. Bills</a></nav><main><h1>Machines Regulations, 2031</h1>
        <p>Download the <a href="/x.pdf">PDF</a> of this document to read it.</p></main><footer>Contact us</footer>""")
    assert not any(text[:1].isdigit() for text in body(source))


def test_of_two_versions_the_fuller_is_read_or_the_one_asked_for() -> None:
    english = SECTIONS
    spanish = "".join(
        f"<p>Artículo {n}. Toda persona que tenga una máquina de la clase {n} en la ciudad deberá cuidarla con el mayor celo.</p>"
        for n in range(1, 9)
    )
    data = f"<html><body><div><div id=a>{spanish}</div><div id=b>{english}</div></div></body></html>".encode()
    first = read_bytes(data, "page.html")
    assert codes(first) == ["language_columns"]
    assert all(text.startswith("Artículo") for text in body(first))
    asked = read_bytes(data, "page.html", language="en")
    assert all(text.startswith("Section") for text in body(asked))


def test_tables_of_data_are_rows_and_layout_tables_are_text() -> None:
    source = page(
        """<p>1. Fees are these:</p><table border="1"><tr><th>Item</th><th>Fee</th></tr>
        <tr><td>Licence<br>(new)</td><td>20</td></tr></table>
        <table><tr><td>(a)</td><td><p>a marker in a cell of its own; and</p></td></tr>
        <tr><td>(b)</td><td></td><td><p>another.</p><p>More of it.</p></td></tr></table>"""
    )
    assert seen(source) == [
        ("body", "1. Fees are these:"),
        ("table", "Item\tFee"),
        ("table", "Licence (new)\t20"),
        ("body", "(a) a marker in a cell of its own; and"),
        ("body", "(b) another."),
        ("body", "More of it."),
    ]


def test_footnotes_and_their_calls_stand_beside_the_text() -> None:
    source = page(
        f"""{SECTIONS}<p>Section 9. Under the Act<sup><a href="#n">1</a></sup> of 2030, x<sup>th</sup> day.</p>
        <div class="footnotes"><p>1 Act No. 4 of 2030.</p></div>"""
    )
    assert ("body", "Section 9. Under the Act of 2030, xth day.") in seen(source)
    assert seen(source, "footnote") == [("footnote", "1"), ("footnote", "1 Act No. 4 of 2030.")]


def test_charset_of_the_page_is_used_when_the_bytes_agree() -> None:
    meta = '<meta http-equiv="content-type" content="text/html; charset=windows-1256">'
    data = f"<html><head>{meta}</head><body><p>المادة 1 يعاقب بالحبس</p></body></html>".encode("cp1256")
    assert body(read_bytes(data, "page.html")) == ["المادة 1 يعاقب بالحبس"]
    wrong = '<html><head><meta charset="iso-8859-1"></head><body><p>Secção 1 – “Título”</p></body></html>'.encode()
    assert body(read_bytes(wrong, "page.html")) == ["Secção 1 – “Título”"]


def test_title_and_language_are_told_only_as_the_law_bears_them_out() -> None:
    told = page(
        f'<div lang="en-AV"><h1>Machines Act</h1>{SECTIONS}</div>', "<title>Machines Act – Laws of Arvena</title>"
    )
    assert (told.title, told.language) == ("Machines Act", "en-AV")
    template = page(f"<div>{SECTIONS}</div>", "<title>Document viewer | Office of Laws</title>")
    assert (template.title, template.language) == (None, None)


def test_tags_without_end_do_not_end_the_page() -> None:
    source = page("<font><b>" * 3000 + "deep" + SECTIONS)
    assert body(source)[0].startswith("deep")
    assert len(body(source)) >= 8


def test_of_columns_in_two_languages_one_is_read() -> None:
    rows = "".join(
        f"<tr><td>Article {n}. Any person who enters the system without the right to do so shall be punished by the court.</td>"
        f"<td>Article {n}. Toute personne qui entre dans le système sans en avoir le droit est punie par la loi.</td></tr>"
        for n in range(1, 5)
    )
    source = page(f"<table border=1>{rows}</table>")
    assert [text[:16] for text in body(source)] == [f"Article {n}. Any p"[:16] for n in range(1, 5)]
    assert [text[:16] for _, text in seen(source, "chrome")] == [f"Article {n}. Toute"[:16] for n in range(1, 5)]
    assert codes(source) == ["language_columns"]


def test_akn_classes_nested_without_end_are_read_by_their_look() -> None:
    source = page('<span class="akn-section">' * 1500 + "Section 1. Words of it." + "</span>" * 1500)
    assert "Section 1. Words of it." in source.text


def test_numbers_of_ordered_lists_are_written_out() -> None:
    source = page(
        """<p>1. A keeper shall</p><ol type="a"><li>feed it;</li><li><p>clean it; and</p><ol type="i"><li>dry it;</li></ol></li>
        <li value="5">love it.</li></ol><ol start="2"><li>(2) has its own</li></ol><ol class="breadcrumb"><li>Home</li></ol>
        <ol style="list-style-type: upper-roman"><li>last</li></ol><ul><li>point</li></ul>"""
    )
    assert body(source) == [
        "1. A keeper shall",
        "a. feed it;",
        "b. clean it; and",
        "i. dry it;",
        "e. love it.",
        "(2) has its own",
        "Home",
        "I. last",
        "point",
    ]


def test_marginal_notes_are_told_by_class() -> None:
    source = page('<p class="sidenote">Short title</p><p>1. This is the Machines Act.</p>')
    assert seen(source) == [("margin", "Short title"), ("body", "1. This is the Machines Act.")]


def test_what_the_page_hides_within_the_law_is_told() -> None:
    secret = "Whoever opens this box will find a whole section in it that nobody sees at first."
    source = page(f'<div>{SECTIONS}<div style="display: none">{secret}</div><p>Section 9. The end of it.</p></div>')
    assert seen(source, "chrome") == [("chrome", secret)]
    assert codes(source) == ["hidden_text"]
