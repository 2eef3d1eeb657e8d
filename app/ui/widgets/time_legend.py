"""What bars on a line of time mean, in one or more lines of small print."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.fonts import ui_font
from app.ui.theme import current_theme, verdict_colour, verdict_mark
from app.ui.widgets.time_paint import PALE, paint_arrow

_SWATCH = 22
_GAP = 18


class TimeLegend(QWidget):
    """Explains solid and pale bars, arrows, and marks, or bars that step back."""

    def __init__(self, parent: QWidget | None = None, *, of_datings: bool = False) -> None:
        super().__init__(parent)
        self._items: tuple[tuple[Callable[[QPainter, QRectF], None], str], ...] = (
            (_paint_solid, "days that the words allow"),
            (_paint_pale, "also allowed by ca., about or ?"),
            (_paint_open, "without beginning or end"),
            *(_DENIED if of_datings else _CLASHES),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend: " + "; ".join(words for _, words in self._items))
        self._fit()

    def _line_height(self) -> int:
        return QFontMetrics(ui_font(0.88)).height() + 4

    def _boxes(self) -> Iterator[QRectF]:
        """Yield where each item goes, in as many lines as are needed."""
        metrics, height = QFontMetrics(ui_font(0.88)), self._line_height()
        left = top = 0
        for _, words in self._items:
            width = _SWATCH + 6 + metrics.horizontalAdvance(words) + 2
            if left and left + width > self.width():
                left, top = 0, top + height
            yield QRectF(left, top, width, height)
            left += width + _GAP

    def _fit(self) -> None:
        height = int(max(box.bottom() for box in self._boxes()))
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for box, (paint, words) in zip(self._boxes(), self._items, strict=True):
            swatch = QRectF(box.left(), box.center().y() - 5, _SWATCH, 10)
            paint(painter, swatch)
            painter.setFont(ui_font(0.88))
            painter.setPen(current_theme().muted)
            painter.drawText(
                box.adjusted(_SWATCH + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words
            )
        painter.end()


def _paint_solid(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, current_theme().accent)


def _paint_pale(painter: QPainter, box: QRectF) -> None:
    colour = QColor(current_theme().accent)
    colour.setAlpha(PALE)
    painter.fillRect(box, colour)


def _paint_open(painter: QPainter, box: QRectF) -> None:
    colour = current_theme().accent
    paint_arrow(painter, QPointF(box.left(), box.center().y()), -1, colour)
    paint_arrow(painter, QPointF(box.right(), box.center().y()), 1, colour)


def _paint_marked(verdict: str) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setFont(ui_font(0.88, bold=True))
        painter.setPen(verdict_colour(verdict))
        painter.drawText(
            box.adjusted(0, -4, 0, 4), Qt.AlignmentFlag.AlignCenter, verdict_mark(verdict)
        )

    return paint


def _paint_muted(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, current_theme().muted)


_DENIED = ((_paint_muted, "denied or doubted"),)
_CLASHES = (
    (_paint_marked("contradicts"), "cannot all hold"),
    (_paint_marked("in tension"), "hold only if stretched"),
)
