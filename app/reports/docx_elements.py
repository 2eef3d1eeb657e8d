"""Elements of WordprocessingML (ECMA-376, part 1, 17) as text, parsed once per document.

Making each element through python-docx took seven times as long. Text and attributes are
escaped here and nowhere else.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from app.reports.tree import printable

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def element(name: str, /, *children: str, **attributes: object) -> str:
    """Return ``<w:name …>`` around its children; attributes are in the same namespace."""
    given = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<w:{name}{given}>{''.join(children)}</w:{name}>" if children else f"<w:{name}{given}/>"


def paragraph(style: str, *children: str) -> str:
    """Return a paragraph of a style, by the style's id."""
    return element("p", element("pPr", element("pStyle", val=style)), *children)


def text_run(text: str, style: str = "", language: str = "", *, slanted: bool = False) -> str:
    """Return a run of literal text; line breaks and tabs become elements of their own."""
    properties = [
        element("rStyle", val=style) if style else "",
        "<w:i/><w:iCs/>" if slanted else "",
        element("lang", val=language) if language else "",
    ]
    known = element("rPr", *properties) if any(properties) else ""
    return element("r", known, _pieces(printable(text)))


def _pieces(text: str) -> str:
    inside = escape(text).replace("\n", f"{_END}<w:br/>{_START}")
    return f"{_START}{inside.replace(_TAB, f'{_END}<w:tab/>{_START}')}{_END}"


_START, _END, _TAB = '<w:t xml:space="preserve">', "</w:t>", "\t"


def field(instruction: str) -> str:
    """Return the runs of a field that Word fills in, such as ``PAGE``."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return "".join((
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
        text_run("1"),
        element("r", element("fldChar", fldCharType="end")),
    ))  # fmt: skip


def parsed(name: str, content: str) -> Any:
    """Return an element of python-docx's own classes with the given content."""
    from docx.oxml import parse_xml

    return parse_xml(f'<w:{name} xmlns:w="{_NAMESPACE}">{content}</w:{name}>')
