"""The table of a speaker's tellings: points at the left stay in view, so do the tellings above."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.domain.drift import Occasion, Thread, Turn
from app.ui.fonts import ui_font
from app.ui.models.drift_model import (
    DriftModel,
    OccasionRole,
    ThreadRole,
    TurnRole,
    answer_of,
    years_after,
)
from app.ui.theme import current_theme, verdict_colour
from app.ui.widgets.change_marks import change_verdict, change_words
from app.ui.widgets.point_rows import paint_row_ground
from app.ui.widgets.texts import on_one_line

_PADDING = 8
_LEAST_LETTERS = 14
_POINT_SHARE = 0.2
_MARGIN = 24
_CORNER = (
    "QTableCornerButton::section { background: transparent; border: none;"
    " border-bottom: 1px solid palette(mid); }"
)
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _draw(painter: QPainter, box: QRect, text: str) -> int:
    """Draw one line at the top of a box, shortened to its width, and return its height."""
    metrics = painter.fontMetrics()
    words = metrics.elidedText(on_one_line(text), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _ONE_LINE, words)
    return metrics.lineSpacing()


class _TurnDelegate(QStyledItemDelegate):
    """Paints an answer, and below it what became of it since the telling before."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        where: QRect = option.rect
        if isinstance(index.data(ThreadRole), Thread):
            paint_row_ground(painter, where, option.state)
            turn = index.data(TurnRole)
            if isinstance(turn, Turn):
                _paint_turn(painter, where.adjusted(_PADDING, 5, -_PADDING, -4), turn)
        painter.setPen(current_theme().line)
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        painter.restore()


def _paint_turn(painter: QPainter, box: QRect, turn: Turn) -> None:
    if turn.answers:
        painter.setFont(ui_font())
        painter.setPen(current_theme().text)
        box.setTop(box.top() + _draw(painter, box, answer_of(turn)))
    painter.setFont(ui_font(0.9))
    painter.setPen(verdict_colour(change_verdict(turn.change)))
    _draw(painter, box, change_words(turn.change))


class _Occasions(QHeaderView):
    """The tellings: siglum, date, years since the event."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, 3 * self.fontMetrics().lineSpacing() + 10)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        occasion = self.model().headerData(logicalIndex, self.orientation(), OccasionRole)
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.window)
        if isinstance(occasion, Occasion):
            box = rect.adjusted(_PADDING, 3, -_PADDING, 0)
            painter.setFont(ui_font(bold=True))
            painter.setPen(theme.text)
            box.setTop(box.top() + _draw(painter, box, occasion.siglum))
            painter.setFont(ui_font(0.9))
            painter.setPen(theme.muted)
            box.setTop(box.top() + _draw(painter, box, occasion.date or "undated"))
            _draw(painter, box, years_after(occasion))
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class _Points(QHeaderView):
    """The points, and the headings of their groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        row = self.model().headerData(logicalIndex, self.orientation(), ThreadRole)
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.window)
        if isinstance(row, Thread):
            box = rect.adjusted(_MARGIN, 5, -_PADDING, -4)
            painter.setFont(ui_font(bold=row.has_moved))
            painter.setPen(theme.text)
            box.setTop(box.top() + _draw(painter, box, row.heading))
            painter.setFont(ui_font(0.9))
            painter.setPen(theme.muted)
            _draw(painter, box, row.subject)
        else:
            painter.setFont(ui_font(0.9))
            painter.setPen(theme.muted)
            _draw(painter, rect.adjusted(_MARGIN, 7, -_PADDING, 0), str(row))
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class DriftTable(QTableView):
    """Goes from cell to cell with the arrow keys; Enter opens the point."""

    opened = Signal(object)
    """Enter or a double click on a row of the point with this id."""
    moved = Signal()
    """Another cell is the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drift = DriftModel(self)
        self.setHorizontalHeader(_Occasions(self))
        self.setVerticalHeader(_Points(self))
        self.setModel(self.drift)
        self.setItemDelegate(_TurnDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(_CORNER)
        self.setAccessibleName("Tellings, point by point")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(10)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self.moved)
        self.drift.modelReset.connect(self._fit)

    @property
    def current_thread(self) -> Thread | None:
        """Return the point of the current row, if any."""
        return self.drift.find_thread(self.currentIndex().row())

    def choose(self, point_id: int, column: int = -1) -> None:
        """Make a point's cell the current one; where it is not shown, what is told first."""
        row = self.drift.row_of(point_id)
        if row < 0:
            row, column = min(1, self.drift.rowCount() - 1), -1
        thread = self.drift.find_thread(row)
        if column < 0 and thread is not None:
            column = next(place for place, turn in enumerate(thread.turns) if turn is not None)
        self.setCurrentIndex(self.drift.index(row, column))
        self.moved.emit()

    def _open(self) -> None:
        if self.current_thread is not None:
            self.opened.emit(self.current_thread.point_id)

    def _fit(self) -> None:
        """Give the points their share of the width and the tellings the rest, or make it scroll."""
        columns = self.drift.columnCount()
        points = int(self.width() * _POINT_SHARE)
        self.verticalHeader().setFixedWidth(points)
        room = self.width() - points - self.verticalScrollBar().sizeHint().width()
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth() + 2 * _PADDING
        if columns:
            self.horizontalHeader().setDefaultSectionSize(max(least, room // columns))
        line = self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(2 * line + 9)
        for row in self.drift.headings:
            self.setRowHeight(row, line + 11)
        self.updateGeometries()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self._open()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.viewport().update()
