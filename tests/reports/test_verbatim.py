"""Whatever a user writes stands in every format as it was written, and is never markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.reports import docx, html, markdown, pdf
from app.reports.document import (
    Bibliography,
    Bullets,
    Column,
    Definition,
    Definitions,
    Document,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Role,
    Table,
    emphasis,
    run,
    strong,
)
from app.reports.tree import printable
from tests.reports.reading import docx_text, html_text, markdown_text, pdf_text, read_html, squeezed

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- comment",
    "&lt;b&gt; &amp; &#x41; &nbsp",
    '#import "/etc/passwd": *',
    '#eval("1+1") @label <label> $x^2$ = heading',
    "*bold* _it_ `code` ~~strike~~ [link](http://example.org) ![p](x.png)",
    "- item\n+ item\n1. item\n# heading\n> quote\n---\n| a | b |",
    "=cmd|'/c calc'!A0 +1 -1 @SUM(A1)",
    "{{ 7*7 }} {% raw %} ${x} %s {0} \\n \\textbf{x}",
    "]]> <?xml version='1.0'?> <w:t>x</w:t>",
    "\\*\\_ C:\\temp\\ \\",
    "[^1] [^1]: note",
    "http://example.org/?a=1&b=2",
    "Ёлка, Київ, Łódź, straße, ſt, ﬁ, naïve, Ἀθῆναι, שלום",
    "a" * 300,
    "Gefangenenvernehmungsergebnisse" * 4,
    "\u202eright to left\u202c \u200b \xad",
    "\x00\x07\x1b[31m null and bell \ud800 \ufffe \ufdd0",
    "1941-08-22/1941-08-23",
]


def document_of(text: str) -> Document:
    """Put one text into every place that a document has."""
    words = run(text)
    return Document(
        title=f"T {text}",
        subtitle=text,
        author=text,
        date=text,
        running_title=text,
        blocks=(
            Heading(1, words, anchor="one"),
            *(Paragraph(words, role) for role in Role),
            Paragraph(run(emphasis(text), " ", strong(text), Note(run(text, " ", emphasis(text))))),
            Quotation(run(text, Note(words)), words, "ru"),
            Table((Column(1), Column(3)), (words, words), ((words, words),), words),
            Bullets((words,)),
            Definitions((Definition(words, words),)),
            Bibliography((words,)),
        ),
    )


def count_in(read: str, text: str) -> int:
    return squeezed(read).count(squeezed(printable(text)))


PLACES = 22
"""Times that ``document_of`` sets its text, front and notes included."""

readable = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x4FF),
    min_size=1,
    max_size=60,
).filter(squeezed)


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_hostile_text_and_nothing_else(text: str) -> None:
    content = html.render(document_of(text))
    assert count_in(html_text(content), text) >= PLACES
    tags = {tag for tag, _ in read_html(content).tags}
    assert not tags & {"script", "img", "iframe", "object", "link", "b"}
    assert not any(name.startswith("on") for _, attrs in read_html(content).tags for name in attrs)


@settings(deadline=None, max_examples=60)
@given(readable)
@example(HOSTILE[0])
def test_html_is_verbatim(text: str) -> None:
    assert count_in(html_text(html.render(document_of(text))), text) >= PLACES


@pytest.mark.parametrize("text", HOSTILE)
def test_word_shows_hostile_text(text: str) -> None:
    assert count_in(docx_text(docx.render(document_of(text))), text) >= PLACES


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(readable)
def test_word_is_verbatim(text: str) -> None:
    assert count_in(docx_text(docx.render(document_of(text))), text) >= PLACES


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_hostile_text(text: str) -> None:
    content = markdown.render(document_of(text))
    assert count_in(markdown_text(content), text) >= PLACES


@settings(deadline=None, max_examples=100)
@given(readable)
def test_markdown_is_verbatim(text: str) -> None:
    content = markdown.render(document_of(text))
    assert count_in(markdown_text(content), text) >= PLACES


def simple(text: str) -> Document:
    """Only places where a PDF keeps the text on lines of its own."""
    return Document(title="T", blocks=(Paragraph(run(text)), Quotation(run(text))))


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE if not re.search("[\u0590-\u05ff\u200b-\u202f\xad]", text)]
)
def test_pdf_shows_hostile_text(text: str) -> None:
    read = pdf_text(pdf.render(simple(text)))
    assert count_in(_unhyphenated(read), _unhyphenated(text)) >= 2


@pytest.mark.parametrize("text", HOSTILE)
def test_pdf_takes_any_text_in_any_place(text: str) -> None:
    assert pdf.render(document_of(text)).startswith(b"%PDF-")


def _unhyphenated(text: str) -> str:
    """Drop hyphens, which a PDF may have added at a line's end, and undo ligatures."""
    for ligature, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ſt": "st"}.items():
        text = text.replace(ligature, letters)
    return re.sub("[-‐\xad]", "", text)
