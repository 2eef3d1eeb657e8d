"""The room that a line of time may fill: as high as its rows, and no higher than what is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.widgets.time_line import TimeLine

_LEAST_HEIGHT = 100


class LineRoom(QWidget):
    """Holds one line of time; what it does not fill stays free below it."""

    def __init__(self, line: TimeLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        line.setParent(self)
        line.installEventFilter(self)
        self.setMinimumHeight(_LEAST_HEIGHT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, max(self.line.height(), _LEAST_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line.limit_height(self.height())
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.line.setGeometry(0, 0, self.width(), self.line.height())
