"""A field for a few lines of text that grows as they come; Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.fonts import text_font


class TextArea(QPlainTextEdit):
    """Plain text from ``lines`` to ``most_lines`` high; ``serif`` for the words of sources."""

    def __init__(
        self, parent: QWidget | None = None, *, lines: int = 2, most_lines: int = 8,
        serif: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._lines, self._most_lines = lines, most_lines
        if serif:
            self.setFont(text_font())
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - as in every other Qt field
        """Show a text."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def _fit(self) -> None:
        lines = int(self.document().size().height())
        shown = max(self._lines, min(self._most_lines, lines))
        spare = int(2 * self.document().documentMargin()) + 2 * self.frameWidth()
        height = shown * self.fontMetrics().lineSpacing() + spare
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(source.text())
