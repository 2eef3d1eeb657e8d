"""A few lines of room for a part that may be higher: it scrolls, what is above keeps its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.widgets.rooms import QuietScroll, column_of


class LowScroll(QuietScroll):
    """Always as high as so many lines of text."""

    def __init__(self, part: QWidget, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(column_of(part), parent)
        self._lines = lines
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
