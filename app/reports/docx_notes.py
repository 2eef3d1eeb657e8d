"""The footnotes part of a Word document, which python-docx does not make.

ECMA-376, part 1, 11.3.7 and 17.11: a part ``/word/footnotes.xml`` with two separators and one
``w:footnote`` for each note, named in the settings and referred to from runs.
"""

from __future__ import annotations

from typing import Any

from app.reports.docx_elements import element, within

_PART = "/word/footnotes.xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


class FootnotesPart:
    """Collects notes while a document is written; ``close`` puts the part into the package."""

    def __init__(self) -> None:
        self._root = element("w:footnotes")
        self._count = 0
        for number, kind in _SEPARATORS:
            spacing = element("w:spacing", before=0, after=0, line=240, lineRule="auto")
            paragraph = within("w:p", within("w:pPr", spacing), within("w:r", element(f"w:{kind}")))
            note = element("w:footnote", type=kind, id=number)
            note.append(paragraph)
            self._root.append(note)

    def add(self) -> tuple[Any, Any]:
        """Begin a note; return the run that marks it in the text, and its own paragraph."""
        self._count += 1
        paragraph = within(
            "w:p",
            within("w:pPr", element("w:pStyle", val="FootnoteText")),
            _mark(element("w:footnoteRef")),
        )
        note = element("w:footnote", id=self._count)
        note.append(paragraph)
        self._root.append(note)
        return _mark(element("w:footnoteReference", id=self._count)), paragraph

    def close(self, document: Any) -> None:
        """Add the part to the document's package and name the separators in its settings."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        part = XmlPart(PackURI(_PART), _CONTENT_TYPE, self._root, document.part.package)
        document.part.relate_to(part, _RELATION)
        names = within(
            "w:footnotePr", *(element("w:footnote", id=number) for number, _ in _SEPARATORS)
        )
        document.settings.element.insert_element_before(names, "w:endnotePr", "w:compat")


def _mark(content: Any) -> Any:
    style = within("w:rPr", element("w:rStyle", val="FootnoteReference"))
    return within("w:r", style, content)
