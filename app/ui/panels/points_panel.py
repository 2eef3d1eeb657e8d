"""The points at issue by subject, with what is at odds in each; one is always one key away."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.models.points_model import PointsModel
from app.ui.widgets.point_rows import PointRowDelegate, paint_row_ground

_ALL_OPEN = 150
"""Up to this many points every subject is open from the start."""


class PointsPanel(QTreeView):
    """The tree of subjects and points; the chosen point and the open subjects stay."""

    point_chosen = Signal(object)
    """The point with this id is to be shown."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PointsModel(bridge.workspace, self)
        self._open_subjects: set[int] = set()
        self._shown = 0
        self.setModel(self._model)
        self.setItemDelegate(PointRowDelegate(self))
        self.setAccessibleName("Points by subject")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        bridge.changed.connect(self._on_changed)
        if self._model.number_of_points <= _ALL_OPEN:
            self.expandAll()

    @property
    def points_model(self) -> PointsModel:
        """Return the model of the tree."""
        return self._model

    def mark_point(self, point_id: int) -> None:
        """Choose the row of the point that is shown, without asking to show it again."""
        self._shown = point_id
        index = self._model.point_row(point_id) if point_id else QModelIndex()
        if not index.isValid():
            self.clearSelection()
            return
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)

    def reveal_subject(self, subject_id: int) -> None:
        """Open a subject, and show its first point."""
        row = self._model.subject_row(subject_id)
        if row.isValid():
            self.expand(row)
            self.setCurrentIndex(self._model.index(0, 0, row))

    def show_neighbour(self, step: int) -> None:
        """Show the next (1) or the previous (-1) point."""
        index = self._model.neighbour(self.currentIndex(), step)
        if index.isValid():
            self.setCurrentIndex(index)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        point = self._model.point_at(current)
        if point and point != self._shown:
            self._shown = point
            self.point_chosen.emit(point)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Show a point again when its row is clicked; open and close a subject."""
        point = self._model.point_at(index)
        if point:
            self._shown = point
            self.point_chosen.emit(point)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_expanded(self, index: QModelIndex) -> None:
        self._open_subjects.add(self._model.subject_at(index))

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._open_subjects.discard(self._model.subject_at(index))

    def _on_changed(self, change_set: ChangeSet) -> None:
        scrolled, opened = self.verticalScrollBar().value(), set(self._open_subjects)
        if not self._model.take_change(change_set):
            return
        for subject in opened:
            self.expand(self._model.subject_row(subject))
        self.mark_point(self._shown)
        self.verticalScrollBar().setValue(scrolled)

    def _centre(self) -> None:
        self.scrollTo(self.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)

    @override
    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint what lies behind a row over the whole width, then the row."""
        state = options.state
        if self.currentIndex() == index and self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
            if self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
        paint_row_ground(painter, options.rect, state)
        super().drawRow(painter, options, index)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._centre)  # once it has its height

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 400)
