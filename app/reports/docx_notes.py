"""The footnotes part of a Word document, which python-docx does not make.

ECMA-376, part 1, 11.3.7 and 17.11: a part ``/word/footnotes.xml`` with two separators and one
``w:footnote`` for each note, named in the settings and referred to from runs.
"""

from __future__ import annotations

from typing import Any

from app.reports.docx_elements import element, paragraph, parsed, text_run

_PART = "/word/footnotes.xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


class FootnotesPart:
    """Collects notes while a document is written; ``close`` puts the part into the package."""

    def __init__(self) -> None:
        spacing = element("spacing", before=0, after=0, line=240, lineRule="auto")
        self._notes = [
            element(
                "footnote",
                element("p", element("pPr", spacing), element("r", element(kind))),
                type=kind,
                id=number,
            )
            for number, kind in _SEPARATORS
        ]

    def add(self, runs: str) -> str:
        """Keep a note with its runs, and return the run that marks it in the text."""
        number = len(self._notes) - 1
        words = paragraph("FootnoteText", _mark(element("footnoteRef")), text_run(" "), runs)
        self._notes.append(element("footnote", words, id=number))
        return _mark(element("footnoteReference", id=number))

    def close(self, document: Any) -> None:
        """Add the part to the document's package and name the separators in its settings."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        root = parsed("footnotes", "".join(self._notes))
        part = XmlPart(PackURI(_PART), _CONTENT_TYPE, root, document.part.package)
        document.part.relate_to(part, _RELATION)
        names = "".join(element("footnote", id=number) for number, _ in _SEPARATORS)
        settings = document.settings.element
        settings.insert_element_before(parsed("footnotePr", names), "w:endnotePr", "w:compat")


def _mark(content: str) -> str:
    return element("r", element("rPr", element("rStyle", val="FootnoteReference")), content)
