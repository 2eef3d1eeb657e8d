import io
import re

import pytest
from pypdf import PdfReader

from app.reports import pdf
from app.reports.build import build_report
from app.reports.document import (
    Block,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Role,
    Table,
    run,
)
from tests.reports.invented import INVENTED
from tests.reports.reading import pdf_text, squeezed

CONTENT = pdf.render(build_report(INVENTED))
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h80v40z"/></svg>'
)


def reader(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def fonts(content: bytes) -> dict[str, bool]:
    """Return the fonts of a PDF and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in reader(content).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()
            inner = described.get("/DescendantFonts", [described])[0].get_object()
            descriptor = inner["/FontDescriptor"]
            files = ("/FontFile", "/FontFile2", "/FontFile3")
            found[str(described["/BaseFont"])] = any(name in descriptor for name in files)
    return found


def test_metadata() -> None:
    metadata = reader(CONTENT).metadata
    assert metadata is not None
    assert metadata.title == INVENTED.title
    assert metadata.author == INVENTED.author


def test_every_font_is_ours_and_embedded() -> None:
    found = fonts(CONTENT)
    assert found
    assert all(found.values())
    assert all("Libertinus" in name for name in found)


def test_pages_are_a4_with_number_and_running_title() -> None:
    pages = reader(CONTENT).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
        lines = page.extract_text().splitlines()
        assert str(number) in (lines[-1].strip(), lines[0].strip())
        running = squeezed(INVENTED.title) in squeezed(page.extract_text())
        assert running


def test_scripts_and_umlauts_can_be_read_back() -> None:
    text = squeezed(pdf_text(CONTENT))
    for words in ("Докладная записка о бунте", "Käthe Brühl", "Straßer", "П27", "л. 3 об."):
        assert squeezed(words) in text


def test_notes_stand_on_the_page_of_their_mark() -> None:
    """Each note of the first point is on the page that has the claim's own words."""
    pairs = {
        "haben geschlafen": "Vernehmung des Maschinisten",
        "включая кочегаров": "Докладная записка",
        "to the last boy": "Who Scuttled",
    }
    pages = [squeezed(page.extract_text()) for page in reader(CONTENT).pages]
    for words, note in pairs.items():
        page = next(page for page in pages if squeezed(words) in page)
        assert squeezed(note) in page


def test_notes_never_leave_their_mark() -> None:
    """Units of claim, quotation and remark of many heights: each note is beside its words."""
    blocks: list[Block] = []
    for number in range(150):
        note = Note(run(f"Note N{number}N " + "word " * (number % 40)))
        lead = run(f"Claim C{number}C " + "lead " * (number % 23))
        if number % 3:
            blocks.append(Paragraph(run(lead, note), Role.CLAIM))
        else:
            words = run("quoted " * (number % 71), f"Q{number}Q", note)
            blocks += [Paragraph(lead, Role.CLAIM), Quotation(words)]
        if number % 2:
            blocks.append(Paragraph(run("a remark " * (number % 11 + 1)), Role.REMARK))
        if number % 7 == 0:
            blocks.append(Heading(2, run(f"Heading {number}")))
    pages = [
        page.extract_text() for page in reader(pdf.render(Document("T", blocks=(*blocks,)))).pages
    ]
    for number in range(150):
        mark = f"C{number}C" if number % 3 else f"Q{number}Q"
        (page,) = (page for page in pages if mark in page)
        assert f"N{number}N" in page


def test_note_numbers_run_on() -> None:
    blocks = tuple(Paragraph(run(f"Text {n}", Note(run(f"Note text {n}.")))) for n in range(1, 31))
    text = pdf_text(pdf.render(Document("T", blocks=blocks)))
    numbers = [int(n) for n in re.findall(r"^(\d+)\s*Note text", text, flags=re.MULTILINE)]
    assert numbers == list(range(1, 31))


def test_header_row_is_repeated_on_every_page() -> None:
    rows = tuple((run(f"row {n}"), run("value")) for n in range(200))
    table = Table((Column(1), Column(1)), (run("Headword"), run("Other")), rows)
    pages = reader(pdf.render(Document("T", blocks=(table,)))).pages
    assert len(pages) > 2
    assert all("Headword" in page.extract_text() for page in pages)


@pytest.mark.parametrize(
    "word",
    ["a" * 200, "Gefangenenvernehmungsergebnisse" * 3, "достопримечательностями" * 4,
     "http://example.org/" + "path/" * 40, "RH26-296/97-" * 12],
)  # fmt: skip
def test_no_cell_is_clipped(word: str) -> None:
    """A narrow column breaks any word into lines that fit, and loses no letter of it."""
    table = Table((Column(1), Column(9)), (run("h"), run("h")), ((run(word), run()),))
    lines = pdf_text(pdf.render(Document("T", blocks=(table,)))).splitlines()
    pieces = [line for line in lines if line.strip() not in {"T", "h", "hh", "h h", "1"}]
    assert max(len(piece) for piece in pieces) <= 20
    assert "".join(re.sub("[-‐\xad\\s]", "", piece) for piece in pieces) == word.replace("-", "")


def test_figure_and_headings_and_roles() -> None:
    document = Document(
        "T",
        blocks=(
            *(Heading(level, run(f"H{level}")) for level in (1, 2, 3)),
            *(Paragraph(run(str(role)), role) for role in Role),
            Paragraph(run("a claim"), Role.CLAIM),
            Quotation(run("words"), run("translated"), "Klingon, probably"),
            Figure(SVG, "image/svg+xml", run("A drawing"), "a black triangle"),
        ),
    )
    text = pdf_text(pdf.render(document))
    for words in ("H1", "H2", "H3", "apparatus", "a claim", "translated", "A drawing"):
        assert words in text


def test_same_document_same_bytes() -> None:
    document = Document("T", blocks=(Paragraph(run("words", Note(run("n")))),))
    assert pdf.render(document) == pdf.render(document)


def test_long_report_is_set_in_parts_that_run_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_WHOLE", 10)
    monkeypatch.setattr(pdf, "_PART", 12)
    sections = [
        (Heading(2, run(f"Section {n}"), f"s-{n}"), *(_noted(n, place) for place in range(4)))
        for n in range(12)
    ]
    link = Paragraph((Reference("s-11", run("far away")),))
    blocks = (link, *(block for section in sections for block in section))
    content = pdf.render(Document("T", author="A", running_title="Running", blocks=blocks))
    pages = [page.extract_text() for page in reader(content).pages]
    assert len(pages) > 3
    assert [page.splitlines()[-1].strip() for page in pages] == [
        str(number) for number in range(1, len(pages) + 1)
    ]
    numbers = re.findall(r"^(\d+)\s*Note text", "\n".join(pages), flags=re.MULTILINE)
    assert numbers == [str(number) for number in range(1, 49)]
    assert sum(page.startswith("T\n") for page in pages) == 1
    metadata = reader(content).metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == ("T", "A")
    assert all(fonts(content).values())


def _noted(section: int, place: int) -> Paragraph:
    return Paragraph(run(f"Words {section} {place}", Note(run("Note text."))))


def test_parts_begin_with_headings_and_lose_nothing() -> None:
    blocks = [{"kind": "paragraph"}]
    for level in (1, 2, 2, 1, 2):
        blocks += [{"kind": "heading", "level": level}, {"kind": "paragraph"}]
    blocks.insert(3, {"kind": "heading", "level": 2})
    sections = list(pdf._sections(blocks))
    assert [block for section in sections for block in section] == blocks
    assert all(section[0]["kind"] == "heading" for section in sections[1:])
    assert all(section[-1]["kind"] != "heading" for section in sections)
