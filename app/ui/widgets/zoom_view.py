"""A widget over something larger than itself, which is dragged and enlarged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

SMALLEST, LARGEST = 0.03, 3.0
_STEP = 1.2
_PAN = 60.0
_KEPT = 80.0
"""Pixels of the whole that always stay in sight."""
_WHEEL = 120


class ZoomView(QWidget):
    """Knows at what scale and where the whole stands; painting it is for those who inherit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self.offset = QPointF()
        """Where on the widget the corner of the whole stands."""
        self.is_fitted = False
        """Whether it is shown as it came, neither moved nor enlarged."""
        self._grip: QPointF | None = None

    def extent(self) -> tuple[float, float]:
        """Return width and height of the whole, at a scale of one."""
        return 0.0, 0.0

    def fit(self, least: float = SMALLEST) -> None:
        """Show the whole, at no smaller scale than ``least``; then its middle above."""
        width, height = self.extent()
        if not width or not height:
            return
        self.scale = max(least, min(self.width() / width, self.height() / height, 1.0))
        self.is_fitted = True
        self.offset = QPointF(
            (self.width() - width * self.scale) / 2,
            max(0.0, (self.height() - height * self.scale) / 2),
        )
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge around a spot of the widget, by default around its middle."""
        spot = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        scale = max(SMALLEST, min(LARGEST, self.scale * factor))
        self.offset = spot - (spot - self.offset) * (scale / self.scale)
        self.scale = scale
        self.is_fitted = False
        self._hold()

    def enlarge(self) -> None:
        """Enlarge by one step."""
        self.zoom(_STEP)

    def reduce(self) -> None:
        """Reduce by one step."""
        self.zoom(1 / _STEP)

    def pan(self, right: float, down: float) -> None:
        """Move what is seen by as many pixels."""
        self.offset -= QPointF(right, down)
        self.is_fitted = False
        self._hold()

    def _hold(self) -> None:
        """Keep some of the whole in sight."""
        width, height = (length * self.scale for length in self.extent())
        self.offset.setX(max(_KEPT - width, min(self.width() - _KEPT, self.offset.x())))
        self.offset.setY(max(_KEPT - height, min(self.height() - _KEPT, self.offset.y())))
        self.update()

    def seen(self) -> QRectF:
        """Return the part of the whole that is seen."""
        corner = -self.offset / self.scale
        return QRectF(corner.x(), corner.y(), self.width() / self.scale, self.height() / self.scale)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = self._grip - event.position()
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(moved.x(), moved.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.unsetCursor()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / _WHEEL
        if turned:
            self.zoom(_STEP**turned, event.position())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._moved(event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)

    def _moved(self, key: int, held: Qt.KeyboardModifier) -> bool:
        pans = {
            Qt.Key.Key_Left: (-_PAN, 0.0), Qt.Key.Key_Right: (_PAN, 0.0),
            Qt.Key.Key_Up: (0.0, -_PAN), Qt.Key.Key_Down: (0.0, _PAN),
        }  # fmt: skip
        if held == Qt.KeyboardModifier.ShiftModifier and key in pans:
            self.pan(*pans[Qt.Key(key)])
            return True
        pages = {Qt.Key.Key_PageUp: -0.8, Qt.Key.Key_PageDown: 0.8}
        if not held and key in pages:
            self.pan(0.0, pages[Qt.Key(key)] * self.height())
            return True
        zooms = {
            Qt.Key.Key_Plus: self.enlarge, Qt.Key.Key_Equal: self.enlarge,
            Qt.Key.Key_Minus: self.reduce, Qt.Key.Key_0: self.fit,
        }  # fmt: skip
        if held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            if key in zooms:
                zooms[Qt.Key(key)]()
            return key in zooms
        return False
