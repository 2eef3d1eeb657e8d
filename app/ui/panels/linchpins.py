"""Linchpins: each source with what would be found otherwise without it, reckoned aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.linchpins import Linchpin, list_linchpins
from app.services.sources import list_sources_by_id
from app.services.workspace import Workspace
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.reckoning import Reckoning
from app.ui.theme import verdict_colour
from app.ui.widgets.progress_line import ProgressLine
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.texts import PlainLabel, told_whole
from app.ui.widgets.what_if_words import balance_in_words

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_NOTHING = "There is no source yet whose fall could change anything."
_LEAD = "What would be found otherwise if a source alone fell. Enter sets it aside."
_STOPPED = "Stopped before every source was looked at."

Row = tuple[Linchpin, str]
"""A linchpin, and the author, title and date of the source."""


def _status_role(row: Row, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole and row[0].statuses:
        return verdict_colour("contradicts")
    return None


def _title(row: Row) -> str:
    return row[1]


def _count(number: int) -> str:
    return f"{number:,}" if number else "–"


_COLUMNS = (
    RowColumn[Row]("Source", lambda row: row[0].key),
    RowColumn[Row]("Title", _title, told_whole(_title)),
    RowColumn[Row]("Points", lambda row: _count(row[0].points), alignment=_CENTRE),
    RowColumn[Row]("Statuses", lambda row: _count(row[0].statuses), _status_role, _CENTRE),
    RowColumn[Row]("Versions gone", lambda row: _count(row[0].versions_gone), alignment=_CENTRE),
    RowColumn[Row](
        "Flags",
        lambda row: balance_in_words(row[0].flags_gone, row[0].flags_new) or "–",
        alignment=_CENTRE,
    ),
    RowColumn[Row]("Witnesses", lambda row: _count(row[0].witnesses), alignment=_CENTRE),
)


class LinchpinsTable(QWidget):
    """Lists sources, those on which most hangs first; Enter sets one aside."""

    aside_asked = Signal(object)
    """The given ``Linchpin`` is to be set aside."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found: dict[int, Linchpin] = {}
        self._is_stale = True
        self._reckoning = Reckoning(workspace.path, "Looking at what hangs on each source", self)
        self.progress = ProgressLine(self)
        self.status = PlainLabel(_LEAD, self, muted=True, wraps=True)
        model = RowWindowModel[Row](_COLUMNS, self._fetch, id_of=lambda row: row[0].source_id)
        self.table = RowTable[Row](model, (8, 40, 7, 8, 12, 16, 9), self, name="Linchpins")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 8)
        layout.setSpacing(8)
        layout.addWidget(self.status)
        layout.addWidget(self.progress)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self._on_opened)
        self._reckoning.progressed.connect(self.progress.show_progress)
        self._reckoning.finished.connect(self._on_finished)
        self._reckoning.stopped.connect(lambda: self.progress.show_stopped(_STOPPED))
        self._reckoning.refused.connect(self.progress.show_stopped)
        self.progress.stop_asked.connect(self._reckoning.stop)
        self.progress.begin_asked.connect(self._begin_anew)

    def forget(self) -> None:
        """Reckon anew when it is next shown: something in the dossier changed."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reckon in the background where something changed since."""
        if not self._is_stale:
            return
        self._is_stale = False
        self.status.setText(_LEAD)
        self._reckoning.begin(list_linchpins)

    @property
    def is_busy(self) -> bool:
        """Tell whether it is still being reckoned."""
        return self._reckoning.is_busy

    def _begin_anew(self) -> None:
        self._is_stale = True
        self.refresh()

    def _on_finished(self, found: object) -> None:
        self.progress.show_done()
        linchpins = found if isinstance(found, list) else []
        self._found = {linchpin.source_id: linchpin for linchpin in linchpins}
        self.table.show_ids(self._found)
        self.table.choose_first()
        self.status.setText(_LEAD if linchpins else _NOTHING)

    def _fetch(self, ids: list[int]) -> list[Row]:
        sources = list_sources_by_id(self._workspace, ids)
        return [
            (self._found[s.id], ", ".join(filter(None, (s.author, s.title, s.date))))
            for s in sources
        ]

    def _on_opened(self, source_id: int) -> None:
        self.aside_asked.emit(self._found[source_id])
