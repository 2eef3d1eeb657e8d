"""What the marks of the synopsis mean, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.fonts import ui_font
from app.ui.theme import current_theme, verdict_colour
from app.ui.widgets.synopsis_words import LEGEND

_GAP = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SynopsisLegend(QWidget):
    """Each mark with its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            "Legend: " + "; ".join(f"{mark} {words}".strip() for mark, words, _ in LEGEND)
        )
        self._fit()

    def _boxes(self) -> Iterator[tuple[QRect, int]]:
        """Yield where each item goes, and how wide its mark is."""
        metrics = QFontMetrics(ui_font(0.88))
        height, left, top = metrics.height() + 3, 0, 0
        for mark, words, _ in LEGEND:
            sign = metrics.horizontalAdvance(mark) + 6 if mark else 0
            width = sign + metrics.horizontalAdvance(words) + 2
            if left and left + width > self.width():
                left, top = 0, top + height
            yield QRect(left, top, width, height), sign
            left += width + _GAP

    def _fit(self) -> None:
        height = max(box.bottom() + 1 for box, _ in self._boxes())
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setFont(ui_font(0.88))
        for (box, sign), (mark, words, verdict) in zip(self._boxes(), LEGEND, strict=True):
            painter.setPen(verdict_colour(verdict) if verdict else theme.accent)
            painter.drawText(box, _LEFT, mark)
            painter.setPen(theme.muted)
            painter.drawText(box.adjusted(sign, 0, 4, 0), _LEFT, words)
        painter.end()
