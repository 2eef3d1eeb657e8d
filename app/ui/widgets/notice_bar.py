"""The one place where the window says what could not be done: above the page, never in its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from app.ui.icons import draw_icon, icon
from app.ui.theme import current_theme
from app.ui.widgets.texts import PlainLabel

_ICON = 18


class NoticeBar(QFrame):
    """Shows one sentence, perhaps with something to do about it, until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(wraps=True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = QPushButton()
        self._act: Callable[[], object] = _do_nothing
        self.action.clicked.connect(self._on_action_clicked)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName("Close this message")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(48, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.action)
        layout.addWidget(self._close)
        self.hide()

    def say(self, sentence: str, offer: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence; ``offer`` names a button that hides the bar and calls ``act``."""
        self.label.setText(sentence)
        self.label.setAccessibleName(sentence)
        self._act = act or _do_nothing
        self.action.setText(offer)
        self.action.setVisible(bool(offer))
        self._close.setIcon(icon("x"))
        self._close.setIconSize(QSize(16, 16))
        self.show()

    def forget(self) -> None:
        """Put away what is no longer the case; what offers something to do stays."""
        if not self.action.text():
            self.hide()

    def _on_action_clicked(self) -> None:
        act = self._act
        self.hide()
        act()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.base)
        painter.fillRect(0, 0, 4, self.height(), theme.contradiction)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        top = (self.height() - _ICON) / 2
        draw_icon(painter, "circle-alert", QRectF(18, top, _ICON, _ICON), theme.contradiction)
        painter.end()


def _do_nothing() -> None:
    """Stand in where a message offers nothing to do."""
