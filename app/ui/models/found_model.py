"""What the search found, as a list with a heading over each kind of thing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.services.searching import Found
from app.ui.labels import FOUND_KINDS

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_EXACT = "Called just so"
FoundRole = Qt.ItemDataRole.UserRole + 1
"""Gives the ``Found`` of a row; ``None`` for a heading."""


class FoundModel(QAbstractListModel):
    """At most some dozens of results; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found | str] = []

    def show_found(self, results: Iterable[Found]) -> None:
        """Show other results: what is called just so, then by kind in the order of headings."""
        by_kind: dict[str, list[Found]] = {_EXACT: [], **{kind: [] for kind in FOUND_KINDS}}
        for found in results:
            by_kind.setdefault(_EXACT if found.is_exact else found.kind, []).append(found)
        self.beginResetModel()
        self._rows = []
        for kind, things in by_kind.items():
            if things:
                self._rows += [FOUND_KINDS.get(kind, kind), *things]
        self.endResetModel()

    def found_at(self, row: int) -> Found | None:
        """Return the result in a row, or ``None`` where a heading stands."""
        entry = self._rows[row] if 0 <= row < len(self._rows) else None
        return entry if isinstance(entry, Found) else None

    def next_result(self, row: int, step: int) -> int:
        """Return the next row with a result from ``row`` on in the given direction, else -1."""
        row += step
        while 0 <= row < len(self._rows):
            if self.found_at(row):
                return row
            row += step
        return -1

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.found_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == FoundRole:
            return entry if isinstance(entry, Found) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title}, {entry.detail}" if isinstance(entry, Found) else entry
        return None
