"""Elements of WordprocessingML (ECMA-376, part 1, 17) made from Python values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.reports.tree import printable


def element(name: str, /, **attributes: object) -> Any:
    """Return an empty element, its attributes in the namespace of WordprocessingML."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def within(name: str, *children: Any) -> Any:
    """Return an element that holds the given ones."""
    made = element(name)
    made.extend(children)
    return made


def paragraph(style: str) -> Any:
    """Return an empty paragraph of a style, by the style's id."""
    return within("w:p", within("w:pPr", element("w:pStyle", val=style)))


def text_run(text: str, style: str = "", language: str = "", *, slanted: bool = False) -> Any:
    """Return a run of literal text; line breaks and tabs become elements of their own."""
    properties = within("w:rPr")
    if style:
        properties.append(element("w:rStyle", val=style))
    if slanted:
        properties.extend((element("w:i"), element("w:iCs")))
    if language:
        properties.append(element("w:lang", val=language))
    return within("w:r", properties, *_pieces(printable(text)))


def _pieces(text: str) -> Iterator[Any]:
    from docx.oxml.ns import qn

    for number, line in enumerate(text.split("\n")):
        if number:
            yield element("w:br")
        for column, words in enumerate(line.split("\t")):
            if column:
                yield element("w:tab")
            piece = element("w:t")
            piece.set(qn("xml:space"), "preserve")
            piece.text = words
            yield piece


def field(instruction: str) -> tuple[Any, ...]:
    """Return the runs of a field that Word fills in, such as ``PAGE``."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    return (
        within("w:r", element("w:fldChar", fldCharType="begin")),
        within("w:r", code),
        within("w:r", element("w:fldChar", fldCharType="separate")),
        text_run("1"),
        within("w:r", element("w:fldChar", fldCharType="end")),
    )
