"""One place to go to: an icon, a word, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.fonts import ui_font
from app.ui.icons import draw_icon
from app.ui.theme import current_theme

_MARGIN = 12
_ICON = 16
_GAP = 8
_AIR, _LITTLE_AIR = 14, 4
"""Above and below the letters together, in pixels."""


class NavigationRow(QAbstractButton):
    """A row of the navigation that can be the chosen one."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._count = ""
        self._air = _AIR
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, number: int, meaning: str = "") -> None:
        """Show how many there are; ``meaning`` says it in words, for the tooltip and for voices."""
        self._count = f"{number:,}"
        self.setToolTip(meaning)
        self.setAccessibleName(f"{self.text()}, {meaning or self._count}")
        self.update()

    def squeeze(self, is_tight: bool) -> None:
        """Stand closer, where the window is low."""
        air = _LITTLE_AIR if is_tight else _AIR
        if air != self._air:
            self._air = air
            self.updateGeometry()

    @property
    def full_height(self) -> int:
        """Return how high it is where there is room."""
        return self.fontMetrics().height() + _AIR

    @property
    def count(self) -> str:
        """Return the count as it is shown."""
        return self._count

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + self._air)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room for its icon and its word."""
        words = QFontMetrics(ui_font(bold=True)).horizontalAdvance(self.text())
        return QSize(_MARGIN + _ICON + _GAP + words + _GAP, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.accent_soft)
            painter.fillRect(0, 0, 3, self.height(), theme.accent)
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.raised)
        top = (self.height() - _ICON) / 2
        draw_icon(painter, self._icon_name, QRectF(_MARGIN, top, _ICON, _ICON), theme.muted)
        box = self.rect().adjusted(_MARGIN + _ICON + _GAP, 0, 0, 0)
        painter.setFont(ui_font(bold=True))
        painter.setPen(theme.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        box.setRight(box.right() - _MARGIN)
        painter.setFont(ui_font(0.92))
        painter.setPen(theme.muted)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count
        )
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
