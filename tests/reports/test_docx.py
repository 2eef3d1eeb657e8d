import io
import re
import zipfile

import docx as python_docx

from app.reports import docx
from app.reports.build import build_report
from app.reports.document import Column, Document, Figure, PageBreak, Table, run
from tests.reports.invented import INVENTED
from tests.reports.reading import W, docx_part, docx_text

CONTENT = docx.render(build_report(INVENTED))
BODY = docx_part(CONTENT, "word/document.xml")
NOTES = docx_part(CONTENT, "word/footnotes.xml")
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h80v40z"/></svg>'
)


def test_notes_are_real_footnotes() -> None:
    marks = [mark.get(f"{W}id") for mark in BODY.iter(f"{W}footnoteReference")]
    notes = {note.get(f"{W}id"): note for note in NOTES.iter(f"{W}footnote")}
    assert marks == [str(number) for number in range(1, 9)]
    assert list(notes) == ["-1", "0", *marks]
    for mark in marks:
        assert len(list(notes[mark].iter(f"{W}footnoteRef"))) == 1
    words = "".join(t.text or "" for t in notes["2"].iter(f"{W}t"))
    assert "Докладная записка" in words


def test_package_names_the_footnotes() -> None:
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as package:
        assert package.testzip() is None
        types = package.read("[Content_Types].xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
        settings = package.read("word/settings.xml").decode()
        names = package.namelist()
    assert 'PartName="/word/footnotes.xml"' in types
    assert "relationships/footnotes" in relations
    assert "<w:footnotePr>" in settings
    assert not [name for name in names if "thumbnail" in name or "vba" in name.lower()]


def test_every_style_that_is_used_is_defined() -> None:
    styles = docx_part(CONTENT, "word/styles.xml")
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = set()
    for root in (BODY, NOTES, styles):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used |= {node.get(f"{W}val") for node in root.iter(f"{W}{tag}")}
    assert used <= defined


def test_nothing_is_formatted_directly() -> None:
    allowed = {"pStyle", "rStyle", "lang", "i", "iCs"}
    found = {
        child.tag.removeprefix(W)
        for root in (BODY, NOTES)
        for tag in ("rPr", "pPr")
        for properties in root.iter(f"{W}{tag}")
        for child in properties
    }
    assert found - {"spacing"} <= allowed


def test_header_rows_repeat_and_rows_stay_whole() -> None:
    for table in BODY.iter(f"{W}tbl"):
        first, *rest = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert not [row for row in rest if row.find(f"{W}trPr/{W}tblHeader") is not None]
        widths = [int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) <= 9070
        assert all(len(row.findall(f"{W}tc")) == len(widths) for row in (first, *rest))


def test_languages_are_tagged() -> None:
    tagged = {
        "".join(t.text or "" for t in run_.iter(f"{W}t"))[:8]: lang.get(f"{W}val")
        for run_ in BODY.iter(f"{W}r")
        for lang in run_.iter(f"{W}lang")
    }
    assert tagged["Es waren"] == "de"
    assert tagged["В бунте "] == "ru"
    defaults = docx_part(CONTENT, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert defaults is not None
    assert defaults.get(f"{W}val") == "en-GB"


def test_margins_hold_running_title_and_page_number() -> None:
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as package:
        names = package.namelist()
        margins = [package.read(n).decode() for n in names if re.match(r"word/(head|foot)er", n)]
    assert sum(INVENTED.title in margin for margin in margins) == 1
    assert sum(" PAGE " in margin for margin in margins) == 2
    section = BODY.find(f".//{W}sectPr")
    assert section is not None
    assert section.find(f"{W}titlePg") is not None
    size = section.find(f"{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")


def test_references_have_their_bookmarks() -> None:
    bookmarks = {mark.get(f"{W}name") for mark in BODY.iter(f"{W}bookmarkStart")}
    links = {link.get(f"{W}anchor") for link in BODY.iter(f"{W}hyperlink")}
    assert links == bookmarks == {"point_1", "point_2", "point_3"}


def test_properties() -> None:
    properties = python_docx.Document(io.BytesIO(CONTENT)).core_properties
    assert (properties.title, properties.author) == (INVENTED.title, INVENTED.author)
    assert properties.language == "en-GB"


def test_drawings_become_pictures() -> None:
    figure = Figure(SVG, "image/svg+xml", run("A drawing"), 'a "triangle" & more')
    content = docx.render(Document("T", blocks=(figure, PageBreak())))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        (name,) = [n for n in package.namelist() if n.startswith("word/media/")]
        assert package.read(name).startswith(b"\x89PNG")
        assert (
            'descr="a &quot;triangle&quot; &amp; more"'
            in package.read("word/document.xml").decode()
        )


def test_two_tables_do_not_grow_together() -> None:
    table = Table((Column(),), (run("h"),), ((run("c"),),))
    body = docx_part(docx.render(Document("T", blocks=(table, table))), "word/document.xml")[0]
    tags = [child.tag.removeprefix(W) for child in body]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_empty_document() -> None:
    assert "T" in docx_text(docx.render(Document("T")))


def test_a_claim_keeps_with_its_quotation_and_remark() -> None:
    styles = [
        (style.get(f"{W}val"), "".join(t.text or "" for t in words.iter(f"{W}t"))[:3])
        for words in BODY.iter(f"{W}p")
        for style in words.iter(f"{W}pStyle")
    ]
    assert ("ClaimKept", "W19") in styles
    assert ("TranslationKept", "The") in styles
    assert ("Translation", "Abo") in styles
    assert ("Claim", "Br3") in styles
