"""Reads rendered reports back as text, for tests: one function for each format."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

from app.reports.document import Emphasis, Inlines, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VOID = {"meta", "img", "hr", "br", "col", "input", "link"}


def squeezed(text: str) -> str:
    """Return text without any white space: line breaking is the renderer's own affair."""
    return re.sub(r"\s", "", text)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read_html(content: bytes) -> _Page:
    """Parse a page, asserting that every element is closed in order."""
    page = _Page()
    page.feed(content.decode())
    page.close()
    assert page.open == []
    return page


def html_text(content: bytes) -> str:
    return "".join(read_html(content).words)


def docx_part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return ElementTree.fromstring(package.read(name))


def docx_text(content: bytes) -> str:
    """Return the text of body, notes, header and footer of a Word document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if re.match(r"word/(doc|foot|head)\w*\.xml", n)]
        roots = [ElementTree.fromstring(package.read(name)) for name in sorted(names)]
    pieces = {f"{W}t": None, f"{W}br": "\n", f"{W}tab": "\t", f"{W}p": "\n"}
    return "".join(
        pieces[node.tag] or node.text or ""
        for root in roots
        for node in root.iter()
        if node.tag in pieces
    )


def pdf_text(content: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def markdown_text(content: bytes) -> str:
    """Return the words of a Markdown text as a reader of the finished page sees them."""
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(content.decode())
    return html_text(page.encode())


def shown(inlines: Inlines) -> str:
    """Return inlines as text, italics between asterisks."""
    return "".join(
        item.text if isinstance(item, Text) else f"*{shown(item.inlines)}*"
        for item in inlines
        if isinstance(item, Text | Emphasis)
    )
