"""The citations of an audit as a table: what an author says beside what the place says."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.citation_audit import Citation
from app.domain.citation_wording import placed, said_there
from app.ui.models.row_window import RowColumn
from app.ui.theme import verdict_colour
from app.ui.widgets.fidelity_marks import MEANINGS, fidelity_verdict, fidelity_words
from app.ui.widgets.held_table import HeldTable
from app.ui.widgets.texts import plain_tooltip, told_whole


def _verdict_role(citation: Citation, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole:
        return verdict_colour(fidelity_verdict(citation.fidelity))
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(MEANINGS[citation.fidelity])
    return None


def _title(citation: Citation) -> str:
    return citation.title


def _citing(citation: Citation) -> str:
    return placed(citation.citing.siglum, citation.citing.place)


def _cited(citation: Citation) -> str:
    return placed(citation.cited.siglum, citation.cited.place)


_COLUMNS = (
    RowColumn[Citation]("Verdict", lambda c: fidelity_words(c.fidelity), _verdict_role),
    RowColumn[Citation]("Author", lambda c: c.author),
    RowColumn[Citation]("Point", _title, told_whole(_title)),
    RowColumn[Citation]("The author says", lambda c: c.citing.phrase, told_whole(_citing)),
    RowColumn[Citation]("Place", lambda c: c.cited.siglum, told_whole(_cited)),
    RowColumn[Citation]("The place says", said_there, told_whole(_cited)),
)


class CitationsTable(HeldTable[Citation]):
    """Citations, the hardest of each author first; a row's id is that of the citing claim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _COLUMNS, (14, 12, 40, 20, 5, 20), parent, id_of=lambda c: c.citing.claim_id,
            name="Citations", spare=(4, 1),
        )  # fmt: skip

    def show_citations(self, citations: Iterable[Citation]) -> None:
        """Show these citations; the chosen row stays chosen while it is among them."""
        chosen = self.current_id
        self.show_records(citations)
        if not self.choose(chosen):
            self.choose_none()
            self.choose_first()
