"""A flat button whose words are cut with an ellipsis where room ends; the tooltip has them all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from app.ui.widgets.texts import on_one_line, plain_tooltip

_LEAST = 40


class ElidedButton(QToolButton):
    """Shows one line of plain text; never wider than its words, and narrower where it must be."""

    def __init__(self, words: str, does: str, parent: QWidget | None = None) -> None:
        """Show words; the tooltip says what the button ``does``, and then the words in full."""
        super().__init__(parent)
        self.words = on_one_line(words)
        self.setText(_plain(self.words))
        self.setToolTip(plain_tooltip(f"{does}: {words}"))
        self.setAccessibleName(self.words)
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(_LEAST, whole.width()), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            room = self.fontMetrics().horizontalAdvance(self.words) - missing
            end = Qt.TextElideMode.ElideRight
            option.text = _plain(self.fontMetrics().elidedText(self.words, end, room))
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()


def _plain(words: str) -> str:
    """Return words of which no letter is underlined as a key."""
    return words.replace("&", "&&")
