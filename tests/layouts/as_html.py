"""The Act as web pages: hand-made ones, portals, lists, and Akoma Ntoso in HTML."""

from __future__ import annotations

from html import escape

from arvena_law import ENACTING, LAW, LONG_TITLE, TITLE, Unit
from printing import Style, printed


def by_hand(style: Style) -> bytes:
    """Tags in capitals, breaks instead of paragraphs, indents by blockquotes."""
    parts = [f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY>"]
    for para in printed(style):
        text = escape(para.text)
        if para.centred:
            parts.append(f"<P ALIGN=CENTER><B>{text}</B></P>")
        elif para.kind == "head":
            parts.append(f"<B>{text}</B><BR>")
        else:
            parts.append(f"{'<BLOCKQUOTE>' * para.depth}{text}{'</BLOCKQUOTE>' * para.depth}<BR>")
    return "\n".join(parts).encode()


def portal(style: Style) -> bytes:
    """A page with menus, a search box and a footer around the law."""
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Home", "Laws", "Courts", "News", "Contact"))
    law = "".join(
        f"<h3>{escape(para.text)}</h3>" if para.centred or para.kind == "head" else f"<p>{escape(para.text)}</p>"
        for para in printed(style)
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE} | Laws of Arvena</title><script>var a = '1. No law';</script>"
        f"</head><body><nav><ul>{menu}</ul></nav><form><input name='q'><button>Search</button></form>"
        f"<div class='breadcrumb'><a href='/'>Home</a> <a href='/laws'>Laws</a></div>"
        f"<main><h1>{TITLE}</h1><article>{law}</article></main>"
        f"<footer><ul>{menu}</ul><p>Copyright Republic of Arvena. All rights reserved.</p></footer></body></html>"
    ).encode()


def listed() -> bytes:
    """Numbers that the browser counts, in ordered lists."""
    parts = [f"<!DOCTYPE html><html><body><h1>{TITLE}</h1><p>{LONG_TITLE}</p><p>{ENACTING}</p>"]
    for top in LAW:
        if top.level == "schedule":
            parts.append(f"<h2>FIRST SCHEDULE</h2><h3>{top.heading}</h3><ol>")
            parts.append("".join(f"<li>{child.text}{_list(child)}</li>" for child in top.children))
            parts.append("</ol>")
            continue
        parts.append(f"<h2>PART {top.number}</h2><h2>{top.heading}</h2>")
        for section in top.children:
            parts.append(f"<h4>Section {section.number}. {section.heading}</h4><p>{section.text}</p>{_list(section)}")
    return "".join(parts).encode()


def _list(unit: Unit) -> str:
    if not unit.children:
        return ""
    if unit.children[0].term:
        inner = "".join(f"<p>{child.text}</p>{_list(child)}" for child in unit.children)
    else:
        first = unit.children[0].number or ""
        kind = "1" if first.isdigit() else first
        inner = "".join(f"<li>{child.text}{_list(child)}</li>" for child in unit.children)
        inner = f"<ol type='{kind}'>{inner}</ol>"
    return inner + (f"<p>{unit.closing}</p>" if unit.closing else "")


def akoma_ntoso() -> bytes:
    """Sections and items as elements with akn classes, as publishers of Akoma Ntoso show them."""
    body = "".join(_akn(top) for top in LAW)
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><nav>Home Contact</nav>"
        f'<div class="akn-akomaNtoso"><section class="akn-act"><div class="akn-preface"><p class="akn-p">{LONG_TITLE}</p></div>'
        f'<div class="akn-preamble"><p class="akn-p">{ENACTING}</p></div>'
        f'<div class="akn-body">{body}</div></section></div></body></html>'
    ).encode()


def _akn(unit: Unit) -> str:
    text = f'<span class="akn-p">{unit.text}</span>' if unit.text else ""
    inner = text + "".join(_akn(child) for child in unit.children)
    if unit.closing:
        inner += f'<span class="akn-wrapUp"><span class="akn-p">{unit.closing}</span></span>'
    if unit.level == "part":
        head = f"<h2>Part {unit.number} – {unit.heading}</h2>"
    elif unit.level == "schedule":
        head = '<h2 class="akn-num">FIRST SCHEDULE</h2>' + f'<h2 class="akn-heading">{unit.heading}</h2>'
    elif unit.level == "section":
        head = f"<h3>{unit.number}. {unit.heading}</h3>"
    elif unit.term:
        head = ""
    else:
        in_schedule = unit.level == "paragraph" and (unit.number or "").isdigit()
        head = f'<span class="akn-num">{f"{unit.number}." if in_schedule else unit.marker}</span>'
    name = {"definition": "akn-hcontainer", "schedule": "akn-hcontainer"}.get(unit.level, f"akn-{unit.level}")
    state = f' data-name="{unit.level}"' if name == "akn-hcontainer" else ""
    return f'<section class="{name}"{state}>{head}<span class="akn-content">{inner}</span></section>'
