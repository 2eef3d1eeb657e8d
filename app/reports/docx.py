"""The report as a Word document: real footnotes, styles for everything, repeated header rows."""

from __future__ import annotations

import datetime
import io
from typing import Any

from app.reports import document as report
from app.reports.docx_elements import element, field, paragraph, text_run, within
from app.reports.docx_notes import FootnotesPart
from app.reports.docx_package import LINE_WIDTH, new_package
from app.reports.tree import printable

_STYLES = {
    report.Role.BODY: "BodyText",
    report.Role.LEAD: "Lead",
    report.Role.APPARATUS: "Apparatus",
    report.Role.CLAIM: "Claim",
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
    writer.notes.close(package)
    _margins(package, document)
    _properties(package, document)
    stream = io.BytesIO()
    package.save(stream)
    return stream.getvalue()


class _Writer:
    """Appends blocks to the body of a Word document, in order."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self._last = package.element.body[-1]
        self.notes = FootnotesPart()
        self._bookmarks = 0

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
        """Write one block; a claim keeps with the quotation that follows it."""
        match block:
            case report.Heading():
                self._heading(block)
            case report.Paragraph(inlines=inlines, role=role):
                held = role is report.Role.CLAIM and isinstance(following, report.Quotation)
                self._paragraph("ClaimBeforeQuotation" if held else _STYLES[role], inlines)
            case report.Quotation():
                self._paragraph("Quote", block.inlines, block.language)
                if block.translation:
                    self._paragraph("Translation", block.translation)
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
                page_break = within("w:r", element("w:br", type="page"))
                self._append(within("w:p", page_break))

    def _append(self, child: Any) -> None:
        self._last.addprevious(child)

    def _paragraph(self, style: str, inlines: report.Inlines, language: str = "") -> None:
        made = paragraph(style)
        self._fill(made, inlines, language)
        self._append(made)

    def _heading(self, heading: report.Heading) -> None:
        made = paragraph(f"Heading{heading.level}")
        if heading.anchor:
            self._bookmarks += 1
            made.append(
                element("w:bookmarkStart", id=self._bookmarks, name=_bookmark(heading.anchor))
            )
        self._fill(made, heading.inlines)
        if heading.anchor:
            made.append(element("w:bookmarkEnd", id=self._bookmarks))
        self._append(made)

    def _fill(
        self, parent: Any, inlines: report.Inlines, language: str = "", marks: str = ""
    ) -> None:
        """Append the runs of ``inlines``; ``marks`` holds ``e`` in italics, ``s`` in bold."""
        for inline in inlines:
            match inline:
                case report.Text(text=text, language=own):
                    style = "Strong" if "s" in marks else "Emphasis" if "e" in marks else ""
                    both = "s" in marks and "e" in marks
                    parent.append(text_run(text, style, own or language, slanted=both))
                case report.Emphasis(inlines=inner):
                    self._fill(parent, inner, language, marks + "e")
                case report.Strong(inlines=inner):
                    self._fill(parent, inner, language, marks + "s")
                case report.Reference(anchor=anchor, inlines=inner):
                    link = element("w:hyperlink", anchor=_bookmark(anchor), history=1)
                    self._fill(link, inner, language, marks)
                    parent.append(link)
                case report.Note(inlines=inner):
                    mark, note = self.notes.add()
                    parent.append(mark)
                    self._fill(note, report.run(" ", inner))

    def _table(self, table: report.Table) -> None:
        if table.caption:
            self._paragraph("Caption", table.caption)
        total = sum(column.width for column in table.columns)
        widths = [LINE_WIDTH * column.width // total for column in table.columns]
        made = within(
            "w:tbl",
            within(
                "w:tblPr",
                element("w:tblStyle", val="ReportTable"),
                element("w:tblW", w=sum(widths), type="dxa"),
                element("w:tblLayout", type="fixed"),
                element("w:tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1),
            ),
            within("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)),
        )
        made.append(self._row(table, table.header, widths, "TableHead"))
        for row in table.rows:
            made.append(self._row(table, row, widths, "TableText"))
        self._append(made)
        self._append(paragraph("TableEnd"))

    def _row(
        self, table: report.Table, cells: tuple[report.Inlines, ...], widths: list[int], style: str
    ) -> Any:
        made = within("w:tr", within("w:trPr", element("w:cantSplit")))
        if style == "TableHead":
            made[0].append(element("w:tblHeader"))
        for column, cell, width in zip(table.columns, cells, widths, strict=True):
            words = paragraph(style + _ALIGNED[column.alignment])
            self._fill(words, cell)
            size = within("w:tcPr", element("w:tcW", w=width, type="dxa"))
            made.append(within("w:tc", size, words))
        return made

    def _figure(self, figure: report.Figure) -> None:
        from docx.shared import Emu, Twips

        from app.reports.pictures import as_png

        content = as_png(figure.content, figure.media_type)
        _, image = self.package.part.get_or_add_image(io.BytesIO(content))
        width = min(image.width, Twips(LINE_WIDTH))
        inline = self.package.part.new_pic_inline(io.BytesIO(content), width=Emu(width))
        inline.docPr.set("descr", printable(figure.alternative))
        made = paragraph("Figure")
        made.append(within("w:r", within("w:drawing", inline)))
        self._append(made)
        if figure.caption:
            self._paragraph("Caption", figure.caption)


def _bookmark(anchor: str) -> str:
    return anchor.replace("-", "_")[:40]


def _margins(package: Any, document: report.Document) -> None:
    """Put the running title over and the page number under every page; none over the first."""
    section = package.sections[0]
    section.different_first_page_header_footer = True
    for place, style, runs in (
        (section.header, "Header", (text_run(document.running_title),)),
        (section.first_page_header, "Header", ()),
        (section.footer, "Footer", field("PAGE")),
        (section.first_page_footer, "Footer", field("PAGE")),
    ):
        place.is_linked_to_previous = False
        root = place.part.element
        for child in list(root):
            root.remove(child)
        words = paragraph(style)
        words.extend(runs)
        root.append(words)


def _properties(package: Any, document: report.Document) -> None:
    properties = package.core_properties
    now = datetime.datetime.now(datetime.UTC)
    properties.title = printable(document.title)[:255]
    properties.author = properties.last_modified_by = printable(document.author)[:255]
    properties.subject = printable(document.subtitle)[:255]
    properties.language = document.language
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = now
