"""The name of the program, in the serif of printed editions, and that of the dossier."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from typing_extensions import override

from app.ui.fonts import text_font
from app.ui.widgets.texts import HeadingLabel, on_one_line, plain_tooltip


class TitleLabel(HeadingLabel):
    """A line in large serif letters; grows with the font of the window."""

    @override
    def wanted_font(self) -> QFont:
        return text_font(self._scale)


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
