"""One line of time: a row for each date point, each claim a bar of the days that it allows.

By keyboard: left and right move through time, + and - zoom, 0 or Home shows all, up and down go
from bar to bar, Enter opens the point. By mouse: drag, wheel with Ctrl to zoom, with Shift to move.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget
from typing_extensions import override

from app.ui.models.time_rows import TimeBar, TimeRow, bounds_of
from app.ui.theme import current_theme
from app.ui.widgets.texts import plain_tooltip
from app.ui.widgets.time_lanes import TimeLanes, axis_height, lay_lanes
from app.ui.widgets.time_paint import paint_axis, paint_bar, paint_title
from app.ui.widgets.time_scale import TimeScale, whole_scale

_ZOOM = 1.4
_STEP = 0.15
_MOST_HEIGHT = 420
_LEAST_HEIGHT = 100


class TimeLine(QAbstractScrollArea):
    """Draws rows of bars over an axis that stays in view."""

    chosen = Signal(object)
    """Another bar is the current one: the ``TimeBar``, or ``None``."""
    opened = Signal(object)
    """The point with this id is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TimeRow, ...] = ()
        self.scale: TimeScale | None = None
        """The stretch of time in view; ``None`` while there is nothing to draw."""
        self._whole: TimeScale | None = None
        self._current = -1
        self._most_height = _MOST_HEIGHT
        self._dragged: tuple[float, TimeScale] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Line of time")
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(1 / _ZOOM),
            Qt.Key.Key_Equal: lambda: self.zoom(1 / _ZOOM),
            Qt.Key.Key_Minus: lambda: self.zoom(_ZOOM),
            Qt.Key.Key_0: self.show_all,
            Qt.Key.Key_Home: self.show_all,
            Qt.Key.Key_Left: lambda: self.move_by(-_STEP),
            Qt.Key.Key_Right: lambda: self.move_by(_STEP),
            Qt.Key.Key_Up: lambda: self.choose_bar(self._current - 1),
            Qt.Key.Key_Down: lambda: self.choose_bar(self._current + 1),
            Qt.Key.Key_Return: self.open_current,
            Qt.Key.Key_Enter: self.open_current,
        }

    def show_rows(self, rows: tuple[TimeRow, ...]) -> None:
        """Draw these rows; where the points are the same, the stretch in view stays."""
        same = [row.point_id for row in rows] == [row.point_id for row in self.rows]
        self.rows = rows
        self._whole = whole_scale(bounds_of(rows), self._line_width())
        if not same or self.scale is None:
            self.scale = self._whole
            self._choose(-1)
        else:
            self._choose(min(self._current, len(self.bars) - 1))
        self._fit()

    def limit_height(self, most: int) -> None:
        """Be no higher than this, so that the axis stays in view; then scroll."""
        most = max(most, _LEAST_HEIGHT)
        if most != self._most_height:
            self._most_height = most
            self._fit()

    @property
    def bars(self) -> list[TimeBar]:
        """Return all bars from top to bottom."""
        return [bar for row in self.rows for bar in row.bars]

    @property
    def current(self) -> TimeBar | None:
        """Return the bar that is chosen, if any."""
        return self.bars[self._current] if 0 <= self._current < len(self.bars) else None

    # Through time

    def zoom(self, factor: float, place: float | None = None) -> None:
        """Show a stretch ``factor`` times as long, around a place, else what is chosen."""
        if place is None and self.current is not None and self.scale is not None:
            days = bounds_of((TimeRow(0, "", (self.current,)),))
            middle = self.scale.place(sum(days) / len(days)) if days else -1.0
            place = middle if 0 <= middle <= self.scale.width else None
        self._set_scale(self.scale and self.scale.zoomed(factor, place))

    def move_by(self, share: float) -> None:
        """Go on by a share of the stretch in view; back where negative."""
        self._set_scale(self.scale and self.scale.moved(share))

    def show_all(self) -> None:
        """Show the whole stretch of the chain."""
        self._set_scale(self._whole)

    def _set_scale(self, scale: TimeScale | None) -> None:
        if scale is not None and self._whole is not None:
            self.scale = scale.kept_within(self._whole)
            self.viewport().update()

    # From bar to bar

    def choose_bar(self, place: int) -> None:
        """Make the bar at a place, counted from the top, the current one and show it."""
        bars = self.bars
        if not bars:
            return
        self._choose(min(max(place, 0), len(bars) - 1))
        places = self._places()
        lane = places.lane(self._current)
        bar = self.verticalScrollBar()
        if lane.top() < bar.value():
            bar.setValue(int(lane.top()) - places.title_height)
        elif lane.bottom() > bar.value() + self._room():
            bar.setValue(int(lane.bottom()) - self._room())
        self._show_days(bars[self._current])

    def _show_days(self, bar: TimeBar) -> None:
        days = whole_scale(bounds_of((TimeRow(bar.point_id, "", (bar,)),)))
        scale = self.scale
        if days is None or scale is None:
            return
        if days.high < scale.low or days.low > scale.high:
            middle = (days.low + days.high) / 2
            self._set_scale(scale.moved((middle - scale.low) / scale.span - 0.5))

    def _choose(self, place: int) -> None:
        self._current = place
        bar = self.current
        self.setAccessibleDescription(bar.words if bar else "")
        self.chosen.emit(bar)
        self.viewport().update()

    def open_current(self) -> None:
        """Ask for the point of the current bar."""
        if self.current is not None:
            self.opened.emit(self.current.point_id)

    # Where things are

    def _line_width(self) -> float:
        return float(max(self.viewport().width(), 1))

    def _room(self) -> int:
        return max(self.viewport().height() - axis_height(), 0)

    def _places(self) -> TimeLanes:
        return lay_lanes(self.rows, self._line_width())

    def _fit(self) -> None:
        """Be as high as the rows, up to a limit; then scroll."""
        places = self._places()
        whole = places.height + axis_height()
        self.setFixedHeight(min(whole, self._most_height))
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - self.height()))
        bar.setPageStep(max(self._room(), 1))
        bar.setSingleStep(places.lane_height)
        self.viewport().update()

    def _lane_at(self, where: QPointF) -> int:
        below = where.y() - axis_height()
        return (
            self._places().lane_at(below + self.verticalScrollBar().value()) if below >= 0 else -1
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    # Events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        width, axis = self._line_width(), float(axis_height())
        if self.scale is not None:
            paint_axis(painter, QRectF(0, 0, width, axis), self.scale, self.viewport().height())
        painter.setClipRect(QRectF(0, axis + 1, width, self.viewport().height() - axis))
        painter.translate(0, axis - self.verticalScrollBar().value())
        self._paint_rows(painter, painter.clipBoundingRect())
        painter.end()

    def _paint_rows(self, painter: QPainter, seen: QRectF) -> None:
        theme, places = current_theme(), self._places()
        for title, row in places.titles():
            if title.intersects(seen):
                paint_title(painter, title.translated(2, 0), row.title, is_empty=not row.bars)
        for at, (lane, bar) in enumerate(places.lanes()):
            if not lane.intersects(seen):
                continue
            if at == self._current:
                painter.fillRect(lane, theme.accent_soft)
            if self.scale is not None:
                paint_bar(painter, lane, self.scale, bar)
            if at == self._current and self.hasFocus():
                painter.setPen(theme.accent)
                painter.drawRect(lane.adjusted(0, 0, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self._line_width()
        self._whole = self._whole and replace(self._whole, width=width)
        self.scale = self.scale and replace(self.scale, width=width)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get(event.key())
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if act is None or plain:
            event.ignore()
            return
        act()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn, keys = event.angleDelta(), event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM ** (-turn.y() / 120), event.position().x())
        elif turn.x() or keys & Qt.KeyboardModifier.ShiftModifier:
            self.move_by(-(turn.x() or turn.y()) / 120 * _STEP)
        elif self.verticalScrollBar().maximum():
            super().wheelEvent(event)
            return
        else:
            event.ignore()
            return
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._lane_at(event.position())
        if place >= 0:
            self._choose(place)
        if self.scale is not None:
            self._dragged = (event.position().x(), self.scale)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, scale = self._dragged
            self._set_scale(scale.moved((start - event.position().x()) / scale.width))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._lane_at(event.position()) >= 0:
            self.open_current()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._lane_at(QPointF(event.pos()))
            words = plain_tooltip(self.bars[place].words) if place >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)
