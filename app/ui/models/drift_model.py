"""One speaker's tellings as a table: points down, tellings across, what each telling changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.drift import Drift, Occasion, Thread, Turn
from app.domain.drift_wording import since_in_words
from app.ui.widgets.change_marks import change_words
from app.ui.widgets.texts import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TurnRole = Qt.ItemDataRole.UserRole + 1
ThreadRole = Qt.ItemDataRole.UserRole + 2
"""The ``Thread`` of a row, or the words that head a group of rows."""
OccasionRole = Qt.ItemDataRole.UserRole + 3
_CORE = "Core of the story"
_PERIPHERY = "Dates and figures"
_Row = Thread | str
_Roles = Qt.ItemDataRole


CHOICES: Mapping[str, str] = {
    "": "All",
    "moved": "Changed",
    "kept": "Unchanged",
    "once": "Told once",
}
"""Which points can be shown, by name, with their words."""


def kind_of(thread: Thread) -> str:
    """Return whether a point moved, was kept, or was told only once: a name of ``CHOICES``."""
    if thread.has_moved:
        return "moved"
    return "kept" if sum(bool(turn and turn.answers) for turn in thread.turns) > 1 else "once"


class DriftModel(QAbstractTableModel):
    """Shows a ``Drift``; the points of the core come first, under headings of their own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._occasions: tuple[Occasion, ...] = ()
        self._rows: list[_Row] = []

    def show_drift(self, drift: Drift | None, only: str = "") -> None:
        """Show what a speaker told; ``only`` is a name of ``CHOICES``."""
        self.beginResetModel()
        self._occasions = drift.occasions if drift else ()
        wanted = [t for t in drift.threads if not only or kind_of(t) == only] if drift else []
        self._rows = []
        for heading, is_core in ((_CORE, True), (_PERIPHERY, False)):
            threads = [thread for thread in wanted if thread.is_core is is_core]
            self._rows += [heading, *threads] if threads else []
        self.endResetModel()

    @property
    def headings(self) -> list[int]:
        """Return the rows that head a group."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, str)]

    def find_thread(self, row: int) -> Thread | None:
        """Return the point of a row, or ``None`` where the row is a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Thread) else None

    def find_occasion(self, column: int) -> Occasion | None:
        """Return the telling of a column."""
        return self._occasions[column] if 0 <= column < len(self._occasions) else None

    def row_of(self, point_id: int) -> int:
        """Return the row of a point, or -1."""
        found = (
            place
            for place, row in enumerate(self._rows)
            if isinstance(row, Thread) and row.point_id == point_id
        )
        return next(found, -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._occasions)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.find_thread(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = _Roles.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ThreadRole:
            return row
        if isinstance(row, str):
            return row if role in (_Roles.DisplayRole, _Roles.AccessibleTextRole) else None
        return self._told(row, index.column(), role)

    def _told(self, thread: Thread, column: int, role: int) -> object:
        turn = thread.turns[column]
        if role == TurnRole:
            return turn
        if role == _Roles.DisplayRole:
            return answer_of(turn)
        if role == _Roles.ToolTipRole:
            return plain_tooltip(f"{answer_of(turn)}\n{change_words(turn.change)}" if turn else "")
        if role == _Roles.AccessibleTextRole:
            words = f"{change_words(turn.change)}: {answer_of(turn)}" if turn else "not recorded"
            return f"{thread.heading}, {self._occasions[column].siglum}, {words}"
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Roles.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            occasion = self.find_occasion(section)
            return _of_occasion(occasion, role) if occasion else None
        row = self._rows[section] if 0 <= section < len(self._rows) else None
        if role == ThreadRole:
            return row
        if role == _Roles.DisplayRole:
            return row.heading if isinstance(row, Thread) else row
        if role == _Roles.ToolTipRole and isinstance(row, Thread):
            return plain_tooltip(f"{row.subject}: {row.heading}")
        return None


def answer_of(turn: Turn | None) -> str:
    """Return what a telling answers, several answers in one line."""
    return "; ".join(turn.answers) if turn else ""


def years_after(occasion: Occasion) -> str:
    """Return how long after the event a telling is, or nothing where that is not known."""
    words = since_in_words(occasion)
    return f"{words} after" if words else ""


def circumstances_of(occasion: Occasion) -> str:
    """Return date, years since the event, addressee and occasion of a telling."""
    years = years_after(occasion)
    parts = (
        occasion.date or "undated",
        f"{years} the event" if years else "",
        f"to {occasion.addressee}" if occasion.addressee else "",
        occasion.occasion,
    )
    return ", ".join(filter(None, parts))


def _of_occasion(occasion: Occasion, role: int) -> object:
    if role == OccasionRole:
        return occasion
    if role == _Roles.DisplayRole:
        return occasion.siglum
    if role == _Roles.ToolTipRole:
        return plain_tooltip(f"{occasion.siglum}: {circumstances_of(occasion)}")
    return None
