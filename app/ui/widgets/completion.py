"""Completion that asks a service at each letter: the list below a field is never filtered twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One completion: what goes into the field, and how the list shows it."""

    text: str
    shown: str = ""


class _Proposals(QAbstractListModel):
    """The completions for what is typed now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._proposals: tuple[Proposal, ...] = ()

    def show(self, proposals: Sequence[Proposal]) -> None:
        self.beginResetModel()
        self._proposals = tuple(proposals)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._proposals)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        proposal = self._proposals[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return proposal.text
        return (proposal.shown or proposal.text) if role == Qt.ItemDataRole.DisplayRole else None


class Completion(QCompleter):
    """Proposes for a field what ``propose`` returns for its text.

    Enter takes the marked proposal; where none is marked the list closes and ``passed`` is
    emitted, so that one stroke keeps what was typed.
    """

    passed = Signal()

    def __init__(self, field: QLineEdit, propose: Callable[[str], Sequence[Proposal]]) -> None:
        super().__init__(field)
        self._propose = propose
        self._proposals = _Proposals(self)
        self._list = QListView()
        self.setPopup(self._list)
        self.setModel(self._proposals)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(Qt.ItemDataRole.EditRole)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.installEventFilter(self)
        field.textEdited.connect(self._on_edited)
        field.setCompleter(self)

    def _on_edited(self, text: str) -> None:
        found = list(self._propose(text)) if text.strip() else []
        if any(proposal.text == text for proposal in found):
            found = []
        self._proposals.show(found)
        if not found:
            self._list.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not self._list.currentIndex().isValid()
        ):
            self._list.hide()
            self.passed.emit()
            return True
        return super().eventFilter(watched, event)
