"""The report as a Word document: real footnotes, styles for everything, repeated header rows."""

from __future__ import annotations

import datetime
import io
from typing import Any

from app.reports import document as report
from app.reports.docx_elements import element, field, paragraph, parsed, text_run
from app.reports.docx_notes import FootnotesPart
from app.reports.docx_package import LINE_WIDTH, new_package
from app.reports.tree import printable

_STYLES = {
    report.Role.BODY: "BodyText",
    report.Role.LEAD: "Lead",
    report.Role.APPARATUS: "Apparatus",
    report.Role.REMARK: "Remark",
    report.Role.LABEL: "Label",
}
_ALIGNED = {
    report.Alignment.LEFT: "",
    report.Alignment.CENTRE: "Centred",
    report.Alignment.RIGHT: "Right",
}


def render(document: report.Document) -> bytes:
    """Return the document as a .docx file."""
    package = new_package(document.language)
    writer = _Writer(package)
    writer.front(document)
    following = (*document.blocks[1:], None)
    for block, after in zip(document.blocks, following, strict=True) if document.blocks else ():
        writer.block(block, after)
    writer.close()
    _margins(package, document)
    _properties(package, document)
    stream = io.BytesIO()
    package.save(stream)
    return stream.getvalue()


class _Writer:
    """Collects the blocks of the body of a Word document, in order, and the notes in them."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._body: list[str] = []
        self._notes = FootnotesPart()
        self._bookmarks = 0

    def close(self) -> None:
        """Put what was written into the package."""
        last = self._package.element.body[-1]
        for child in list(parsed("body", "".join(self._body))):
            last.addprevious(child)
        self._notes.close(self._package)

    def front(self, document: report.Document) -> None:
        """Write the title, the subtitle, and the line with author and date."""
        byline = ", ".join(part for part in (document.author, document.date) if part)
        for style, text in (
            ("Title", document.title),
            ("Subtitle", document.subtitle),
            ("Byline", byline),
        ):
            if text:
                self._paragraph(style, report.run(text))

    def block(self, block: report.Block, following: report.Block | None) -> None:
        """Write one block; a claim keeps with its quotation and its remark."""
        match block:
            case report.Heading():
                self._heading(block)
            case report.Paragraph(inlines=inlines, role=report.Role.CLAIM):
                self._paragraph("ClaimKept" if _belongs(following) else "Claim", inlines)
            case report.Paragraph(inlines=inlines, role=role):
                self._paragraph(_STYLES[role], inlines)
            case report.Quotation():
                self._quotation(block, "Kept" if _belongs(following) else "")
            case report.Table():
                self._table(block)
            case report.Figure():
                self._figure(block)
            case _:
                self._list(block)

    def _list(self, block: report.Block) -> None:
        match block:
            case report.Bullets(items=items):
                for item in items:
                    self._paragraph("ListBullet", item)
            case report.Definitions(items=definitions):
                for definition in definitions:
                    words = report.run(definition.term, "\t", definition.inlines)
                    self._paragraph("Definition", words)
            case report.Bibliography(entries=entries):
                for entry in entries:
                    self._paragraph("Bibliography", entry)
            case report.PageBreak():
                self._body.append(element("p", element("r", element("br", type="page"))))

    def _paragraph(self, style: str, inlines: report.Inlines, language: str = "") -> None:
        self._body.append(paragraph(style, self._runs(inlines, language)))

    def _quotation(self, quotation: report.Quotation, kept: str) -> None:
        before = "QuoteKept" if quotation.translation else f"Quote{kept}"
        self._paragraph(before, quotation.inlines, quotation.language)
        if quotation.translation:
            self._paragraph(f"Translation{kept}", quotation.translation)

    def _heading(self, heading: report.Heading) -> None:
        runs = self._runs(heading.inlines)
        if heading.anchor:
            self._bookmarks += 1
            start = element("bookmarkStart", id=self._bookmarks, name=_bookmark(heading.anchor))
            runs = f"{start}{runs}{element('bookmarkEnd', id=self._bookmarks)}"
        self._body.append(paragraph(f"Heading{heading.level}", runs))

    def _runs(self, inlines: report.Inlines, language: str = "", marks: str = "") -> str:
        """Return the runs of ``inlines``; ``marks`` holds ``e`` in italics, ``s`` in bold."""
        return "".join(self._run(inline, language, marks) for inline in inlines)

    def _run(self, inline: report.Inline, language: str, marks: str) -> str:
        match inline:
            case report.Text(text=text, language=own):
                style = "Strong" if "s" in marks else "Emphasis" if "e" in marks else ""
                both = "s" in marks and "e" in marks
                return text_run(text, style, own or language, slanted=both)
            case report.Emphasis(inlines=inner):
                return self._runs(inner, language, marks + "e")
            case report.Strong(inlines=inner):
                return self._runs(inner, language, marks + "s")
            case report.Reference(anchor=anchor, inlines=inner):
                runs = self._runs(inner, language, marks)
                return element("hyperlink", runs, anchor=_bookmark(anchor), history=1)
            case report.Note(inlines=inner):
                return self._notes.add(self._runs(inner))

    def _table(self, table: report.Table) -> None:
        if table.caption:
            self._paragraph("Caption", table.caption)
        total = sum(column.width for column in table.columns)
        widths = [LINE_WIDTH * column.width // total for column in table.columns]
        properties = element(
            "tblPr",
            element("tblStyle", val="ReportTable"),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1),
        )
        grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
        rows = [self._row(table, table.header, widths, "TableHead")]
        rows += [self._row(table, row, widths, "TableText") for row in table.rows]
        self._body.append(element("tbl", properties, grid, *rows))
        self._body.append(paragraph("TableEnd"))

    def _row(
        self, table: report.Table, cells: tuple[report.Inlines, ...], widths: list[int], style: str
    ) -> str:
        repeated = element("tblHeader") if style == "TableHead" else ""
        made = [element("trPr", element("cantSplit"), repeated)]
        for column, cell, width in zip(table.columns, cells, widths, strict=True):
            size = element("tcPr", element("tcW", w=width, type="dxa"))
            words = paragraph(style + _ALIGNED[column.alignment], self._runs(cell))
            made.append(element("tc", size, words))
        return element("tr", *made)

    def _figure(self, figure: report.Figure) -> None:
        from docx.shared import Emu, Twips

        from app.reports.pictures import as_png

        content = as_png(figure.content, figure.media_type)
        part = self._package.part
        _, image = part.get_or_add_image(io.BytesIO(content))
        width = Emu(min(image.width, Twips(LINE_WIDTH)))
        inline = part.new_pic_inline(io.BytesIO(content), width=width)
        inline.docPr.set("descr", printable(figure.alternative))
        drawing = element("drawing", inline.xml)
        self._body.append(paragraph("Figure", element("r", drawing)))
        if figure.caption:
            self._paragraph("Caption", figure.caption)


def _belongs(following: report.Block | None) -> bool:
    """Tell whether a block belongs to the claim before it: its quotation, its remark."""
    if isinstance(following, report.Paragraph):
        return following.role is report.Role.REMARK
    return isinstance(following, report.Quotation)


def _bookmark(anchor: str) -> str:
    return anchor.replace("-", "_")[:40]


def _margins(package: Any, document: report.Document) -> None:
    """Put the running title over and the page number under every page; none over the first."""
    section = package.sections[0]
    section.different_first_page_header_footer = True
    for place, style, runs in (
        (section.header, "Header", text_run(document.running_title)),
        (section.first_page_header, "Header", ""),
        (section.footer, "Footer", field("PAGE")),
        (section.first_page_footer, "Footer", field("PAGE")),
    ):
        place.is_linked_to_previous = False
        root = place.part.element
        for child in list(root):
            root.remove(child)
        root.extend(list(parsed("hdr", paragraph(style, runs))))


def _properties(package: Any, document: report.Document) -> None:
    properties = package.core_properties
    now = datetime.datetime.now(datetime.UTC)
    properties.title = printable(document.title)[:255]
    properties.author = properties.last_modified_by = printable(document.author)[:255]
    properties.subject = printable(document.subtitle)[:255]
    properties.language = document.language
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = now
