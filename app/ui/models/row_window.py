"""Lists of any length: the model holds ids, and cells come in cached windows of 64 records.

Sorting and filtering are the store's: the owner of the model gives it another list of ids.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.ui.models.runs import added_runs, kept_in_order, removed_runs

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")

WINDOW = 64
"""How many records are fetched at once."""
_MOST_WINDOWS = 64
_NOWHERE = QModelIndex()


def _no_roles(_record: Any, _role: int) -> object:
    return None


@dataclass(frozen=True)  # with slots, Python 3.11 cannot make a subscripted generic
class RowColumn(Generic[R]):
    """One column: its heading, its text, and what else a cell has (colour, font, tooltip)."""

    title: str
    text: Callable[[R], str]
    role: Callable[[R, int], object] = _no_roles
    """Called with the record and any other role; ``None`` leaves it to the view."""
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class RowWindowModel(QAbstractTableModel, Generic[R]):
    """A table of records known by their ids."""

    def __init__(
        self,
        columns: Sequence[RowColumn[R]],
        fetch: Callable[[list[int]], Sequence[R]],
        *,
        id_of: Callable[[R], int],
        ids: Iterable[int] = (),
        parent: QObject | None = None,
    ) -> None:
        """``fetch`` returns the records of at most 64 ids; one that is gone may be left out."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._id_of = id_of
        self._ids = list(ids)
        self._rows: dict[int, int] | None = None
        self._windows: OrderedDict[int, dict[int, R]] = OrderedDict()

    @property
    def ids(self) -> tuple[int, ...]:
        """Return the ids in the order of the rows."""
        return tuple(self._ids)

    def id_at(self, row: int) -> int:
        """Return the id of a row, or 0 where there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, record_id: int) -> int:
        """Return the row of an id, or -1 when it is not listed."""
        if self._rows is None:
            self._rows = {known: row for row, known in enumerate(self._ids)}
        return self._rows.get(record_id, -1)

    def find_record(self, row: int) -> R | None:
        """Return the record of a row, or ``None`` when it is gone meanwhile."""
        if not 0 <= row < len(self._ids):
            return None
        return self._window(row // WINDOW).get(self._ids[row])

    def _window(self, number: int) -> dict[int, R]:
        if number in self._windows:
            self._windows.move_to_end(number)
            return self._windows[number]
        wanted = self._ids[number * WINDOW : (number + 1) * WINDOW]
        found = {self._id_of(record): record for record in self._fetch(wanted)}
        self._windows[number] = found
        if len(self._windows) > _MOST_WINDOWS:
            self._windows.popitem(last=False)
        return found

    def drop(self, ids: Collection[int]) -> None:
        """Forget what is cached of the given records; views fetch those that they show."""
        for number in {row // WINDOW for row in map(self.row_of, ids) if row >= 0}:
            if self._windows.pop(number, None) is not None:
                last = min((number + 1) * WINDOW, len(self._ids)) - 1
                self.dataChanged.emit(
                    self.index(number * WINDOW, 0), self.index(last, len(self._columns) - 1)
                )

    def drop_all(self) -> None:
        """Forget every cached record, as after a change that may show in any row."""
        self._windows.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def reset_ids(self, ids: Iterable[int]) -> None:
        """Show other ids: rows are taken out and put in, so that selection and scroll stay."""
        wanted = list(ids)
        if wanted == self._ids:
            return
        if not kept_in_order(self._ids, wanted):
            self._replace(wanted)
            return
        for first, last in removed_runs(self._ids, wanted):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._ids[first : last + 1]
            self._forget_places()
            self.endRemoveRows()
        for first, last in added_runs(self._ids, wanted):
            self.beginInsertRows(_NOWHERE, first, last)
            self._ids[first:first] = wanted[first : last + 1]
            self._forget_places()
            self.endInsertRows()

    def _replace(self, wanted: list[int]) -> None:
        self.beginResetModel()
        self._ids = wanted
        self._forget_places()
        self.endResetModel()

    def _forget_places(self) -> None:
        self._rows = None
        self._windows.clear()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment | Qt.AlignmentFlag.AlignVCenter
        record = self.find_record(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        return column.role(record, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].alignment | Qt.AlignmentFlag.AlignVCenter
        return None
