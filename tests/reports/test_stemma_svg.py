"""The drawing as SVG and as a section: well-formed whatever the names, every mark explained."""

from xml.etree import ElementTree

import pytest

from app.domain.records import Degree
from app.domain.stemma import Lit, Stemma, StemmaAccount, StemmaLink
from app.reports.document import Figure, Heading, Paragraph, plain_text
from app.reports.stemma_section import StemmaFindings, stemma_section
from app.reports.stemma_svg import stemma_svg
from app.services.report_sections import build_sections
from app.services.stemma_layout import lay_out
from tests.services.support import riot

HOSTILE = '</text><script>alert("1")</script> & ]]> \x00\x0b\ud800 К48'
SVG = "{http://www.w3.org/2000/svg}"


def drawing(siglum="A"):
    accounts = (StemmaAccount(1, siglum, siglum, siglum), StemmaAccount(2, "B", date="1944"))
    links = tuple(StemmaLink(1, 2, degree) for degree in (*Degree, None))
    return lay_out(Stemma(accounts, links))


def test_hostile_names_stay_text():
    content = stemma_svg(drawing(HOSTILE), Lit(frozenset({1})), HOSTILE)
    root = ElementTree.fromstring(content)
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "rect", "g", "line", "path", "text")
    }
    assert b"<script" not in content
    assert "К48" in root.find(f"{SVG}title").text


def test_kinds_of_link_differ_by_line_and_marks_are_not_colour_alone():
    plain, lit = (
        stemma_svg(drawing(), found).decode()
        for found in (Lit(), Lit(frozenset({2}), frozenset({1, 2}), frozenset({1}), frozenset({2})))
    )
    dashes = {path.get("stroke-dasharray") for path in ElementTree.fromstring(plain).iter()}
    assert {"8 5", "0.1 5", None} <= dashes
    assert lit.count("l5 5l-5 5l-5 -5z") == plain.count("l5 5l-5 5l-5 -5z") + 2
    for words in ("certainly drawn on", "suspected", "denied", "gives the version", "root"):
        assert words in plain


def test_an_empty_drawing_is_a_drawing():
    assert ElementTree.fromstring(stemma_svg(lay_out(Stemma()))).tag == f"{SVG}svg"


def test_a_section_has_a_figure_for_each_stemma():
    found = [StemmaFindings(drawing()), StemmaFindings(drawing(), "Fire: When?", "1 May")]
    heading, words, whole, point = stemma_section(found)
    assert isinstance(heading, Heading)
    assert "not independence" in plain_text(words.inlines)
    assert isinstance(whole, Figure)
    assert plain_text(point.caption) == "Fire: When? Brought out is the version “1 May”."


def test_without_derivations_the_section_says_so():
    _, words = stemma_section([StemmaFindings(lay_out(Stemma()))])
    assert isinstance(words, Paragraph)
    assert "No account is known to draw on another" in plain_text(words.inlines)


def test_a_section_is_asked_for_by_name(workspace, tmp_path):
    from app.domain.errors import UserError

    riot(workspace, tmp_path)
    blocks = build_sections(workspace, ["stemma", "stemma"])
    assert sum(isinstance(block, Heading) for block in blocks) == 1
    assert any(isinstance(block, Figure) for block in blocks)
    with pytest.raises(UserError, match="no section “gossip”"):
        build_sections(workspace, ["gossip"])
