"""The name of the program, in the serif of printed editions, and that of the dossier."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.fonts import text_font
from app.ui.widgets.texts import HeadingLabel, PlainLabel, on_one_line, plain_tooltip


class TitleLabel(PlainLabel):
    """A line in large serif letters; grows with the font of the window."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, scale: float) -> None:
        super().__init__(text, parent)
        self._scale = scale
        self._apply_font()

    def _apply_font(self) -> None:
        font = text_font(self._scale)
        if font.toString() != self.font().toString():
            self.setFont(font)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._apply_font()
        super().changeEvent(event)


class ElidedHeading(HeadingLabel):
    """A heading on one line that ends in an ellipsis where room ends; whole in its tooltip."""

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(plain_tooltip(text))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(
            on_one_line(self.text()), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
