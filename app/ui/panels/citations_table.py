"""The citations of an audit as a table: what an author says beside what the place says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.citation_audit import Citation
from app.domain.citation_wording import placed, said_there
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.theme import verdict_colour
from app.ui.widgets.fidelity_marks import MEANINGS, fidelity_verdict, fidelity_words
from app.ui.widgets.row_table import RowTable
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


class CitationsTable(RowTable[Citation]):
    """Citations, the hardest of each author first; a row's id is that of the citing claim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: Mapping[int, Citation] = {}
        model = RowWindowModel[Citation](
            _COLUMNS, self._fetch, id_of=lambda citation: citation.citing.claim_id
        )
        super().__init__(model, (14, 12, 40, 20, 5, 20), parent, name="Citations", spare=(4, 1))

    def _fetch(self, ids: list[int]) -> list[Citation]:
        return [self._shown[claim] for claim in ids if claim in self._shown]

    def show_citations(self, citations: Iterable[Citation]) -> None:
        """Show these citations; the chosen row stays chosen while it is among them."""
        self._shown = {citation.citing.claim_id: citation for citation in citations}
        chosen = self.current_id
        self.show_ids(self._shown)
        if not self.choose(chosen):
            self.choose_none()
            self.choose_first()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return what is shown, in the order of the rows."""
        return tuple(self._shown.values())

    def find_citation(self) -> Citation | None:
        """Return the chosen citation, if any."""
        return self._shown.get(self.current_id)
