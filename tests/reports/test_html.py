"""The page against a golden file: after a wished-for change delete it, run, and read the diff."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from app.reports import html
from app.reports.build import build_report
from app.reports.document import Document, Figure, Heading, Paragraph, Reference, run
from tests.reports.invented import INVENTED
from tests.reports.reading import html_text, read_html

GOLDEN = Path(__file__).parent / "golden" / "report.html"
PAGE = html.render(build_report(INVENTED))


def without_style(page: bytes) -> str:
    """Leave out the style sheet and its hash: they may change without changing the report."""
    text = re.sub(r"<style>.*?</style>", "<style></style>", page.decode(), flags=re.DOTALL)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", text)


def test_page_is_the_golden_one() -> None:
    page = without_style(PAGE)
    if not GOLDEN.exists():
        GOLDEN.write_text(page, encoding="utf-8")
        pytest.fail(f"wrote {GOLDEN.name}; read it and run again")
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_page_is_well_formed_and_self_contained() -> None:
    page = read_html(PAGE)
    assert page.tags[0] == ("html", {"lang": "en-GB"})
    for _, attributes in page.tags:
        assert "style" not in attributes
        assert not {name for name in attributes if name.startswith("on")}
        for name in ("src", "href"):
            assert (attributes.get(name) or "#").startswith("#")
    assert b"url(" not in PAGE
    assert b"@import" not in PAGE


def test_policy_allows_only_the_own_style_sheet() -> None:
    page = read_html(PAGE)
    policy = next(
        attributes["content"] or ""
        for tag, attributes in page.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    sheet = re.search(r"<style>(.*?)</style>", PAGE.decode(), flags=re.DOTALL)
    assert sheet
    digest = base64.b64encode(hashlib.sha256(sheet[1].encode()).digest()).decode()
    assert policy.split("; ")[0] == "default-src 'none'"
    assert f"style-src 'sha256-{digest}'" in policy.split("; ")
    assert "unsafe" not in policy


def test_notes_are_numbered_and_lead_back() -> None:
    tags = read_html(PAGE).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if i and i.startswith("mark-")] == [f"mark-{n}" for n in range(1, 9)]
    assert [i for i in ids if i and i.startswith("note-")] == [f"note-{n}" for n in range(1, 9)]
    targets = {attributes["href"] for tag, attributes in tags if tag == "a"}
    assert targets <= {f"#{i}" for i in ids}


def test_light_dark_and_print_are_styled() -> None:
    sheet = PAGE.decode()
    assert "prefers-color-scheme: dark" in sheet
    assert "@media print" in sheet
    assert "table-header-group" in sheet


def test_figures_are_data() -> None:
    figure = Figure(b"<svg/>", "image/svg+xml", run('A "stemma"'), 'a "b" <c>')
    page = html.render(Document("T", blocks=(figure,)))
    image = next(attributes for tag, attributes in read_html(page).tags if tag == "img")
    assert image["alt"] == 'a "b" <c>'
    assert (image["src"] or "").startswith("data:image/svg+xml;base64,")


def test_references_lead_to_headings() -> None:
    blocks = (Heading(2, run("H"), "h-1"), Paragraph((Reference("h-1", run("see")),)))
    page = html.render(Document("T", blocks=blocks)).decode()
    assert '<h3 id="h-1">H</h3>' in page
    assert '<a href="#h-1">see</a>' in page


def test_empty_document() -> None:
    assert "T" in html_text(html.render(Document("T")))
