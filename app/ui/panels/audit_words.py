"""Below the table of an audit: the chosen citation in full, and the paragraph on its author."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.citation_audit import AuthorAudit, Citation
from app.domain.citation_wording import audit_in_words, audit_paragraph
from app.ui.labels import counted
from app.ui.widgets.citation_words import citation_segments
from app.ui.widgets.passage import Passage
from app.ui.widgets.rooms import QuietScroll, column_of
from app.ui.widgets.texts import Hairline, PlainLabel

_MOST_SHOWN = 60
"""Authors, or what one of them gives otherwise, told on the screen; all are copied."""


def audit_lines(audits: Sequence[AuthorAudit], most: int = 0) -> list[str]:
    """Return the paragraph on one author, or a line for each of several.

    ``most``: how much of what is listed is told (0: all).
    """
    if len(audits) == 1:
        return [audit_paragraph(audits[0], most)]
    rest = len(audits) - most if most else 0
    more = [f"And {counted(rest, 'more author')}."] if rest > 0 else []
    return [f"{audit_in_words(audit)}." for audit in audits[: most or None]] + more


class AuditWords(QuietScroll):
    """Scrolls where there is too little room; its passages can be copied by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.citation = Passage(in_tabs=True)
        self.citation.setAccessibleName("The chosen citation")
        self.title = PlainLabel(muted=True)
        self.paragraph = Passage(serif=True, in_tabs=True)
        self.paragraph.setAccessibleName("Paragraph for a footnote")
        parts = (self.citation, Hairline(), self.title, self.paragraph)
        super().__init__(column_of(*parts, margins=(24, 10, 24, 16), spacing=8), parent)

    def show_citation(self, citation: Citation | None) -> None:
        """Show one citation in full, or none."""
        self.citation.show_segments(citation_segments(citation) if citation else ())

    def show_authors(self, audits: Sequence[AuthorAudit]) -> None:
        """Show the paragraph on one author, or a line for each of several."""
        self.title.setText("For a footnote" if len(audits) == 1 else "By author")
        self.paragraph.show_text("\n".join(audit_lines(audits, _MOST_SHOWN)))
